import { timeKey } from './join.ts'
import type { AppEvent } from './rows.ts'
import { earliest, latest, type Time } from './time.ts'

/**
 * Id of a log entry: made of what it says, so that reading it twice gives one row. `nth` tells equal entries of one read
 * apart (two disconnects of one app on one day).
 */
export const eventId = (event: Omit<AppEvent, 'id' | 'at' | 'source' | 'account'>, nth: number): string =>
  [
    event.type,
    event.type === 'other' ? event.raw : '',
    event.app ?? '',
    event.person ?? '',
    timeKey(event.time),
    nth,
  ].join('|')

/** Stored events by what they tell (type, app, person), so that a vague one finds its like without a scan. */
export type AlikeEvents = Map<string, AppEvent[]>

export const addAlike = (alike: AlikeEvents, event: AppEvent) => {
  const key = whatOf(event)
  alike.set(key, [...(alike.get(key) ?? []).filter(other => other.id !== event.id), event])
}

/**
 * What storing a told event takes: nothing, a new row, or a new row in place of a vaguer one. A relative time
 * ("2 days ago") is only a span that differs from read to read: such an event is the stored one that tells the same at
 * an overlapping time, and the narrower time is kept.
 */
export const matchEvent = (
  stored: ReadonlyMap<string, AppEvent>,
  alike: AlikeEvents,
  event: AppEvent,
): { put: AppEvent; remove: string | null } | null => {
  if (stored.has(event.id)) return null
  const same = (alike.get(whatOf(event)) ?? []).find(
    other => (isVague(event) || isVague(other)) && stored.has(other.id) && overlap(other.time, event.time),
  )
  if (!same) return { put: event, remove: null }
  return span(event.time) < span(same.time) ? { put: event, remove: same.id } : null
}

/** A time that was told relative to the moment of reading, or as one of two days. */
export const isVague = (event: AppEvent) => event.time.kind === 'between'

const whatOf = ({ type, raw, app, person }: AppEvent) =>
  [type, type === 'other' ? raw : '', app ?? '', person ?? ''].join('|')

const overlap = (a: Time, b: Time) => earliest(a, 'UTC') <= latest(b, 'UTC') && earliest(b, 'UTC') <= latest(a, 'UTC')

const span = (time: Time) => latest(time, 'UTC') - earliest(time, 'UTC')
