import type { RawGrid } from './raw.ts'
import { isHeading, type Reading } from './reading.ts'
import { isTable, laysOut, readTable, strayRowParents, within } from './tables.ts'

/**
 * All tables below `scope`, in order: native ones, ones made of roles, and rows by role that stand in no table. A table
 * that is only a head (a head that stays while the rows scroll) is joined with the one behind it.
 */
export function findTables(scope: Element, reading: Reading): RawGrid[] {
  const roots = rootsIn(scope, reading)
  const grids: RawGrid[] = []
  let head: { grid: RawGrid; rows: Element[] } | null = null
  for (const root of roots) {
    const alone = readTable(root, [], reading)
    if (isOnlyHead(alone)) {
      if (head) grids.push(head.grid)
      head = { grid: alone, rows: within(root, isRowElement, isTable) }
      continue
    }
    const joins =
      head !== null && alone.headers.length === 0 && !headingBetween(scope, head.rows[0] ?? head.grid.root, root)
    if (head && joins) {
      const joined = readTable(root, head.rows, reading)
      joined.owned.push(...head.grid.owned)
      if (joined.rowCount === null) joined.rowCount = head.grid.rowCount
      grids.push(joined)
    } else {
      if (head) grids.push(head.grid)
      grids.push(alone)
    }
    head = null
  }
  if (head) grids.push(head.grid)
  return grids.filter(
    grid => grid.headers.length > 0 || grid.rows.length > 0 || grid.notes.length > 0 || grid.busy || grid.undrawnAfter,
  )
}

function rootsIn(scope: Element, reading: Reading): Element[] {
  const hidden = (element: Element) => !reading.shown(element)
  const tables: Element[] = []
  const search = (at: Element) => {
    for (const table of within(
      at,
      element => isTable(element) || hidden(element),
      () => false,
    )) {
      if (hidden(table)) continue
      if (laysOut(table)) search(table)
      else tables.push(table)
    }
  }
  search(scope)
  const roots = [...tables, ...strayRowParents(scope, hidden)]
  return roots.sort((one, other) => (one.compareDocumentPosition(other) & 4 ? -1 : 1))
}

const isOnlyHead = (grid: RawGrid) =>
  grid.headers.some(header => header !== '') &&
  grid.rows.length === 0 &&
  grid.notes.length === 0 &&
  !grid.busy &&
  !grid.undrawnAfter

const isRowElement = (element: Element) => element.tagName === 'TR' || element.getAttribute('role') === 'row'

function headingBetween(scope: Element, one: Element, other: Element): boolean {
  for (const element of scope.querySelectorAll('h1,h2,h3,h4,h5,h6,[role="heading"]')) {
    if (isHeading(element) && one.compareDocumentPosition(element) & 4 && element.compareDocumentPosition(other) & 4)
      return true
  }
  return false
}
