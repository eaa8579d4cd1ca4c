import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { emailSecret, MAIL_PROVIDER_NAMES } from '../../storage/channels.ts'
import { timeText } from '../../storage/formatTime.ts'
import { MAIL_HOSTS, mailOrigin } from '../../storage/model/notices/mailHosts.ts'
import { sentences } from '../../storage/problemWords.ts'
import { refusalText } from '../home/refusals.ts'
import { reasonWords } from '../notifications/DeliveryWords.ts'
import { requestPower } from '../permissions.ts'
import { send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'
import { Unlock } from './Unlock.tsx'
import type { Email } from './useEmail.ts'

/** How e-mail stands, with the one next step. Nothing while it is not set up. */
export function EmailStateStrip(props: { readonly email: Email; readonly onEdit: () => void }): JSX.Element | null {
  const { email, onEdit } = props
  const { row, state } = email
  const frame = useFrame()
  const { t } = frame
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const provider = row?.provider
  if (!provider) return null
  const name = MAIL_PROVIDER_NAMES[provider]
  const host = MAIL_HOSTS[provider]

  const retry = async () => {
    setBusy(true)
    const answer = await send({ type: 'retry-channel', channel: 'email' })
    setBusy(false)
    setProblem(answer.ok ? undefined : refusalText(answer.reason, t))
  }
  const allow = () => {
    const denied = () => setProblem(t('email_denied', { host }))
    requestPower({ origins: [mailOrigin(provider)] }).then(granted => (granted ? retry() : denied()), denied)
  }
  const at = (time: number) => timeText({ kind: 'instant', at: time }, frame)

  switch (state.kind) {
    case 'not-set-up':
      return null
    case 'no-key':
      return (
        <Strip tone="bad" icon="key" live actions={<Button onClick={onEdit}>{t('email_paste_again')}</Button>}>
          {t(`email_state_key_${state.why}`)}
        </Strip>
      )
    case 'no-access':
      return (
        <Strip tone="bad" icon="lock" live actions={<Button onClick={allow}>{t('email_allow')}</Button>}>
          {problem ?? t('email_state_no_access', { host })}
        </Strip>
      )
    case 'locked':
      return (
        <>
          <Strip tone="blind" icon="lock" live>
            {t('email_state_locked')}
          </Strip>
          <Unlock name={emailSecret(provider)} />
        </>
      )
    case 'out':
      return (
        <Strip
          tone="bad"
          icon="error"
          live
          actions={
            <Button busy={busy} onClick={() => void retry()}>
              {t('email_try_again')}
            </Button>
          }
        >
          {problem ??
            sentences(
              t,
              t('email_state_out', { time: at(state.since) }),
              state.reason ? reasonWords(state.reason, 'email', null, t) : '',
              state.tryAt === null ? '' : t('email_state_next_try', { time: at(state.tryAt) }),
            )}
        </Strip>
      )
    case 'untested':
      return (
        <Strip tone="info" icon="info">
          {t('email_state_untested')}
        </Strip>
      )
    case 'works':
      return (
        <Strip icon="tick" live>
          {t('email_state_works', { name })}
        </Strip>
      )
  }
}
