/** An account far larger than most, as batches that a source could have handed in. Same numbers, same account. */

import { eventId } from '../../storage/model/facts/events.ts'
import type { AccountId, AppRef, PersonRef } from '../../storage/model/facts/refs.ts'
import type { AppEvent, Batch } from '../../storage/model/facts/rows.ts'
import { dayOf, MINUTE } from '../../storage/model/facts/time.ts'
import { EVENT_TYPES, type EventType } from '../../storage/model/recognise/recognised.ts'
import { type AppSpec, pageBatch } from '../builders.ts'
import { type Random, random } from '../random.ts'

export const LARGE: AccountId = 'hubspot:4411007'

const TROUBLE = ['Expired', 'Disconnected', 'Error'] as const
/** What a log of apps that are still there tells; now and then of one that is not. */
const TOLD: readonly EventType[] = EVENT_TYPES.filter(type => type !== 'uninstalled')
const UNINSTALLS = 0.002
const PEOPLE = Array.from({ length: 60 }, (_, nth) => `Person ${nth}`)

const appRef = (nth: number): AppRef => `page:${1_000_000 + nth}`
const appName = (nth: number) => `Tidewater ${String(nth + 1).padStart(3, '0')}`

/** One whole look at the page, at the epoch-ms `at`: every twelfth app is in trouble and stands under Needs your attention. */
export function pageOf(apps: number, at: number, account: AccountId = LARGE): Batch {
  const rows = Array.from({ length: apps }, (_, nth): AppSpec & { trouble: boolean } => {
    const trouble = nth % 12 === 0
    return {
      name: appName(nth),
      ref: appRef(nth),
      trouble,
      status: trouble ? (TROUBLE[(nth / 12) % 3] ?? 'Error') : nth % 3 === 0 ? null : 'Connected',
      installed: { kind: 'day', day: dayOf(at - (100 + nth) * 24 * 60 * MINUTE, 'UTC') },
      installedBy: PEOPLE[nth % PEOPLE.length] ?? 'Person',
      lastActivity: trouble ? null : { kind: 'day', day: dayOf(at - (nth % 20) * 24 * 60 * MINUTE, 'UTC') },
    }
  })
  return pageBatch(
    at,
    {
      portal: account.slice('hubspot:'.length),
      apps: rows.map(({ trouble: _, ...app }) => app),
      attention: rows
        .filter(({ trouble }) => trouble)
        .map(({ name, ref }) => ({ name, ...(ref ? { ref } : {}), reason: 'The connection has expired' })),
    },
    { account },
  )
}

/** Log entries alone, one every half minute backwards from the epoch-ms `until`, of so many apps and 60 people. */
export function eventsOf(apps: number, count: number, until: number): Batch {
  const r = random(count + apps)
  const events = Array.from({ length: count }, (_, nth) => eventAt(r, apps, until - nth * 30_000))
  return { account: LARGE, host: null, reads: [], facts: [], links: [], events }
}

function eventAt(r: Random, apps: number, at: number): AppEvent {
  const gone = r.chance(UNINSTALLS)
  const app = gone ? apps + r.int(apps) : r.int(apps)
  const type: EventType = gone ? 'uninstalled' : r.pick(TOLD)
  const name = r.pick(PEOPLE)
  const person: PersonRef = `person:${name}`
  const told = {
    type,
    raw: `App was ${type}`,
    app: appRef(app),
    appName: appName(app),
    person,
    personName: name,
    time: { kind: 'instant' as const, at },
  }
  return { ...told, account: LARGE, source: 'page', id: eventId(told, 0), at, firstSeen: at }
}
