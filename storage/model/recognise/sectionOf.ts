import { sectionNamed } from '../words/lookup.ts'
import { appFacts, appRows, type RowsRead } from './appRows.ts'
import { attentionRows, cardColumns, recommendationRows } from './attention.ts'
import { columnAt, columnsOf } from './columns.ts'
import { completeness, saysNothing } from './completeness.ts'
import { factsOf } from './facts.ts'
import { appOfLink } from './location.ts'
import { fingerprintOf } from './mapping.ts'
import { logRows, permissionRows, userRows } from './otherRows.ts'
import type { Reader } from './reader.ts'
import type { Column, Proof, Section, SectionKind } from './recognised.ts'
import type { Placed } from './sections.ts'
import type { Grid } from './view.ts'

/** Reads one placed grid; null if what its kind cannot do without is not there, or if it says nothing at all. */
export const sectionOf = ({ grid: drawn, index, kind }: Placed, reader: Reader): Section | null => {
  const grid = asKind(drawn, kind)
  if (grid === null) return null
  const columns =
    isHeaded(grid) || !isCards(kind)
      ? columnsOf(grid, kind, reader.mapping, reader.zone, reader.now)
      : cardColumns(grid, reader.mapping)
  const readable = grid.rows.length === 0 || canRead(kind, columns, grid)
  // A group of permissions that cannot be read is told all the same: the others are not all that the app may do.
  if (!readable && kind !== 'permissions') return null
  const read = READ[kind](readable ? grid : { ...grid, rows: [] }, columns, reader)
  const unread = read.unread + (readable && (kind !== 'permissions' || isUnderPermissions(grid)) ? 0 : 1)
  const { complete, proof, stated } = completeness(grid, kind, read.seen, unread, reader.place.kind === 'none')
  if (read.rows.length === 0 && read.skipped.length === 0 && proof === 'nothing-stated') return null
  return {
    kind,
    rows: read.rows,
    ...(kind === 'users' ? { of: null } : kind === 'permissions' ? { of: reader.pageApp } : {}),
    heading: grid.heading,
    fingerprint: fingerprintOf(grid),
    columns,
    skipped: read.skipped,
    seen: read.seen,
    stated,
    complete,
    proof,
    since: grid.since,
    grid: index,
  } as Section
}

/** A group stands under the section's own heading; under unknown words it is not known what other groups there are. */
const isUnderPermissions = (grid: Grid): boolean =>
  [grid.heading, grid.path.at(-1)].some(words => sectionNamed(words ?? '')?.meanings.includes('permissions'))

const isHeaded = (grid: Grid): boolean => grid.headers.some(header => header !== '')
const isCards = (kind: SectionKind): boolean => kind === 'attention' || kind === 'recommendations'

/** The grid as a section of that kind reads it: facts with names as heads; single lines that are no phrases as sentences. */
const asKind = (grid: Grid, kind: SectionKind): Grid | null => {
  if (kind === 'app') return grid.rows.length === 0 ? grid : factsOf(grid)
  if (kind === 'permissions' || isHeaded(grid)) return grid
  const lines = grid.rows.map(row => row.cells.filter(cell => cell.text !== ''))
  const [first, second] = lines
  // One box without an app's link may as well say that there is nothing to list.
  const lone = first !== undefined && second === undefined && !first.some(cell => appOfLink(cell.href) !== null)
  const single =
    (lone && (!isCards(kind) || saysNothing(kind, first[0]?.text ?? ''))) ||
    (lines.every(cells => cells.length === 1 && !cells[0]?.href) &&
      grid.rows.every(row => row.cells.every(cell => !cell.buttons)))
  return single ? { ...grid, rows: [], notes: [...grid.notes, ...lines.flat().map(({ text }) => text)] } : grid
}

/** Whether the columns are there without which no row of the kind can be read. */
const canRead = (kind: SectionKind, columns: readonly Column[], grid: Grid): boolean => {
  const has = (meaning: Parameters<typeof columnAt>[1]) => columnAt(columns, meaning) >= 0
  if (kind === 'users') return has('person') || has('email')
  if (kind === 'app-log') return has('event') && has('time')
  if (kind === 'permissions')
    return grid.rows.every(row => row.cells.filter(cell => cell.text !== '').length <= 1) || has('permission')
  if (kind === 'app') return columns.some(({ meaning }) => meaning !== null)
  return has('app') || (!isCards(kind) && grid.rows.some(row => row.cells.some(cell => cell.href !== undefined)))
}

/** How the rows of each kind are read. */
const READ = {
  attention: attentionRows,
  'my-apps': appRows,
  'other-apps': appRows,
  users: userRows,
  'app-log': logRows,
  app: appFacts,
  permissions: permissionRows,
  recommendations: recommendationRows,
} satisfies Record<SectionKind, (grid: Grid, columns: readonly Column[], reader: Reader) => RowsRead<unknown>>

/**
 * One section of each kind: the groups of permissions, and cards in several groups, are put together. Two lists of apps
 * under one name are kept apart, but neither can prove on its own that something is missing. Lists of users are many.
 */
export const merged = (sections: readonly Section[]): Section[] => {
  const kept: Section[] = []
  for (const section of sections) {
    const known = kept.find(other => other.kind === section.kind)
    if (section.kind === 'users' || !known) kept.push(section)
    else if (isCards(section.kind) || section.kind === 'permissions') kept[kept.indexOf(known)] = joined(known, section)
    else {
      kept[kept.indexOf(known)] = unproven(known)
      kept.push(unproven(section))
    }
  }
  return kept.filter(isWholeSet)
}

/** Proofs that some of a list was not seen. */
const CUT_SHORT: readonly Proof[] = [
  'next-page',
  'busy',
  'section-error',
  'fewer-than-stated',
  'filtered',
  'rows-skipped',
  'end-not-seen',
]

/** Phrases stand together for all that an app may do: half of them would tell of a right that was taken away. */
const isWholeSet = ({ kind, proof }: Section): boolean => kind !== 'permissions' || !CUT_SHORT.includes(proof)

const joined = (one: Section, other: Section): Section => {
  const [worse = one.complete ? other : one] = [one, other].filter(({ proof }) => CUT_SHORT.includes(proof))
  const stated =
    one.stated === null && other.stated === null ? null : (one.stated ?? one.seen) + (other.stated ?? other.seen)
  return {
    ...one,
    rows: [...one.rows, ...other.rows],
    skipped: [...one.skipped, ...other.skipped],
    seen: one.seen + other.seen,
    stated,
    complete: one.complete && other.complete,
    proof: worse.proof,
    since: Math.max(one.since, other.since),
  } as Section
}

const unproven = (section: Section): Section => ({
  ...section,
  complete: false,
  proof: section.complete ? 'nothing-stated' : section.proof,
})
