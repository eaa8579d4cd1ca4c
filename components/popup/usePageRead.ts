import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Runtime } from 'webextension-polyfill'
import type { CommandRefusal } from '../../storage/model/commands.ts'
import type { Reading } from '../../storage/model/glance.ts'
import type { PageProgress } from '../../storage/model/messages.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { send } from '../send.ts'
import type { ThisTab } from './thisTab.ts'

/** How far "Read this page" is. */
export type PageRead =
  | { readonly phase: 'idle' }
  /** The disclosure stands between the press and the read. */
  | { readonly phase: 'asking' }
  | { readonly phase: 'reading'; readonly rows: number; readonly stated: number | null }
  /** `state` is the read state: also a signed-out page is an answer. */
  | { readonly phase: 'done'; readonly state: string; readonly rows: number }
  | { readonly phase: 'refused'; readonly reason: CommandRefusal }

export interface PageReadState {
  readonly read: PageRead
  readonly start: () => void
  /** Agrees to the disclosure and reads. */
  readonly agree: () => void
  readonly cancel: () => void
  /** Back to the strip as it was: closes the outcome or the disclosure. */
  readonly close: () => void
}

/**
 * "Read this page" on the tab under the popup. A read that was started before this popup opened is followed too.
 * @param agreed the disclosure was agreed to
 * @param underWay the read that the browser knows of, in whatever tab
 */
export function usePageRead(tab: ThisTab | null, agreed: boolean, underWay: Reading | null): PageReadState {
  const [read, setRead] = useState<PageRead>(() => followed(tab, underWay) ?? { phase: 'idle' })
  const own = useRef(false)
  /** Of the last read of this popup: what is told of it after its outcome is late, and changes nothing. */
  const ownId = useRef('')
  const tabId = tab?.id

  useEffect(() => {
    if (tabId === undefined) return
    const hear = (message: unknown, sender: Runtime.MessageSender): undefined => {
      if (!isProgress(message) || sender.tab?.id !== tabId) return
      const { readId, rows, stated, phase } = message
      // A tab is read once at a time.
      if (own.current) ownId.current = readId
      else if (readId === ownId.current) return
      if (phase === 'looking') setRead({ phase: 'reading', rows, stated })
      // Only a read that begins takes the place of an outcome: nothing says that what goes on is not what ended.
      else if (phase === 'scrolling') setRead(now => (hasEnded(now) ? now : { phase: 'reading', rows, stated }))
      // Its outcome goes to who started it; the figures follow by themselves.
      else if (!own.current) setRead(now => (now.phase === 'reading' ? { phase: 'idle' } : now))
    }
    browser.runtime.onMessage.addListener(hear)
    return () => browser.runtime.onMessage.removeListener(hear)
  }, [tabId])

  // A read started elsewhere whose end was not heard: the browser does not know of it any more.
  const isOver = underWay === null || underWay.tabId !== tabId
  useEffect(() => {
    if (isOver && !own.current) setRead(now => (now.phase === 'reading' ? { phase: 'idle' } : now))
  }, [isOver])

  const run = useCallback(async () => {
    if (tabId === undefined || own.current) return
    own.current = true
    ownId.current = ''
    setRead({ phase: 'reading', rows: 0, stated: null })
    const answer = await send({ type: 'read-tab', tabId })
    own.current = false
    if (!answer.ok && answer.reason === 'failed') ownId.current = ''
    if (answer.ok) setRead({ phase: 'done', state: answer.reading?.state ?? '', rows: answer.reading?.rows ?? 0 })
    else if (answer.reason === 'not-agreed') setRead({ phase: 'asking' })
    else setRead({ phase: 'refused', reason: answer.reason })
  }, [tabId])

  return {
    read,
    start: () => (agreed ? void run() : setRead({ phase: 'asking' })),
    agree: async () => {
      const answer = await send({ type: 'agree' })
      if (answer.ok) await run()
      else setRead({ phase: 'refused', reason: answer.reason })
    },
    cancel: () => void (tabId !== undefined && send({ type: 'cancel-read', tabId })),
    close: () => setRead({ phase: 'idle' }),
  }
}

const followed = (tab: ThisTab | null, underWay: Reading | null): PageRead | null =>
  tab && underWay?.tabId === tab.id ? { phase: 'reading', rows: underWay.rows, stated: underWay.stated } : null

/** Whether the read is over for sure. One that failed may be going on: perhaps it was only the worker that died. */
const hasEnded = (read: PageRead) => read.phase === 'done' || (read.phase === 'refused' && read.reason !== 'failed')

const isProgress = (message: unknown): message is PageProgress =>
  (message as { type?: unknown } | null)?.type === 'page.progress'
