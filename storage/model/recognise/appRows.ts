import type { Time } from '../facts/time.ts'
import { isBlank } from '../words/fold.ts'
import { connectionsIn, says } from '../words/lookup.ts'
import { type Named, namedApp, nameKey, rowApp } from './apps.ts'
import { columnAt } from './columns.ts'
import { linesOf, personIn } from './people.ts'
import type { Reader } from './reader.ts'
import { rowText, timesAt } from './reader.ts'
import type { AppRow, Column, ColumnMeaning, SkipReason } from './recognised.ts'
import type { Cell, Grid, Row } from './view.ts'

/** What came of the rows of one grid. */
export interface RowsRead<R> {
  rows: R[]
  skipped: { text: string; reason: SkipReason }[]
  /** Rows that can be told apart. */
  seen: number
  /** Rows of which nobody can say what they list. */
  unread: number
}

/** Reads a list of apps. */
export const appRows = (grid: Grid, columns: readonly Column[], reader: Reader): RowsRead<AppRow> => {
  const nameAt = columnAt(columns, 'app')
  const read: RowsRead<AppRow> = { rows: [], skipped: [], seen: 0, unread: 0 }
  const skip = (text: string, reason: SkipReason) => read.skipped.push({ text: text.slice(0, 200), reason })
  const times = timesOf(grid, columns, reader)
  const groups = Map.groupBy(identified(grid, nameAt, reader, read), ({ identity }) => identity)
  const carriers = carriersOf([...groups.values()].flat())

  for (const group of groups.values()) {
    const different = group.filter(
      ({ row }, index) => !group.slice(0, index).some(({ row: other }) => rowText(other) === rowText(row)),
    )
    const [first] = group
    if (!first) continue
    const shared = first.named.name !== null && (carriers.get(nameKey(first.named.name)) ?? 0) > 1
    // A name alone, carried by another row too: nobody can say which app this row tells of.
    if (first.named.ref === null && (group.length > 1 || shared)) {
      for (const { row } of group) skip(first.named.name ?? rowText(row), 'ambiguous-name')
      read.seen += group.length
      continue
    }
    for (const { row } of group) if (!different.some(other => other.row === row)) skip(rowText(row), 'duplicate')
    read.seen += different.length
    const app = rowApp(inAll(group.map(({ named }) => named)), shared)
    if (!app) continue
    const [one, ...others] = different.map(({ row, index, named }) =>
      fieldsOf(row, index, named, columns, times, grid, skip),
    )
    read.rows.push({ app, ...others.reduce(agreed, one ?? {}) })
  }
  return read
}

/** Reads the facts of an app's own page: `grid` has their names as heads and one row. */
export const appFacts = (grid: Grid, columns: readonly Column[], reader: Reader): RowsRead<AppRow> => {
  const read: RowsRead<AppRow> = { rows: [], skipped: [], seen: 0, unread: 0 }
  const [row] = grid.rows
  if (!row || !reader.pageApp) return read
  const named: Named = {
    ref: reader.pageApp.refs[0],
    name: reader.pageApp.name,
    href: null,
    marketplace: null,
    foreign: false,
  }
  const fields = fieldsOf(row, 0, named, columns, timesOf(grid, columns, reader), grid, (text, reason) =>
    read.skipped.push({ text, reason }),
  )
  return { ...read, seen: 1, rows: [{ app: reader.pageApp, ...fields }] }
}

type Fields = Omit<AppRow, 'app'>

interface Identified {
  row: Row
  index: number
  named: Named
  identity: string
}

/** One link in several rows: the name and address that all of them give. */
const inAll = (rows: readonly Named[]): Named => {
  const [first, ...others] = rows as [Named, ...Named[]]
  const name = others.every(other => other.name === first.name) ? first.name : null
  return { ...first, name, href: rows.flatMap(({ href }) => href ?? []).sort()[0] ?? null }
}

/** Rows that name an app, with what tells them apart: the link, else the name. */
const identified = (grid: Grid, nameAt: number, reader: Reader, read: RowsRead<AppRow>): Identified[] =>
  grid.rows.flatMap((row, index) => {
    const named = namedApp(row, row.cells[nameAt], reader.portal)
    const reason = isPlaceholder(row)
      ? 'placeholder'
      : named.foreign
        ? 'unreadable'
        : named.ref === null && named.name === null
          ? 'no-name'
          : null
    if (reason === null) return [{ row, index, named, identity: named.ref ?? `name:${nameKey(named.name ?? '')}` }]
    read.skipped.push({ text: rowText(row).slice(0, 200), reason })
    if (reason !== 'placeholder') read.unread++
    return []
  })

/** Name -> how many different apps of the list carry it. */
const carriersOf = (rows: readonly Identified[]): Map<string, number> => {
  const carriers = new Map<string, Set<string>>()
  for (const { named, identity } of rows) {
    if (named.name === null) continue
    const key = nameKey(named.name)
    carriers.set(key, (carriers.get(key) ?? new Set()).add(identity))
  }
  return new Map([...carriers].map(([name, identities]) => [name, identities.size]))
}

export const isPlaceholder = (row: Row): boolean =>
  row.cells.every(cell => isBlank(cell.text) && cell.href === undefined && (cell.buttons ?? []).length === 0)

/** Of one app in two rows that say different things, what both say. */
const agreed = (one: Fields, other: Fields): Fields =>
  Object.fromEntries(
    Object.entries(one).filter(
      ([field, value]) => JSON.stringify(value) === JSON.stringify(other[field as keyof Fields]),
    ),
  )

const DATE_MEANINGS = ['installed', 'lastActivity'] as const

const timesOf = (grid: Grid, columns: readonly Column[], reader: Reader) =>
  Object.fromEntries(
    DATE_MEANINGS.map(meaning => [meaning, timesAt(grid, columnAt(columns, meaning), reader, 'day')]),
  ) as Record<(typeof DATE_MEANINGS)[number], (Time | null)[]>

const fieldsOf = (
  row: Row,
  index: number,
  named: Named,
  columns: readonly Column[],
  times: ReturnType<typeof timesOf>,
  grid: Grid,
  skip: (text: string, reason: SkipReason) => void,
): Fields => {
  const at = (meaning: ColumnMeaning): Cell | undefined => row.cells[columnAt(columns, meaning)]
  const fields: Fields = {}
  const unreadable = (cell: Cell) => skip(`${named.name ?? ''}: ${cell.text}`, 'unreadable')

  const status = at('status')
  if (status && !isUndrawn(status, grid)) {
    const word = isBlank(status.text) ? null : wholeText(status)
    if (word === undefined) unreadable(status)
    else fields.status = word
  }
  for (const meaning of DATE_MEANINGS) {
    const cell = at(meaning)
    if (!cell || isUndrawn(cell, grid)) continue
    const time = times[meaning][index]
    if (time) fields[meaning] = time
    else if (!isBlank(cell.text)) unreadable(cell)
    else if (meaning === 'lastActivity') fields.lastActivity = null
  }
  const installer = at('installedBy')
  const person = personIn(installer)
  if (person) fields.installedBy = person
  else if (installer && !isBlank(installer.text)) unreadable(installer)

  const count = countIn(at('connections'))
  if (count !== null) fields.connections = count
  for (const note of (at('app')?.lines ?? []).slice(1)) {
    const noted = connectionsIn(note)
    if (noted !== null && fields.connections === undefined) fields.connections = noted
    if ((noted ?? 0) > 1 || says('several', note)) fields.severalConnections = note
  }
  if (named.marketplace !== null) fields.marketplace = named.marketplace
  return fields
}

/** While a list loads, a cell without any text may just not be drawn yet; `--` is a value. */
const isUndrawn = (cell: Cell, grid: Grid): boolean => cell.text === '' && grid.extent.busy

/** All lines of a cell in full; undefined if one is cut short with nothing to tell the rest. */
const wholeText = (cell: Cell): string | undefined => {
  const lines = linesOf(cell)
  return lines.includes(null) ? undefined : lines.join(' ')
}

/** A count in the column of connections: a number, or "3 connections", as text or on the button that opens the list. */
const countIn = (cell: Cell | undefined): number | null => {
  if (!cell) return null
  const [label, another] = cell.text === '' ? (cell.buttons ?? []) : [cell.text]
  if (label === undefined || another !== undefined) return null
  const text = label.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(text) ? Number(text) : connectionsIn(text)
}
