import type { App } from './facts/assemble.ts'
import { portalOf, refValue, spaceOf } from './facts/refs.ts'
import type { Account } from './facts/rows.ts'
import { hubspotUrl, isHubSpotHost } from './hubspotHost.ts'

/** Match patterns of the hosts level 2 asks for; match patterns cannot say `app-*.`. */
export const HUBSPOT_ORIGINS = [
  'https://app.hubspot.com/*',
  'https://app-na2.hubspot.com/*',
  'https://app-na3.hubspot.com/*',
  'https://app-eu1.hubspot.com/*',
  'https://app-ap1.hubspot.com/*',
]

/** The account's Connected apps page in its data centre; null for a sample account. */
export const connectedAppsUrl = (account: Pick<Account, 'id' | 'host'>): string | null => {
  const portal = portalOf(account.id)
  return portal && /^\d+$/.test(portal) ? `https://${hostOf(account)}/connected-apps/${portal}/installed` : null
}

/**
 * The app's own page in HubSpot, where it is reconnected (HubSpot has no other deep link for that). Built from the ref a
 * read told; null where only a name is known and for a sample account.
 */
export const appUrl = (account: Pick<Account, 'id' | 'host'>, app: Pick<App, 'refs' | 'settings'>): string | null => {
  const portal = portalOf(account.id)
  if (!portal) return null
  const told = app.settings && hubspotUrl(app.settings.value)
  if (told) return told
  const base = `https://${hostOf(account)}`
  for (const ref of app.refs) {
    const value = encodeURIComponent(refValue(ref))
    if (spaceOf(ref) === 'id')
      return `${base}/integrations-settings/${portal}/installed/framework/${value}/general-settings`
    if (spaceOf(ref) === 'page') return `${base}/connected-apps/${portal}/installed/basic/${value}/overview`
    if (spaceOf(ref) === 'slug') return `${base}/integrations-settings/${portal}/installed/${value}`
  }
  return null
}

const hostOf = (account: Pick<Account, 'host'>) =>
  account.host && isHubSpotHost(account.host) ? account.host : 'app.hubspot.com'
