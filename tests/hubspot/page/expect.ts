import { canon } from '../canon.ts'
import type { Day } from '../truth.ts'
import type { DateExpect } from './dates.ts'
import type { ColumnRole, Language } from './words/wordTypes.ts'

/** Which app a row is about: from its link when it has one, else only its name as shown in full. */
export type Identity = { kind: 'id' | 'page' | 'slug' | 'name'; value: string }

/** `id:123`, `page:456`, `slug:ledgerbook`, `name:Harborline`; names as `canon` leaves them. */
export function keyOf(identity: Identity): string {
  return `${identity.kind}:${identity.kind === 'name' ? canon(identity.value) : identity.value}`
}

export const SECTION_KINDS = [
  'attention',
  'my-apps',
  'other-apps',
  'other-users',
  'app-log',
  'app',
  'permissions',
  'recommendations',
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

export type FieldName =
  | 'name'
  | 'status'
  | 'installed'
  | 'installer'
  | 'lastActivity'
  | 'connections'
  | 'reason'
  | 'sentence'
  | 'team'
  | 'type'
  | 'app'
  | 'user'
  | 'time'
  | 'permission'

/** One readable value. `allowed` before the mapping form, `mapped` after a person answered it as in `Expect.mapping`. */
export type FieldExpect = {
  allowed: readonly Value[]
  mapped: readonly Value[]
  /** Can only be read for sure once a person said what its column or its word means. */
  needsMapping: boolean
  /** The text on the page that says it; empty where the address or the place says it. */
  shown: string
}

/** Texts are compared by `canon`; dates by `verdict`. Status: a kind, or `unknown:<word>`. */
export type Value = string | number | DateExpect

/** Notes what a field can be read as, with the text that says so. */
export type Put = (
  field: FieldName,
  allowed: Value | readonly Value[],
  more?: { shown?: string; mapped?: readonly Value[]; unclear?: boolean },
) => void

/** A `Put` that fills `fields`; `unclear` when the whole column needs the mapping form. */
export function putInto(fields: Partial<Record<FieldName, FieldExpect>>, unclear = false): Put {
  return (field, allowed, more = {}) => {
    const values = Array.isArray(allowed) ? (allowed as readonly Value[]) : [allowed as Value]
    const first = values[0]
    fields[field] = {
      allowed: values,
      mapped: more.mapped ?? values,
      needsMapping: unclear || (more.unclear ?? false),
      shown: more.shown ?? (typeof first === 'object' ? first.shown : String(first ?? '')),
    }
  }
}

export type RowExpect = {
  identity: Identity
  /** The row's person, where the row is one (list of users of an app). */
  person: string | undefined
  fields: Partial<Record<FieldName, FieldExpect>>
  /**
   * The page does not say which of several apps this row is about. Never missing when not read; what is read must be
   * in `allowed`, which is empty where the apps of that name differ.
   */
  ambiguous: boolean
  /** Readable for a person, but not demanded of a reader (entries of a feed without a head). */
  optional: boolean
}

export type SectionExpect = {
  kind: SectionKind
  heading: string | undefined
  /** `failed`: shows an error instead of rows; `empty`: says that there is nothing. Neither is the other. */
  state: 'rows' | 'empty' | 'failed'
  rows: RowExpect[]
  /** The number the page itself states for this list. */
  total: number | undefined
  /** After the whole walk: must be / must not be / may be called complete (rows that nobody can count for sure). */
  complete: true | false | 'either'
  /** Lists of users: the app it belongs to. */
  app: Identity | undefined
}

/** Answers for the column-mapping form, for heads and words outside the dictionary. */
export type Mapping = {
  /** `column` counts what is shown, from 0, checkbox column included; columns that are none of ours are `ignore`. */
  headers: { section: SectionKind; header: string; column: number; meaning: ColumnRole | 'ignore' }[]
  words: { word: string; meaning: string }[]
}

export type Expect = {
  portal: string
  language: Language
  /** Languages seen on the page, the main one first. */
  languages: Language[]
  home: 'new' | 'classic' | 'neither'
  now: string
  /** The zone to read the page in. */
  zone: string
  /** App pages: the app of the location. */
  app: Identity | undefined
  sections: SectionExpect[]
  mapping: Mapping
}

/** One value for counting; see `RowExpect` for `ambiguous` and `optional`. */
export type ReadValue = {
  section: SectionKind
  /** App identity; `<app> › <person>` in lists of users; `event <n>` in a log, for events have no identity. */
  key: string
  field: FieldName
  allowed: readonly Value[]
  mapped: readonly Value[]
  needsMapping: boolean
  shown: string
  ambiguous: boolean
  optional: boolean
}

/** Every value a careful person could read off the page, flat. */
export function readValues(expect: Expect): ReadValue[] {
  return expect.sections.flatMap(section =>
    section.rows.flatMap((row, index) =>
      Object.entries(row.fields).map(([field, value]) => ({
        section: section.kind,
        key: rowKey(section, row, index),
        field: field as FieldName,
        ...value,
        ambiguous: row.ambiguous,
        optional: row.optional,
      })),
    ),
  )
}

/** The key of a row in `readValues`. */
export function rowKey(section: SectionExpect, row: RowExpect, index: number): string {
  if (section.kind === 'app-log') return `event ${index}`
  if (section.kind === 'other-users') return `${keyOf(section.app ?? row.identity)} › ${canon(row.person ?? '')}`
  return keyOf(row.identity)
}

/**
 * What a reader found: a text, a number, or a span of days (a single day has `from` equal to `to`); with `at` an instant
 * (ISO) where it claims to know the time of day as well.
 */
export type Got = string | number | { from: Day; to: Day; at?: string }

export type Verdict = 'right' | 'wrong' | 'too wide'

/** Judges one found value against the allowed ones. */
export function verdict(allowed: readonly Value[], got: Got): Verdict {
  let tooWide = false
  for (const value of allowed) {
    if (typeof value === 'object') {
      if (typeof got !== 'object') continue
      if (!value.days.some(day => got.from <= day && day <= got.to)) continue
      if (got.at !== undefined && !value.instants.some(instant => sameMinute(instant, got.at ?? ''))) continue
      if (got.from >= value.widest.from && got.to <= value.widest.to) return 'right'
      tooWide = true
    } else if (typeof got !== 'object' && canon(String(value)) === canon(String(got))) return 'right'
  }
  return tooWide ? 'too wide' : 'wrong'
}

function sameMinute(one: string, other: string): boolean {
  return Math.abs(Temporal.Instant.from(one).since(other).total('seconds')) < 60
}
