import { addressScope } from '../../storage/model/gather/address.ts'
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
import { createFollowing } from './read/follow.ts'
import { type ClickRead, readOnClick } from './read/readOnClick.ts'
import { createSeen } from './read/seen.ts'
import { LeftBehind, tell } from './read/send.ts'

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
  const seen = createSeen()
  let overlay: Overlay | null = null
  let click: ClickRead | null = null
  /** How often the page was left: what is answered to an earlier stay starts and shows nothing any more. */
  let stays = 0
  /** The address that the worker was last asked about. */
  let asked = ''

  const guarded = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      if (error instanceof LeftBehind) orphaned()
    }
  }
  const owns = (node: Node) => overlay?.owns(node) ?? false
  const overlayOf = (look: OverlayLook): Overlay => {
    overlay ??= createOverlay(look, {
      say: message => void guarded(() => tell('readId' in message ? { ...message, readId: seen.readId } : message)),
      cancel: () => click?.cancel(),
    })
    return overlay
  }

  const send = async (level: ReadLevel, told: Pick<PageViewMessage, 'view' | 'final' | 'readId' | 'cut'>) => {
    const stay = stays
    const answer = await tell({ type: 'page.view', level, ...told })
    if (stay === stays && answer) take(answer)
  }
  const take = (answer: PageAnswer) => {
    if (answer.refused === 'not-granted') left()
    else if (answer.outcome === 'stored') overlayOf(answer.look).show(answer)
    else overlay?.show(answer)
  }

  const following = createFollowing({
    seen,
    owns,
    isPaused: () => click !== null,
    send: (view: PageView, final: boolean) => send(2, { readId: seen.readId, final, view }),
    guarded,
  })

  const hello = async () => {
    const url = location.href
    const stay = stays
    asked = url
    const answer = await tell({ type: 'page.hello', url })
    if (stay !== stays || url !== asked) return
    if (answer.read === 'automatic') following.start()
    else following.stop()
  }

  const readNow = async ({ readId, look }: PageRead) => {
    following.tellAnew()
    overlayOf(look)
    click = readOnClick(readId, {
      seen,
      owns,
      show: progress => overlay?.progress(progress),
      send: (view, cut) => send(1, { readId, final: true, view, ...(cut ? { cut } : {}) }),
      guarded,
    })
    try {
      await click.done
    } finally {
      click = null
      overlay?.progress(null)
      if (following.isOn) following.start()
    }
  }

  const left = () => {
    stays++
    click?.moved()
    asked = ''
    following.stop()
    following.tellAnew()
    seen.forget()
    overlay?.remove()
    overlay = null
  }

  return {
    moved() {
      // One read is of one page of one account: what was collected on the one is not sent as the other's.
      if (click && click.scope !== addressScope(location.href)) click.moved()
      if (asked !== location.href) void guarded(hello)
    },
    askAgain: () => void guarded(hello),
    left,
    readOnClick(message) {
      if (click) return { started: false, reason: 'busy' }
      void guarded(() => readNow(message))
      return { started: true }
    },
    cancel: () => click?.cancel(),
    forget: left,
    dispose: left,
  }
}
