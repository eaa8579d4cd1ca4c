import { isBlank } from '../words/fold.ts'
import { labelNamed, statusNamed, troublesIn } from '../words/lookup.ts'
import { isPlaceholder, type RowsRead } from './appRows.ts'
import { namedApp, rowApp } from './apps.ts'
import { columnAt } from './columns.ts'
import { appOfLink } from './location.ts'
import { mappedColumns } from './mapping.ts'
import { linesOf } from './people.ts'
import { type Reader, rowText } from './reader.ts'
import type { AttentionRow, Column, ColumnMeaning, Mapping, RecommendationRow } from './recognised.ts'
import type { Cell, Grid, Row } from './view.ts'

const SENTENCE_END = /[.。!?！？…]$/

/**
 * What the lines of cards mean: the name (the line with the app's link, else the first line that every card has) and the
 * sentence (the only other line, else the only one that reads like a sentence, else the longest by far).
 */
export const cardColumns = (grid: Grid, mapping: Mapping | null): Column[] => {
  const width = Math.max(0, ...grid.rows.map(row => row.cells.length))
  const mapped = mappedColumns({ ...grid, headers: Array.from({ length: width }, () => '') }, mapping)
  const lines = Array.from({ length: width }, (_, index) => index).filter(
    index => mapped[index] === undefined && texts(grid, index).length > 0,
  )
  const said = (meaning: ColumnMeaning) => (mapped.includes(meaning) ? mapped.indexOf(meaning) : null)
  const name = said('app') ?? nameLine(grid, lines)
  const reason =
    said('reason') ??
    sentenceLine(
      grid,
      lines.filter(index => index !== name),
    )
  return Array.from({ length: width }, (_, index) => ({
    index,
    header: '',
    meaning: mapped[index] ?? (index === name ? 'app' : index === reason ? 'reason' : null),
    how: mapped[index] ? 'mapping' : index === name || index === reason ? 'content' : 'nothing',
  }))
}

const texts = (grid: Grid, index: number): string[] =>
  grid.rows.map(row => row.cells[index]?.text ?? '').filter(text => !isBlank(text))

const nameLine = (grid: Grid, lines: readonly number[]): number | null => {
  const linked = lines.filter(index => grid.rows.some(row => appOfLink(row.cells[index]?.href) !== null))
  if (linked.length > 1) return null
  const name = linked[0] ?? lines.find(index => texts(grid, index).length === grid.rows.length)
  if (name === undefined) return null
  const said = texts(grid, name)
  // A status or a sentence in the place of the name: these cards are built in a way that is not understood.
  return said.every(text => statusNamed(text) !== null) || said.some(text => /[.。]$/.test(text) && text.length > 40)
    ? null
    : name
}

const sentenceLine = (grid: Grid, lines: readonly number[]): number | null => {
  if (lines.length < 2) return lines[0] ?? null
  const likely = lines.filter(index =>
    texts(grid, index).some(text => SENTENCE_END.test(text) || troublesIn(text).length > 0),
  )
  if (likely.length === 1) return likely[0] ?? null
  const sized = lines
    .map(index => ({ index, size: texts(grid, index).join('').length }))
    .sort((a, b) => b.size - a.size)
  return (sized[0]?.size ?? 0) > 2 * (sized[1]?.size ?? 0) ? (sized[0]?.index ?? null) : null
}

/**
 * Reads Needs your attention. An item whose reason is not shown is kept with an empty one: the trouble is there. One app may
 * have several items.
 */
export const attentionRows = (grid: Grid, columns: readonly Column[], reader: Reader): RowsRead<AttentionRow> => {
  const read: RowsRead<AttentionRow> = { rows: [], skipped: [], seen: 0, unread: 0 }
  const nameAt = columnAt(columns, 'app')
  const reasonAt = [columnAt(columns, 'reason'), columnAt(columns, 'status')].find(index => index >= 0) ?? -1
  const known = new Set<string>()
  for (const row of grid.rows) {
    const named = namedApp(row, row.cells[nameAt], reader.portal)
    const app = rowApp(named)
    const skip = (reason: 'placeholder' | 'unreadable' | 'no-name' | 'duplicate') =>
      read.skipped.push({ text: rowText(row).slice(0, 200), reason })
    if (isPlaceholder(row)) skip('placeholder')
    else if (known.has(rowText(row))) {
      skip('duplicate')
    } else if (named.foreign || !app) {
      read.unread++
      skip(named.foreign ? 'unreadable' : 'no-name')
    } else {
      known.add(rowText(row))
      read.seen++
      read.rows.push({ app, reason: sentence(row.cells[reasonAt]), button: buttonOf(row) })
    }
  }
  return read
}

const sentence = (cell: Cell | undefined): string => {
  const lines = cell && !isBlank(cell.text) ? linesOf(cell) : []
  return lines.includes(null) ? '' : lines.join(' ')
}

/** The button that mends it, as labelled; else the first one. */
const buttonOf = (row: Row): string | null => {
  const labels = row.cells.flatMap(cell => cell.buttons ?? [])
  return labels.find(label => labelNamed(label)?.meanings.includes('reconnect')) ?? labels[0] ?? null
}

/** Reads Recommendations. */
export const recommendationRows = (grid: Grid, columns: readonly Column[]): RowsRead<RecommendationRow> => {
  const read: RowsRead<RecommendationRow> = { rows: [], skipped: [], seen: 0, unread: 0 }
  for (const row of grid.rows) {
    const name = sentence(row.cells[columnAt(columns, 'app')])
    if (name === '') {
      read.skipped.push({ text: rowText(row).slice(0, 200), reason: isPlaceholder(row) ? 'placeholder' : 'no-name' })
      if (!isPlaceholder(row)) read.unread++
      continue
    }
    read.seen++
    const href = row.cells.find(cell => cell.href !== undefined)?.href ?? null
    read.rows.push({
      name,
      text: sentence(row.cells[columnAt(columns, 'reason')]),
      href: href !== null && /^https?:/.test(href) ? href : null,
    })
  }
  return read
}
