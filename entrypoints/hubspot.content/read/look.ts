import { gatherInSteps, gatherView } from '../../../storage/model/gather/gatherView.ts'
import type { Layout } from '../../../storage/model/gather/layout.ts'
import type { PageView } from '../../../storage/model/recognise/view.ts'
import { askAhead, liveLayout } from './liveLayout.ts'
import { shownDocument } from './shownDocument.ts'

/** For so long (ms) a look in parts is begun anew when the page changes between them. */
const TRIED_FOR = 1000
/** The page is idle at the latest after this (ms). */
const IDLE_WITHIN = 200

/** What stands on the page, gathered in one piece: on a page of 300 apps the main thread is held for some 100 ms. */
export const lookAtOnce = (): PageView => gatherView(document, asSeenNow(liveLayout(window)))

/** How the page does between the parts of a look. */
export interface Watched {
  /** How often the page changed so far. */
  changes(): number
  /** Nobody wants to know any more. */
  isOver(): boolean
}

/**
 * A look of which no part keeps the page from answering a person. Where the page changes between the parts they are begun
 * anew, or at last done in one piece. `seen` is given what stands there in the same task in which it was gathered.
 * Resolves to the time (ms) that it kept the main thread busy, and to whether anybody still wants to know.
 */
export const lookInParts = async (
  { changes, isOver }: Watched,
  seen: (view: PageView) => void,
): Promise<{ worked: number; isOver: boolean }> => {
  let worked = 0
  let since = performance.now()
  const turn = async (after = nextTask) => {
    worked += performance.now() - since
    await after()
    since = performance.now()
  }
  for (const end = since + TRIED_FOR; ; ) {
    const before = changes()
    const view = await gatherInParts(turn, () => changes() !== before || isOver())
    if (isOver()) return { worked, isOver: true }
    if (view || since >= end) {
      seen(view ?? lookAtOnce())
      break
    }
    await turn(idle) // drawn by then: to ask for the layout before would be to work it out for the page
  }
  await turn()
  return { worked, isOver: isOver() }
}

/** What stands on the page, gathered with turns of the page in between; undefined if it `isStale` after one of them. */
const gatherInParts = async (turn: () => Promise<void>, isStale: () => boolean): Promise<PageView | undefined> => {
  const layout = await askAhead(window, shownDocument(document).body, turn, isStale)
  const steps = gatherInSteps(document, asSeenNow(layout))
  for (;;) {
    await turn()
    if (isStale()) return undefined
    const step = steps.next()
    if (step.done) return step.value
  }
}

const asSeenNow = (layout: Layout) => ({
  url: location.href,
  at: Date.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  layout,
})

/** The page's own tasks, a press among them, come before what follows. */
const nextTask = (): Promise<void> => scheduler.postTask(() => {}, { priority: 'background' })

/** Resolves when the page has nothing to do, or not for long. */
export const idle = () => new Promise<void>(resolve => requestIdleCallback(() => resolve(), { timeout: IDLE_WITHIN }))
