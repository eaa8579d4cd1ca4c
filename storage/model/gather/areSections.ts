import type { Member } from './alike.ts'
import { saysRetry } from './controlWords.ts'
import { headingLevel, isHeading, type Reading } from './reading.ts'

/**
 * Whether siblings that look like rows are in truth sections with nothing in them but a sentence ("You're all set"): each
 * has its own name and they stand under no section's heading themselves. Rows there need a link or something to press.
 */
export function areSections(parent: Element, rows: readonly Member[], reading: Reading): boolean {
  if (underSectionHeading(parent, reading)) return rows.every(({ element }) => holdsTitle(element, reading))
  const named = rows.filter(({ element }) => holdsTitle(element, reading) || holdsHeading(element)).length
  if (named > rows.length / 2) return true
  const doing = rows.filter(({ leaves }) =>
    leaves.some(({ cell }) => cell.href !== undefined || cell.buttons?.some(label => !saysRetry(label))),
  ).length
  const wide = rows.filter(({ leaves }) => leaves.filter(({ cell }) => cell.text !== '').length > 2).length
  return Math.max(doing, wide) < rows.length / 2
}

/** Names a part of the page, and not only the thing itself: a card's name may name its card. */
const holdsTitle = (element: Element, reading: Reading) =>
  element.tagName === 'SECTION' &&
  (reading.titles.has(element) || [...reading.titles].some(title => element.contains(title)))

const holdsHeading = (element: Element) =>
  [...element.querySelectorAll('h1,h2,[role="heading"]')].some(inner => isHeading(inner) && headingLevel(inner) <= 2)

/** Whether the nearest heading before the element is a section's and not the page's own. */
function underSectionHeading(parent: Element, reading: Reading): boolean {
  const before = (element: Element) => (element.compareDocumentPosition(parent) & 4) !== 0 && !element.contains(parent)
  const headings = parent.ownerDocument.querySelectorAll('h1,h2,h3,h4,h5,h6,[role="heading"]')
  let at = headings.length - 1
  while (at >= 0 && !before(headings[at] as Element)) at--
  const nearest = headings[at]
  if (nearest && headingLevel(nearest) > 1) return true
  return [...reading.titles].some(
    title => before(title) && (!nearest || (nearest.compareDocumentPosition(title) & 4) !== 0),
  )
}
