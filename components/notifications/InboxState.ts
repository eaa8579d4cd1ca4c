import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Notice } from '../../storage/model/notices/rows.ts'
import { inbox, noticeOf } from '../../storage/notices.ts'
import { type Answer, useAnswer } from '../useLive.ts'

/** How many notices are shown before "Show older", and by how many it goes on. */
const PAGE = 30

/** Names a notice over all accounts. */
export const noticeKey = ({ account, id }: Pick<Notice, 'account' | 'id'>): string => `${account} ${id}`

export interface InboxView {
  readonly notices: readonly Notice[]
  readonly total: number
  readonly unread: number
  readonly showOlder: (() => void) | undefined
  /** The notice that the address names is not kept (any more). */
  readonly gone: boolean
}

/**
 * The inbox from the newest notice on, as far as it is shown, but always as far as the notice that the address names. With
 * `unreadOnly` those that are read while one looks stay until the next look: nothing vanishes under the pointer.
 */
export const useInbox = (
  account: AccountId | null,
  unreadOnly: boolean,
  wanted: string | null,
  accounts: readonly AccountId[],
): Answer<InboxView> => {
  const [limit, setLimit] = useState(PAGE)
  const answer = useAnswer(() => inbox({ account, unreadOnly }, 0, limit), [account, unreadOnly, limit])
  const gone = useGone(wanted, account, accounts)
  const seen = useRef(new Map<string, Notice>())
  const look = `${account} ${unreadOnly}`
  const lastLook = useRef(look)
  if (lastLook.current !== look) {
    lastLook.current = look
    seen.current.clear()
  }

  const isMissing =
    answer.state === 'ready' &&
    wanted !== null &&
    gone === false &&
    answer.value.total > limit &&
    !answer.value.notices.some(({ id }) => id === wanted)
  useEffect(() => {
    if (isMissing) setLimit(limit * 2)
  }, [isMissing, limit])

  return useMemo(() => {
    if (answer.state !== 'ready') return answer
    const { total, unread } = answer.value
    const notices = unreadOnly ? withRead(answer.value.notices, seen.current) : answer.value.notices
    const showOlder = total > limit ? () => setLimit(limit + PAGE) : undefined
    return { state: 'ready', value: { notices, total, unread, showOlder, gone: gone === true } }
  }, [answer, unreadOnly, limit, gone])
}

/** The unread ones, and those of them that were read meanwhile. */
const withRead = (unread: readonly Notice[], seen: Map<string, Notice>): Notice[] => {
  const now = new Set(unread.map(noticeKey))
  for (const notice of unread) seen.set(noticeKey(notice), notice)
  for (const [key, notice] of seen) if (!now.has(key)) seen.set(key, { ...notice, unread: 0 })
  return [...seen.values()].sort((a, b) => b.at - a.at)
}

/** Whether the notice of this id is in no account's inbox; undefined until known. */
const useGone = (id: string | null, account: AccountId | null, accounts: readonly AccountId[]): boolean | undefined => {
  const [gone, setGone] = useState<boolean>()
  useEffect(() => {
    setGone(undefined)
    if (id === null) return
    let here = true
    const look = async () => {
      const found = await Promise.all((account === null ? accounts : [account]).map(one => noticeOf(one, id)))
      if (here) setGone(!found.some(notice => notice?.inbox === 1))
    }
    void look()
    return () => {
      here = false
    }
  }, [id, account, accounts.join(' ')])
  return gone
}

interface StillNotices {
  readonly notices: readonly Notice[]
  /** New ones that wait until the list may move. */
  readonly waiting: number
  readonly show: () => void
  /** For the element that must not move. */
  readonly hold: {
    readonly onMouseEnter: () => void
    readonly onMouseLeave: () => void
    readonly onFocusIn: () => void
    readonly onFocusOut: (event: FocusEvent) => void
  }
}

/** Keeps what is new out of the list while the pointer or the focus is in it: it would push the rest down. */
export const useStillNotices = (notices: readonly Notice[], look: string): StillNotices => {
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  const [, repaint] = useState(0)
  const newest = useRef({ look, at: Number.POSITIVE_INFINITY })
  const held = (hovered || focused) && newest.current.look === look
  const shown = held ? notices.filter(({ at }) => at <= newest.current.at) : notices
  useEffect(() => {
    const isFirst = newest.current.at === Number.POSITIVE_INFINITY && notices.length > 0
    if (!held || isFirst) newest.current = { look, at: notices[0]?.at ?? Number.NEGATIVE_INFINITY }
  })
  return {
    notices: shown,
    waiting: notices.length - shown.length,
    show: () => {
      newest.current = { look, at: notices[0]?.at ?? Number.NEGATIVE_INFINITY }
      repaint(turn => turn + 1)
    },
    hold: {
      onMouseEnter: () => setHovered(true),
      onMouseLeave: () => setHovered(false),
      onFocusIn: () => setFocused(true),
      onFocusOut: event => {
        const next = event.relatedTarget
        if (!(next instanceof Node && (event.currentTarget as Node).contains(next))) setFocused(false)
      },
    },
  }
}
