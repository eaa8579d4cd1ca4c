import type { JSX } from 'preact'
import type { AccountId } from '../../storage/model/facts/refs.ts'
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
  /** What stands in the places of the painted ones, once the popup answers. */
  readonly live?:
    | {
        readonly switcher: JSX.Element
        /** The open search field; it takes the place of the switcher. */
        readonly searchField: JSX.Element | null
        readonly onSearch: () => void
      }
    | undefined
}

/** Mark, account switcher, search, and the way to the whole page. */
export function Header(props: HeaderProps): JSX.Element {
  const { accounts, chosen, live } = props
  const t = useT()
  return (
    <header class="popup-head">
      <Mark />
      {live?.searchField ?? (
        <>
          {accounts.length > 1 ? (live?.switcher ?? <PaintedSwitcher {...props} />) : <Title {...props} />}
          <span class="popup-gap" />
          {accounts.length > 0 && (
            <IconButton icon="search" label={t('popup_search')} aria-keyshortcuts="/" onClick={live?.onSearch} />
          )}
        </>
      )}
      <IconLink icon="external" label={t('popup_open_home')} external href={optionsHref('home', {}, chosen)} />
    </header>
  )
}

function Title({ accounts }: HeaderProps): JSX.Element {
  const t = useT()
  return <span class="popup-account popup-one-line">{accounts[0]?.label ?? t('ext_name')}</span>
}

function PaintedSwitcher({ accounts, chosen }: HeaderProps): JSX.Element {
  const t = useT()
  const one = accounts.find(({ id }) => id === chosen)
  return (
    <Button kind="quiet" small iconAfter="chevronDown" aria-haspopup="menu">
      <span class="popup-account">{one?.label ?? t('popup_all_accounts', { count: accounts.length })}</span>
    </Button>
  )
}
