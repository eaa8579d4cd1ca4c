import type { AppRef } from '../facts/refs.ts'
import { isHubSpotHost } from '../hubspotHost.ts'

/** What kind of page an address is. `list`: Connected apps (new, classic or the older list); `app`: the page of one app. */
export type PageKind = 'list' | 'app' | 'login' | 'two-factor' | 'no-account' | 'elsewhere' | 'none'

export interface Place {
  /** HubSpot host, or null where the address is none of HubSpot's app hosts. */
  host: string | null
  /** Digits of the account. */
  portal: string | null
  kind: PageKind
  /** The app whose page this is. */
  app: AppRef | null
  /** The older list addresses say so themselves. */
  classic: boolean
}

const NOWHERE: Place = { host: null, portal: null, kind: 'none', app: null, classic: false }

/** HubSpot's own pattern for the account: the first segment a word, the second all digits, then `/` or the end. */
const PORTAL = /^\/([a-z][a-z0-9-]*)\/(\d+)(?:\/|$)/i
const FRAMEWORK = /^\/integrations-settings\/\d+\/installed\/framework\/(\d+)(?:\/|$)/
const BASIC = /^\/connected-apps\/\d+\/installed\/basic\/(\d+)(?:\/|$)/
const BUILT_IN = /^\/integrations-settings\/\d+\/installed\/([a-z0-9][a-z0-9_-]*)\//i
const NO_SLUG = new Set(['framework', 'basic'])

/** What the address of a page says. */
export const placeOf = (url: string): Place => {
  const at = parsed(url)
  if (!at) return url === '' ? NOWHERE : { ...NOWHERE, kind: 'elsewhere' }
  if (!isHubSpotHost(at.hostname)) return { ...NOWHERE, kind: 'elsewhere' }
  const app = appIn(at)
  return {
    host: at.hostname,
    portal: portalIn(at),
    kind: kindOf(at, app),
    app,
    classic: /\/overview\/?$/.test(at.pathname) && !app,
  }
}

const kindOf = ({ pathname }: URL, app: AppRef | null): PageKind => {
  if (app) return 'app'
  if (/^\/login\/(?:two-factor|confirm-to-login)/.test(pathname)) return 'two-factor'
  if (/^\/login(?:\/|$)/.test(pathname)) return 'login'
  if (/^\/(?:myaccounts|myaccounts-beta|global-home|home-beta)(?:\/|$)/.test(pathname)) return 'no-account'
  if (/^\/connected-apps\/\d+(?:\/|$)/.test(pathname)) return 'list'
  if (/^\/integrations-settings\/\d+\/installed\/?$/.test(pathname)) return 'list'
  return 'elsewhere'
}

const portalIn = ({ pathname, searchParams }: URL): string | null =>
  PORTAL.exec(pathname)?.[2] ?? (/^\/login(?:\/|$)/.test(pathname) ? wantedPortal(searchParams) : null)

/** The login page says in its query which account the person wanted (HUBSPOT-PAGE, "When it is not the page"). */
const wantedPortal = (query: URLSearchParams): string | null => {
  const told = query.get('loginPortalId') ?? ''
  if (/^\d+$/.test(told)) return told
  const wanted = parsed(query.get('loginRedirectUrl') ?? '', BASE)
  return wanted && isHubSpotHost(wanted.hostname) ? (PORTAL.exec(wanted.pathname)?.[2] ?? null) : null
}

/** Digits of the account that a link into HubSpot belongs to; null for any other link. */
export const portalOfLink = (href: string): string | null => {
  const at = parsed(href, BASE)
  return at && isHubSpotHost(at.hostname) ? portalIn(at) : null
}

/** Relative links are to HubSpot itself; only their path is looked at. */
const BASE = 'https://app.hubspot.com'

/** How a link names an app, or null if it names none: a link to the marketplace does not. */
export const appOfLink = (href: string | undefined): AppRef | null => {
  const at = href === undefined ? null : parsed(href, BASE)
  return at && isHubSpotHost(at.hostname) ? appIn(at) : null
}

const appIn = ({ pathname }: URL): AppRef | null => {
  const id = FRAMEWORK.exec(pathname)?.[1]
  if (id) return `id:${id}`
  const page = BASIC.exec(pathname)?.[1]
  if (page) return `page:${page}`
  const slug = BUILT_IN.exec(pathname)?.[1]
  return slug && !NO_SLUG.has(slug) ? `slug:${slug}` : null
}

/** Whether a link goes to the marketplace: HubSpot's public one, or the one inside the product. */
export const isMarketplace = (href: string): boolean => {
  const at = parsed(href, BASE)
  if (!at) return false
  if (at.hostname === 'ecosystem.hubspot.com') return at.pathname.startsWith('/marketplace')
  return isHubSpotHost(at.hostname) && /^\/ecosystem\/\d+\/marketplace(?:\/|$)/.test(at.pathname)
}

/** Whether a link stays in HubSpot's app. */
export const isHubSpotLink = (href: string | undefined): href is string => {
  const at = href === undefined ? null : parsed(href)
  return !!at && isHubSpotHost(at.hostname)
}

const parsed = (url: string, base?: string): URL | null => {
  const at = URL.parse(url, base)
  return at && (at.protocol === 'https:' || at.protocol === 'http:') && !at.username ? at : null
}
