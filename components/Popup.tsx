import './ui/moreGlyphs.ts'
import type { JSX } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { timeText } from '../storage/formatTime.ts'
import type { AccountId } from '../storage/model/facts/refs.ts'
import { AttentionList } from './attention/AttentionList.tsx'
import { useLater } from './attention/useLater.ts'
import { focusFirstRow } from './attention/useRowKeys.ts'
import { AccountSwitcher } from './popup/AccountSwitcher.tsx'
import { ActivityLine } from './popup/ActivityLine.tsx'
import { setChosenAccount } from './popup/chosenAccount.ts'
import { Footer } from './popup/Footer.tsx'
import { Found } from './popup/Found.tsx'
import { Header } from './popup/Header.tsx'
import type { PopupStart } from './popup/PaintedPopup.tsx'
import { PopupContent } from './popup/PopupContent.tsx'
import { loadNotSetUp } from './popup/parts.ts'
import { hasInboxLine, popupView } from './popup/popupView.ts'
import { ReadStrip } from './popup/ReadStrip.tsx'
import { SearchField } from './popup/SearchField.tsx'
import { usePageRead } from './popup/usePageRead.ts'
import { useNow } from './shell/useNow.ts'
import { useSettings, useTheme } from './shell/useSettings.ts'
import { useWords } from './shell/useWords.ts'
import { I18n } from './ui/I18n.tsx'
import { isTyping } from './ui/keys.ts'
import { Strip } from './ui/Strip.tsx'
import { ToastHost } from './ui/Toast.tsx'
import { useLooking } from './useLooking.ts'

const loadLive = () => import('./popup/LiveGlance.tsx')
const loadInbox = () => import('./popup/InboxLine.tsx')

/** The popup once it answers: takes the place of its first paint, and is kept by the database, in place. */
export function Popup(props: PopupStart): JSX.Element {
  const { tab, zone } = props
  const [glance, setGlance] = useState(props.glance)
  const [isStuck, setStuck] = useState(false)
  const [chosen, setChosen] = useState(props.chosen)
  const [search, setSearch] = useState<string | null>(null)
  const settings = useSettings(props.settings)
  const t = useWords(settings.language, props.t)
  const now = useNow(glance)
  const pageRead = usePageRead(tab, settings.agreedAt !== null, glance?.reading ?? null)
  const Live = useLater(loadLive)?.default
  const Inbox = useLater(loadInbox)?.default
  const onFailed = useCallback(() => setStuck(true), [])
  useTheme(settings.theme)
  useLooking(chosen)

  const main = useRef<HTMLElement>(null)
  const isSearching = search !== null
  // At the start, and again when the search field goes away with the focus.
  useEffect(() => {
    if (!isSearching) main.current?.querySelector('h1')?.focus()
  }, [isSearching])
  useSearchKey(settings.letterKeys, setSearch)

  const stored = glance && popupView(glance, chosen)
  const isFirstRead = stored?.body === 'not-set-up' && pageRead.read.phase === 'reading'
  const view = stored && isFirstRead ? { ...stored, body: 'first-read' as const } : stored
  const NotSetUp = useLater(loadNotSetUp, view?.body === 'not-set-up')
  const accounts = glance?.accounts ?? []
  const isInboxKept = hasInboxLine(props.glance, props.chosen)
  const choose = (account: AccountId | null) => {
    setChosen(account)
    void setChosenAccount(account)
  }
  const toFirstRow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || !(event.target as Element).matches('h1')) return
    if (focusFirstRow(main.current)) event.preventDefault()
  }
  return (
    <I18n t={t} now={now} zone={zone}>
      <ToastHost>
        {Live && <Live onGlance={setGlance} onFailed={onFailed} />}
        <Header
          accounts={accounts}
          chosen={chosen}
          live={{
            switcher: <AccountSwitcher accounts={accounts} chosen={chosen} onChoose={choose} />,
            searchField: search === null ? null : <SearchField search={search} onSearch={setSearch} />,
            onSearch: () => setSearch(''),
          }}
        />
        {tab && !isSearching && (
          <section class="popup-strip" aria-label={t('popup_this_tab')}>
            <ReadStrip tab={tab} accounts={accounts} state={pageRead} />
          </section>
        )}
        <main ref={main} aria-label={t('popup_main')} aria-busy={!view || undefined} onKeyDown={toFirstRow}>
          {isStuck && glance && (
            <Strip tone="warn" live>
              {t('popup_database', { time: timeText({ kind: 'instant', at: glance.at }, { t, now, zone }) })}
            </Strip>
          )}
          {view &&
            (search?.trim() ? (
              <Found view={view} chosen={chosen} letterKeys={settings.letterKeys} search={search} />
            ) : (
              <PopupContent
                view={view}
                chosen={chosen}
                tab={tab}
                List={AttentionList}
                Line={ActivityLine}
                letterKeys={settings.letterKeys}
                onRead={pageRead.start}
              />
            ))}
        </main>
        {accounts.length > 0 &&
          (Inbox ? (
            <Inbox accounts={accounts} chosen={chosen} reserved={isInboxKept} />
          ) : (
            isInboxKept && <div class="popup-inbox" />
          ))}
        {NotSetUp ? <NotSetUp.NotSetUpFooter /> : view && <Footer view={view} chosen={chosen} />}
      </ToastHost>
    </I18n>
  )
}

/** `/` opens the search from anywhere but a text field. */
const useSearchKey = (on: boolean, setSearch: (search: string) => void) =>
  useEffect(() => {
    if (!on) return
    const open = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      setSearch('')
    }
    document.addEventListener('keydown', open)
    return () => document.removeEventListener('keydown', open)
  }, [on, setSearch])
