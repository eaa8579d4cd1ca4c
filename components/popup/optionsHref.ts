import type { AccountId } from '../../storage/model/facts/refs.ts'
import { browser } from '../../storage/nativeBrowser.ts'

/**
 * The address of a place in the options page, from outside of it. Written out here and not by `shell/route.ts`, which
 * the popup's first paint would carry along whole; a test reads each address back with it.
 * @param params what the place keeps in its address: search, filters
 * @param account the account to look at; null: all
 */
export const optionsHref = (
  view: 'home' | 'accounts' | 'paste' | 'welcome' | 'notifications/inbox',
  params: Readonly<Record<string, string>> = {},
  account: AccountId | null = null,
): string => {
  const query = new URLSearchParams(account === null ? params : { ...params, account }).toString()
  return `${browser.runtime.getURL('/options.html')}#/${view}${query && `?${query}`}`
}

/** The address of an account's column mapping. */
export const mappingHref = (account: AccountId): string =>
  `${browser.runtime.getURL('/options.html')}#/accounts/${encodeURIComponent(account)}/mapping`
