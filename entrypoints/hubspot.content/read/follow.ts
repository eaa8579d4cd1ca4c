import { type Collection, collect } from '../../../storage/model/gather/collect.ts'
import { END_SETTLES } from '../../../storage/model/gather/collectGrid.ts'
import { gatherView } from '../../../storage/model/gather/gatherView.ts'
import type { PageView } from '../../../storage/model/recognise/view.ts'
import { liveLayout } from './layout.ts'

/** A look waits until the page has been still for this long, but not longer than `AT_MOST` while it keeps changing. */
const STILL = 120
const AT_MOST = 600
/** The page is quiet when nothing has changed for this long. */
const QUIET = 500

/** Changes of these attributes can show or hide rows, end a loading state, or turn a page. */
const ATTRIBUTES =
  'hidden aria-hidden aria-selected aria-current aria-busy aria-disabled disabled aria-rowcount open style class title href'.split(
    ' ',
  )

export interface Follow {
  /** Looks at the page now and returns everything collected so far. */
  look(): Collection
  /** Begins a new collection at the next look. */
  restart(): void
  stop(): void
}

export interface FollowOptions {
  window: Window & typeof globalThis
  /** Called after each look that the page's changes led to. `quiet`: nothing has changed for a while. */
  onLook(collection: Collection, quiet: boolean): void
}

/**
 * Follows what the person sees: looks at the page when it has changed or was scrolled, in idle time, and collects. The
 * observer itself only notes that something changed, so the page's own work is not held up.
 */
export function startFollow({ window, onLook }: FollowOptions): Follow {
  const { document } = window
  let collection: Collection | null = null
  let fresh = false
  let stopped = false
  let changedAt = 0
  let firstChangeAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  const frames = new WeakSet<Node>()

  const look = (): Collection => {
    const view = viewOf(window)
    collection = collect(fresh ? null : collection, view)
    fresh = false
    if (view.frame !== undefined) observeFrames()
    return collection
  }
  const lookIdly = (quiet: boolean) => {
    timer = undefined
    if (idle !== undefined) window.cancelIdleCallback(idle)
    idle = window.requestIdleCallback(
      () => {
        idle = undefined
        if (stopped || document.visibilityState === 'hidden') return
        firstChangeAt = 0
        const seen = look()
        onLook(seen, quiet)
        const since = Date.now() - changedAt
        if (!quiet) schedule(() => lookIdly(true), Math.max(STILL, QUIET - since))
        else if (since < END_SETTLES + 200) schedule(() => lookIdly(true), END_SETTLES + 200 - since)
      },
      { timeout: 1000 },
    )
  }
  const schedule = (then: () => void, ms: number) => {
    if (timer !== undefined) clearTimeout(timer)
    timer = setTimeout(then, ms)
  }
  const changed = () => {
    const now = Date.now()
    changedAt = now
    if (firstChangeAt === 0) firstChangeAt = now
    if (idle === undefined) schedule(() => lookIdly(false), Math.min(STILL, Math.max(0, firstChangeAt + AT_MOST - now)))
  }
  const observer = new window.MutationObserver(changed)
  const observe = (body: Node) =>
    observer.observe(body, { childList: true, subtree: true, characterData: true, attributeFilter: ATTRIBUTES })
  const observeFrames = () => {
    for (const frame of document.querySelectorAll('iframe')) {
      const body = bodyOf(frame)
      if (!body || frames.has(body)) continue
      frames.add(body)
      observe(body)
      body.ownerDocument.addEventListener('scroll', changed, { capture: true, passive: true })
    }
  }
  const shown = () => {
    if (document.visibilityState === 'hidden') return
    fresh = true // what was seen before may have changed while nobody looked
    changed()
  }
  observe(document.body)
  document.addEventListener('scroll', changed, { capture: true, passive: true })
  document.addEventListener('visibilitychange', shown)
  changed()

  return {
    look,
    restart: () => {
      fresh = true
      changed()
    },
    stop() {
      stopped = true
      observer.disconnect()
      document.removeEventListener('scroll', changed, { capture: true })
      document.removeEventListener('visibilitychange', shown)
      if (timer !== undefined) clearTimeout(timer)
      if (idle !== undefined) window.cancelIdleCallback(idle)
    },
  }
}

/** What is on the page now. */
export function viewOf(window: Window): PageView {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return gatherView(window.document, { url: window.location.href, at: Date.now(), zone, layout: liveLayout(window) })
}

function bodyOf(frame: HTMLIFrameElement): HTMLElement | null {
  try {
    return frame.contentDocument?.body ?? null
  } catch {
    return null // another host's
  }
}
