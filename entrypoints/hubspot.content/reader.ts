import { addressScope } from '../../storage/model/gather/address.ts'
import type { Collection } from '../../storage/model/gather/collect.ts'
import { collect, progressOf } from '../../storage/model/gather/collect.ts'
import { END_SETTLES } from '../../storage/model/gather/collectGrid.ts'
import { gatherInSteps, gatherView } from '../../storage/model/gather/gatherView.ts'
import type { Layout } from '../../storage/model/gather/layout.ts'
import { endInDoubt, isUnsettled, missesRows } from '../../storage/model/gather/unfinished.ts'
import type {
  OverlayLook,
  PageAnswer,
  PageRead,
  PageReadAnswer,
  PageViewMessage,
  ReadLevel,
} from '../../storage/model/messages.ts'
import type { PageView } from '../../storage/model/recognise/view.ts'
import { createOverlay, type Overlay } from './overlay/overlay.ts'
import { type Changes, watchChanges } from './read/changes.ts'
import { askAhead, liveLayout } from './read/liveLayout.ts'
import { scrollThrough } from './read/scroll.ts'
import { LeftBehind, tell as say } from './read/send.ts'

/**
 * Level 2: looks at most this often (ms), so that rows which are drawn only while a person scrolls past are seen, and never
 * for more than this part of the time. Calls the page quiet after `QUIET` ms without a change.
 */
const LOOK_EVERY = 200
const LOOK_SHARE = 0.1
const QUIET = 600
/** For so long (ms) a look in parts is begun anew when the page changes between them. */
const TRIED_FOR = 1000
/** Level 1: a page that is still loading is waited for, and the whole read ends, after these (ms). */
const LOADING = 10_000
const DEADLINE = 60_000
/** Why a read ends when the tab goes to another page of HubSpot, or the grant is taken back: nothing of it is sent. */
const MOVED = 'moved'
/** Level 1: so long a page without a list is waited for if nothing on it says that it is loading. */
const SILENT = 2_500

/** Reads the page of this tab for as long as it stays on Connected apps. */
export interface Reader {
  /** The address changed, or the script has just come. Starts level 2 where the worker allows it. */
  moved(): void
  /** What the worker allows may have changed: a grant, or the choice of level for this account. */
  askAgain(): void
  /** The tab went to another page of HubSpot. */
  left(): void
  /** Level 1. Answers at once; what is read follows as messages. */
  readOnClick(message: PageRead): PageReadAnswer
  cancel(): void
  /** The grant or the consent was taken back. */
  forget(): void
  dispose(): void
}

/** `orphaned` is called when the extension is gone; nothing is said or shown then. */
export const createReader = (orphaned: () => void): Reader => {
  let collection: Collection | null = null
  let readId = ''
  let overlay: Overlay | null = null
  let changes: Changes | null = null
  let automatic = false
  let hiddenSince = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** How often the page was left: what is answered to an earlier stay shows nothing any more. */
  const stays = 0
  let sent = ''
  let sending = false
  let moreToSend = false
  let lookTook = 0
  /** How often the page changed. */
  let changed = 0
  /** A look in parts is under way, and whether another one is due after it. */
  let looking = false
  let lookAgain = false
  let asked = ''
  let click: { id: string; abort: AbortController; scope: string } | null = null

  const look = (view = gatherView(document, asSeenNow(liveLayout(window)))): PageView => {
    const before = collection
    collection = collect(before, view, hiddenSince)
    hiddenSince = false
    if (!before || collection.startedAt !== before.startedAt) readId = click?.id ?? crypto.randomUUID()
    return collection.view
  }

  const send = async (
    level: ReadLevel,
    view: PageView,
    final: boolean,
    cut?: PageViewMessage['cut'],
  ): Promise<PageAnswer | null> => {
    const id = level === 1 && click ? click.id : readId
    const stay = stays
    const answer = await say({ type: 'page.view', readId: id, level, final, view, ...(cut ? { cut } : {}) })
    if (stay !== stays) return answer // the page was left, or forgotten, meanwhile
    if (answer?.refused === 'not-granted') reader.left()
    else if (answer && answer.outcome === 'stored') show(answer.look).show(answer)
    else if (answer && overlay) overlay.show(answer)
    return answer
  }

  const show = (appearance: OverlayLook): Overlay => {
    overlay ??= createOverlay(appearance, {
      say: message => void guarded(() => say('readId' in message ? { ...message, readId } : message)),
      cancel: () => reader.cancel(),
    })
    return overlay
  }

  const watch = () => {
    changes ??= watchChanges(
      document.body,
      node => overlay?.owns(node) ?? false,
      () => {
        changed++
        schedule(pace())
      },
    )
    document.addEventListener('visibilitychange', onVisibility)
    document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  }
  const unwatch = () => {
    if (!changes) return
    changes.stop()
    changes = null
    clearTimeout(timer)
    timer = undefined
    document.removeEventListener('visibilitychange', onVisibility)
    document.removeEventListener('scroll', onScroll, { capture: true })
  }
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') hiddenSince = true
    else schedule(0)
  }
  /** Scrolling draws rows, which is a change; and it may show the end of a list, which is not. */
  const onScroll = () => schedule(pace())
  const pace = () => Math.max(LOOK_EVERY, lookTook / LOOK_SHARE)

  /** Level 2: looks soon, off the critical path; at once only where the page has just come. */
  const schedule = (after: number) => {
    if (looking) lookAgain = true
    if (looking || !automatic || click || timer !== undefined || document.visibilityState === 'hidden') return
    timer = setTimeout(() => {
      timer = undefined
      void idle().then(() => guarded(lookOnce))
    }, after)
  }

  const lookOnce = async () => {
    const watching = changes
    if (looking) lookAgain = true
    if (looking || isOver() || !watching) return
    watching.include(bodyOf(document))
    if (!(await lookInParts())) return
    if (sending) moreToSend = true
    else await sendUntilQuiet(watching)
  }
  const isOver = () => !automatic || click !== null
  /**
   * A look of which no part keeps the page from answering a person. Where the page changes between the parts they are begun
   * anew, or at last done in one piece. False: there is nothing to look at any more.
   */
  const lookInParts = async (): Promise<boolean> => {
    looking = true
    lookAgain = false
    let worked = 0
    let since = performance.now()
    const turn = async (after = nextTask) => {
      worked += performance.now() - since
      await after()
      since = performance.now()
    }
    try {
      for (const end = since + TRIED_FOR; ; ) {
        const before = changed
        const view = await gatherInParts(turn, () => changed !== before || isOver())
        if (isOver()) return false
        if (view || since >= end) {
          look(view)
          break
        }
        await turn(idle) // drawn by then: to ask for the layout before would be to work it out for the page
      }
      await turn()
      return !isOver()
    } finally {
      looking = false
      lookTook = worked
      if (lookAgain) schedule(pace())
    }
  }
  /** Sends what is seen, and once more when the page holds still; looks go on meanwhile. */
  const sendUntilQuiet = async ({ settled }: Changes) => {
    sending = true
    moreToSend = false
    try {
      await sendNews(false)
      await settled(QUIET, 4 * QUIET)
      // A look under way sees what this one would, and more is sent after it.
      if (!looking && !isOver() && (await lookInParts())) await sendNews(true)
    } finally {
      sending = false
      if (moreToSend) schedule(0)
      else if (collection && endInDoubt(collection)) schedule(END_SETTLES)
    }
  }
  /** Sends what was collected if that is news, or if a page that was moving now holds still. */
  const sendNews = async (final: boolean) => {
    if (!collection) return
    const { view } = collection
    const news = `${final} ${fingerprint(view)}`
    if (news === sent || (!final && `true ${fingerprint(view)}` === sent)) return
    sent = news
    await send(2, view, final)
  }

  const guarded = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      if (error instanceof LeftBehind) orphaned()
    }
  }

  const hello = async () => {
    asked = location.href
    const answer = await say({ type: 'page.hello', url: location.href })
    automatic = answer.read === 'automatic'
    if (!automatic) return unwatch()
    watch()
    schedule(0)
  }

  const readNow = async ({ readId: id, look: appearance }: PageRead) => {
    const abort = new AbortController()
    click = { id, abort, scope: addressScope(location.href) }
    readId = id
    collection = null
    sent = ''
    const started = performance.now()
    const deadline = setTimeout(() => abort.abort('deadline'), DEADLINE)
    const own = (node: Node) => overlay?.owns(node) ?? false
    const watching = watchChanges(document.body, own, () => undefined)
    try {
      const progress = async (phase: 'looking' | 'scrolling' | 'done') => {
        const { rows, stated } = progressOf(collection?.view.grids ?? [])
        overlay?.progress(phase === 'done' ? null : { rows, stated })
        await say({ type: 'page.progress', readId: id, rows, stated, phase })
      }
      show(appearance)
      watching.include(bodyOf(document))
      await watching.settled(150, 1000)
      look()
      for (;;) {
        const most = loadingFor(collection)
        if (performance.now() - started >= most || abort.signal.aborted) break
        await watching.settled(300, 1000)
        look()
      }
      await progress('looking')
      let told = performance.now()
      await scrollThrough({
        document: frameOf(document),
        settled: watching.settled,
        signal: abort.signal,
        misses: () => collection !== null && missesRows(collection),
        unsettled: () => collection !== null && isUnsettled(collection),
        seen: async () => {
          if (abort.signal.reason !== MOVED) look()
          if (performance.now() - told > 200) {
            told = performance.now()
            void guarded(() => progress('scrolling')) // the list is not held up by the telling
          }
          return progressOf(collection?.view.grids ?? []).rows
        },
      })
      if (abort.signal.reason === MOVED) {
        await say({ type: 'page.progress', readId: id, rows: 0, stated: null, phase: 'cancelled' })
        return
      }
      await watching.settled(150, 1000)
      const cut = abort.signal.aborted ? (abort.signal.reason === 'deadline' ? 'deadline' : 'cancelled') : undefined
      await send(1, look(), true, cut)
      await progress('done')
    } catch (error) {
      // Whoever waits for this read is told that it is over, whatever went wrong with it.
      if (!(error instanceof LeftBehind)) {
        await say({ type: 'page.progress', readId: id, rows: 0, stated: null, phase: 'cancelled' })
      }
      throw error
    } finally {
      clearTimeout(deadline)
      watching.stop()
      click = null
      overlay?.progress(null)
      if (automatic) {
        watch()
        schedule(0)
      }
    }
  }

  const reader: Reader = {
    moved() {
      // One read is of one page of one account: what was collected on the one is not sent as the other's.
      if (click && click.scope !== addressScope(location.href)) click.abort.abort(MOVED)
      if (asked !== location.href) void guarded(hello)
    },
    askAgain: () => void guarded(hello),
    left() {
      click?.abort.abort(MOVED)
      automatic = false
      asked = ''
      sent = ''
      unwatch()
      collection = null
      overlay?.remove()
      overlay = null
    },
    readOnClick(message) {
      if (click) return { started: false, reason: 'busy' }
      void guarded(() => readNow(message))
      return { started: true }
    },
    cancel: () => click?.abort.abort('cancelled'),
    forget: () => reader.left(),
    dispose: () => reader.left(),
  }
  return reader
}

/** What a view says, without the times of looking: equal when there is no news. */
const fingerprint = (view: PageView): string =>
  JSON.stringify(view, (key, value) => (key === 'at' || key === 'seenAt' || key === 'since' ? undefined : value))

/** How long (ms since the press) a page that looks like this may still be loading. */
const loadingFor = (collection: Collection | null): number => {
  const grids = collection?.view.grids ?? []
  if (grids.some(grid => grid.extent.busy)) return LOADING
  const { fields = [], prose = [] } = collection?.view ?? {}
  // A page without lists that says something (a login form, a sentence) is not loading.
  return grids.some(grid => grid.rows.length > 0) || fields.length + prose.length > 0 ? 0 : SILENT
}

/** What stands on the page, gathered with turns of the page in between; undefined if it `isStale` after one of them. */
const gatherInParts = async (turn: () => Promise<void>, isStale: () => boolean): Promise<PageView | undefined> => {
  const layout = await askAhead(window, bodyOf(document), turn, isStale)
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
/** The page has nothing to do, or not for long. */
const idle = () => new Promise<void>(resolve => requestIdleCallback(() => resolve(), { timeout: LOOK_EVERY }))

const bodyOf = (document: Document) => frameOf(document).body

/** The document to scroll: that of the one same-host frame that fills most of the page, else the page itself. */
const frameOf = (document: Document): Document => {
  for (const frame of document.querySelectorAll('iframe')) {
    const { width, height } = frame.getBoundingClientRect()
    if (width < innerWidth / 2 || height < innerHeight / 2) continue
    try {
      if (frame.contentDocument?.body) return frame.contentDocument
    } catch {
      // another origin: not ours to read
    }
  }
  return document
}
