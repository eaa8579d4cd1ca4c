import { scrolls } from './liveLayout.ts'

/** A step has drawn its rows when nothing changed for this long (ms), or after `SLOWEST_STEP`. */
const QUIET = 60
const SLOWEST_STEP = 1500
/** At the end: rows that are fetched may come late; a list whose end is in doubt must hold still for more than a second. */
const QUIET_AT_END = 350
const QUIET_IN_DOUBT = 1100
/** How long a whole read waits for what is loading. */
const PATIENCE = 8000
/** Part of the visible height that a step moves by. A list that draws little at a time is gone through again in smaller steps. */
const STEPS = [0.75, 0.25, 0.1]

export interface Scrolling {
  document: Document
  /** Resolves when nothing on the page changed for `quiet` ms, or after `most` ms. */
  settled(quiet: number, most: number): Promise<void>
  /** Looks at the page; called after each step, when its rows are drawn. Resolves to the number of rows known so far. */
  seen(): Promise<number>
  /** Whether rows are known to be missing. */
  misses(): boolean
  /** Whether the end of a list is in doubt. */
  unsettled(): boolean
  signal: AbortSignal
}

/**
 * Scrolls the page, then each scroll area on it, to its end step by step and back to where it was. Never clicks. Ends early
 * when `signal` aborts; positions are put back then too.
 */
export const scrollThrough = async (scrolling: Scrolling): Promise<void> => {
  const patience = { left: PATIENCE }
  let known = -1
  for (let at = 0; at < STEPS.length && !scrolling.signal.aborted; ) {
    const rows = await onePass(scrolling, STEPS[at] ?? 1, patience)
    if (!scrolling.misses() || rows === known) return
    // What is missing may be on its way: then the same steps again, else smaller ones.
    await scrolling.settled(QUIET_IN_DOUBT, 2 * QUIET_IN_DOUBT)
    if ((await scrolling.seen()) === rows) at++
    known = rows
  }
}

/** One way through everything that scrolls. Resolves to the number of rows known at its end. */
const onePass = async (scrolling: Scrolling, step: number, patience: Patience): Promise<number> => {
  const { document, settled, seen, signal } = scrolling
  const done = new Set<Element>()
  let rows = await seen()
  for (let area = nextArea(document, done); area && !signal.aborted; area = nextArea(document, done)) {
    done.add(area)
    const { scrollTop, scrollLeft } = area
    try {
      await walk(area, step, scrolling, patience)
    } finally {
      if (area.isConnected) area.scrollTo({ top: scrollTop, left: scrollLeft, behavior: 'instant' })
    }
    await settled(QUIET, SLOWEST_STEP)
    rows = await seen()
  }
  if (done.size === 0 && scrolling.unsettled()) await waitForEnd(scrolling, patience)
  return rows
}

const walk = async (area: Element, step: number, scrolling: Scrolling, patience: Patience) => {
  const { settled, seen, signal } = scrolling
  const to = async (top: number) => {
    area.scrollTo({ top, behavior: 'instant' })
    await settled(QUIET, SLOWEST_STEP)
    await seen()
  }
  await to(0)
  while (!signal.aborted && area.isConnected) {
    const before = area.scrollTop
    await to(before + Math.max(40, area.clientHeight * step))
    if (area.scrollTop > before) continue
    const height = area.scrollHeight
    await settled(QUIET_AT_END, SLOWEST_STEP)
    await seen()
    if (scrolling.unsettled()) await waitForEnd(scrolling, patience)
    if (area.scrollHeight <= height && area.scrollTop + area.clientHeight >= height - 2) return
  }
}

/** What is left of the time to wait for what is loading (ms). */
interface Patience {
  left: number
}

/** Waits until the page holds still for so long that the last row may be believed to be the last; longer while it loads. */
const waitForEnd = async ({ settled, seen, unsettled, signal }: Scrolling, patience: Patience) => {
  while (!signal.aborted && patience.left > 0) {
    const began = performance.now()
    await settled(QUIET_IN_DOUBT, 2 * QUIET_IN_DOUBT)
    patience.left -= performance.now() - began
    await seen()
    if (!unsettled()) return
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
