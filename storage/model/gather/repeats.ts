import { alike, isSection, type Member, mutuallyAlike, withSameWidth } from './alike.ts'
import { areSections } from './areSections.ts'
import { byPath, isRich, leavesOf, shapeOf } from './leaves.ts'
import { isNoList } from './noList.ts'
import { partsOf } from './parts.ts'
import { MOST_ROWS, type RawGrid } from './raw.ts'
import { children, isButton, isField, isFloating, isHeading, type Reading, role } from './reading.ts'
import { areHeadAndBody, headOf, underHead } from './repeatHead.ts'
import { bareCount } from './stated.ts'
import { addRow } from './tables.ts'

const isList = (element: Element) => element.tagName === 'UL' || element.tagName === 'OL' || role(element) === 'list'

/**
 * Lists without a table role: siblings that are built alike (bare boxes as rows, cards, list entries). `taken` elements
 * belong to tables found before. The outermost siblings that are rows, and not sections with rows of their own, are taken.
 */
export function findRepeats(scope: Element, taken: (element: Element) => boolean, reading: Reading): RawGrid[] {
  const found: RawGrid[] = []
  const visit = (parent: Element, depth: number) => {
    if (depth > 200) return
    const kids = children(parent, reading).filter(child => !skips(child, taken))
    const members = rowsAmong(parent, kids, reading)
    if (members.length > 0) found.push(readRepeat(parent, members, kids, reading))
    const rows = new Set(members.map(member => member.element))
    for (const kid of kids) if (!rows.has(kid)) visit(kid, depth + 1)
  }
  visit(scope, 0)
  return found
}

const skips = (element: Element, taken: (element: Element) => boolean) =>
  taken(element) || isNoList(element) || isFloating(element) || isButton(element) || isField(element)

/** The children of `parent` that are rows of one list, or none. */
function rowsAmong(parent: Element, kids: readonly Element[], reading: Reading): Member[] {
  const least = isList(parent) ? 1 : 2
  let best: Member[] = []
  let lone: Member[] = []
  for (const group of alike(kids)) {
    const members = group
      .map(element => ({ element, leaves: leavesOf(element, reading) }))
      .filter(({ leaves }) => isRich(leaves))
      .map(member => ({ ...member, shape: shapeOf(member.leaves) }))
    const rows = withSameWidth(mutuallyAlike(members), members)
    const single = !isList(parent) && rows.every(({ leaves }) => leaves.length === 1)
    if (rows.length >= least && rows.length > best.length && !single) {
      if (!rows.some(({ element }) => isSection(element, reading)) && !areHeadAndBody(rows, reading)) best = rows
    }
    if (best.length === 0 && lone.length === 0) lone = underOwnHead(parent, members, kids, reading)
  }
  const rows = best.length > 0 ? best : lone
  const headed = rows.length > 0 && headOf(parent, rows, kids, reading) !== null
  return rows.length > 0 && !headed && areSections(parent, rows, reading) ? [] : rows
}

const NOT_IN_A_LONE_ROW = 'h1,h2,h3,h4,h5,h6,li,[role="heading"],[role="listitem"]'

/** One row alone is a list of one if it stands under a row of heads. */
function underOwnHead(parent: Element, members: Member[], kids: readonly Element[], reading: Reading): Member[] {
  const last = members[members.length - 1]
  if (!last || members.length > 2 || isHeading(last.element) || last.element.querySelector(NOT_IN_A_LONE_ROW)) return []
  // A title with its counter, or a line and a button, is no row.
  const lines = last.leaves.filter(leaf => leaf.cell.text !== '' && bareCount(leaf.cell.text) === null)
  const wide = lines.length === 1 && partsOf(last.element).length > 2
  if ((lines.length < 2 && !wide) || isSection(last.element, reading)) return []
  return headOf(parent, [last], kids, reading) ? [last] : []
}

function readRepeat(parent: Element, members: Member[], kids: readonly Element[], reading: Reading): RawGrid {
  const grid: RawGrid = {
    shape: 'repeat',
    root: parent,
    owned: [],
    headers: [],
    rows: [],
    rowCount: null,
    busy: parent.getAttribute('aria-busy') === 'true',
    undrawnBefore: false,
    undrawnAfter: false,
    notes: [],
    caption: null,
  }
  const head = headOf(parent, members, kids, reading)
  const rows = members.filter(member => member.element !== head).slice(0, MOST_ROWS)
  grid.owned = rows.map(member => member.element)
  if (head) grid.owned.unshift(head)
  const cells = head ? underHead(head, rows, grid, reading) : byPath(rows.map(({ leaves }) => leaves))
  rows.forEach(({ element }, at) => {
    addRow({ element, cells: cells[at] ?? [], index: null }, grid)
  })
  markUndrawn(kids, grid, reading)
  return grid
}

/** Siblings with nothing in them that stand among the rows are rows that are not drawn yet. */
function markUndrawn(kids: readonly Element[], grid: RawGrid, reading: Reading): void {
  const rows = grid.rows.map(row => row.element)
  const [first, last] = [rows[0], rows[rows.length - 1]]
  if (!first || !last) return
  for (const kid of kids) {
    if (
      rows.includes(kid) ||
      kid.tagName !== first.tagName ||
      leavesOf(kid, reading).some(leaf => leaf.cell.text !== '')
    )
      continue
    if (kids.indexOf(kid) < kids.indexOf(first)) grid.undrawnBefore = true
    else if (kids.indexOf(kid) > kids.indexOf(last)) grid.undrawnAfter = true
  }
}
