import { type Leaf, leavesOf, likeness } from './leaves.ts'
import { isNoList } from './noList.ts'
import { partsOf } from './parts.ts'
import { children, isButton, isField, isHeading, type Reading, role } from './reading.ts'
import { isTable, laysOut } from './tables.ts'

/** A sibling that may be a row. */
export interface Member {
  element: Element
  leaves: readonly Leaf[]
  shape: Set<string>
}

/** Siblings of the same element and role. Classes are not looked at: they differ by state and change with each build. */
export function alike(kids: readonly Element[]): Element[][] {
  const groups = new Map<string, Element[]>()
  for (const kid of kids) {
    if (isHeading(kid)) continue
    const key = `${kid.tagName} ${role(kid)}`
    groups.set(key, [...(groups.get(key) ?? []), kid])
  }
  return [...groups.values()]
}

/** Members that look like the one most others look like; a part that only happens to be the same element falls out. */
export function mutuallyAlike(members: Member[]): Member[] {
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

/** Rows with a line more or less in some part differ in shape, but have as many parts side by side as the others. */
export function withSameWidth(like: Member[], members: Member[]): Member[] {
  if (like.length < 2) return like
  const widths = new Map<number, number>()
  for (const { element } of like) {
    const width = partsOf(element).length
    widths.set(width, (widths.get(width) ?? 0) + 1)
  }
  const [width, times] = [...widths].sort((one, other) => other[1] - one[1])[0] ?? [0, 0]
  if (width < 3 || times < like.length / 2) return like
  const first = members.indexOf(like[0] as Member)
  const known = new Set(like)
  return members.filter((member, at) => {
    if (known.has(member)) return true
    return partsOf(member.element).length === width && (at > first || linesOf(member.leaves) >= 2)
  })
}

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]'

/** A part with a table, or with a list of several lines an entry under a heading, is a section of the page and no row. */
export function isSection(element: Element, reading: Reading): boolean {
  for (const table of element.querySelectorAll('table,[role="table"],[role="grid"],[role="treegrid"],[role="row"]')) {
    if (role(table) === 'row' || (isTable(table) && !laysOut(table))) return true
  }
  const headed = isHeading(element) || element.querySelector(HEADINGS) !== null
  const search = (parent: Element): boolean => {
    const kids = children(parent, reading).filter(kid => !isNoList(kid) && !isButton(kid) && !isField(kid))
    for (const group of alike(kids)) {
      const leaves = group.map(kid => leavesOf(kid, reading)).filter(severalLines)
      // A few cells of two lines among others of one are a row: a name with its note, a person with an address.
      if (!headed && leaves.length <= group.length / 2) continue
      if (leaves.length >= 2 && (headed || leaves.length >= 3 || leaves.every(row => row.length >= 3))) return true
    }
    return kids.some(search)
  }
  return search(element)
}

const linesOf = (leaves: readonly Leaf[]) => leaves.filter(leaf => leaf.cell.text !== '').length

const severalLines = (leaves: readonly Leaf[]) => {
  const lines = linesOf(leaves)
  return lines >= 2 || (lines === 1 && leaves.some(leaf => leaf.cell.buttons))
}
