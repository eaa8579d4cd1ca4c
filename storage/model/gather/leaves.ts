import { type CellReading, readCell } from './cells.ts'
import { children, DEEPEST, isButton, isField, type Reading, spacing } from './reading.ts'

/** One line of a row that has no columns: a name, a sentence, a button, with the place it has in the row's structure. */
export interface Leaf {
  element: Element
  /** Tags and places from the row down: equal for the same thing in two rows built alike. */
  path: string
  cell: CellReading
}

/** The lines of a row (a card, a list entry), top to bottom. */
export function leavesOf(row: Element, reading: Reading, depth = 0): readonly Leaf[] {
  const known = reading.memo.leaves.get(row) as Leaf[] | undefined
  if (known) return known
  const leaves = findLeaves(row, reading, depth)
  reading.memo.leaves.set(row, leaves)
  return leaves
}

function findLeaves(element: Element, reading: Reading, depth: number): Leaf[] {
  const inner = depth < DEEPEST && !isButton(element) && !isField(element) ? children(element, reading) : []
  if (!inner.some(child => breaksLine(child, reading)) || hasOwnText(element)) {
    const cell = readCell([element], reading)
    return cell.text !== '' || cell.buttons || cell.href || cell.loading ? [{ element, path: '', cell }] : []
  }
  const places = new Map<string, number>()
  return inner.flatMap(child => {
    const place = places.get(child.tagName) ?? 0
    places.set(child.tagName, place + 1)
    const step = `/${child.tagName}${place}`
    return leavesOf(child, reading, depth + 1).map(leaf => ({ ...leaf, path: step + leaf.path }))
  })
}

/** Whether an element, or something in it, stands on a line of its own. */
function breaksLine(element: Element, reading: Reading): boolean {
  const known = reading.memo.breaks.get(element)
  if (known !== undefined) return known
  const breaks =
    spacing(element, reading) === 'line' ||
    isButton(element) ||
    abuts(element, reading) ||
    children(element, reading).some(child => breaksLine(child, reading))
  reading.memo.breaks.set(element, breaks)
  return breaks
}

/**
 * Without a layout: two inline elements with nothing between them, not even a space, are no running text but most likely
 * columns of a flexible box.
 */
function abuts(element: Element, reading: Reading): boolean {
  if (reading.layout?.spacing || spacing(element, reading) !== 'space') return false
  return [element.previousSibling, element.nextSibling].some(
    other => other?.nodeType === 1 && spacing(other as Element, reading) === 'space' && reading.shown(other as Element),
  )
}

function hasOwnText(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && child.nodeValue?.trim()) return true
  }
  return false
}

/** What a row needs to be a row: a name and something to go with it. */
export function isRich(leaves: readonly Leaf[]): boolean {
  const lines = leaves.filter(leaf => leaf.cell.text !== '')
  if (lines.length === 0) return false
  return lines.length > 1 || leaves.some(leaf => leaf.cell.buttons || leaf.cell.href)
}

/** Paths of a row's lines, without the places among siblings: rows with a line more or less still look alike. */
export function shapeOf(leaves: readonly Leaf[]): Set<string> {
  return new Set(leaves.map(leaf => leaf.path.replace(/\d+/g, '')))
}

export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0
  for (const path of one) if (other.has(path)) both++
  const all = one.size + other.size - both
  return all === 0 ? 1 : both / all
}

/** Lines of several rows put under each other: by path where paths agree, in the order in which they stand in the rows. */
export function byPath(rows: readonly (readonly Leaf[])[]): CellReading[][] {
  const order: string[] = []
  for (const leaves of rows) {
    let after = -1
    for (const { path } of leaves) {
      const at = order.indexOf(path)
      if (at >= 0) after = Math.max(after, at)
      else order.splice(++after, 0, path)
    }
  }
  return rows.map(leaves => {
    const cells = new Map(leaves.map(leaf => [leaf.path, leaf.cell]))
    return order.map(path => cells.get(path) ?? { text: '', loading: false, fieldOnly: false })
  })
}
