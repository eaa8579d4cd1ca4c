import '../../components/styles/tokens.css'
import '../../components/styles/base.css'
import { render } from 'preact'
import { browser } from 'wxt/browser'
import { Popup } from '../../components/Popup.tsx'
import { getChosenAccount } from '../../components/popup/chosenAccount.ts'
import { fetchParts } from '../../components/popup/parts.ts'
import { popupView } from '../../components/popup/popupView.ts'
import { thisTab } from '../../components/popup/thisTab.ts'
import { createTranslator, loadMessages, messagesAtOnce, resolveLang } from '../../storage/i18n.ts'
import { parseGlance } from '../../storage/model/parseGlance.ts'
import { getSettings } from '../../storage/settings.ts'

/** As `storage/glance.ts` keeps it; named here so that the first paint does not wait for the database's code. */
const GLANCE = 'glance'

/** Everything the first paint needs, asked for at once: so nothing moves when the rest arrives. */
const start = async () => {
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
  const glance = parseGlance(stored[GLANCE])
  if (glance) await fetchParts(popupView(glance, chosen))
  render(<Popup glance={glance} settings={settings} t={t} zone={zone} tab={tab} chosen={chosen} />, document.body)
}

void start()
