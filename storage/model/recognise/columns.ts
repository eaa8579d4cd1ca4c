import { isBlank } from '../words/fold.ts'
import { columnNamed, connectionsIn, statusNamed } from '../words/lookup.ts'
import { looksLikeDate } from './dates.ts'
import { appOfLink } from './location.ts'
import { mappedColumns, mappedWord } from './mapping.ts'
import type { Column, ColumnHow, ColumnMeaning, Mapping, SectionKind } from './recognised.ts'
import type { Cell, Grid } from './view.ts'

/** What columns a section can have. A header that names anything else means nothing there. */
export const MEANINGS: Record<SectionKind, readonly ColumnMeaning[]> = {
  attention: ['app', 'reason', 'status'],
  'my-apps': ['app', 'status', 'installed', 'installedBy', 'lastActivity', 'connections'],
  'other-apps': ['app', 'status', 'installed', 'installedBy', 'lastActivity', 'connections'],
  users: ['person', 'email', 'team', 'installed'],
  'app-log': ['event', 'app', 'person', 'time'],
  app: ['status', 'installed', 'installedBy', 'lastActivity', 'connections'],
  permissions: ['permission'],
  recommendations: ['app', 'reason'],
}

interface Claim {
  meaning: ColumnMeaning
  how: ColumnHow
  /** "Name" alone is weaker than "App name". */
  weak: boolean
}

/**
 * What each column of a grid means in a section of `kind`: what the user said, else what the header says, else what the
 * cells leave no doubt about. Two columns that could equally be the same thing are neither.
 */
export const columnsOf = (
  grid: Grid,
  kind: SectionKind,
  mapping: Mapping | null,
  zone: string,
  now: number,
): Column[] => {
  const width = Math.max(grid.headers.length, ...grid.rows.map(row => row.cells.length), 0)
  const mapped = mappedColumns(grid, mapping)
  const claims = Array.from({ length: width }, (_, index): Claim | null => {
    const said = mapped[index]
    if (said) return { meaning: said, how: 'mapping', weak: false }
    return claimOf(grid.headers[index] ?? '', kind)
  })
  settle(claims, grid)
  for (const meaning of MEANINGS[kind]) {
    if (claims.some(claim => claim?.meaning === meaning)) continue
    const found = claims.flatMap((claim, index) =>
      claim === null && fits(meaning, kind, grid, index, mapping, zone, now) ? [index] : [],
    )
    const [only, second] = found
    if (only !== undefined && second === undefined) claims[only] = { meaning, how: 'content', weak: false }
  }
  return claims.map((claim, index) => ({
    index,
    header: grid.headers[index] ?? '',
    meaning: claim?.meaning ?? null,
    how: claim?.how ?? 'nothing',
  }))
}

/** The meanings that header words alone give a header row, whatever the section: how a section without a heading is told. */
export const meaningsNamed = (headers: readonly string[]): Set<ColumnMeaning | 'name'> =>
  new Set(headers.flatMap(header => columnNamed(header)?.meanings ?? []))

/** Index of the column with a meaning, or -1. */
export const columnAt = (columns: readonly Column[], meaning: ColumnMeaning): number =>
  columns.findIndex(column => column.meaning === meaning)

const claimOf = (header: string, kind: SectionKind): Claim | null => {
  const named = columnNamed(header)?.meanings ?? []
  const strong = MEANINGS[kind].find(meaning => named.includes(meaning as (typeof named)[number]))
  if (strong) return { meaning: strong, how: 'words', weak: false }
  const subject = kind === 'users' ? 'person' : MEANINGS[kind].find(meaning => meaning === 'app')
  return subject && named.includes('name') ? { meaning: subject, how: 'words', weak: true } : null
}

/** Of several columns that claim one meaning: what the user said, then the strong header, then the one with links; else none. */
const settle = (claims: (Claim | null)[], grid: Grid): void => {
  for (const meaning of new Set(claims.flatMap(claim => claim?.meaning ?? []))) {
    if (meaning === 'ignore') continue
    let rivals = claims.flatMap((claim, index) => (claim?.meaning === meaning ? [{ claim, index }] : []))
    for (const better of [
      ({ claim }: { claim: Claim }) => claim.how === 'mapping',
      ({ claim }: { claim: Claim }) => !claim.weak,
      ({ index }: { index: number }) => meaning === 'app' && linked(grid, index) > 0,
    ])
      if (rivals.length > 1 && rivals.some(better)) rivals = rivals.filter(better)
    claims.forEach((claim, index) => {
      if (claim?.meaning === meaning && (rivals.length > 1 || rivals[0]?.index !== index)) claims[index] = null
    })
  }
}

const cellsAt = (grid: Grid, index: number): Cell[] => grid.rows.flatMap(row => row.cells[index] ?? [])
const linked = (grid: Grid, index: number): number =>
  cellsAt(grid, index).filter(cell => appOfLink(cell.href) !== null).length

/** Headers that speak of another status than the present one of the connection. */
const OTHER_STATUS = /sync|同期|previous|prior|\blast\b|\bold\b|前回|以前|過去/i

const fits = (
  meaning: ColumnMeaning,
  kind: SectionKind,
  grid: Grid,
  index: number,
  mapping: Mapping | null,
  zone: string,
  now: number,
): boolean => {
  const cells = cellsAt(grid, index)
  const texts = cells.map(cell => cell.text).filter(text => !isBlank(text))
  const all = (test: (text: string) => boolean) => texts.length > 0 && texts.every(test)
  if (meaning === 'app') return linked(grid, index) > 0 && new Set(texts).size > 1 && texts.length === grid.rows.length
  if (meaning === 'status') {
    if (kind === 'attention' || OTHER_STATUS.test(grid.headers[index] ?? '')) return false
    return texts.length > 1 && all(text => statusNamed(text) !== null || mappedWord(text, mapping) !== null)
  }
  if (meaning === 'email') return all(isEmail)
  if (meaning === 'connections') return kind === 'other-apps' && all(text => connectionsIn(text) !== null)
  // A date column of an app list could be anything (renewal, last sync); in the log there is only one.
  if (meaning === 'time')
    return (
      cells.length > 1 && cells.every(cell => looksLikeDate({ ...cell, seenAt: now }, { zone, now, clock: 'span' }))
    )
  return false
}

export const isEmail = (text: string): boolean => /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+$/.test(text)
