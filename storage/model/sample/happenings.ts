import { MINUTE } from '../facts/time.ts'
import type { EventType } from '../recognise/recognised.ts'
import { appsOf, type CastApp, PEOPLE, type Role } from './cast.ts'
import { itemAt, pick } from './chance.ts'
import { permissionsRead } from './permissions.ts'
import { type Rhythm, type Span, spansIn } from './rhythms.ts'
import {
  appInTurn,
  firstMember,
  GUESTS,
  HIDDEN,
  permissionChanges,
  TROUBLE_RHYTHMS,
  TROUBLES,
  visitor,
  visits,
} from './world.ts'

/** Something that HubSpot's log of an app would tell. */
export interface Happening {
  type: EventType
  app: CastApp | null
  person: string | null
  /** Epoch ms. */
  at: number
  /** The log gives the time of day; else only the day. */
  exact: boolean
}

/** Everything the log tells of the epoch-ms span (`from`, `to`], oldest first. */
export const happeningsIn = (seed: number, from: number, to: number): Happening[] => {
  const told: Happening[] = []
  const tell = (type: EventType, app: CastApp | null, person: string | null, at: number, exact = true) => {
    if (at > from && at <= to) told.push({ type, app, person, at, exact })
  }
  const times = (rhythm: Rhythm, each: (span: Span, person: string) => void) => {
    for (const span of spansIn(seed, rhythm, from, to)) each(span, pick(PEOPLE, seed, rhythm.key, span.k, 'who'))
  }

  for (const kind of ['error', 'expired', 'disconnected'] as const)
    times(TROUBLE_RHYTHMS[kind], ({ k, start, end }, person) => {
      const app = appInTurn(seed, kind, k)
      if (kind === 'disconnected') tell('disconnected', app, pick(PEOPLE, seed, kind, k), start)
      tell('reconnected', app, person, end)
    })
  for (const role of ['guest', 'other-guest'] as const)
    times(GUESTS[role], ({ k, start }, person) => {
      tell('uninstalled', appInTurn(seed, role, k - 1), person, start)
      const app = appInTurn(seed, role, k)
      tell(k % 3 === 0 ? 'reinstalled' : 'installed', app, itemAt(PEOPLE, firstMember(seed, app)), start + 21 * MINUTE)
    })
  for (const app of appsOf('other').slice(0, 10))
    times(visits(app), ({ k, start, end }) => {
      const person = PEOPLE[visitor(seed, app, k)] ?? null
      tell('connected', app, person, start, k % 2 === 0)
      tell('disconnected', app, person, end, k % 2 === 0)
    })
  for (const app of syncing())
    times({ key: `sync ${app.ref}`, days: 37, lasts: [0.1, 3] }, ({ start, end }, person) => {
      tell('sync-off', app, person, start)
      tell('sync-on', app, person, end)
    })
  for (const app of permissionsRead())
    times(permissionChanges(app), ({ start }, person) => tell('permissions-changed', app, person, start))
  times({ key: 'edited', days: 40, lasts: [0, 0] }, ({ k, start }, person) =>
    tell('other', appInTurn(seed, 'steady', k), person, start),
  )
  // HubSpot does not name the app of every install.
  times({ key: 'nameless', days: 80, lasts: [0, 0] }, ({ start }, person) => tell('installed', null, person, start))
  return told.sort((a, b) => a.at - b.at)
}

/** Apps with a data sync. */
const syncing = () => [...appsOf('steady'), ...appsOf('twin').slice(0, 1)]

/** Moments in the epoch-ms span (`from`, `to`] at which what the lists show changes, oldest first. */
export const turnsIn = (seed: number, from: number, to: number): { at: number; role: Role }[] => {
  const turns: { at: number; role: Role }[] = []
  const add = (role: Role, rhythm: Rhythm, ends: boolean) => {
    for (const { start, end } of spansIn(seed, rhythm, from, to))
      for (const at of ends ? [start, end] : [start]) if (at > from && at <= to) turns.push({ at, role })
  }
  for (const kind of TROUBLES) add(kind, TROUBLE_RHYTHMS[kind], true)
  add('hidden', HIDDEN, true)
  add('guest', GUESTS.guest, false)
  add('other-guest', GUESTS['other-guest'], false)
  return turns.sort((a, b) => a.at - b.at)
}
