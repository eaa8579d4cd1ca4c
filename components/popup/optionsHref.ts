import type { AccountId } from '../../storage/model/facts/refs.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { type Route, routeHref, withAccount } from '../shell/route.ts'

/** The address of a place in the options page, from outside of it. */
export const optionsHref = (
  view: Route['view'],
  params: Readonly<Record<string, string>> = {},
  account: AccountId | null = null,
  of: AccountId | null = null,
): string => {
  const route = { view, of, params: new URLSearchParams(params) }
  return browser.runtime.getURL('/options.html') + routeHref(account ? withAccount(route, account) : route)
}
