import '../../components/styles/tokens.css'
import '../../components/styles/base.css'
import './gallery.css'
import { render } from 'preact'
import { I18n } from '../../components/ui/I18n.tsx'
import { ToastHost } from '../../components/ui/Toast.tsx'
import { createTranslator, loadMessages, resolveLang } from '../../storage/i18n.ts'
import { Gallery } from './Gallery.tsx'
import { NOW } from './samples.ts'

const wanted = new URLSearchParams(location.search)
const lang = resolveLang(wanted.get('lang') === 'ja' ? 'ja' : 'en')
document.documentElement.dataset.theme = wanted.get('theme') ?? 'light'
document.documentElement.lang = lang

const t = createTranslator(await loadMessages(lang), lang)
render(
  <I18n t={t} now={NOW} zone="Europe/Berlin">
    <ToastHost>
      <Gallery />
    </ToastHost>
  </I18n>,
  document.body,
)
document.documentElement.dataset.ready = 'yes'
