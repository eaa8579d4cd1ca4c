import { isBlank } from '../words/fold.ts'
import { columnNamed } from '../words/lookup.ts'
import { MEANINGS } from './columns.ts'
import type { ColumnMeaning } from './recognised.ts'
import type { Grid } from './view.ts'

/**
 * Facts with their names below each other ("Status: Connected") as a grid with the names as headers and one row. Null if
 * the grid is anything else: every row has to be a name and a value, and one name at least a known one.
 */
export const factsOf = (grid: Grid): Grid | null => {
  if (grid.headers.length > 0 || grid.rows.length === 0) return null
  const pairs = grid.rows.map(row => row.cells.filter((cell, index) => index < 2 || !isBlank(cell.text)))
  if (pairs.some(cells => cells.length !== 2 || isBlank(cells[0]?.text ?? ''))) return null
  const headers = pairs.map(([name]) => name?.text ?? '')
  if (!headers.some(isFact)) return null
  return {
    ...grid,
    headers,
    rows: [
      {
        key: 'facts',
        cells: pairs.map(([, value]) => value ?? { text: '' }),
        seenAt: Math.max(...grid.rows.map(row => row.seenAt)),
      },
    ],
  }
}

const isFact = (header: string): boolean =>
  columnNamed(header)?.meanings.some(meaning =>
    (MEANINGS.app as readonly ColumnMeaning[]).includes(meaning as ColumnMeaning),
  ) ?? false
