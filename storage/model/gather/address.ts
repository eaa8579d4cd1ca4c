import { isHubSpotHost } from '../hubspotHost.ts'

/** What an address alone says about a page, before anything on it is looked at. */
export type Address = 'connected-apps' | 'login' | 'other'

/**
 * HubSpot's own pattern for the account: first segment a word, second all digits. Both names of the section are in use,
 * and a person may arrive by either, so everything below them counts (users, permissions and the app log live there).
 */
const CONNECTED_APPS = /^\/(?:connected-apps|integrations-settings)\/\d+(?:\/|$)/
const LOGIN = /^\/login(?:\/|$)/

/** Whether `url` is a page the reader may look at: Connected apps and what lies below it, or the login page that stands in its way. */
export function addressKind(url: string): Address {
  const at = parsed(url)
  if (!at || !isHubSpotHost(at.hostname)) return 'other'
  if (CONNECTED_APPS.test(at.pathname)) return 'connected-apps'
  if (LOGIN.test(at.pathname) && wantsConnectedApps(at)) return 'login'
  return 'other'
}

/** The login page says in its query where the person wanted to go. */
function wantsConnectedApps(login: URL): boolean {
  for (const value of login.searchParams.values()) {
    const wanted = parsed(value, login)
    if (wanted && isHubSpotHost(wanted.hostname) && CONNECTED_APPS.test(wanted.pathname)) return true
  }
  return false
}

function parsed(url: string, base?: URL): URL | null {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}

/** Host, account and path: a collection of rows never goes beyond it. Query and hash may change (pages, filters, tabs). */
export function addressScope(url: string): string {
  const at = parsed(url)
  return at ? at.origin + at.pathname.replace(/\/+$/, '') : url
}
