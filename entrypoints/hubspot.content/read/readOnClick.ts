import { addressScope } from '../../../storage/model/gather/address.ts'
import { type Collection, progressOf } from '../../../storage/model/gather/collect.ts'
import { isUnsettled, missesRows } from '../../../storage/model/gather/unfinished.ts'
import type { PageProgress, PageViewMessage } from '../../../storage/model/messages.ts'
import type { PageView } from '../../../storage/model/recognise/view.ts'
import { watchChanges } from './changes.ts'
import { lookAtOnce } from './look.ts'
import { scrollThrough } from './scroll.ts'
import type { Seen } from './seen.ts'
import { LeftBehind, tell } from './send.ts'
import { shownDocument } from './shownDocument.ts'

/** A page that is still loading is waited for, and the whole read ends, after these (ms). */
const LOADING = 10_000
const DEADLINE = 60_000
/** So long (ms) a page without a list is waited for if nothing on it says that it is loading. */
const SILENT = 2_500
/** How far the read is, is told at most this often (ms). */
const TELL_EVERY = 200

/** Why a read ends early. `moved`: the tab shows another page or account, or the grant is gone; nothing of it is sent then. */
type End = 'cancelled' | 'deadline' | 'moved'

/** Level 1 under way: "Read this page" was pressed. */
export interface ClickRead {
  /** What the address said when it began: one read is of one page of one account. */
  readonly scope: string
  /** What was seen until now is sent all the same. */
  cancel(): void
  /** Sends nothing. */
  moved(): void
  /** Resolves when it has ended and that was told. Throws `LeftBehind`, and what the worker could not be told. */
  readonly done: Promise<void>
}

export interface ClickNeeds {
  readonly seen: Seen
  /** Whether a node of the page is our own. */
  owns(node: Node): boolean
  /** How far it is, for the person on the page; null: over. */
  show(progress: { rows: number; stated: number | null } | null): void
  send(view: PageView, cut: PageViewMessage['cut']): Promise<unknown>
  /** Runs work that nobody waits for. */
  guarded(work: () => Promise<unknown>): Promise<void>
}

/** Begins to read the page once, with its lists scrolled to their ends and back. */
export const readOnClick = (readId: string, needs: ClickNeeds): ClickRead => {
  const abort = new AbortController()
  const end = (why: End) => abort.abort(why)
  const deadline = setTimeout(end, DEADLINE, 'deadline' satisfies End)
  return {
    scope: addressScope(location.href),
    cancel: () => end('cancelled'),
    moved: () => end('moved'),
    done: read(readId, abort.signal, needs).finally(() => clearTimeout(deadline)),
  }
}

const read = async (readId: string, signal: AbortSignal, { seen, owns, show, send, guarded }: ClickNeeds) => {
  const started = performance.now()
  const hasMoved = () => (signal.reason as End | undefined) === 'moved'
  const look = () => seen.add(lookAtOnce(), readId)
  const howFar = () => progressOf(seen.collection?.view.grids ?? [])
  const say = (phase: PageProgress['phase'], { rows, stated } = howFar()) =>
    tell({ type: 'page.progress', readId, rows, stated, phase })
  const sayStopped = () => say('cancelled', { rows: 0, stated: null })
  const progress = (phase: 'looking' | 'scrolling') => {
    show(howFar())
    return say(phase)
  }
  seen.begin(readId)
  const watching = watchChanges(document.body, owns, () => undefined)
  try {
    watching.include(shownDocument(document).body)
    await watching.settled(150, 1000)
    while (!hasMoved()) {
      look()
      if (performance.now() - started >= loadingFor(seen.collection) || signal.aborted) break
      await watching.settled(300, 1000)
    }
    if (!hasMoved()) await progress('looking')
    let told = performance.now()
    await scrollThrough({
      document: shownDocument(document),
      settled: watching.settled,
      signal,
      misses: () => seen.collection !== null && missesRows(seen.collection),
      unsettled: () => seen.collection !== null && isUnsettled(seen.collection),
      seen: async () => {
        if (!hasMoved()) look()
        if (performance.now() - told > TELL_EVERY) {
          told = performance.now()
          void guarded(() => progress('scrolling')) // the list is not held up by the telling
        }
        return howFar().rows
      },
    })
    await watching.settled(150, 1000)
    if (hasMoved()) {
      await sayStopped()
      return
    }
    await send(look(), signal.aborted ? (signal.reason as 'cancelled' | 'deadline') : undefined)
    show(null)
    await say('done')
  } catch (error) {
    // Whoever waits for this read is told that it is over, whatever went wrong with it.
    if (!(error instanceof LeftBehind)) await sayStopped()
    throw error
  } finally {
    watching.stop()
  }
}

/** How long (ms since the press) a page that looks like this may still be loading. */
const loadingFor = (collection: Collection | null): number => {
  const grids = collection?.view.grids ?? []
  if (grids.some(grid => grid.extent.busy)) return LOADING
  const { fields = [], prose = [] } = collection?.view ?? {}
  // A page without lists that says something (a login form, a sentence) is not loading.
  return grids.some(grid => grid.rows.length > 0) || fields.length + prose.length > 0 ? 0 : SILENT
}
