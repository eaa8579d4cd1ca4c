import type { JSX } from 'preact'
import { portalOf } from '../../storage/model/facts/refs.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { SelectField, TextField } from '../ui/Field.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'

/** What is wrong with a portal number typed by hand, or null. */
export const accountProblem = (portal: string): 'empty' | 'digits' | null => {
  if (portal.trim() === '') return 'empty'
  return /^\d{1,15}$/.test(portal.trim()) ? null : 'digits'
}

const OTHER = 'other'

/** Which account the paste is of: told by its links, else picked among the known ones or typed in. */
export function PasteAccount(props: {
  /** What the links in the paste say. */
  readonly portal: string | null
  readonly known: readonly Overview[]
  /** Digits of the account. */
  readonly value: string
  readonly onChange: (portal: string) => void
}): JSX.Element {
  const { portal, known, value, onChange } = props
  const t = useT()
  const real = known.filter(overview => !overview.sample)
  if (portal !== null) {
    const account = real.find(overview => overview.id === `hubspot:${portal}`)
    return (
      <p class="pb-paste-told">
        <Icon name="tick" />
        {account ? t('paste_account_known', { account: account.label, portal }) : t('paste_account_new', { portal })}
      </p>
    )
  }
  const isKnown = real.some(overview => portalOf(overview.id) === value)
  return (
    <div class="pb-paste-account">
      {real.length > 0 && (
        <SelectField
          label={t('paste_account')}
          hint={t('paste_account_hint')}
          value={isKnown ? value : OTHER}
          onChange={next => onChange(next === OTHER ? '' : next)}
          options={[
            ...real.map(overview => ({
              value: portalOf(overview.id) ?? '',
              label: t('nav_account_note', { portal: overview.label, apps: portalOf(overview.id) ?? '' }),
            })),
            { value: OTHER, label: t('paste_account_else') },
          ]}
        />
      )}
      {!isKnown && (
        <TextField
          label={t('paste_portal')}
          hint={t('paste_portal_hint')}
          error={accountProblem(value) === 'digits' ? t('paste_portal_digits') : undefined}
          value={value}
          onInput={onChange}
          mono
          required
        />
      )}
    </div>
  )
}
