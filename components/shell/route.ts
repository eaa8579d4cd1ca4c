import type { AccountId } from '../../storage/model/facts/refs.ts'

/** The places of the options page; each is an address after the `#`, so that it can be linked, kept and gone back to. */
export const VIEWS = ['home', 'notifications', 'accounts', 'mapping', 'paste', 'settings', 'welcome'] as const
export type View = (typeof VIEWS)[number]

export interface Route {
  view: View
  /** The account whose page it is (`mapping` only). */
  of: AccountId | null
  /** The page within the view (`notifications` only): `new`, `inbox`, `deliveries` or the id of a rule; none is its list. */
  page?: string | undefined
  /** What the view keeps in the address: search, filters, sort, the account looked at. */
  params: URLSearchParams
}

const ACCOUNT = /^(?:hubspot|sample):\w+$/
/** Address parameter of the account switcher, kept from view to view. */
const ACCOUNT_PARAM = 'account'

/** The place an address names (`#/accounts/hubspot%3A4411007/mapping?page=list`). One that names none is Connections home. */
export const parseRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s)
  const params = new URLSearchParams(query)
  const [first = '', id = '', last = ''] = path.split('/').filter(Boolean).map(decoded)
  if (first === 'accounts' && last === 'mapping' && ACCOUNT.test(id))
    return { view: 'mapping', of: id as AccountId, params }
  const view = VIEWS.find(name => name === first && name !== 'mapping')
  if (view === 'notifications' && id !== '') return { view, of: null, page: id, params }
  return { view: view ?? 'home', of: null, params }
}

/** The address of a place, `#` included. */
export const routeHref = ({ view, of, page, params }: Route): string => {
  const path =
    view === 'mapping'
      ? `accounts/${encodeURIComponent(of ?? '')}/mapping`
      : page === undefined
        ? view
        : `${view}/${encodeURIComponent(page)}`
  const query = params.toString()
  return `#/${path}${query ? `?${query}` : ''}`
}

/** The account the switcher stands on, or null for all. */
export const accountIn = ({ params }: Route): AccountId | null => {
  const id = params.get(ACCOUNT_PARAM)
  return id !== null && ACCOUNT.test(id) ? (id as AccountId) : null
}

/** The same place for another account (null: all). Filters that made sense for both stay. */
export const withAccount = (route: Route, account: AccountId | null): Route => {
  const params = new URLSearchParams(route.params)
  if (account === null) params.delete(ACCOUNT_PARAM)
  else params.set(ACCOUNT_PARAM, account)
  return { ...route, params }
}

/** Where a link of the navigation leads: that view, for the account looked at now. */
export const viewHref = (view: View, from: Route): string =>
  routeHref(withAccount({ view, of: null, params: new URLSearchParams() }, accountIn(from)))

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a stray % in a hand-written address names nothing
  }
}
