import { DAY } from '../facts/time.ts'
import { appsOf, type CastApp, PEOPLE, type Role } from './cast.ts'
import { below, chance, itemAt, pick } from './chance.ts'
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
/** An app that reports no status really stops working, and nobody says so: only its last activity stands still. */
export const STOPPED: Rhythm = { key: 'stopped', days: 26, lasts: 'until-next' }
/** Those whose turn comes: used every day, but for pauses. */
const stopping = (): CastApp[] => [...appsOf('twin'), ...appsOf('guest'), ...appsOf('hidden').slice(1)]
/** The app that stops the `k`-th time. */
export const stoppedInTurn = (seed: number, k: number): CastApp =>
  itemAt(stopping(), k + below(stopping().length, seed, 'stopped'))
/** Nobody needs the app for some days: it has not stopped. */
const pauses = (app: CastApp): Rhythm => ({ key: `pause ${app.ref}`, days: 40, lasts: [2, 8] })

/** An app is on no list for some days, and nobody says why. */
export const HIDDEN: Rhythm = { key: 'hidden', days: 50, lasts: [2, 4] }
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

/** Whether somebody opened the list of users of an app. */
export const isListRead = ({ role, nth }: CastApp): boolean =>
  role === 'error' || role === 'several' || (role === 'expired' && nth < 3) || (role === 'other' && nth < 7)

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
  /** It does nothing any more, since epoch ms; no page says so. */
  stopped: number | null
  /** Epoch ms. */
  installed: number
  /** Null: HubSpot does not say. */
  installer: string | null
  /** Epoch ms; null for user-level apps and those of several accounts. */
  lastActivity: number | null
  /** People connected to it: their number is shown for Other apps, their list where `isListRead`. */
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
  const stopped = new Map(
    spansIn(seed, STOPPED, at, at).map(({ k, start }) => [stoppedInTurn(seed, k).ref as string, start]),
  )
  const hidden = spansIn(seed, HIDDEN, at, at).map(({ k }) => appInTurn(seed, 'hidden', k).ref)
  return [...MINE, 'other' as const, 'other-guest' as const]
    .flatMap(role => present(seed, role, at))
    .filter(({ app }) => !hidden.includes(app.ref))
    .map(({ app, stay }) => ({
      ...stateOf(seed, at, app, stay, troubled.get(app.ref) ?? null),
      stopped: stopped.get(app.ref) ?? null,
    }))
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
): Omit<WorldApp, 'stopped'> => {
  const installed = stay?.start ?? longAgo(seed, app)
  return {
    ...app,
    mine: MINE.includes(app.role),
    reports: REPORTING.includes(app.role),
    trouble,
    installed,
    installer: app.name === 'Ringdesk' ? null : itemAt(PEOPLE, firstMember(seed, app)),
    lastActivity:
      app.name === 'Shipfold' || app.role === 'several'
        ? null
        : Math.max(activity(seed, app, trouble?.since ?? at), installed),
    members: membersAt(seed, app, at, installed),
  }
}

/** What was there before any history begins was installed from March 2021 to August 2025: days since 1970. */
const [FIRST_DAY, LAST_DAY] = [18687, 20327]

const longAgo = (seed: number, app: CastApp): number =>
  (FIRST_DAY + below(LAST_DAY - FIRST_DAY, seed, app.ref, 'installed') + 0.5) * DAY

/** Most apps are busy, some are not used for weeks. Days. */
const PAUSES = [0.1, 0.2, 0.3, 0.5, 0.5, 1, 1, 2, 4, 30, 100]

/** Those that may stop have a rhythm that shows it. Days. */
const STEPS = [0.2, 0.3, 0.3, 0.5]

/**
 * The newest activity by `at`: whole steps of the app's own rhythm, so that it never goes back. Those that may stop leave
 * out three steps of ten, and all of them while they pause or have stopped.
 */
const activity = (seed: number, app: CastApp, at: number): number => {
  const mayStop = stopping().some(({ ref }) => ref === app.ref)
  const step = pick(mayStop ? STEPS : PAUSES, seed, app.ref, 'pause') * DAY
  let n = Math.floor(at / step)
  if (!mayStop) return n * step
  const since = at - 3 * STOPPED.days * DAY
  const idle = [
    ...spansIn(seed, pauses(app), since, at),
    ...spansIn(seed, STOPPED, since, at).filter(({ k }) => stoppedInTurn(seed, k).ref === app.ref),
  ]
  const isIdle = (at: number) => idle.some(({ start, end }) => start <= at && at < end)
  while (isIdle(n * step) || chance(seed, app.ref, 'idle', n) < 0.3) n--
  return n * step
}

const membersAt = (seed: number, app: CastApp, at: number, installed: number): Member[] => {
  const later = Math.max(0, LAST_DAY * DAY - installed)
  const members = Array.from({ length: regulars(seed, app) }, (_, nth) => ({
    person: (firstMember(seed, app) + nth) % PEOPLE.length,
    joined: installed + (nth === 0 ? 0 : later * chance(seed, app.ref, 'joined', nth)),
  }))
  if (app.role === 'other')
    for (const { k, start } of spansIn(seed, visits(app), at, at))
      members.push({ person: visitor(seed, app, k), joined: start })
  return members
}

/** The one who installed it. Index into PEOPLE. */
export const firstMember = (seed: number, app: CastApp): number => below(PEOPLE.length, seed, app.ref, 'first')

const regulars = (seed: number, app: CastApp) =>
  app.role === 'several' ? 7 : app.name === 'Enrichpath' ? 8 : 1 + below(7, seed, app.ref, 'many')

/** The person of the `k`-th visit to an app: none of those who are always there. Index into PEOPLE. */
export const visitor = (seed: number, app: CastApp, k: number): number =>
  (firstMember(seed, app) + regulars(seed, app) + below(9, seed, app.ref, 'visitor', k)) % PEOPLE.length
