import { type Fact, type FieldName, type FieldValue, fieldOf, type Source, TRACKED_FIELDS } from './facts.ts'
import { digest } from './join.ts'
import type { AccountId, Ref } from './refs.ts'

/**
 * The past of a tracked field, thinned: per span of time (TRACKED_FIELDS) and value, the first and the last time it was seen. Joining two
 * sightings of one key takes the earlier first and the later last, so the order of arrival does not matter.
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

export type SightingKey = string
export const sightingKey = (s: Pick<Sighting, 'ref' | 'field' | 'source' | 'bucket' | 'digest'>): SightingKey =>
  [s.ref, s.field, s.source, s.bucket, s.digest].join('\u0000')

/** The sighting that a fact is, or null for a field whose past is not kept. */
export const sightingOf = (fact: Fact): Sighting | null => {
  const field = fieldOf(fact.field)
  const span = TRACKED_FIELDS[field]
  if (span === undefined) return null
  const { account, ref, source, value, observedAt } = fact
  const bucket = Math.floor(observedAt / span)
  return { account, ref, field, source, bucket, digest: digest(value), value, first: observedAt, last: observedAt }
}

/** Joins two sightings of one key. */
export const joinSightings = (a: Sighting, b: Sighting): Sighting => ({
  ...a,
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
})
