import type { Layout } from './layout.ts'
import { MOST_ROWS, type RawGrid } from './raw.ts'

/** A gap of this many pixels inside a list's own box may be padding, if it is lower than a row; more is rows not drawn. */
const PADDING = 64
/** An empty box of this height next to the rows stands for rows that were drawn before or will be. */
const SPACER = 16

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
  if (!layout?.box || !layout.content || !layout.scrollArea || !layout.windowHeight || !first || !last) {
    return { startSeen: grid.undrawnBefore ? false : null, endSeen: grid.undrawnAfter ? false : null }
  }
  const known = layout as Layout
  const box = ownBox(grid.root, known)
  const cut = grid.rows.length >= MOST_ROWS
  return {
    startSeen: !misses(first, 'before', box, known),
    endSeen: !cut && onScreen(last, known) && !misses(last, 'behind', box, known),
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

/** Whether there is room for undrawn rows between a row and the next text in that direction, or the edge of the list's box. */
function misses(row: Element, side: 'before' | 'behind', within: Element, layout: Layout): boolean {
  const box = layout.box(row)
  if (!box) return false
  const edge = side === 'before' ? box.top : box.bottom
  const tooMuch = Math.min(PADDING, (box.bottom - box.top) * 0.75)
  const away = (position: number) => (side === 'before' ? edge - position : position - edge)
  for (let at = row; at !== within && at.parentElement; at = at.parentElement) {
    for (let next = neighbour(at, side); next; next = neighbour(next, side)) {
      const beside = layout.box(next)
      if (!beside || beside.bottom <= beside.top) continue
      if (next.textContent?.trim()) return away(side === 'before' ? beside.bottom : beside.top) > tooMuch
      if (beside.bottom - beside.top >= SPACER) return true
    }
  }
  const content = layout.content(within)
  return content !== null && away(side === 'before' ? content.top : content.bottom) > tooMuch
}

const neighbour = (element: Element, side: 'before' | 'behind') =>
  side === 'before' ? element.previousElementSibling : element.nextElementSibling
