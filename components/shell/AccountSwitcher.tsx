import type { JSX } from 'preact'
import type { Translator } from '../../storage/i18n.ts'
import { portalOf } from '../../storage/model/facts/refs.ts'
import { useT } from '../ui/I18n.tsx'
import { MenuButton, type MenuItem } from '../ui/MenuButton.tsx'
import { accountIn, routeHref, withAccount } from './route.ts'
import type { AccountLine } from './Shell.tsx'
import { useScreen } from './screen.ts'

/** Lets one account through, or all of them; the choice stands in the address and is kept from view to view. */
export function AccountSwitcher(props: { readonly accounts: readonly AccountLine[] }): JSX.Element | null {
  const { accounts } = props
  const t = useT()
  const { route, go } = useScreen()
  const [first] = accounts
  if (!first) return null
  const id = accountIn(route)
  const chosen = accounts.find(account => account.id === id) ?? (accounts.length === 1 ? first : null)
  const apps = accounts.reduce((sum, account) => sum + account.summary.apps, 0)
  const all = { label: t('nav_all_accounts'), note: t('nav_accounts_apps', { accounts: accounts.length, apps }) }
  const choose = (account: AccountLine | null) => () => go(withAccount(route, account?.id ?? null))

  const items: MenuItem[] = accounts.map(account => ({
    id: account.id,
    label: account.label,
    note: noteOf(account, t),
    checked: account.id === chosen?.id,
    onSelect: choose(account),
  }))
  if (accounts.length > 1) items.unshift({ id: 'all', ...all, checked: chosen === null, onSelect: choose(null) })
  items.push({
    id: 'manage',
    label: t('nav_manage_accounts'),
    href: routeHref(withAccount({ view: 'accounts', of: null, params: new URLSearchParams() }, chosen?.id ?? null)),
    separated: true,
  })
  const shown = chosen ? { label: chosen.label, note: noteOf(chosen, t) } : all
  return (
    <div class="pb-switcher">
      <MenuButton kind="default" label={t('nav_switcher', { account: `${shown.label} ${shown.note}` })} items={items}>
        <span class="pb-switcher-words">
          <span class="pb-switcher-name">{shown.label}</span> <span class="pb-meta">{shown.note}</span>
        </span>
      </MenuButton>
    </div>
  )
}

/** What tells accounts apart: the portal, or that it is the sample, and how many apps it has. */
const noteOf = (account: AccountLine, t: Translator): string =>
  t('nav_account_note', {
    portal: portalOf(account.id) ?? t('source_sample'),
    apps: t('nav_apps', { count: account.summary.apps }),
  })
