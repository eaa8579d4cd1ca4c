import './popup.css'
import type { JSX } from 'preact'
import type { Translator } from '../../storage/i18n.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Glance } from '../../storage/model/glance.ts'
import type { Settings } from '../../storage/settings.ts'
import type { AttentionListProps } from '../attention/AttentionList.tsx'
import { ListLook } from '../attention/ListLook.tsx'
import { placeRows, rowKey } from '../attention/placeRows.ts'
import { RowLook } from '../attention/RowLook.tsx'
import { useLater } from '../attention/useLater.ts'
import { I18n } from '../ui/I18n.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { PopupContent } from './PopupContent.tsx'
import { loadNotSetUp } from './parts.ts'
import { hasInboxLine, popupView } from './popupView.ts'
import { ThisTabStrip } from './ThisTabStrip.tsx'
import type { ThisTab } from './thisTab.ts'

/** What the first paint is made of; all of it is read at once, before it. */
export interface PopupStart {
  /** Null: none was stored yet, or by another version; the database tells. */
  readonly glance: Glance | null
  readonly settings: Settings
  readonly t: Translator
  readonly zone: string
  /** Epoch ms. */
  readonly now: number
  readonly tab: ThisTab | null
  readonly chosen: AccountId | null
}

/**
 * The popup's first paint: everything in its place, nothing of what presses do. `Popup` comes in its stead, made of the
 * same looks, so that nothing moves.
 */
export function PaintedPopup(props: PopupStart): JSX.Element {
  const { glance, settings, t, zone, now, tab, chosen } = props
  const accounts = glance?.accounts ?? []
  const view = glance && popupView(glance, chosen)
  const NotSetUp = useLater(loadNotSetUp, view?.body === 'not-set-up')
  return (
    <I18n t={t} now={now} zone={zone}>
      <Header accounts={accounts} chosen={chosen} />
      {tab && (
        <section class="popup-strip" aria-label={t('popup_this_tab')}>
          <ThisTabStrip tab={tab} accounts={accounts} />
        </section>
      )}
      <main aria-label={t('popup_main')} aria-busy={true}>
        {view && (
          <PopupContent
            view={view}
            chosen={chosen}
            tab={tab}
            List={PaintedList}
            letterKeys={settings.letterKeys}
            onRead={() => {}}
          />
        )}
      </main>
      {hasInboxLine(glance, chosen) && <div class="popup-inbox" />}
      {NotSetUp ? <NotSetUp.NotSetUpFooter /> : view && <Footer view={view} chosen={chosen} />}
    </I18n>
  )
}

/** More than the popup has room for; what is further down comes with the list that answers. */
const PAINTED_ROWS = 10

function PaintedList(props: AttentionListProps): JSX.Element {
  const { items, startOpen, variant, showAccount } = props
  const shown = placeRows(items).filter(({ place }) => place === 'counted' || place === startOpen)
  return (
    <ListLook
      {...props}
      rows={shown.slice(0, PAINTED_ROWS)}
      open={startOpen ? [startOpen] : []}
      renderRow={(row, account) => (
        <RowLook key={rowKey(row.item)} row={row} account={account} variant={variant} showAccount={showAccount} />
      )}
    />
  )
}
