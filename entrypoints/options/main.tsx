import '../../components/styles/tokens.css'
import '../../components/styles/base.css'
import { render } from 'preact'
import { Options } from '../../components/Options.tsx'
import { createTranslator, loadMessages, messagesAtOnce, resolveLang } from '../../storage/i18n.ts'
import { parseGlance } from '../../storage/model/parseGlance.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { getSettings } from '../../storage/settings.ts'

/** As `storage/glance.ts` keeps it; named here so that the first paint does not wait for the database's code. */
const GLANCE = 'glance'

const start = async () => {
  const [settings, stored] = await Promise.all([getSettings(), browser.storage.local.get(GLANCE)])
  const lang = resolveLang(settings.language)
  const t = createTranslator(messagesAtOnce(lang) ?? (await loadMessages(lang)), lang)
  if (settings.theme !== 'auto') document.documentElement.dataset.theme = settings.theme
  document.documentElement.lang = lang
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  render(<Options settings={settings} glance={parseGlance(stored[GLANCE])} t={t} zone={zone} />, document.body)
}

void start()
