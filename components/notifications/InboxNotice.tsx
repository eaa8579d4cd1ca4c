import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { clockText, exactText } from '../../storage/formatTime.ts'
import { mailtoDraft } from '../../storage/model/notices/mailto.ts'
import { plainText } from '../../storage/model/notices/message.ts'
import type { Notice } from '../../storage/model/notices/rows.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { noticeMessage } from '../../storage/noticeText.ts'
import { Button } from '../ui/Button.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { Tag } from '../ui/Tag.tsx'
import { InboxItem } from './InboxItem.tsx'
import type { OpenItemOf } from './InboxOpen.ts'
import { noticeKey } from './InboxState.ts'

/** Items that are shown before a press shows the rest. */
const SHOWN = 5

/** One notice: which rule, whose account, when, and all that it says. Its heading names it. */
export function InboxNotice(props: {
  readonly notice: Notice
  readonly account: Overview | undefined
  readonly showAccount: boolean
  readonly openItemOf: OpenItemOf
  readonly onUnread: () => void
}): JSX.Element {
  const { notice, account, showAccount, openItemOf, onUnread } = props
  const frame = useFrame()
  const { t } = frame
  const [all, setAll] = useState(false)
  const shown = all ? notice.items : notice.items.slice(0, SHOWN)
  const hidden = notice.items.length - shown.length
  const label = account?.label ?? notice.account
  const key = noticeKey(notice)
  const isNew = notice.unread === 1
  const time = { kind: 'instant' as const, at: notice.at }
  const message = noticeMessage(notice, { account: label, who: null }, frame)
  return (
    <li
      class={isNew ? 'inbox-notice inbox-new' : 'inbox-notice'}
      id={headingId(notice, 'row')}
      aria-labelledby={headingId(notice)}
      tabIndex={-1}
      data-unread={isNew ? key : undefined}
    >
      <div class="inbox-head">
        {isNew && <span class="inbox-mark">{t('inbox_new')}</span>}
        <h4 id={headingId(notice)}>
          <bdi>{notice.ruleName}</bdi>
        </h4>
        {showAccount && <bdi class="pb-muted">{label}</bdi>}
        {notice.test && <Tag>{t('rules_test')}</Tag>}
        <span class="inbox-end">
          {!isNew && (
            <Button kind="link" small aria-describedby={headingId(notice)} onClick={onUnread}>
              {t('inbox_mark_unread')}
            </Button>
          )}
          {!notice.test && (
            <a
              class="inbox-draft"
              href={mailtoDraft({ to: '', subject: message.subject, text: plainText(message) })}
              aria-describedby={headingId(notice)}
            >
              {t('inbox_draft')}
            </a>
          )}
          <time dateTime={new Date(notice.at).toISOString()} title={exactText(time, frame)}>
            {clockText(notice.at, frame)}
          </time>
        </span>
      </div>
      {message.lead.map(line => (
        <p key={line} class="inbox-lead">
          {line}
        </p>
      ))}
      <ul class="inbox-items">
        {shown.map((item, index) => {
          // One by one: a message as it is sent leaves out what is more than a mail should hold.
          const [words] = noticeMessage({ ...notice, items: [item] }, { account: label, who: null }, frame).items
          return (
            words && (
              <InboxItem
                key={`${item.subject} ${item.kind} ${index}`}
                words={words}
                open={notice.test ? null : openItemOf(notice.account, item)}
                account={account}
              />
            )
          )
        })}
      </ul>
      {hidden > 0 && (
        <Button kind="link" onClick={() => setAll(true)}>
          {t('inbox_more', { count: hidden })}
        </Button>
      )}
    </li>
  )
}

/** Id of the notice's heading, and of its row, by which links and focus find it. */
export const headingId = (notice: Notice, part: 'heading' | 'row' = 'heading'): string =>
  `notice-${part}-${encodeURIComponent(noticeKey(notice))}`
