import { DAY } from '../facts/time.ts'
import { appsOf, type CastApp, PEOPLE, type Role } from './cast.ts'
import { below, itemAt, pick } from './chance.ts'
import { newestSpan, type Rhythm, type Span, spansIn } from './rhythms.ts'

/** What is wrong with an app: its status word, or (`asks`) only an item in Needs your attention. */
export const TROUBLES = ['error', 'expired', 'disconnected', 'asks'] as const
export type SampleTrouble = (typeof TROUBLES)[number]

/** Each goes round its apps and never stops: at any time one app, and for some hours two, are in each trouble. */
export const TROUBLE_RHYTHMS: Readonly<Record<SampleTrouble, Rhythm>> = {
  error: { key: 'error', days: 7, lasts: 'until-next' },
  expired: { key: 'expired', days: 10, lasts: 'until-next' },
  disconnected: { key: 'disconnected', days: 9, lasts: 'until-next' },
  asks: { key: 'asks', days: 14, lasts: 'until-next' },
}
/** An app is on no list for some days, and nobody says why. */
export const HIDDEN: Rhythm = { key: 'hidden', days: 45, lasts: [3, 6] }
/** One guest is uninstalled and the other takes its place. */
export const GUESTS: Readonly<Record<'guest' | 'other-guest', Rhythm>> = {
  guest: { key: 'guest', days: 150, lasts: [1, 2] },
  'other-guest': { key: 'other-guest', days: 190, lasts: [1, 2] },
}
/** One person more connects to one of the Other apps, and leaves again. */
export const visits = (app: CastApp): Rhythm => ({ key: `visit${app.nth}`, days: 60, lasts: [8, 29] })
/** An app's permissions change. */
export const permissionChanges = (app: CastApp): Rhythm => ({
  key: `permissions ${app.ref}`,
  days: 70,
  lasts: [1, 2],
})

/** How many of the Other apps had their list of users opened. */
export const LISTS_READ = 7

export interface Member {
  /** Index into PEOPLE. */
  person: number
  /** Epoch ms. */
  joined: number
}

/** One app as it is at a moment. */
export interface WorldApp extends CastApp {
  mine: boolean
  /** Reports a status at all. */
  reports: boolean
  trouble: { kind: SampleTrouble; since: number; k: number } | null
  /** Epoch ms. */
  installed: number
  /** Null: HubSpot does not say. */
  installer: string | null
  /** Epoch ms; null for user-level apps and those of several accounts. */
  lastActivity: number | null
  /** People connected to one of the Other apps; empty in My apps. */
  members: Member[]
}

const MINE: readonly Role[] = [
  'error',
  'expired',
  'disconnected',
  'steady',
  'paused',
  'asks',
  'twin',
  'hidden',
  'several',
  'guest',
]
const REPORTING: readonly Role[] = ['error', 'expired', 'disconnected', 'steady', 'paused']

/** The apps on the two lists at the epoch-ms `at`: 31 in My apps (30 while one is hidden) and 17 Other apps. */
export const worldAt = (seed: number, at: number): WorldApp[] => {
  const troubled = new Map<string, NonNullable<WorldApp['trouble']>>()
  for (const kind of TROUBLES)
    for (const { k, start } of spansIn(seed, TROUBLE_RHYTHMS[kind], at, at))
      troubled.set(appInTurn(seed, kind, k).ref, { kind, since: start, k })
  const hidden = spansIn(seed, HIDDEN, at, at).map(({ k }) => appInTurn(seed, 'hidden', k).ref)
  return [...MINE, 'other' as const, 'other-guest' as const]
    .flatMap(role => present(seed, role, at))
    .filter(({ app }) => !hidden.includes(app.ref))
    .map(({ app, stay }) => stateOf(seed, at, app, stay, troubled.get(app.ref) ?? null))
}

/** The app whose turn the `k`-th time is. */
export const appInTurn = (seed: number, role: Role, k: number): CastApp => {
  const apps = appsOf(role)
  return itemAt(apps, k + below(apps.length, seed, role))
}

const isGuest = (role: Role): role is 'guest' | 'other-guest' => role in GUESTS

/** The apps of a role that are installed; of guests also since when. */
const present = (seed: number, role: Role, at: number): { app: CastApp; stay: Span | null }[] => {
  if (!isGuest(role)) return appsOf(role).map(app => ({ app, stay: null }))
  const stay = newestSpan(seed, GUESTS[role], at)
  return [{ app: appInTurn(seed, role, stay.k), stay }]
}

const stateOf = (
  seed: number,
  at: number,
  app: CastApp,
  stay: Span | null,
  trouble: WorldApp['trouble'],
): WorldApp => ({
  ...app,
  mine: MINE.includes(app.role),
  reports: REPORTING.includes(app.role),
  trouble,
  installed: stay?.start ?? longAgo(seed, app),
  installer:
    app.name === 'Ringdesk' ? null : stay ? whoInstalls(seed, app.role, stay.k) : pick(PEOPLE, seed, app.ref, 'by'),
  lastActivity:
    app.name === 'Shipfold' || app.role === 'several' ? null : activity(seed, app, trouble?.since ?? at, stay),
  members: MINE.includes(app.role) ? [] : membersAt(seed, app, at),
})

/** Who installs the guest of the `k`-th stay. */
export const whoInstalls = (seed: number, role: Role, k: number): string => pick(PEOPLE, seed, role, k, 'by')

/** Install date of an app that was there before the history begins: between March 2021 and August 2025. */
const longAgo = (seed: number, app: CastApp): number =>
  (18687 + below(1640, seed, app.ref, 'installed')) * DAY + DAY / 2

/** Most apps are busy, some are not used for weeks. Days. */
const PAUSES = [0.1, 0.2, 0.3, 0.5, 0.5, 1, 1, 2, 4, 30, 100]

/** The newest activity by `at`: whole steps of the app's own rhythm, so that it never goes back. */
const activity = (seed: number, app: CastApp, at: number, stay: Span | null): number => {
  const step = pick(PAUSES, seed, app.ref, 'pause') * DAY
  return Math.max(Math.floor(at / step) * step, stay?.start ?? 0)
}

const membersAt = (seed: number, app: CastApp, at: number): Member[] => {
  const first = firstMember(seed, app)
  const members = Array.from({ length: regulars(seed, app) }, (_, nth) => ({
    person: (first + nth) % PEOPLE.length,
    joined: longAgo(seed, app) - below(400, seed, app.ref, nth) * DAY,
  }))
  if (app.role === 'other')
    for (const { k, start } of spansIn(seed, visits(app), at, at))
      members.push({ person: visitor(seed, app, k), joined: start })
  return members
}

const firstMember = (seed: number, app: CastApp) => below(PEOPLE.length, seed, app.ref, 'first')

const regulars = (seed: number, app: CastApp) => (app.name === 'Enrichpath' ? 8 : 1 + below(7, seed, app.ref, 'many'))

/** The person of the `k`-th visit to an app: none of those who are always there. Index into PEOPLE. */
export const visitor = (seed: number, app: CastApp, k: number): number =>
  (firstMember(seed, app) + regulars(seed, app) + below(9, seed, app.ref, 'visitor', k)) % PEOPLE.length
