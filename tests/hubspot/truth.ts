import { type Random, random } from './random.ts'
import { makeApps } from './truthApps.ts'
import { makeAttention, makeEvents, makePeople, makeRecommendations } from './truthRest.ts'

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

export const HOSTS = ['app', 'app-eu1', 'app-ap1', 'app-na2', 'app-na3'] as const
export type Host = (typeof HOSTS)[number]

export const STATUS_KINDS = ['connected', 'expired', 'disconnected', 'error'] as const
export type StatusKind = (typeof STATUS_KINDS)[number]

/** `odd`: a word outside any dictionary, by its place in `ODD_STATUS` of `page/words/oddWords.ts`. */
export type StatusTruth = { kind: StatusKind } | { kind: 'none' } | { kind: 'odd'; index: number }

/** Where a row of My apps leads (HUBSPOT-PAGE.md 3): `page` carries a number that is *not* the app id. */
export type LinkTruth =
  | { kind: 'id' }
  | { kind: 'page'; number: number }
  | { kind: 'slug'; slug: string }
  | { kind: 'none' }

export type Person = { id: string; name: string; email: string; team: string | undefined }

export const PERMISSION_GROUPS = ['granted', 'after reauthorization', 'needs upgrade'] as const
export type PermissionGroup = (typeof PERMISSION_GROUPS)[number]

/** `phrase` is an index into the permission phrases of the page's words. */
export type PermissionTruth = { phrase: number; group: PermissionGroup }

export type AppTruth = {
  /** The oracle's own handle; never shown on a page. */
  id: string
  appId: number
  name: string
  link: LinkTruth
  place: 'mine' | 'other'
  status: StatusTruth
  /** One person's own connection: no last activity. */
  userLevel: boolean
  multiAccount: boolean
  installed: Day
  /** Person id; undefined when the page does not say. */
  installer: string | undefined
  lastActivity: Day | undefined
  /** HubSpot's note of several connections; 'several' when it gives no number. */
  connections: number | 'several' | undefined
  /** Other apps: how many connections, and the list of users where somebody can open it. */
  users: { person: string; installed: Day }[]
  permissions: PermissionTruth[]
  category: string
}

export const REASONS = ['expired', 'disconnected', 'error', 'other'] as const
export type Reason = (typeof REASONS)[number]

/** `sentence` is an index into the sentences for that reason; `app` is the id of an app of the account. */
export type AttentionTruth = { app: string; reason: Reason; sentence: number }

export const EVENT_TYPES = [
  'connected',
  'disconnected',
  'reconnected',
  'installed',
  'reinstalled',
  'uninstalled',
  'sync-on',
  'sync-off',
  'permissions-changed',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** `app` is an app's id, or `gone:<name>` for an app that has left the account. `at` is an instant (ISO, UTC). */
export type EventTruth = { type: EventType; app: string; person: string | undefined; at: string }

export type Recommendation = { name: string; category: string; listing: number | undefined }

/** What is really so in one HubSpot account. Pages are drawn from it and readers are judged by it. */
export type Truth = {
  seed: number
  portal: string
  host: Host
  accountName: string
  /** When the page is looked at (ISO instant) and the zone of the person's computer. */
  now: string
  zone: string
  people: Person[]
  apps: AppTruth[]
  attention: AttentionTruth[]
  events: EventTruth[]
  recommendations: Recommendation[]
}

export const SIZES = ['empty', 'few', 'usual', 'many', 'large'] as const
export type Size = (typeof SIZES)[number]

export type TruthOptions = {
  /** Instant that "2 days ago" counts from; a day that depends on the seed when left out. */
  now?: string
  zone?: string
  portal?: string
  host?: Host
  size?: Size
  /** Names mostly Japanese. */
  japanese?: boolean
  /** Hostile names, odd status words and same names; on for some seeds when left out. */
  hostile?: boolean
}

const ZONES = [
  'Asia/Tokyo',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Australia/Sydney',
  'UTC',
  'Asia/Kolkata',
] as const

/** What shapes one account, drawn before anything else. */
export type Shape = {
  size: Size
  japanese: boolean
  hostile: boolean
  sameNames: boolean
  /** Every day of the month at most 12, so that a column of 09/11/2026 cannot be told day-first from month-first. */
  lowDays: boolean
  oddStatus: boolean
  today: Day
}

/** A random account, the same for the same seed and options. */
export function generateTruth(seed: number, options: TruthOptions = {}): Truth {
  const draw = random(seed, 'truth')
  const now = options.now ?? drawNow(draw)
  const zone = options.zone ?? draw.pick(ZONES)
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
  const shape: Shape = {
    size: options.size ?? drawSize(seed, draw),
    japanese: options.japanese ?? draw.chance(0.4),
    hostile: options.hostile ?? draw.chance(0.35),
    sameNames: options.hostile ?? draw.chance(0.25),
    lowDays: draw.chance(0.08),
    oddStatus: options.hostile ?? draw.chance(0.3),
    today: today.toString(),
  }
  const people = makePeople(draw.fork('people'), shape)
  const apps = makeApps(draw.fork('apps'), shape, people)
  return {
    seed,
    portal: options.portal ?? String(draw.int(100_000, 149_999_999)),
    host: options.host ?? draw.pick(HOSTS),
    accountName: shape.japanese ? 'みなと商会' : 'Saltmarsh Trading',
    now,
    zone,
    people,
    apps,
    attention: makeAttention(draw.fork('attention'), apps),
    events: makeEvents(draw.fork('events'), shape, apps, people, { now, zone }),
    recommendations: makeRecommendations(draw.fork('recommendations'), shape),
  }
}

function drawNow(draw: Random): string {
  const day = Temporal.PlainDate.from('2026-03-01').add({ days: draw.int(0, 400) })
  return day
    .toZonedDateTime('UTC')
    .add({ minutes: draw.int(0, 1439) })
    .toInstant()
    .toString()
}

/** Rare sizes come at fixed seeds, so that any run of fifty seeds has them. */
function drawSize(seed: number, draw: Random): Size {
  if (seed % 50 === 7) return 'large'
  if (seed % 25 === 3) return 'empty'
  const at = draw.next()
  return at < 0.25 ? 'few' : at < 0.86 ? 'usual' : 'many'
}
