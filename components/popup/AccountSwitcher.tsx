import type { JSX } from 'preact'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { useT } from '../ui/I18n.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import type { PopupAccount } from './popupView.ts'

/** All accounts, or one of them. */
export function AccountSwitcher(props: {
  readonly accounts: readonly PopupAccount[]
  readonly chosen: AccountId | null
  readonly onChoose: (account: AccountId | null) => void
}): JSX.Element {
  const { accounts, chosen, onChoose } = props
  const t = useT()
  const one = accounts.find(({ id }) => id === chosen)
  const all = t('popup_all_accounts', { count: accounts.length })
  const label = one?.label ?? all
  return (
    <MenuButton
      label={t('popup_switcher', { account: label })}
      kind="quiet"
      small
      items={[
        { id: 'all', label: all, checked: !one, onSelect: () => onChoose(null) },
        ...accounts.map(account => ({
          id: account.id,
          label: account.label,
          note: account.sample ? t('source_sample') : undefined,
          checked: account === one,
          onSelect: () => onChoose(account.id),
        })),
      ]}
    >
      <span class="popup-account">{label}</span>
    </MenuButton>
  )
}
