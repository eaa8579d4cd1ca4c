import { type Fact, type FieldName, type FieldValue, type Source, TRACKED_FIELDS } from './facts.ts'
import { digest } from './join.ts'
import type { AccountId, Ref } from './refs.ts'
import { DAY, type Time } from './time.ts'

/**
 * The past of a tracked field, thinned: per UTC day and value, the first and the last time it was seen. Joining two
 * sightings of one key takes the earlier first and the later last, so the order of arrival does not matter.
 * Kept so that "since when", changes and time to repair can be told.
 */
export interface Sighting {
  account: AccountId
  ref: Ref
  field: FieldName
  source: Source
  /** UTC day number (epoch ms / DAY). */
  day: number
  digest: string
  value: FieldValue
  first: number
  last: number
}

export type SightingKey = string
export const sightingKey = (s: Pick<Sighting, 'ref' | 'field' | 'source' | 'day' | 'digest'>): SightingKey =>
  [s.ref, s.field, s.source, s.day, s.digest].join('\u0000')

/** The sighting that a fact is, or null for a field whose past is not kept. */
export const sightingOf = (fact: Fact): Sighting | null =>
  TRACKED_FIELDS.includes(fact.field)
    ? {
        account: fact.account,
        ref: fact.ref,
        field: fact.field,
        source: fact.source,
        day: Math.floor(fact.observedAt / DAY),
        digest: digest(fact.value),
        value: fact.value,
        first: fact.observedAt,
        last: fact.observedAt,
      }
    : null

/** Joins two sightings of one key. */
export const joinSightings = (a: Sighting, b: Sighting): Sighting => ({
  ...a,
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
})

/** A value that was another at the read before; when exactly lies between the two reads. */
export interface Change {
  account: AccountId
  ref: Ref
  field: FieldName
  source: Source
  from: FieldValue
  to: FieldValue
  time: Extract<Time, { kind: 'between' }>
}

/** Changes told by the sightings of one (ref, field, source), oldest first. */
export const changesOf = (sightings: readonly Sighting[]): Change[] => {
  const points = sightings
    .flatMap(s => [
      { at: s.first, s },
      { at: s.last, s },
    ])
    .sort((a, b) => a.at - b.at || (a.s.digest < b.s.digest ? -1 : 1))
  const changes: Change[] = []
  for (let i = 1; i < points.length; i++) {
    const [before, after] = [points[i - 1], points[i]]
    if (!before || !after || before.s.digest === after.s.digest) continue
    const { account, ref, field, source, value: to } = after.s
    changes.push({
      account,
      ref,
      field,
      source,
      from: before.s.value,
      to,
      time: { kind: 'between', from: before.at, to: after.at },
    })
  }
  return changes
}
