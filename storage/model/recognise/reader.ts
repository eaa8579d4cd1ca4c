import type { Time } from '../facts/time.ts'
import { isBlank } from '../words/fold.ts'
import { type DateCell, readDates } from './dates.ts'
import type { Place } from './location.ts'
import type { Mapping, RowApp } from './recognised.ts'
import type { Grid, Row } from './view.ts'

/** What the reading of every section of a page has in common. */
export interface Reader {
  portal: string | null
  place: Place
  zone: string
  /** Epoch ms. */
  now: number
  mapping: Mapping | null
  /** The app whose page it is, or null. */
  pageApp: RowApp | null
}

/** The whole row as one text: two rows that read alike are one row drawn twice. */
export const rowText = (row: Row): string => row.cells.map(cell => cell.full ?? cell.text).join(' | ')

/** The times of one column, row by row; null for a blank or unreadable cell, and everywhere if there is no such column. */
export const timesAt = (grid: Grid, column: number, reader: Reader, clock: 'day' | 'span'): (Time | null)[] => {
  const cells = grid.rows.map((row): DateCell => {
    const cell = row.cells[column]
    const text = cell === undefined || isBlank(cell.text) ? '' : (cell.lines?.[0] ?? cell.text)
    return {
      text,
      seenAt: row.seenAt,
      ...(text === '' || cell?.datetime === undefined ? {} : { datetime: cell.datetime }),
    }
  })
  return column < 0 ? cells.map(() => null) : readDates(cells, { zone: reader.zone, now: reader.now, clock })
}
