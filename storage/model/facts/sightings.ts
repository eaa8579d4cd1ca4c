import { type Fact, type FieldName, type FieldValue, fieldOf, type Source, TRACKED_FIELDS } from './facts.ts'
import { canonical, digest } from './join.ts'
import type { AccountId, Ref } from './refs.ts'
import { earliest, HOUR, latest, type Time } from './time.ts'

/**
 * The past of a tracked field, thinned: per span of time (TRACKED_FIELDS) and value, the first and the last time it was seen. Joining two
 * sightings of one key takes the earlier first and the later last, so the order of arrival does not matter.
 * A last activity that is told by the clock, or as so long ago, is another one at each read: of those that may have ended
 * within the same eight hours one is kept. Silence counts from a day on, so nothing that matters is lost.
 * Kept so that "since when", changes and time to repair can be told.
 */
export interface Sighting {
  account: AccountId
  ref: Ref
  field: FieldName
  source: Source
  /** Number of the span of time, counted from the epoch. */
  bucket: number
  digest: string
  value: FieldValue
  first: number
  last: number
}

/** The past of an app, asked by all its refs. */
export type PastOf = (refs: readonly Ref[]) => readonly Sighting[]

export type SightingKey = string
export const sightingKey = (s: Pick<Sighting, 'ref' | 'field' | 'source' | 'bucket' | 'digest'>): SightingKey =>
  [s.ref, s.field, s.source, s.bucket, s.digest].join('\u0000')

/** Activity is kept no more finely than this; at most three rows a day. */
const SLOT = 8 * HOUR

/** The part of a sighting's key that stands for its value. */
export const sightingDigest = (field: FieldName, value: FieldValue): string => {
  if (field !== 'lastActivity' || (value as Time).kind === 'day') return digest(value)
  return `slot:${Math.floor(latest(value as Time, 'UTC') / SLOT)}`
}

/** The sighting that a fact is, or null for a field whose past is not kept, and for activity that is not told. */
export const sightingOf = (fact: Fact): Sighting | null => {
  const field = fieldOf(fact.field)
  const span = TRACKED_FIELDS[field]
  if (span === undefined || (field === 'lastActivity' && fact.value === null)) return null
  const { account, ref, source, value, observedAt } = fact
  const bucket = Math.floor(observedAt / span)
  return {
    account,
    ref,
    field,
    source,
    bucket,
    digest: sightingDigest(field, value),
    value,
    first: observedAt,
    last: observedAt,
  }
}

/** Joins two sightings of one key. */
export const joinSightings = (a: Sighting, b: Sighting): Sighting => ({
  ...a,
  value: closer(a, b),
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
})

/** Of two activities in one slot the one that surely ended first, then the more exact one; of equals the first given. */
const closer = (a: Sighting, b: Sighting): FieldValue => {
  if (a.field !== 'lastActivity') return a.value
  const [one, other] = [a.value as Time, b.value as Time]
  const order =
    latest(one, 'UTC') - latest(other, 'UTC') ||
    earliest(other, 'UTC') - earliest(one, 'UTC') ||
    (canonical(one) <= canonical(other) ? -1 : 1)
  return order <= 0 ? one : other
}
