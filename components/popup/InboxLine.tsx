import type { JSX } from 'preact'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { inbox } from '../../storage/notices.ts'
import { noticeInShort } from '../../storage/noticeText.ts'
import { useFrame } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLive } from '../useLive.ts'
import { optionsHref } from './optionsHref.ts'
import type { PopupAccount } from './popupView.ts'

/** "2 new notices" with the newest one's words; opens the inbox. Nothing while nothing is new: notices are never counted in the badge. */
export default function InboxLine(props: {
  readonly accounts: readonly PopupAccount[]
  readonly chosen: AccountId | null
  /** Its place was kept at the first paint, so that nothing moves when it comes. */
  readonly reserved: boolean
}): JSX.Element | null {
  const { accounts, chosen, reserved } = props
  const frame = useFrame()
  const { t } = frame
  const found = useLive(() => inbox({ account: chosen, unreadOnly: true }, 0, 1), [chosen])
  const [newest] = found?.notices ?? []
  if (!found && reserved) return <div class="popup-inbox" />
  if (!found || !newest) return null
  const label = accounts.find(({ id }) => id === newest.account)?.label ?? newest.account
  return (
    <section class="popup-inbox" aria-label={t('term_inbox')}>
      <a href={optionsHref('notifications/inbox', {}, chosen)} target="_blank" rel="noopener">
        <Icon name="inbox" />
        <strong>{t('popup_inbox', { count: found.unread })}</strong>
        <span class="popup-one-line">{noticeInShort(newest, { account: label }, frame).title}</span>
      </a>
    </section>
  )
}
