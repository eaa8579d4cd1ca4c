import { timeKey } from './join.ts'
import type { AppEvent } from './rows.ts'
import { earliest, latest, type Time } from './time.ts'

/**
 * Id of a log entry: made of what it says, so that reading it twice gives one row. `nth` tells equal entries of one read
 * apart (two disconnects of one app on one day).
 */
export const eventId = (event: Omit<AppEvent, 'id' | 'at' | 'source' | 'account' | 'firstSeen'>, nth: number): string =>
  [
    event.type,
    event.type === 'other' ? event.raw : '',
    event.app ?? '',
    event.person ?? '',
    timeKey(event.time),
    nth,
  ].join('|')

/**
 * Stored events by what they tell (type, app, person), so that a vague one finds its like without a scan; the vague ones
 * apart, because an exact one can be like no other.
 */
export type AlikeEvents = Map<string, { exact: AppEvent[]; vague: AppEvent[] }>

/** Adds an event that is not among them yet. */
export const addAlike = (alike: AlikeEvents, event: AppEvent): void => {
  const key = whatOf(event)
  const group = alike.get(key) ?? { exact: [], vague: [] }
  group[isVague(event) ? 'vague' : 'exact'].push(event)
  alike.set(key, group)
}

/**
 * What storing a told event takes: nothing, a new row, or a new row in place of a vaguer one. A relative time
 * ("2 days ago") is only a span that differs from read to read: such an event is the stored one that tells the same at
 * an overlapping time, and the narrower time is kept. Whichever is kept was first seen when either was.
 */
export const matchEvent = (
  stored: ReadonlyMap<string, AppEvent>,
  alike: AlikeEvents,
  event: AppEvent,
): { put: AppEvent; remove: string | null } | null => {
  const known = stored.get(event.id)
  if (known) return event.firstSeen < known.firstSeen ? { put: earlierOf(known, event), remove: null } : null
  const { exact = [], vague = [] } = alike.get(whatOf(event)) ?? {}
  const like = [...(isVague(event) ? exact : []), ...vague].find(
    other => stored.has(other.id) && overlap(other.time, event.time),
  )
  const same = like && stored.get(like.id)
  if (!same) return { put: event, remove: null }
  if (span(event.time) < span(same.time)) return { put: earlierOf(event, same), remove: same.id }
  return event.firstSeen < same.firstSeen ? { put: earlierOf(same, event), remove: null } : null
}

/** The event as `told`, first seen when either was. */
const earlierOf = (told: AppEvent, other: AppEvent): AppEvent => ({
  ...told,
  firstSeen: Math.min(told.firstSeen, other.firstSeen),
})

/** A time that was told relative to the moment of reading, or as one of two days. */
export const isVague = (event: AppEvent) => event.time.kind === 'between'

const whatOf = ({ type, raw, app, person }: AppEvent) =>
  [type, type === 'other' ? raw : '', app ?? '', person ?? ''].join('|')

const overlap = (a: Time, b: Time) => earliest(a, 'UTC') <= latest(b, 'UTC') && earliest(b, 'UTC') <= latest(a, 'UTC')

const span = (time: Time) => latest(time, 'UTC') - earliest(time, 'UTC')
