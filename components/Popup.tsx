import './popup/popup.css'
import type { JSX } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Translator } from '../storage/i18n.ts'
import type { AccountId } from '../storage/model/facts/refs.ts'
import type { Glance } from '../storage/model/glance.ts'
import type { Settings } from '../storage/settings.ts'
import { useLater } from './attention/useLater.ts'
import { focusFirstRow } from './attention/useRowKeys.ts'
import { setChosenAccount } from './popup/chosenAccount.ts'
import { Footer } from './popup/Footer.tsx'
import { Header } from './popup/Header.tsx'
import { PopupContent } from './popup/PopupContent.tsx'
import { loadNotSetUp } from './popup/parts.ts'
import { popupView } from './popup/popupView.ts'
import { ReadStrip } from './popup/ReadStrip.tsx'
import type { ThisTab } from './popup/thisTab.ts'
import { usePageRead } from './popup/usePageRead.ts'
import { useNow } from './shell/useNow.ts'
import { useSettings, useTheme } from './shell/useSettings.ts'
import { useWords } from './shell/useWords.ts'
import { I18n } from './ui/I18n.tsx'
import { isTyping } from './ui/keys.ts'
import { ToastHost } from './ui/Toast.tsx'

/** What the first paint is made of; all of it is read at once, before it. */
export interface PopupStart {
  /** Null: none was stored yet, or by another version; the database tells. */
  readonly glance: Glance | null
  readonly settings: Settings
  readonly t: Translator
  readonly zone: string
  readonly tab: ThisTab | null
  readonly chosen: AccountId | null
}

const loadLive = () => import('./popup/LiveGlance.tsx')

/** The popup: painted from the glance, then kept by the database, in place. */
export function Popup(props: PopupStart): JSX.Element {
  const { tab, zone } = props
  const [glance, setGlance] = useState(props.glance)
  const [failed, setFailed] = useState(false)
  const [chosen, setChosen] = useState(props.chosen)
  const [search, setSearch] = useState<string | null>(null)
  const settings = useSettings(props.settings)
  const t = useWords(settings.language, props.t)
  const now = useNow(glance)
  const pageRead = usePageRead(tab, settings.agreedAt !== null, glance?.reading ?? null)
  const Live = useLater(loadLive)?.default
  const onFailed = useCallback(() => setFailed(true), [])
  useTheme(settings.theme)

  const main = useRef<HTMLElement>(null)
  useEffect(() => focusHeading(main.current), [])
  useSearchKey(settings.letterKeys, setSearch)

  const view = glance && popupView(glance, chosen)
  const body = view?.body === 'not-set-up' && pageRead.read.phase === 'reading' ? 'first-read' : view?.body
  const NotSetUp = useLater(loadNotSetUp, body === 'not-set-up')
  const choose = (account: AccountId | null) => {
    setChosen(account)
    void setChosenAccount(account)
  }
  const changeSearch = (next: string | null) => {
    setSearch(next)
    if (next === null) focusHeading(main.current)
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
          accounts={glance?.accounts ?? []}
          chosen={chosen}
          onChoose={choose}
          search={search}
          onSearch={changeSearch}
        />
        {tab && search === null && <ReadStrip tab={tab} accounts={glance?.accounts ?? []} state={pageRead} />}
        <main ref={main} aria-label={t('popup_main')} aria-busy={!view || undefined} onKeyDown={toFirstRow}>
          {view && body && (
            <PopupContent
              view={{ ...view, body }}
              several={view.accounts.length > 1}
              chosen={chosen}
              tab={tab}
              reading={glance.reading}
              asOf={failed ? glance.at : null}
              search={search}
              live={Live !== undefined}
              letterKeys={settings.letterKeys}
              onRead={pageRead.start}
            />
          )}
        </main>
        {NotSetUp ? <NotSetUp.NotSetUpFooter /> : view && <Footer view={view} chosen={chosen} />}
      </ToastHost>
    </I18n>
  )
}

const focusHeading = (main: HTMLElement | null) => main?.querySelector('h1')?.focus()

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
