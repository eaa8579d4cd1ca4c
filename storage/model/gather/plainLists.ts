import { type CellReading, readCell } from './cells.ts'
import { leavesOf } from './leaves.ts'
import { isNoList } from './noList.ts'
import type { RawGrid } from './raw.ts'
import { children, isButton, isField, isFloating, type Reading } from './reading.ts'
import { within } from './tables.ts'

/**
 * Lists that say by their element that they are lists, though their entries hold a single line: what an app may do
 * (`ul` of phrases), and facts with their names (`dl`: one row of two cells per name). `taken` elements belong to lists
 * found before.
 */
export function findPlainLists(scope: Element, taken: (element: Element) => boolean, reading: Reading): RawGrid[] {
  const found: RawGrid[] = []
  const visit = (element: Element, depth: number) => {
    const grid = element.tagName === 'DL' ? readFacts(element, reading) : readLines(element, reading)
    if (grid) found.push(grid)
    if (grid || depth > 200) return
    for (const child of children(element, reading)) {
      if (!taken(child) && !isNoList(child) && !isFloating(child) && !isButton(child) && !isField(child))
        visit(child, depth + 1)
    }
  }
  visit(scope, 0)
  return found
}

/** Names and what stands behind each; they may be parted by boxes of their own. */
function readFacts(list: Element, reading: Reading): RawGrid | null {
  const parts = within(
    list,
    element => element.tagName === 'DT' || element.tagName === 'DD',
    element => !reading.shown(element),
  ).filter(reading.shown)
  const rows: { element: Element; facts: Element[] }[] = []
  for (const part of parts) {
    if (part.tagName === 'DT') rows.push({ element: part, facts: [] })
    else rows[rows.length - 1]?.facts.push(part)
  }
  return gridOf(
    list,
    rows.map(({ element, facts }) => ({ element, cells: [readCell([element], reading), readCell(facts, reading)] })),
    'table',
  )
}

/** Entries of a list that hold one line each and nothing to press. */
function readLines(list: Element, reading: Reading): RawGrid | null {
  if (list.tagName !== 'UL' && list.tagName !== 'OL') return null
  const rows: { element: Element; cells: CellReading[] }[] = []
  for (const element of children(list, reading)) {
    const leaves = leavesOf(element, reading)
    const cell = leaves[0]?.cell
    if (element.tagName !== 'LI' || !cell || leaves.length !== 1 || cell.text === '' || cell.href || cell.buttons)
      return null
    rows.push({ element, cells: [cell] })
  }
  return gridOf(list, rows, 'repeat')
}

function gridOf(
  root: Element,
  rows: readonly { element: Element; cells: CellReading[] }[],
  shape: RawGrid['shape'],
): RawGrid | null {
  if (rows.length === 0) return null
  return {
    shape,
    root,
    owned: [root],
    headers: [],
    rows: rows.map(row => ({ ...row, index: null })),
    rowCount: null,
    busy: root.getAttribute('aria-busy') === 'true',
    undrawnBefore: false,
    undrawnAfter: false,
    notes: [],
    caption: null,
  }
}
