import { canon } from '../canon.ts'
import {
  type Expect,
  type FieldName,
  type Got,
  keyOf,
  type ReadValue,
  readValues,
  type SectionKind,
  type Value,
  verdict,
} from './expect.ts'

/** One value that a reader claims to have read, in the words of `ReadValue`. */
export type Found = { section: SectionKind; key: string; field: FieldName; value: Got }

/** One entry of the log as a reader understood it; what it could not place it leaves out. */
export type FoundEvent = Partial<Record<'type' | 'app' | 'user', string>> & {
  time?: { from: string; to: string; at?: string }
}

export type Score = {
  right: number
  /** Readable, not optional, not ambiguous. */
  wanted: number
  wrong: string[]
  missing: string[]
  /** Spans of days wider than they need to be: not wrong, not read. */
  tooWide: string[]
}

/**
 * Counts what a reader found on a page against what is readable. `mapped`: the mapping form was answered as in
 * `expect.mapping`. Anything found that the page does not say is wrong, ambiguous rows included.
 */
export function score(expect: Expect, found: readonly Found[], events: readonly FoundEvent[], mapped: boolean): Score {
  const result: Score = { right: 0, wanted: 0, wrong: [], missing: [], tooWide: [] }
  const readable = readValues(expect).filter(value => value.section !== 'app-log')
  const byPlace = Map.groupBy(readable, placeOf)
  const got = Map.groupBy(found, placeOf)
  for (const [place, values] of got) {
    const allowed = (byPlace.get(place) ?? []).flatMap(value => allowedOf(value, mapped))
    for (const { value } of values) {
      const judged = verdict(allowed, value)
      if (judged === 'wrong') result.wrong.push(`${place} = ${JSON.stringify(value)}`)
      if (judged === 'too wide') result.tooWide.push(`${place} = ${JSON.stringify(value)}`)
    }
  }
  for (const [place, values] of byPlace) {
    for (const value of values) {
      if (value.ambiguous || value.optional) continue
      result.wanted++
      const hit = (got.get(place) ?? []).some(one => verdict(allowedOf(value, mapped), one.value) === 'right')
      if (hit) result.right++
      else result.missing.push(`${place}${value.needsMapping ? ' (needs mapping)' : ''}`)
    }
  }
  scoreEvents(expect, events, result)
  return result
}

function placeOf(value: { section: SectionKind; key: string; field: FieldName }): string {
  const colon = value.key.indexOf(':')
  return `${value.section} ${value.key.slice(0, colon + 1)}${canon(value.key.slice(colon + 1))} ${value.field}`
}

function allowedOf(value: ReadValue, mapped: boolean): readonly Value[] {
  return mapped ? value.mapped : value.allowed
}

/** Each entry is matched with an entry of the page that agrees in all the reader says; one that matches none is wrong. */
function scoreEvents(expect: Expect, events: readonly FoundEvent[], result: Score): void {
  const fields = ['time', 'type', 'app', 'user'] as const
  const open = expect.sections.filter(section => section.kind === 'app-log').flatMap(section => section.rows)
  for (const row of open) if (!row.optional) result.wanted += Object.keys(row.fields).length
  // The fullest entries first, so that a poor one does not take the place of a good one.
  const fullest = [...events].sort((a, b) => Object.keys(b).length - Object.keys(a).length)
  const taken = new Set<(typeof open)[number]>()
  for (const event of fullest) {
    const match = open.find(
      row =>
        !taken.has(row) &&
        fields.every(field => {
          const value = event[field]
          return value === undefined || verdict(row.fields[field]?.allowed ?? [], value) !== 'wrong'
        }),
    )
    if (!match) {
      result.wrong.push(`app-log ${JSON.stringify(event)}`)
      continue
    }
    taken.add(match)
    if (match.optional) continue
    for (const field of fields) {
      const value = event[field]
      const allowed = match.fields[field]?.allowed
      if (value !== undefined && allowed && verdict(allowed, value) === 'right') result.right++
    }
  }
  for (const row of open) {
    if (!taken.has(row) && !row.optional) result.missing.push(`app-log ${keyOf(row.identity)} ${row.person ?? ''}`)
  }
}
