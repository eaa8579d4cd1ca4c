import type { JSX } from 'preact'
import { agoText, exactText } from '../../storage/formatTime.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { useFrame } from '../ui/I18n.tsx'
import { StatusGlyph } from '../ui/StatusPill.tsx'
import { optionsHref } from './optionsHref.ts'
import { oldestRead, type PopupView, sumOf } from './popupView.ts'

/** How many apps report no status, and how old all of this is. */
export function Footer(props: { readonly view: PopupView; readonly chosen: AccountId | null }): JSX.Element {
  const { view, chosen } = props
  const { body, accounts } = view
  const { t } = useFrame()
  const apps = sumOf(accounts, 'apps')
  const unreported = sumOf(accounts, 'notReported')
  return (
    <footer class="popup-foot">
      {body === 'cannot-see' ? (
        <a href={optionsHref('accounts', {}, chosen)} target="_blank" rel="noopener">
          {t('popup_can_watch')}
        </a>
      ) : unreported > 0 && body === 'attention' ? (
        <>
          <StatusGlyph status="notReported" size={14} />
          <a href={optionsHref('home', { status: 'not-reported' }, chosen)} target="_blank" rel="noopener">
            {t('popup_unreported', { count: unreported, apps })}
          </a>
        </>
      ) : (
        <a href={optionsHref('home', {}, chosen)} target="_blank" rel="noopener">
          {t('popup_open_home')}
        </a>
      )}
      <span class="popup-gap" />
      <ReadAge {...props} />
    </footer>
  )
}

/** "Read 3 min ago"; of several accounts the oldest, so that none seems fresher than it is. */
function ReadAge({ view }: { readonly view: PopupView }): JSX.Element | null {
  const frame = useFrame()
  const { t } = frame
  const at = oldestRead(view.accounts)
  if (at === null) return null
  const newest = Math.max(...view.accounts.map(({ readAt }) => readAt ?? 0))
  const age = agoText(at, frame)
  const isOne = agoText(newest, frame) === age
  return (
    <time class="pb-muted" dateTime={new Date(at).toISOString()} title={exactText({ kind: 'instant', at }, frame)}>
      {isOne ? t('popup_read_age', { age }) : t('popup_read_oldest', { age })}
    </time>
  )
}
