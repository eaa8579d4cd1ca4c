import './Inbox.css'
import type { JSX } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { dayText } from '../../storage/formatTime.ts'
import type { Notice } from '../../storage/model/notices/rows.ts'
import { inbox } from '../../storage/notices.ts'
import { DatabaseFailed } from '../home/DatabaseFailed.tsx'
import { refusalText } from '../home/refusals.ts'
import { send } from '../send.ts'
import { accountIn } from '../shell/route.ts'
import { chosenOf, useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { type Frame, useFrame } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { Strip } from '../ui/Strip.tsx'
import { useToast } from '../ui/Toast.tsx'
import { useLate } from '../ui/useLate.ts'
import { DeliveryTrouble } from './DeliveryTrouble.tsx'
import { notificationsHref } from './hrefs.ts'
import { headingId, InboxNotice } from './InboxNotice.tsx'
import { useOpenItems } from './InboxOpen.ts'
import { useSeen } from './InboxSeen.ts'
import { noticeKey, useInbox, useStillNotices } from './InboxState.ts'

const UNREAD_PARAM = 'unread'
const NOTICE_PARAM = 'notice'

/** What was told to whoever uses this browser, newest first. What was in sight for a moment counts as read. */
export default function Inbox(): JSX.Element | null {
  const frame = useFrame()
  const { t } = frame
  const toast = useToast()
  const { route, go, overviews } = useScreen()
  const all = overviews.state === 'ready' ? overviews.value : NONE
  const account = accountIn(route)
  const accounts = useMemo(() => chosenOf(all, account).map(({ id }) => id), [all, account])
  const unreadOnly = route.params.has(UNREAD_PARAM)
  const wanted = route.params.get(NOTICE_PARAM)
  const answer = useInbox(account, unreadOnly, wanted, accounts)
  const view = answer.state === 'ready' ? answer.value : undefined
  const still = useStillNotices(view?.notices ?? NOTICES, `${account} ${unreadOnly}`)
  const openItemOf = useOpenItems(accounts, all)
  const isLate = useLate(answer.state === 'loading', 150)
  const list = useRef<HTMLDivElement>(null)
  /** Said to be new by the person while they look: not read because it is in sight. */
  const keptNew = useRef(new Set<string>())

  const mark = async (notices: readonly Pick<Notice, 'account' | 'id'>[], unread: boolean) => {
    for (const notice of notices) {
      if (unread) keptNew.current.add(noticeKey(notice))
      else keptNew.current.delete(noticeKey(notice))
    }
    for (const [of, group] of Map.groupBy(notices, notice => notice.account)) {
      const answer = await send({ type: 'read-notices', account: of, ids: group.map(({ id }) => id), unread })
      if (!answer.ok) return toast({ text: refusalText(answer.reason, t) })
    }
  }
  const markAll = async () => {
    const { notices } = await inbox({ account, unreadOnly: true }, 0, Number.POSITIVE_INFINITY)
    await mark(notices, false)
    toast({ text: t('inbox_all_read', { count: notices.length }), undo: () => void mark(notices, true) })
  }
  const unread = still.notices.filter(notice => notice.unread === 1 && !keptNew.current.has(noticeKey(notice)))
  useSeen(
    list,
    unread.map(noticeKey).join('\n'),
    keys =>
      void mark(
        unread.filter(notice => keys.includes(noticeKey(notice))),
        false,
      ),
  )
  useOpened(wanted, still.notices, list, notice => notice.unread === 1 && void mark([notice], false))

  const toggleUnread = () => {
    const params = new URLSearchParams(route.params)
    params.delete(NOTICE_PARAM)
    if (unreadOnly) params.delete(UNREAD_PARAM)
    else params.set(UNREAD_PARAM, '1')
    go({ ...route, params })
  }
  if (answer.state === 'failed') return <DatabaseFailed />
  const days = [...Map.groupBy(still.notices, ({ at }) => dayText(at, frame, 'exact'))]
  return (
    <>
      <DeliveryTrouble />
      <Card
        title={t('term_inbox')}
        count={view?.total}
        body="flush"
        id="inbox"
        actions={
          <>
            {still.waiting > 0 && (
              <Button kind="link" onClick={still.show}>
                {t('ui_show_changes', { count: still.waiting })}
              </Button>
            )}
            <Button small aria-pressed={unreadOnly} onClick={toggleUnread}>
              {t('inbox_unread_only', { count: view?.unread ?? 0 })}
            </Button>
            <Button
              small
              disabledReason={view && view.unread === 0 ? t('inbox_none_unread') : undefined}
              onClick={() => void markAll()}
            >
              {t('inbox_mark_all')}
            </Button>
          </>
        }
      >
        {view?.gone && (
          <Strip tone="info" icon="info" live>
            {t('inbox_gone')}
          </Strip>
        )}
        {isLate && <p class="pb-muted inbox-note">{t('nav_loading')}</p>}
        <div ref={list} {...still.hold}>
          {days.map(([day, notices]) => (
            <section key={day} class="inbox-day" aria-label={day}>
              <h3>{dayHead(notices[0]?.at ?? 0, frame)}</h3>
              <ul>
                {notices.map(notice => (
                  <InboxNotice
                    key={noticeKey(notice)}
                    notice={notice}
                    account={all.find(({ id }) => id === notice.account)}
                    showAccount={all.length > 1}
                    openItemOf={openItemOf}
                    onUnread={() => void mark([notice], true)}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
        {view?.showOlder && (
          <p class="inbox-note">
            <Button onClick={view.showOlder}>{t('inbox_older')}</Button>
          </p>
        )}
        {view && view.notices.length === 0 && (
          <Empty unreadOnly={unreadOnly} onAll={toggleUnread} newHref={notificationsHref(route, 'new')} />
        )}
      </Card>
    </>
  )
}

const NONE: readonly never[] = []
const NOTICES: readonly Notice[] = []

function Empty(props: {
  readonly unreadOnly: boolean
  readonly onAll: () => void
  readonly newHref: string
}): JSX.Element {
  const { t } = useFrame()
  return props.unreadOnly ? (
    <EmptyState
      kind="noMatch"
      title={t('inbox_none_unread')}
      actions={<Button onClick={props.onAll}>{t('inbox_show_all')}</Button>}
    />
  ) : (
    <EmptyState
      kind="nothing"
      title={t('inbox_empty')}
      text={t('inbox_empty_text')}
      actions={<LinkButton href={props.newHref}>{t('rules_create')}</LinkButton>}
    />
  )
}

/** "Today", "Yesterday", "Mon 9 Nov". */
const dayHead = (at: number, frame: Frame): string => {
  const day = (epoch: number) =>
    Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(frame.zone).toPlainDate()
  const ago = day(at).until(day(frame.now), { largestUnit: 'day' }).days
  const text = dayText(at, frame, 'weekday')
  if (ago === 0) return frame.t('inbox_today', { day: text })
  return ago === 1 ? frame.t('inbox_yesterday', { day: text }) : text
}

/** Goes to the notice that the address names, once it is there. */
const useOpened = (
  id: string | null,
  notices: readonly Notice[],
  list: { current: HTMLElement | null },
  onOpened: (notice: Notice) => void,
): void => {
  const opened = useRef<string | null>(null)
  useEffect(() => {
    const notice = notices.find(one => one.id === id)
    if (id === null || !notice || opened.current === id) return
    opened.current = id
    const row = list.current?.querySelector<HTMLElement>(`#${CSS.escape(headingId(notice, 'row'))}`)
    row?.scrollIntoView?.({ block: 'center' })
    row?.focus({ preventScroll: true })
    onOpened(notice)
  })
}
