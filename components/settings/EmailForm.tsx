import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { is } from 'valibot'
import { emailSecret, MAIL_PROVIDER_NAMES } from '../../storage/channels.ts'
import { MAIL_HOSTS, mailOrigin } from '../../storage/model/notices/mailHosts.ts'
import { MAIL_PROVIDERS, type MailProvider } from '../../storage/model/notices/rows.ts'
import { EmailSettingsSchema } from '../../storage/model/notices/schemas.ts'
import {
  forgetSecret,
  type HowKept,
  isSecret,
  keepSecret,
  SHORTEST_PASSPHRASE,
  type VaultMode,
} from '../../storage/vault.ts'
import { refusalText } from '../home/refusals.ts'
import { requestPower } from '../permissions.ts'
import { send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorList, TextField } from '../ui/Field.tsx'
import { useT } from '../ui/I18n.tsx'
import { ExternalLink } from '../ui/Link.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { Strip } from '../ui/Strip.tsx'
import { DEFAULT_AUTO_LOCK, HowKeptFields, PASSPHRASE_ID, REPEAT_ID } from './HowKeptFields.tsx'
import { isSmtpKey, KEY_PAGES, keyOwner } from './mailKeys.ts'
import { SecretField, takeSecret } from './SecretField.tsx'
import type { Email } from './useEmail.ts'

const FROM_ID = 'email-from'
const KEY_ID = 'email-key'

type Errors = Partial<Record<'from' | 'key' | 'passphrase' | 'repeat', string>>
const FIELD_IDS = { from: FROM_ID, key: KEY_ID, passphrase: PASSPHRASE_ID, repeat: REPEAT_ID } as const

/**
 * Sets e-mail up, or changes it. The key goes from its field straight into the vault, and the fields are emptied at once;
 * left empty while the provider stays, the key that is kept stays too.
 */
export function EmailForm(props: {
  readonly email: Email
  readonly onDone: () => void
  readonly onCancel: () => void
}): JSX.Element {
  const { email, onDone, onCancel } = props
  const t = useT()
  const [provider, setProvider] = useState<MailProvider>(email.row?.provider ?? 'resend')
  const [from, setFrom] = useState(email.row?.from ?? '')
  const [mode, setMode] = useState<VaultMode>(email.secret?.mode ?? 'passphrase')
  const [autoLock, setAutoLock] = useState(DEFAULT_AUTO_LOCK)
  const [errors, setErrors] = useState<Errors>({})
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [hasKey, setHasKey] = useState(false)
  const key = useRef<HTMLInputElement>(null)
  const passphrase = useRef<HTMLInputElement>(null)
  const repeat = useRef<HTMLInputElement>(null)
  const name = MAIL_PROVIDER_NAMES[provider]
  const { secret } = email
  const kept = provider === email.row?.provider && secret && email.state.kind !== 'no-key' ? secret.hint : null

  const check = (): Errors => {
    const found: Errors = {}
    if (!is(EmailSettingsSchema, { provider, from })) found.from = t('email_from_wrong')
    const text = key.current?.value ?? ''
    const owner = keyOwner(text)
    if (text === '') {
      if (kept === null) found.key = t('email_key_missing')
      return found // the key stays as it is kept
    }
    if (isSmtpKey(text)) found.key = t('email_key_smtp')
    else if (owner !== null && owner !== provider)
      found.key = t('email_key_owner', { owner: MAIL_PROVIDER_NAMES[owner], name })
    else if (!isSecret(text)) found.key = t('email_key_wrong')
    if (mode !== 'passphrase') return found
    const phrase = passphrase.current?.value ?? ''
    if (phrase.length < SHORTEST_PASSPHRASE)
      found.passphrase = t('email_passphrase_short', { count: SHORTEST_PASSPHRASE })
    else if (phrase !== repeat.current?.value) found.repeat = t('email_repeat_wrong')
    return found
  }

  const store = async () => {
    setBusy(true)
    const text = takeSecret(key)
    const phrase = takeSecret(passphrase)
    takeSecret(repeat)
    try {
      const how: HowKept = mode === 'passphrase' ? { mode, passphrase: phrase, autoLock } : { mode }
      if (text !== '') await keepSecret(emailSecret(provider), text, how)
    } catch {
      // What went wrong could quote what was kept; the field is empty again, so it has to be pasted anew either way.
      setProblem(t('email_key_not_kept'))
      return setBusy(false)
    }
    const answer = await send({ type: 'put-email', provider, from })
    const before = email.row?.provider
    if (answer.ok && before && before !== provider) await forgetSecret(emailSecret(before))
    setBusy(false)
    if (answer.ok) onDone()
    else setProblem(refusalText(answer.reason, t))
  }

  const submit = (event: Event) => {
    event.preventDefault()
    if (busy) return
    const found = check()
    setErrors(found)
    setProblem(undefined)
    const [first] = Object.keys(found) as (keyof Errors)[]
    if (first) {
      document.getElementById(FIELD_IDS[first])?.focus()
      return
    }
    // The request comes first and inside the click: after an await the browser would not show it.
    const denied = () => setProblem(t('email_denied', { host: MAIL_HOSTS[provider] }))
    requestPower({ origins: [mailOrigin(provider)] }).then(granted => (granted ? store() : denied()), denied)
  }

  return (
    <form class="pb-setting-form" onSubmit={submit} aria-label={t('email_title')} noValidate>
      <ErrorList
        errors={(Object.keys(errors) as (keyof Errors)[]).map(field => ({
          fieldId: FIELD_IDS[field],
          text: errors[field] ?? '',
        }))}
      />
      <RadioCards<MailProvider>
        legend={t('email_provider')}
        columns
        value={provider}
        onChange={setProvider}
        cards={MAIL_PROVIDERS.map(value => ({ value, label: MAIL_PROVIDER_NAMES[value] }))}
      />
      <TextField
        id={FROM_ID}
        label={t('email_from')}
        value={from}
        onInput={setFrom}
        placeholder="Patchbay <alerts@example.com>"
        hint={t('email_from_hint', { name })}
        error={errors.from}
        required
      />
      <div>
        <SecretField
          id={KEY_ID}
          label={kept === null ? t('email_key', { name }) : t('email_key_replace', { name })}
          fieldRef={key}
          onFilled={setHasKey}
          hint={
            kept === null
              ? t('email_key_hint', { host: MAIL_HOSTS[provider] })
              : t('email_key_kept', { hint: kept, host: MAIL_HOSTS[provider] })
          }
          error={errors.key}
        />
        <p class="pb-setting-text pb-setting-after">
          {t(`email_key_make_${provider}`)}{' '}
          <ExternalLink href={KEY_PAGES[provider]}>{t('email_key_page', { name })}</ExternalLink>
        </p>
      </div>
      {(hasKey || kept === null) && (
        <HowKeptFields
          mode={mode}
          onMode={setMode}
          autoLock={autoLock}
          onAutoLock={setAutoLock}
          passphrase={passphrase}
          repeat={repeat}
          errors={errors}
        />
      )}
      {problem && (
        <Strip tone="warn" live>
          {problem}
        </Strip>
      )}
      <div class="pb-setting-buttons">
        <Button type="submit" kind="primary" busy={busy}>
          {t('email_store')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('ui_cancel')}
        </Button>
        <span class="pb-meta">{t('email_store_asks', { host: MAIL_HOSTS[provider] })}</span>
      </div>
    </form>
  )
}
