import { readCell } from './cells.ts'
import { align, type Placed, placed, positive } from './columns.ts'
import { MOST_ROWS, type RawGrid, type RawRow } from './raw.ts'
import { DEEPEST, type Reading, role } from './reading.ts'

const TABLE_ROLES = new Set(['table', 'grid', 'treegrid'])
const CELL_ROLES = new Set(['cell', 'gridcell', 'rowheader', 'columnheader'])

/** A table by element or by role; one that only lays out a page says so. */
export function isTable(element: Element): boolean {
  const as = role(element)
  return TABLE_ROLES.has(as) || (element.tagName === 'TABLE' && as !== 'presentation' && as !== 'none')
}

const isRow = (element: Element) => role(element) === 'row' || (element.tagName === 'TR' && role(element) === '')
const isCell = (element: Element) =>
  CELL_ROLES.has(role(element)) || element.tagName === 'TD' || element.tagName === 'TH'
const isHeadCell = (element: Element) =>
  role(element) === 'columnheader' || (element.tagName === 'TH' && role(element) === '')

/** Elements below `root` that pass `test`, in order, none inside another, none inside what `skip` names. */
export function within(
  root: Element,
  test: (element: Element) => boolean,
  skip: (element: Element) => boolean,
): Element[] {
  const found: Element[] = []
  const visit = (element: Element, depth: number) => {
    for (let child = element.firstElementChild; child && depth < DEEPEST; child = child.nextElementSibling) {
      if (test(child)) found.push(child)
      else if (!skip(child)) visit(child, depth + 1)
    }
  }
  visit(root, 0)
  return found
}

/** A table whose rows hold other tables one beside or below the other is a frame for them, not a list. */
export function laysOut(table: Element): boolean {
  if (!table.querySelector('table,[role="table"],[role="grid"],[role="treegrid"]')) return false
  return within(table, isRow, isTable).every(row => cellsOf(row).length <= 1 || !row.textContent?.trim())
}

const cellsOf = (row: Element): Element[] => {
  const cells = within(row, isCell, isTable)
  return cells.length > 0 ? cells : [...row.children]
}

/**
 * Reads one table: a native one, one made of roles, or (`root` is then the parent of the rows) rows that stand in no table.
 * `headRows` are rows of heads that stand in an element of their own before it.
 */
export function readTable(root: Element, headRows: readonly Element[], reading: Reading): RawGrid {
  const rows = within(root, isRow, isTable)
  const head: Element[] = [...headRows]
  const body: Element[] = []
  for (const row of rows) (isHeadRow(row) ? head : body).push(row)

  const drawn = bodyRows(body, reading)
  const grid: RawGrid = {
    shape: 'table',
    root,
    owned: [...(isTable(root) ? [root] : rows), ...headRows],
    headers: [],
    rows: [],
    rowCount: null,
    busy: root.getAttribute('aria-busy') === 'true',
    undrawnBefore: false,
    undrawnAfter: false,
    notes: [],
    caption: captionOf(root, reading),
  }
  const headCells = widest(head.filter(reading.shown).map(row => placed(cellsOf(row), reading)))
  const width = headCells.length
  const data: { element: Element; cells: Placed[] }[] = []
  let emptyBehind = false
  for (const element of drawn) {
    const cells = placed(cellsOf(element), reading)
    if (cells.length > 1 || width <= 1) {
      data.push({ element, cells })
      emptyBehind = false
    } else if (!noteRow(element, grid, reading)) {
      emptyBehind = true
      if (data.length === 0) grid.undrawnBefore = true
    }
  }
  const aligned = align(
    headCells,
    data.map(({ cells }) => cells),
    reading,
  )
  grid.headers = aligned.headers
  data.forEach(({ element }, at) => {
    addRow({ element, cells: aligned.rows[at] ?? [], index: positive(element.getAttribute('aria-rowindex')) }, grid)
  })
  if (emptyBehind) grid.undrawnAfter = true
  grid.rowCount = rowCount(root, head.filter(row => root.contains(row)).length, grid.rows)
  return grid
}

/** Adds a row that is drawn; one of grey bars only tells that more is to come. */
export function addRow(row: RawRow, grid: RawGrid): void {
  const empty = row.cells.every(cell => cell.text === '' && !cell.buttons)
  if (empty) {
    if (grid.rows.length === 0) grid.undrawnBefore = true
    grid.undrawnAfter = true
    if (row.cells.some(cell => cell.loading)) grid.busy = true
  } else if (grid.rows.length < MOST_ROWS) {
    grid.rows.push(row)
    grid.undrawnAfter = false
  } else grid.undrawnAfter = true
}

/** A row over the whole width: a sentence, or a sign of loading. False if it holds nothing: then it stands for rows not drawn. */
function noteRow(row: Element, grid: RawGrid, reading: Reading): boolean {
  const cell = readCell([row], reading)
  if (cell.text !== '') grid.notes.push(cell.text)
  else if (cell.loading) grid.busy = true
  return cell.text !== '' || cell.loading
}

function isHeadRow(row: Element): boolean {
  const cells = cellsOf(row)
  if (cells.length === 0) return false
  if (row.parentElement?.tagName === 'THEAD')
    return cells.some(isHeadCell) || cells.every(cell => !cell.querySelector('a[href]'))
  return cells.every(cell => isHeadCell(cell) || (!cell.textContent?.trim() && cells.some(isHeadCell)))
}

const bodyRows = (rows: readonly Element[], reading: Reading) =>
  rows.filter(row => reading.shown(row) && row.parentElement?.tagName !== 'TFOOT')

const widest = (rows: Placed[][]): Placed[] => rows.reduce((best, row) => (row.length >= best.length ? row : best), [])

function captionOf(root: Element, reading: Reading): string | null {
  const caption = within(root, element => element.tagName === 'CAPTION', isRow)[0]
  return (caption && reading.shown(caption) && readCell([caption], reading).text) || null
}

/** `aria-rowcount` counts the head row too, unless the first data row states that it is number one. */
function rowCount(root: Element, heads: number, rows: readonly RawRow[]): number | null {
  const stated = positive(root.getAttribute('aria-rowcount'))
  if (stated === null) return null
  const indexes = rows.flatMap(row => row.index ?? [])
  const counted = indexes.includes(1) ? 0 : heads > 0 ? heads : indexes[0] === 2 ? 1 : 0
  return Math.max(stated - counted, rows.length)
}

/** Rows by role that stand in no table: the element that holds them, one per list. */
export function strayRowParents(scope: Element, skip: (element: Element) => boolean): Element[] {
  const rows = within(
    scope,
    element => role(element) === 'row',
    element => isTable(element) || skip(element),
  )
  const parents = new Set<Element>()
  for (const row of rows) {
    const parent = row.parentElement
    const holder = parent && role(parent) === 'rowgroup' ? parent.parentElement : parent
    if (holder) parents.add(holder)
  }
  return [...parents]
}
