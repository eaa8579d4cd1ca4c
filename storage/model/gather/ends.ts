import type { Layout } from './layout.ts'
import type { RawGrid } from './raw.ts'

/** A gap of this many pixels between a list and what stands before or behind it may be a margin; more is rows not drawn. */
const MARGIN = 64
/** An empty box of this height next to rows stands for rows that were drawn before or will be. */
const SPACER = 24

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
  return {
    startSeen: start ?? blank(first, 'before', known) <= MARGIN,
    endSeen: end ?? (onScreen(last, known) && blank(last, 'behind', known) <= MARGIN),
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

/** Height of what is empty between a row and the next thing with text in that direction, within its scroll area. */
function blank(row: Element, side: 'before' | 'behind', layout: Layout): number {
  const box = layout.box(row)
  if (!box) return 0
  const edge = side === 'before' ? box.top : box.bottom
  const away = (position: number) => (side === 'before' ? edge - position : position - edge)
  const area = layout.scrollArea(row)
  let at: Element = row
  for (let up = 0; up < 30; up++) {
    for (let next = neighbour(at, side); next; next = neighbour(next, side)) {
      const beside = layout.box(next)
      if (!beside || beside.bottom <= beside.top) continue
      if (next.textContent?.trim()) return away(side === 'before' ? beside.bottom : beside.top)
      if (beside.bottom - beside.top >= SPACER) return MARGIN + 1
    }
    const parent: Element | null = at.parentElement
    if (!parent || parent === area || parent.tagName === 'BODY') {
      const content = parent ? layout.content(parent) : null
      return content ? away(side === 'before' ? content.top : content.bottom) : 0
    }
    at = parent
  }
  return 0
}

const neighbour = (element: Element, side: 'before' | 'behind') =>
  side === 'before' ? element.previousElementSibling : element.nextElementSibling
