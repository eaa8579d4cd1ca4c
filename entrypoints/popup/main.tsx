import '../../components/styles/tokens.css'
import '../../components/styles/base.css'
import { render } from 'preact'
import { getChosenAccount } from '../../components/popup/chosenAccount.ts'
import { keepPress } from '../../components/popup/keepPress.ts'
import { PaintedPopup, type PopupStart } from '../../components/popup/PaintedPopup.tsx'
import { fetchParts } from '../../components/popup/parts.ts'
import { popupView } from '../../components/popup/popupView.ts'
import { thisTab } from '../../components/popup/thisTab.ts'
import { createTranslator, loadMessages, messagesAtOnce, resolveLang } from '../../storage/i18n.ts'
import { parseGlance } from '../../storage/model/parseGlance.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { getSettings } from '../../storage/settings.ts'

/** As `storage/glance.ts` keeps it; named here so that the first paint does not wait for the database's code. */
const GLANCE = 'glance'

/** Everything the first paint needs, asked for at once: so nothing moves when the rest arrives. */
const readStart = async (): Promise<PopupStart> => {
  const [settings, stored, tab, chosen] = await Promise.all([
    getSettings(),
    browser.storage.local.get(GLANCE),
    thisTab().catch(() => null), // a window without a tab in front
    getChosenAccount(),
  ])
  const lang = resolveLang(settings.language)
  const t = createTranslator(messagesAtOnce(lang) ?? (await loadMessages(lang)), lang)
  if (settings.theme !== 'auto') document.documentElement.dataset.theme = settings.theme
  document.documentElement.lang = lang
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return { glance: parseGlance(stored[GLANCE]), settings, t, zone, now: Date.now(), tab, chosen }
}

/** Longest wait (ms) for a paint that may never come: in a window that nobody sees. */
const PATIENCE = 300

/** When what was rendered is on the screen. Whatever ran before would take the processor from drawing it. */
const contentPainted = () =>
  new Promise<void>(resolve => {
    const isContent = ({ name }: PerformanceEntry) => name === 'first-contentful-paint'
    const watch = new PerformanceObserver(list => list.getEntries().some(isContent) && resolve())
    watch.observe({ type: 'paint', buffered: true })
    setTimeout(resolve, PATIENCE)
  })

const start = async () => {
  const props = await readStart()
  if (props.glance) await fetchParts(popupView(props.glance, props.chosen))
  render(<PaintedPopup {...props} />, document.body)
  const press = keepPress(document.body)
  await contentPainted()
  const { Popup } = await import('../../components/Popup.tsx')
  await press.ended()
  render(<Popup {...props} />, document.body)
  press.again()
}

void start()
