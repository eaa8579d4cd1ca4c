import type { Member } from './alike.ts'
import { readCell } from './cells.ts'
import { align, placed } from './columns.ts'
import { isNoList } from './noList.ts'
import { partsOf } from './parts.ts'
import type { RawGrid } from './raw.ts'
import { isHeading, type Reading } from './reading.ts'

export function underHead(head: Element, rows: readonly Member[], grid: RawGrid, reading: Reading) {
  const aligned = align(
    placed(partsOf(head), reading),
    rows.map(({ element }) => placed(partsOf(element), reading)),
    reading,
  )
  grid.headers = aligned.headers
  return aligned.rows
}

/**
 * The row of heads of a list of bare boxes: as many parts as the rows have, all short words, no link, and set apart from
 * the rows (it stands before them in a box of its own, or is dressed in another way than all of them).
 */
export function headOf(
  parent: Element,
  members: readonly Member[],
  kids: readonly Element[],
  reading: Reading,
): Element | null {
  const width = commonWidth(members)
  if (width < 2) return null
  const first = members[0]
  if (first && members.length > 1 && looksLikeHead(first.element, width, reading)) {
    const others = members.slice(1)
    const classes = new Set(others.map(other => dressOf(other.element)))
    const dressed = classes.size === 1 && !classes.has(dressOf(first.element))
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
    if (previous && reading.shown(previous)) return looksLikeHead(previous, width, reading) ? previous : null
    at = at.parentElement
  }
  return null
}

/** Whether two siblings are a row of heads and the box of the rows below it, each with as many parts as there are heads. */
export function areHeadAndBody(members: readonly Member[], reading: Reading): boolean {
  const [head, body] = members
  if (!head || !body || members.length !== 2) return false
  const width = partsOf(head.element).length
  const rows = partsOf(body.element).filter(reading.shown)
  const parts = rows.map(row => partsOf(row).length).filter(count => count > 0)
  return parts.length > 1 && parts.every(count => count === width) && looksLikeHead(head.element, width, reading)
}

/** Classes of a row and of what it is wrapped in, as one opaque text: only ever compared with a neighbour's. */
function dressOf(row: Element): string {
  let dress = row.className
  for (let at = row; at.childElementCount === 1 && dress.length < 2000; ) {
    at = at.firstElementChild as Element
    dress += `>${at.tagName} ${at.className}`
  }
  return dress
}

function commonWidth(members: readonly Member[]): number {
  const counts = new Map<number, number>()
  for (const { element } of members) {
    const width = partsOf(element).length
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0
}

const NOT_IN_A_HEAD =
  'a[href],input[type="search"],input[type="text"],select,h1,h2,h3,h4,h5,h6,li,nav,[role="heading"],[role="tab"],[role="tablist"],[aria-current]'

function looksLikeHead(element: Element, width: number, reading: Reading): boolean {
  if (!reading.shown(element) || isNoList(element) || isHeading(element) || element.querySelector(NOT_IN_A_HEAD)) {
    return false
  }
  const parts = partsOf(element)
  if (parts.length !== width && parts.length !== width - 1) return false
  const cells = parts.map(part => readCell([part], reading))
  const words = cells.map(cell => cell.text || cell.buttons?.[0] || '').filter(text => text !== '')
  // A title with buttons beside it is the head of a section.
  const titled =
    cells[0]?.text !== '' && cells.slice(1).every(cell => cell.text === '') && cells.some(cell => cell.buttons)
  return (
    !titled &&
    words.length >= 2 &&
    words.length >= width / 2 &&
    new Set(words).size === words.length &&
    cells.every(cell => !cell.lines && (cell.buttons?.length ?? 0) <= 1) &&
    words.filter(text => /\d/.test(text)).length <= words.length / 4 &&
    words.every(text => text.length <= 40 && /\p{L}/u.test(text) && !/^\d|[.。!！?？…]$|^[-–—]+$/.test(text))
  )
}

/** A head says what stands below it, so it says nothing that stands there itself (a button of every row, a status word). */
function saysAnythingOf(head: Member, row: Member): boolean {
  const words = (member: Member) => member.leaves.flatMap(leaf => [leaf.cell.text, ...(leaf.cell.buttons ?? [])])
  const said = new Set(words(row))
  return words(head).some(word => word !== '' && said.has(word))
}
