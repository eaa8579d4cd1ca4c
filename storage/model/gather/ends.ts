import type { Layout } from './layout.ts'
import type { RawGrid } from './raw.ts'

/** A gap of this many pixels inside a list's own box may be padding; more is rows that are not drawn. */
const PADDING = 64

/**
 * Whether the first row is the list's first, and whether its last row has been on the screen with nothing blank behind it.
 * Without a layout only grey rows can tell, and only that something is missing.
 */
export function endsOf(
  grid: RawGrid,
  layout: Partial<Layout> | undefined,
): { startSeen: boolean | null; endSeen: boolean | null } {
  const first = grid.rows[0]?.element
  const last = grid.rows[grid.rows.length - 1]?.element
  const start = grid.undrawnBefore ? false : null
  const end = grid.undrawnAfter ? false : null
  if (!layout?.box || !layout.content || !layout.scrollArea || !layout.windowHeight || !first || !last) {
    return { startSeen: start, endSeen: end }
  }
  const known = layout as Layout
  const box = ownBox(grid.root, known)
  return {
    startSeen: start ?? blank(first, 'before', box, known) <= PADDING,
    endSeen: end ?? (onScreen(last, known) && blank(last, 'behind', box, known) <= PADDING),
  }
}

/** Whether the row's lower edge has come up into view. */
function onScreen(row: Element, layout: Layout): boolean {
  const box = layout.box(row)
  if (!box) return false
  const area = layout.scrollArea(row)
  const view = area ? layout.box(area) : null
  const bottom = Math.min(layout.windowHeight(), view?.bottom ?? Number.POSITIVE_INFINITY)
  // Half a row may be hidden behind a rounded edge or a horizontal scroll bar.
  return box.bottom <= bottom + (box.bottom - box.top) / 2
}

/** The largest element, within its scroll area, that holds nothing but this list. */
function ownBox(root: Element, layout: Layout): Element {
  const area = layout.scrollArea(root)
  const text = root.textContent?.trim() ?? ''
  let box = root
  while (box !== area && box.parentElement && box.parentElement.tagName !== 'BODY') {
    if ((box.parentElement.textContent?.trim() ?? '') !== text) break
    box = box.parentElement
  }
  return box
}

/** Height of what is empty between a row and the next text in that direction, or the edge of the list's own box. */
function blank(row: Element, side: 'before' | 'behind', within: Element, layout: Layout): number {
  const box = layout.box(row)
  if (!box) return 0
  const edge = side === 'before' ? box.top : box.bottom
  const away = (position: number) => (side === 'before' ? edge - position : position - edge)
  for (let at = row; at !== within && at.parentElement; at = at.parentElement) {
    for (let next = neighbour(at, side); next; next = neighbour(next, side)) {
      const beside = layout.box(next)
      if (beside && beside.bottom > beside.top && next.textContent?.trim()) {
        return away(side === 'before' ? beside.bottom : beside.top)
      }
    }
  }
  const content = layout.content(within)
  return content ? away(side === 'before' ? content.top : content.bottom) : 0
}

const neighbour = (element: Element, side: 'before' | 'behind') =>
  side === 'before' ? element.previousElementSibling : element.nextElementSibling
