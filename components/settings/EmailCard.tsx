import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { emailSecret, MAIL_PROVIDER_NAMES } from '../../storage/channels.ts'
import { timeText } from '../../storage/formatTime.ts'
import { MAIL_HOSTS, mailOrigin } from '../../storage/model/notices/mailHosts.ts'
import type { MailProvider } from '../../storage/model/notices/rows.ts'
import { lock } from '../../storage/vault.ts'
import { refusalText } from '../home/refusals.ts'
import { takeBackPower } from '../permissions.ts'
import { send } from '../send.ts'
import { AlertDialog } from '../ui/AlertDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useFrame, useT } from '../ui/I18n.tsx'
import { EmailForm } from './EmailForm.tsx'
import { EmailStateStrip } from './EmailStateStrip.tsx'
import { EmailTest } from './EmailTest.tsx'
import { type Email, useEmail } from './useEmail.ts'

/** E-mail as a channel of this browser: through the user's own provider, with a key that this browser keeps. */
export function EmailCard(): JSX.Element {
  const t = useT()
  const email = useEmail()
  const [editing, setEditing] = useState(false)
  return (
    <Card title={t('email_title')} id="email">
      {email && (
        <div class="pb-setting">
          <EmailStateStrip email={email} onEdit={() => setEditing(true)} />
          {editing ? (
            <EmailForm email={email} onDone={() => setEditing(false)} onCancel={() => setEditing(false)} />
          ) : email.row?.provider ? (
            <SetUp email={email} provider={email.row.provider} onEdit={() => setEditing(true)} />
          ) : (
            <>
              <p class="pb-setting-text">{t('email_text')}</p>
              <Button onClick={() => setEditing(true)}>{t('email_set_up')}</Button>
            </>
          )}
        </div>
      )}
    </Card>
  )
}

/** What is set up, and what can be done with it. */
function SetUp(props: {
  readonly email: Email
  readonly provider: MailProvider
  readonly onEdit: () => void
}): JSX.Element {
  const { email, provider, onEdit } = props
  const { row, state } = email
  const t = useT()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const name = MAIL_PROVIDER_NAMES[provider]
  const power = { origins: [mailOrigin(provider)] }
  const remove = async () => {
    setAsking(false)
    const answer = await send({ type: 'forget-email' })
    setProblem(answer.ok ? undefined : refusalText(answer.reason, t))
    if (answer.ok) await takeBackPower(power).catch(() => false) // it may be gone already
  }
  const blocked =
    state.kind === 'no-key'
      ? 'email_test_no_key'
      : state.kind === 'no-access'
        ? 'email_test_no_access'
        : 'email_test_locked'
  const isBlocked = state.kind === 'no-key' || state.kind === 'no-access' || state.kind === 'locked'
  return (
    <>
      <dl class="pb-setting-facts">
        <div>
          <dt>{t('email_provider')}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{t('email_from')}</dt>
          <dd>
            <bdi>{row?.from}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('email_key_term')}</dt>
          <dd>
            <KeyLine email={email} provider={provider} />
          </dd>
        </div>
        <div>
          <dt>{t('email_access')}</dt>
          <dd class="pb-setting-line">
            {state.kind === 'no-access' ? (
              <span>{t('email_access_none', { host: MAIL_HOSTS[provider] })}</span>
            ) : (
              <>
                <span>{MAIL_HOSTS[provider]}</span>
                <Button kind="link" onClick={() => void takeBackPower(power)}>
                  {t('accounts_take_back')}
                </Button>
              </>
            )}
          </dd>
        </div>
      </dl>
      <EmailTest provider={name} disabledReason={isBlocked ? t(blocked) : undefined} />
      {problem && <p class="pb-setting-text">{problem}</p>}
      <div class="pb-setting-buttons">
        <Button onClick={onEdit}>{t('email_change')}</Button>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('email_remove')}
        </Button>
      </div>
      {asking && (
        <AlertDialog
          title={t('email_remove_title')}
          confirm={t('email_remove')}
          onConfirm={() => void remove()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('email_remove_text', { name })}</p>
        </AlertDialog>
      )}
    </>
  )
}

/** Of the key its prefix and last four, how it is kept, and how long it stays open. */
function KeyLine(props: { readonly email: Email; readonly provider: MailProvider }): JSX.Element {
  const { secret } = props.email
  const frame = useFrame()
  const { t } = frame
  if (!secret) return <>{t('email_key_none')}</>
  return (
    <span class="pb-setting-line">
      <code>{secret.hint}</code>
      {secret.mode && <span>{t(`email_kept_${secret.mode}`)}</span>}
      {secret.locksAt !== null && (
        <>
          <span>{t('email_locks_at', { time: timeText({ kind: 'instant', at: secret.locksAt }, frame) })}</span>
          <Button kind="link" onClick={() => void lock(emailSecret(props.provider))}>
            {t('email_lock')}
          </Button>
        </>
      )}
    </span>
  )
}
