import { END_SETTLES } from '../../../storage/model/gather/collectGrid.ts'
import { endInDoubt } from '../../../storage/model/gather/unfinished.ts'
import type { PageView } from '../../../storage/model/recognise/view.ts'
import { type Changes, watchChanges } from './changes.ts'
import { idle, lookInParts } from './look.ts'
import type { Seen } from './seen.ts'
import { shownDocument } from './shownDocument.ts'

/**
 * Looks at most this often (ms), so that rows which are drawn only while a person scrolls past are seen, and never for more
 * than this part of the time. Calls the page quiet after `QUIET` ms without a change.
 */
const LOOK_EVERY = 200
const LOOK_SHARE = 0.1
const QUIET = 600

/** Level 2: follows what a person sees of the page, off its critical path. */
export interface Following {
  /** Looks soon, and again after each change of the page; again while it follows, looks soon. */
  start(): void
  stop(): void
  readonly isOn: boolean
  /** Tells what it sees even if it told the same before. */
  tellAnew(): void
}

export interface FollowingNeeds {
  readonly seen: Seen
  /** Whether a node of the page is our own. */
  owns(node: Node): boolean
  /** A read on a click is under way: it looks and tells itself. */
  isPaused(): boolean
  /** Tells what was seen; `final`: the page holds still. */
  send(view: PageView, final: boolean): Promise<void>
  /** Runs work whose failure must not reach the page. */
  guarded(work: () => Promise<unknown>): Promise<void>
}

/** @returns it does not follow yet */
export const createFollowing = ({ seen, owns, isPaused, send, guarded }: FollowingNeeds): Following => {
  let changes: Changes | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** How often the page changed. */
  let changed = 0
  let lookTook = 0
  /** A look is under way, and whether another one is due after it. */
  let looking = false
  let lookAgain = false
  let sent = ''
  let sending = false
  let moreToSend = false

  const pace = () => Math.max(LOOK_EVERY, lookTook / LOOK_SHARE)

  /** Looks in so many ms, or once the look under way is done. */
  const schedule = (after: number) => {
    if (looking) lookAgain = true
    if (looking || !changes || isPaused() || timer !== undefined || document.visibilityState === 'hidden') return
    timer = setTimeout(() => {
      timer = undefined
      void idle().then(() => guarded(lookOnce))
    }, after)
  }

  const lookOnce = async () => {
    const watching = changes
    if (looking) lookAgain = true
    if (looking || !watching || isOver(watching)) return
    watching.include(shownDocument(document).body)
    if (!(await look(watching))) return
    if (sending) moreToSend = true
    else await sendUntilQuiet(watching)
  }

  /** Whether what `watching` follows is not to be told any more. */
  const isOver = (watching: Changes) => changes !== watching || isPaused()

  /** False: there is nothing to look at any more. */
  const look = async (watching: Changes): Promise<boolean> => {
    looking = true
    lookAgain = false
    try {
      const watched = { changes: () => changed, isOver: () => isOver(watching) }
      const done = await lookInParts(watched, view => seen.add(view))
      lookTook = done.worked
      return !done.isOver
    } finally {
      looking = false
      if (lookAgain) schedule(pace())
    }
  }

  /** Sends what is seen, and once more when the page holds still; looks go on meanwhile. */
  const sendUntilQuiet = async (watching: Changes) => {
    sending = true
    moreToSend = false
    try {
      await sendNews(false)
      await watching.settled(QUIET, 4 * QUIET)
      // A look under way sees what this one would, and more is sent after it.
      if (!looking && !isOver(watching) && (await look(watching))) await sendNews(true)
    } finally {
      sending = false
      if (moreToSend) schedule(0)
      else if (seen.collection && endInDoubt(seen.collection)) schedule(END_SETTLES)
    }
  }

  /** Sends what was seen if that is news, or if a page that was moving now holds still. */
  const sendNews = async (final: boolean) => {
    if (!seen.collection) return
    const { view } = seen.collection
    const news = `${final} ${fingerprint(view)}`
    if (news === sent || (!final && `true ${fingerprint(view)}` === sent)) return
    sent = news
    await send(view, final)
  }

  const onVisibility = () => {
    if (document.visibilityState === 'hidden') seen.lostSight()
    else schedule(0)
  }
  /** Scrolling draws rows, which is a change; and it may show the end of a list, which is not. */
  const onScroll = () => schedule(pace())

  return {
    get isOn() {
      return changes !== null
    },
    start() {
      changes ??= watchChanges(document.body, owns, () => {
        changed++
        schedule(pace())
      })
      document.addEventListener('visibilitychange', onVisibility)
      document.addEventListener('scroll', onScroll, { capture: true, passive: true })
      schedule(0)
    },
    stop() {
      if (!changes) return
      changes.stop()
      changes = null
      clearTimeout(timer)
      timer = undefined
      document.removeEventListener('visibilitychange', onVisibility)
      document.removeEventListener('scroll', onScroll, { capture: true })
    },
    tellAnew() {
      sent = ''
    },
  }
}

/** What a view says, without the times of looking: equal when there is no news. */
const fingerprint = (view: PageView): string =>
  JSON.stringify(view, (key, value) => (key === 'at' || key === 'seenAt' || key === 'since' ? undefined : value))
