import { columnNamed } from '../words/lookup.ts'
import type { Grid, PageView } from './view.ts'

/** Epoch ms that calendars can handle; they want whole ones. */
const LATEST = 8e15

/** The view with times and a zone that calendars can handle, and with heads that stand in a first row put where they belong. */
export const tidied = (view: PageView, now: number): PageView => {
  const at = usable(view.at, now)
  return {
    ...view,
    at,
    zone: isZone(view.zone) ? view.zone : 'UTC',
    grids: view.grids
      .map(grid => ({
        ...withHeads(grid),
        since: usable(grid.since, at),
      }))
      .map(grid => ({ ...grid, rows: grid.rows.map(row => ({ ...row, seenAt: usable(row.seenAt, at) })) })),
  }
}

const usable = (at: number, otherwise: number): number =>
  Number.isFinite(at) && Math.abs(at) <= LATEST ? Math.round(at) : otherwise

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** A paste or a list of bare boxes may have its heads in the first row: every text of it names a column, and two do at least. */
const withHeads = (grid: Grid): Grid => {
  const [first, ...rest] = grid.rows
  if (grid.headers.some(header => header !== '') || !first || rest.length === 0) return grid
  const texts = first.cells.map(cell => cell.text)
  const named = texts.filter(text => columnNamed(text) !== null).length
  // "Status: Error" is a fact with its name, and the next row has a name too.
  const facts = rest.some(row => columnNamed(row.cells[0]?.text ?? '') !== null)
  const plain = first.cells.every(cell => cell.href === undefined && cell.datetime === undefined)
  return plain && !facts && named >= 2 && named > texts.filter(text => text !== '').length / 2
    ? { ...grid, headers: texts, rows: rest }
    : grid
}
