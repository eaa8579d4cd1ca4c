/** `hubspot:<portalId>` or `sample:<n>`; the same from page, API and file. A sample never mixes with a real account. */
export type AccountId = `hubspot:${string}` | `sample:${string}`

/**
 * How a source named something: `<space>:<value>`. Facts and events keep the ref they were told; which refs are one app
 * is said by links, never by rewriting.
 *
 * Apps: `id` (numeric app id, `…/framework/{id}`), `page` (`…/basic/{n}`: opaque, not proven to be the app id), `slug`
 * (HubSpot-built), `crm` (numeric record source), `security` (opaque object id of a security event), `name` (all that was shown).
 * People: `user` (HubSpot user id), `email`, `person` (a displayed name: two people may share it). `account:` is the account itself.
 */
export const APP_SPACES = ['id', 'page', 'slug', 'crm', 'security', 'name'] as const
export const PERSON_SPACES = ['user', 'email', 'person'] as const
export type AppSpace = (typeof APP_SPACES)[number]
export type PersonSpace = (typeof PERSON_SPACES)[number]
export type AppRef = `${AppSpace}:${string}`
export type PersonRef = `${PersonSpace}:${string}`
/** The account as a subject of its own (evidence too old, page not readable). */
export const ACCOUNT_REF = 'account:self'
export type Ref = AppRef | PersonRef | typeof ACCOUNT_REF

export const REF_PATTERN = /^(?:id|page|slug|crm|security|name|user|email|person|account):.+$/s

/** The space of a ref, i.e. the word before its first colon. */
export const spaceOf = (ref: Ref): AppSpace | PersonSpace | 'account' =>
  ref.slice(0, ref.indexOf(':')) as AppSpace | PersonSpace | 'account'

/** What stands behind the space: an id, a slug, a name as displayed. */
export const refValue = (ref: Ref): string => ref.slice(ref.indexOf(':') + 1)

export const isAppRef = (ref: Ref): ref is AppRef => (APP_SPACES as readonly string[]).includes(spaceOf(ref))

/** The portal id in `hubspot:<portalId>`, or null for a sample account. */
export const portalOf = (account: AccountId): string | null =>
  account.startsWith('hubspot:') ? account.slice('hubspot:'.length) : null
