import type { PermissionGroup } from '../facts/facts.ts'
import type { AppRef, PersonRef } from '../facts/refs.ts'
import type { Time } from '../facts/time.ts'

/** What came of looking at a page. Only `recognised`, `partly` and `empty-account` may change facts. */
export const READ_STATES = [
  'recognised', // every section found was understood
  'partly', // some section or column was not
  'empty-account', // the page itself says there are no apps
  'signed-out',
  'second-factor',
  'no-account',
  'no-permission',
  'moved',
  'challenge',
  'not-recognised', // the right address, but nothing on it was understood
  'other-page', // not a Connected apps page at all
] as const
export type ReadState = (typeof READ_STATES)[number]

export const LANGUAGES = ['en', 'ja', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** What a column can mean. The same words are offered in the mapping form. */
export const COLUMN_MEANINGS = [
  'app',
  'status',
  'installed',
  'installedBy',
  'lastActivity',
  'connections', // app lists
  'person',
  'email',
  'team', // list of users
  'event',
  'time', // app log
  'reason',
  'permission', // attention, permissions
  'ignore', // the user says: nothing of interest
] as const
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number]

/** What a status word can mean when the user says so. */
export const WORD_MEANINGS = ['connected', 'expired', 'disconnected', 'error', 'not-reported'] as const
export type WordMeaning = (typeof WORD_MEANINGS)[number]

/** The user's own answers for one account, kept per header fingerprint; words hold for the whole account. */
export interface Mapping {
  columns: { fingerprint: string; meanings: Record<string, ColumnMeaning> }[]
  /** Folded word -> meaning. */
  words: Record<string, WordMeaning>
}

export const SECTION_KINDS = [
  'attention',
  'my-apps',
  'other-apps',
  'users',
  'app-log',
  'app',
  'permissions',
  'recommendations',
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** The names one row showed for one app: its strongest ref first, then the others shown in the same row. */
export interface RowApp {
  refs: [AppRef, ...AppRef[]]
  name: string | null
  /** The row's own link into HubSpot, if any. */
  href: string | null
}

export interface RowPerson {
  ref: PersonRef
  name: string
}

export const EVENT_TYPES = [
  'connected',
  'disconnected',
  'reconnected',
  'installed',
  'reinstalled',
  'uninstalled',
  'sync-on',
  'sync-off',
  'permissions-changed',
  'other',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** A field is absent where the page has no such column; null where the column is there and the cell is blank. */
export interface AppRow {
  app: RowApp
  /** The status word as written. */
  status?: string | null
  installed?: Time
  installedBy?: RowPerson
  lastActivity?: Time | null
  connections?: number
  severalConnections?: string
  marketplace?: string
  settings?: string
}
export interface AttentionRow {
  app: RowApp
  reason: string
  button: string | null
}
export interface UserRow {
  person: RowPerson
  team: string | null
  installed: Time | null
}
export interface LogRow {
  app: RowApp | null
  type: EventType
  raw: string
  person: RowPerson | null
  time: Time
}
export interface PermissionRow {
  text: string
  group: PermissionGroup
}
export interface RecommendationRow {
  name: string
  text: string
  href: string | null
}

export const SKIP_REASONS = [
  'no-name', // no app, person or phrase in the row
  'ambiguous-name', // two rows with this name and no link
  'unreadable', // a cell could not be read as what its column says
  'duplicate', // the same row once more (hidden copy)
  'placeholder', // loading row
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** How a column's meaning was found. */
export type ColumnHow = 'words' | 'content' | 'mapping' | 'nothing'
export interface Column {
  index: number
  header: string
  meaning: ColumnMeaning | null
  how: ColumnHow
}

/** Why a section counts as complete, or what keeps it from it. */
export const PROOFS = [
  'rows-equal-stated',
  'rows-equal-row-count',
  'empty-sentence',
  'drawn-whole', // complete
  'fewer-than-stated',
  'next-page',
  'filtered',
  'busy',
  'end-not-seen',
  'nothing-stated',
  'rows-skipped', // some row could not be told from others
  'section-error',
  'copied', // partial: a paste cannot show what stands in the search box, or how much was selected
] as const
export type Proof = (typeof PROOFS)[number]

interface SectionCommon {
  heading: string | null
  /** Identifies the header row, so that a mapping holds for the next read too. */
  fingerprint: string
  columns: Column[]
  skipped: { text: string; reason: SkipReason }[]
  /** Rows that can be told apart, as counted for completeness. */
  seen: number
  stated: number | null
  complete: boolean
  proof: Proof
  /** Epoch ms: rows not seen at or after this were not in the list while it was read. */
  since: number
  /** Index of the grid in the view, so that the mapping form can show it; -1 where there is none. */
  grid: number
}

export type Section = SectionCommon &
  (
    | { kind: 'attention'; rows: AttentionRow[] }
    | { kind: 'my-apps'; rows: AppRow[] }
    | { kind: 'other-apps'; rows: AppRow[] }
    | { kind: 'users'; of: RowApp | null; rows: UserRow[] }
    | { kind: 'app-log'; rows: LogRow[] }
    | { kind: 'app'; rows: AppRow[] } // an app's own page: one row
    | { kind: 'permissions'; of: RowApp | null; rows: PermissionRow[] }
    | { kind: 'recommendations'; rows: RecommendationRow[] }
  )

export interface Recognised {
  state: ReadState
  /** Digits of the portal, from the address (or the links of a paste); null when nothing says it. */
  portal: string | null
  /** HubSpot host the page was on, or null (paste without links). */
  host: string | null
  languages: Language[]
  /** `new`: Connections home; `classic`: Overview page. */
  home: 'new' | 'classic' | null
  sections: Section[]
  /** Headings and headers of grids that no rule could place: shown, never guessed. */
  unplaced: { heading: string | null; headers: string[]; rows: number; grid: number }[]
}
