import type { Collection } from './collect.ts'
import { END_SETTLES, type GridCollection } from './collectGrid.ts'
import { statedTotal } from './statedTotal.ts'

/** Whether a list on the page has rows that were not seen yet and that scrolling could bring up. */
export const missesRows = ({ grids }: Collection): boolean =>
  grids.some(grid => scrollable(grid) && (isShort(grid) || hasGap(grid)))

/** Whether a list is loading, or its last row has not been the last for long enough to be believed. */
export const isUnsettled = (collection: Collection): boolean =>
  endInDoubt(collection) || collection.grids.some(({ goneAt, grid }) => goneAt === null && grid.extent.busy)

/** Whether a list that states no total has shown its last row for so short a time that more rows may be on their way. */
export const endInDoubt = ({ grids, view }: Collection): boolean =>
  grids.some(
    ({ goneAt, grid, end }) =>
      goneAt === null && statedTotal(grid) === null && end !== null && view.at - end.since < END_SETTLES,
  )

/** On the page now, and not a page of a list whose further pages a click would show. */
const scrollable = ({ goneAt, grid }: GridCollection): boolean => goneAt === null && grid.extent.next !== 'enabled'

function isShort({ grid }: GridCollection): boolean {
  const total = statedTotal(grid)
  return total !== null && grid.rows.length < total
}

/** Two rows follow each other that were never seen side by side: rows in between were skipped. */
const hasGap = ({ grid, next }: GridCollection): boolean =>
  grid.rows.some((row, at) => {
    const follower = grid.rows[at + 1]
    return follower !== undefined && next.get(row.key) !== follower.key
  })
