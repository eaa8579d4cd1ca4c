import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { useLater } from '../attention/useLater.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { IconLink } from '../ui/Link.tsx'
import { Mark } from '../ui/Mark.tsx'
import { optionsHref } from './optionsHref.ts'
import type { PopupAccount } from './popupView.ts'

export interface HeaderProps {
  readonly accounts: readonly PopupAccount[]
  /** Null: all. */
  readonly chosen: AccountId | null
  readonly onChoose: (account: AccountId | null) => void
  /** What is searched for; null while the search is closed. */
  readonly search: string | null
  readonly onSearch: (search: string | null) => void
}

/** Mark, account switcher, search, and the way to the whole page. The search takes the place of the switcher. */
export function Header(props: HeaderProps): JSX.Element {
  const { accounts, chosen, search, onSearch } = props
  const t = useT()
  const Search = useLater(loadSearch)?.default
  return (
    <header class="popup-head">
      <Mark />
      {search === null ? (
        <>
          <Accounts {...props} />
          <span class="popup-gap" />
          {accounts.length > 0 && (
            <IconButton icon="search" label={t('popup_search')} onClick={() => onSearch('')} aria-keyshortcuts="/" />
          )}
        </>
      ) : Search ? (
        <Search search={search} onSearch={onSearch} />
      ) : (
        <span class="popup-gap" />
      )}
      <IconLink icon="external" label={t('popup_open_home')} external href={optionsHref('home', {}, chosen)} />
    </header>
  )
}

const loadSwitcher = () => import('./AccountSwitcher.tsx')
const loadSearch = () => import('./SearchField.tsx')

/** The account's name; with several a menu, which comes after the first paint and opens at once if it was pressed before. */
function Accounts(props: HeaderProps): JSX.Element {
  const { accounts, chosen } = props
  const t = useT()
  const several = accounts.length > 1
  const Switcher = useLater(loadSwitcher, several)?.default
  const [pressed, setPressed] = useState(false)
  const one = several ? accounts.find(({ id }) => id === chosen) : accounts[0]
  if (!several) return <span class="popup-account popup-one-line">{one?.label ?? t('ext_name')}</span>
  const label = one?.label ?? t('popup_all_accounts', { count: accounts.length })
  if (Switcher) return <Switcher {...props} label={label} startOpen={pressed} />
  return (
    <Button
      kind="quiet"
      small
      iconAfter="chevronDown"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={t('popup_switcher', { account: label })}
      onClick={() => setPressed(true)}
    >
      <span class="popup-account">{label}</span>
    </Button>
  )
}
