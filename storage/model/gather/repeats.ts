import { readCell } from './cells.ts'
import { align, placed } from './columns.ts'
import { byPath, isRich, type Leaf, leavesOf, likeness, shapeOf } from './leaves.ts'
import { MOST_ROWS, type RawGrid } from './raw.ts'
import { children, isButton, isField, isFloating, isHeading, type Reading, role } from './reading.ts'
import { addRow, isTable, laysOut } from './tables.ts'

/** Parts of a page that repeat without being lists of anything. */
const NO_LIST = new Set('navigation tablist toolbar menubar menu listbox radiogroup tree progressbar'.split(' '))
export const isNoList = (element: Element) => element.tagName === 'NAV' || NO_LIST.has(role(element))

const isList = (element: Element) => element.tagName === 'UL' || element.tagName === 'OL' || role(element) === 'list'

interface Member {
  element: Element
  leaves: Leaf[]
  shape: Set<string>
}

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
  for (const group of alike(kids)) {
    if (group.length < least) continue
    const members = group
      .map(element => ({ element, leaves: leavesOf(element, reading) }))
      .filter(({ leaves }) => isRich(leaves))
      .map(member => ({ ...member, shape: shapeOf(member.leaves) }))
    const rows = mutuallyAlike(members)
    const lonely = !isList(parent) && rows.every(({ leaves }) => leaves.length === 1)
    if (rows.length < least || rows.length <= best.length || lonely) continue
    if (rows.some(({ element }) => isSection(element, reading))) continue
    best = rows
  }
  return best
}

/** Siblings of the same element and role. Classes are not looked at: they differ by state and change with each build. */
function alike(kids: readonly Element[]): Element[][] {
  const groups = new Map<string, Element[]>()
  for (const kid of kids) {
    if (isHeading(kid)) continue
    const key = `${kid.tagName} ${role(kid)}`
    groups.set(key, [...(groups.get(key) ?? []), kid])
  }
  return [...groups.values()]
}

/** Members that look like the one most others look like; a part that only happens to be the same element falls out. */
function mutuallyAlike(members: Member[]): Member[] {
  if (members.length < 2) return members
  let best: Member[] = []
  // A dozen candidates are enough to find the common shape of a long list.
  const step = Math.max(1, Math.floor(members.length / 12))
  for (let at = 0; at < members.length; at += step) {
    const like = members.filter(other => likeness(other.shape, members[at]?.shape ?? new Set()) >= 0.34)
    if (like.length > best.length) best = like
  }
  return best
}

/** A part with a table, or with a list of several lines an entry under a heading, is a section of the page and no row. */
function isSection(element: Element, reading: Reading): boolean {
  for (const table of element.querySelectorAll('table,[role="table"],[role="grid"],[role="treegrid"],[role="row"]')) {
    if (role(table) === 'row' || (isTable(table) && !laysOut(table))) return true
  }
  const headed = [element, ...element.querySelectorAll('*')].some(inner => isHeading(inner))
  const search = (parent: Element): boolean => {
    const kids = children(parent, reading).filter(kid => !isNoList(kid) && !isButton(kid) && !isField(kid))
    for (const group of alike(kids)) {
      const leaves = group.map(kid => leavesOf(kid, reading)).filter(severalLines)
      if (leaves.length >= 2 && (headed || leaves.length >= 3 || leaves.every(row => row.length >= 3))) return true
    }
    return kids.some(search)
  }
  return search(element)
}

const severalLines = (leaves: readonly Leaf[]) => {
  const lines = leaves.filter(leaf => leaf.cell.text !== '').length
  return lines >= 2 || (lines === 1 && leaves.some(leaf => leaf.cell.buttons))
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

function underHead(head: Element, rows: readonly Member[], grid: RawGrid, reading: Reading) {
  const aligned = align(
    placed(cellElements(head, reading), reading),
    rows.map(({ element }) => placed(cellElements(element, reading), reading)),
    reading,
  )
  grid.headers = aligned.headers
  return aligned.rows
}

/** Parts of a row side by side: the children of the first element on the way down that has several. */
function cellElements(row: Element, reading: Reading): Element[] {
  let at = row
  for (let depth = 0; depth < 20; depth++) {
    const inner = [...at.children].filter(child => reading.shown(child))
    if (inner.length !== 1) return [...at.children]
    at = inner[0] as Element
  }
  return [...at.children]
}

/**
 * The row of heads of a list of bare boxes: as many parts as the rows have, all short words, no link, and set apart from
 * the rows (it stands before them in a box of its own, or is dressed in another way than all of them).
 */
function headOf(
  parent: Element,
  members: readonly Member[],
  kids: readonly Element[],
  reading: Reading,
): Element | null {
  const width = commonWidth(members, reading)
  if (width < 2) return null
  const first = members[0]
  if (first && members.length > 1 && looksLikeHead(first.element, width, reading)) {
    const others = members.slice(1)
    const classes = new Set(others.map(other => other.element.className))
    const dressed = classes.size === 1 && !classes.has(first.element.className)
    const linked = others.filter(other => other.leaves.some(leaf => leaf.cell.href || leaf.cell.buttons)).length
    const apart = dressed || linked > others.length / 2
    if (apart && !others.some(other => saysAnythingOf(first, other))) return first.element
  }
  const firstRow = first?.element
  const before = kids.slice(0, firstRow ? kids.indexOf(firstRow) : 0).reverse()
  for (const kid of before.slice(0, 2)) if (looksLikeHead(kid, width, reading)) return kid
  let at: Element | null = parent
  for (let up = 0; at && up < 3; up++) {
    const previous: Element | null = at.previousElementSibling
    if (previous) return looksLikeHead(previous, width, reading) ? previous : null
    at = at.parentElement
  }
  return null
}

function commonWidth(members: readonly Member[], reading: Reading): number {
  const counts = new Map<number, number>()
  for (const { element } of members) {
    const width = cellElements(element, reading).length
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0
}

function looksLikeHead(element: Element, width: number, reading: Reading): boolean {
  if (!reading.shown(element) || element.querySelector('a[href],input[type="search"],input[type="text"]')) return false
  const parts = cellElements(element, reading)
  if (parts.length !== width && parts.length !== width - 1) return false
  const cells = parts.map(part => readCell([part], reading))
  const words = cells.map(cell => cell.text || cell.buttons?.[0] || '').filter(text => text !== '')
  return (
    words.length >= 2 &&
    words.length >= width / 2 &&
    new Set(words).size === words.length &&
    cells.every(cell => !cell.lines && (cell.buttons?.length ?? 0) <= 1) &&
    words.every(text => text.length <= 40 && !/\d|[.。!！?？…]$|^[-–—]+$/.test(text))
  )
}

/** A head says what stands below it, so it says nothing that stands there itself (a button of every row, a status word). */
function saysAnythingOf(head: Member, row: Member): boolean {
  const words = (member: Member) => member.leaves.flatMap(leaf => [leaf.cell.text, ...(leaf.cell.buttons ?? [])])
  const said = new Set(words(row))
  return words(head).some(word => word !== '' && said.has(word))
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
