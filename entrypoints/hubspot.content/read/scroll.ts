import { scrolls } from './liveLayout.ts'

/** How long a step of a list may take to draw its rows. */
const QUIET = 120
const SLOWEST_STEP = 1500
/** Part of the visible height that a step moves by: rows at the edge are seen twice rather than never. */
const STEP = 0.75

export interface Scrolling {
  document: Document
  /** Whether an element is worth scrolling: it holds a list. */
  settled(quiet: number, most: number): Promise<void>
  /** Called after each step, when its rows are drawn. Throws or aborts to end. */
  seen(): Promise<void>
  signal: AbortSignal
}

/**
 * Scrolls the page, then each scroll area on it, to its end step by step and back to where it was. Never clicks. Ends early
 * when `signal` aborts; positions are put back then too.
 */
export const scrollThrough = async ({ document, settled, seen, signal }: Scrolling): Promise<void> => {
  const done = new Set<Element>()
  for (;;) {
    const area = nextArea(document, done)
    if (!area || signal.aborted) return
    done.add(area)
    const { scrollTop, scrollLeft } = area
    try {
      await walk(area, settled, seen, signal)
    } finally {
      if (area.isConnected) area.scrollTo({ top: scrollTop, left: scrollLeft, behavior: 'instant' })
    }
    await settled(QUIET, SLOWEST_STEP)
    await seen()
  }
}

const walk = async (area: Element, settled: Scrolling['settled'], seen: Scrolling['seen'], signal: AbortSignal) => {
  area.scrollTo({ top: 0, behavior: 'instant' })
  await settled(QUIET, SLOWEST_STEP)
  await seen()
  while (!signal.aborted && area.isConnected) {
    const before = area.scrollTop
    area.scrollTo({ top: before + Math.max(40, area.clientHeight * STEP), behavior: 'instant' })
    await settled(QUIET, SLOWEST_STEP)
    await seen()
    if (area.scrollTop > before) continue
    // At the end; a list that grows there gets one longer wait before it counts as ended.
    await settled(3 * QUIET, SLOWEST_STEP)
    if (area.scrollTop + area.clientHeight >= area.scrollHeight - 2 && area.scrollTop <= before) return
  }
}

/** The page itself first, then the scroll areas in the main part and in dialogs, in document order. */
const nextArea = (document: Document, done: ReadonlySet<Element>): Element | null => {
  const page = document.scrollingElement
  if (page && !done.has(page) && page.scrollHeight > page.clientHeight + 8) return page
  const main = document.querySelector('main, [role="main"]') ?? document.body
  const dialogs = [...document.querySelectorAll('[role="dialog"], dialog[open]')]
  for (const root of [main, ...ancestorsOf(main), ...dialogs])
    for (const element of root === main || dialogs.includes(root) ? [root, ...root.querySelectorAll('*')] : [root])
      if (!done.has(element) && element !== page && scrolls(element)) return element
  return null
}

const ancestorsOf = (element: Element): Element[] => {
  const up: Element[] = []
  for (let parent = element.parentElement; parent; parent = parent.parentElement) up.push(parent)
  return up
}
