import type { JSX, RefObject } from 'preact'
import { SHORTEST_PASSPHRASE, type VaultMode } from '../../storage/vault.ts'
import { SelectField } from '../ui/Field.tsx'
import { useT } from '../ui/I18n.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { SecretField } from './SecretField.tsx'

const HOUR = 3_600_000
const LOCKS_AFTER = [1, 4, 8, 24] as const
export const DEFAULT_AUTO_LOCK = 8 * HOUR

/** What of this is wrong, in words, by field. */
export type KeptErrors = Partial<Record<'passphrase' | 'repeat', string>>

export const PASSPHRASE_ID = 'email-passphrase'
export const REPEAT_ID = 'email-repeat'

/** The three ways of keeping a key, each with what it protects from and what not; with a passphrase, its fields. */
export function HowKeptFields(props: {
  readonly mode: VaultMode
  readonly onMode: (mode: VaultMode) => void
  /** Ms without use after which it locks by itself. */
  readonly autoLock: number
  readonly onAutoLock: (ms: number) => void
  readonly passphrase: RefObject<HTMLInputElement | null>
  readonly repeat: RefObject<HTMLInputElement | null>
  readonly errors: KeptErrors
}): JSX.Element {
  const { mode, onMode, autoLock, onAutoLock, passphrase, repeat, errors } = props
  const t = useT()
  return (
    <>
      <RadioCards<VaultMode>
        legend={t('email_kept')}
        value={mode}
        onChange={onMode}
        cards={[
          { value: 'session', label: t('email_kept_session'), text: t('email_kept_session_text') },
          { value: 'passphrase', label: t('email_kept_passphrase'), text: t('email_kept_passphrase_text') },
          { value: 'device', label: t('email_kept_device'), text: t('email_kept_device_text') },
        ]}
      />
      {mode === 'passphrase' && (
        <div class="pb-setting-fields">
          <SecretField
            id={PASSPHRASE_ID}
            label={t('email_passphrase')}
            fieldRef={passphrase}
            hint={t('email_passphrase_hint', { count: SHORTEST_PASSPHRASE })}
            error={errors.passphrase}
          />
          <SecretField id={REPEAT_ID} label={t('email_repeat')} fieldRef={repeat} error={errors.repeat} />
          <SelectField
            label={t('email_auto_lock')}
            value={String(autoLock)}
            onChange={ms => onAutoLock(Number(ms))}
            options={LOCKS_AFTER.map(hours => ({
              value: String(hours * HOUR),
              label: t('duration_hours', { count: hours }),
            }))}
          />
        </div>
      )}
    </>
  )
}
