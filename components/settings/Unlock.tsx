import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { SecretName } from '../../storage/model/notices/mailHosts.ts'
import { unlock } from '../../storage/vault.ts'
import { send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { SecretField, takeSecret } from './SecretField.tsx'

/** Opens a key that is kept with a passphrase; what waited for it is sent then. */
export function Unlock(props: { readonly name: SecretName }): JSX.Element {
  const { name } = props
  const t = useT()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const open = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    const passphrase = takeSecret(field)
    if (passphrase === '') return setError(t('email_passphrase_missing'))
    setBusy(true)
    setError(undefined)
    try {
      if (await unlock(name, passphrase)) {
        await send({ type: 'retry-channel', channel: 'email' })
        return
      }
      setError(t('email_passphrase_wrong'))
      field.current?.focus()
    } catch {
      setError(t('email_key_unreadable')) // the vault's own errors are not for people
    } finally {
      setBusy(false)
    }
  }
  return (
    <form class="pb-setting-form" onSubmit={event => void open(event)} aria-label={t('email_unlock_form')}>
      <SecretField
        label={t('email_passphrase')}
        fieldRef={field}
        error={error}
        action={
          <Button type="submit" busy={busy}>
            {t('email_unlock')}
          </Button>
        }
      />
    </form>
  )
}
