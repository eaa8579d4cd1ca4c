import './welcome.css'
import type { JSX } from 'preact'
import { useCallback, useEffect, useRef } from 'preact/hooks'
import { setSettings } from '../../storage/settings.ts'
import { DatabaseFailed } from '../home/DatabaseFailed.tsx'
import { ReadingStrip } from '../home/HomeStates.tsx'
import { useHubSpotAccess } from '../permissions.ts'
import { viewHref } from '../shell/route.ts'
import { useScreen } from '../shell/screen.ts'
import { Card } from '../ui/Card.tsx'
import { useT } from '../ui/I18n.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Agreement } from './Agreement.tsx'
import { BadgeLegend } from './BadgeLegend.tsx'
import { SampleProgress } from './SampleProgress.tsx'
import { useSample } from './useSample.ts'
import { Ways } from './Ways.tsx'

/** The first screen: what Patchbay does in one line, the ways to begin, what is read, what the badge says. */
export default function Welcome(): JSX.Element {
  const t = useT()
  const { route, go, overviews, reading } = useScreen()
  const access = useHubSpotAccess()
  const made = useCallback(() => go({ view: 'home', of: null, params: new URLSearchParams() }), [go])
  const sample = useSample(t.lang, made)
  const accounts = overviews.state === 'ready' ? overviews.value : []

  useEffect(() => {
    document.title = t('nav_document', { view: t('welcome_title') })
  }, [t])

  // The popup's "Try the sample account" leads here, where there is room to show how far it is.
  const wanted = route.params.get('start') === 'sample'
  const isEmpty = overviews.state === 'ready' && overviews.value.length === 0
  const asked = useRef(false)
  useEffect(() => {
    if (!wanted || !isEmpty || asked.current) return
    asked.current = true
    sample.start()
  }, [wanted, isEmpty, sample])

  return (
    <div class="pb-welcome">
      <header class="pb-welcome-head">
        <span class="pb-brand">
          <Mark size={28} />
          Patchbay
        </span>
        <LanguageSwitch />
        <nav aria-label={t('nav_label')}>
          {accounts.length > 0 && <a href={viewHref('home', route)}>{t('term_connections_home')}</a>}
          <a href={viewHref('settings', route)}>{t('term_settings')}</a>
        </nav>
      </header>
      <main id="main">
        <h1>{t('welcome_heading')}</h1>
        <p class="pb-welcome-lead">{t('welcome_lead')}</p>
        {overviews.state === 'failed' && <DatabaseFailed />}
        {reading && <ReadingStrip reading={reading} first={accounts.length === 0} />}
        <Card
          title={t('welcome_start')}
          body="flush"
          actions={<span class="pb-meta">{access && t(`welcome_access_${access}`)}</span>}
        >
          <SampleProgress sample={sample} />
          <Ways sample={sample} hasSample={accounts.some(account => account.sample)} primary />
        </Card>
        <div class="pb-welcome-pair">
          <Agreement />
          <BadgeLegend />
        </div>
      </main>
    </div>
  )
}

/** English and 日本語, each in its own words. */
function LanguageSwitch(): JSX.Element {
  const t = useT()
  return (
    <div class="pb-languages">
      {(['en', 'ja'] as const).map((lang, index) => (
        <span key={lang}>
          {index > 0 && <span aria-hidden="true"> · </span>}
          <button
            type="button"
            lang={lang}
            aria-pressed={t.lang === lang}
            onClick={() => void setSettings({ language: lang })}
          >
            {t(`lang_name_${lang}`)}
          </button>
        </span>
      ))}
    </div>
  )
}
