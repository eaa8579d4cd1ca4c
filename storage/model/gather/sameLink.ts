import type { Row } from '../recognise/view.ts'
import type { GridCollection } from './collectGrid.ts'
import { textKey } from './rowKeys.ts'

/**
 * Whether a window brings back a known link on what is another row: with other words, and between other neighbours than
 * before. A row whose words changed where it stands ("2 minutes ago") is the same row.
 */
export function linksReturn(known: GridCollection, rows: readonly Row[]): boolean {
  const olds = new Map(known.grid.rows.map(row => [row.key, row]))
  const before = new Map([...known.next].map(([key, follower]) => [follower, key]))
  return rows.some((row, at) => {
    const old = olds.get(row.key)
    if (!old || !row.key.startsWith('p:') || textKey(old.cells) === textKey(row.cells)) return false
    const sides = [
      [before.get(row.key), rows[at - 1]?.key],
      [known.next.get(row.key), rows[at + 1]?.key],
    ].filter(([then, now]) => then !== undefined && then !== '' && now !== undefined)
    return sides.length > 0 ? sides.every(([then, now]) => then !== now) : changedCells(old, row) > 1
  })
}

/** How many cells say something else. */
function changedCells(one: Row, other: Row): number {
  const width = Math.max(one.cells.length, other.cells.length)
  return Array.from({ length: width }, (_, at) => one.cells[at]?.text !== other.cells[at]?.text).filter(Boolean).length
}
