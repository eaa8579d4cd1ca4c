import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { IconButton } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconLink } from '../ui/Link.tsx'
import { Mark } from '../ui/Mark.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
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
      ) : (
        <SearchField search={search} onSearch={onSearch} />
      )}
      <IconLink icon="external" label={t('popup_open_home')} external href={optionsHref('home', {}, chosen)} />
    </header>
  )
}

function Accounts({ accounts, chosen, onChoose }: HeaderProps): JSX.Element {
  const t = useT()
  const one = accounts.length === 1 ? accounts[0] : accounts.find(({ id }) => id === chosen)
  const label =
    one?.label ?? (accounts.length > 1 ? t('popup_all_accounts', { count: accounts.length }) : t('ext_name'))
  if (accounts.length < 2) return <span class="popup-account popup-one-line">{label}</span>
  return (
    <MenuButton
      label={t('popup_switcher', { account: label })}
      kind="quiet"
      small
      items={[
        {
          id: 'all',
          label: t('popup_all_accounts', { count: accounts.length }),
          checked: !one,
          onSelect: () => onChoose(null),
        },
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

function SearchField(props: {
  readonly search: string
  readonly onSearch: (search: string | null) => void
}): JSX.Element {
  const { search, onSearch } = props
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <search class="popup-search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        class="pb-input"
        aria-label={t('popup_search')}
        placeholder={t('popup_search')}
        value={search}
        onInput={event => onSearch(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.preventDefault() // else the browser closes the popup
          onSearch(null)
        }}
      />
      <IconButton icon="close" label={t('popup_search_close')} onClick={() => onSearch(null)} />
    </search>
  )
}
