import '../ui/moreGlyphs.ts'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { CONNECTED_APPS_START } from '../../storage/model/hubspotHost.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { setSettings } from '../../storage/settings.ts'
import { sentences } from '../attention/readProblem.ts'
import { buttonClass } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { optionsHref } from './optionsHref.ts'
import { WhatIsRead } from './WhatIsRead.tsx'

/**
 * Nothing is watched yet: three ways to begin, and what is read and where it stays. On the Connected apps page itself
 * Read this page is the next step, so opening HubSpot is not.
 */
export function NotSetUp(props: { readonly onThatPage: boolean }): JSX.Element {
  const t = useT()
  const [told, setTold] = useState(false)
  return (
    <>
      <p class="popup-lead">{t('popup_what_it_does')}</p>
      <Way
        icon="page"
        title={t('popup_way_page')}
        text={sentences(t, t('state_not_set_up_text'), t('popup_way_page_text'))}
      >
        <LinkButton small external kind={props.onThatPage ? 'default' : 'primary'} href={CONNECTED_APPS_START}>
          {t('popup_open_hubspot')}
        </LinkButton>
      </Way>
      <Way icon="clipboard" title={t('term_paste')} text={t('popup_way_paste_text')}>
        <OwnPage href={optionsHref('paste')}>{t('term_paste')}</OwnPage>
      </Way>
      <Way icon="sample" title={t('term_sample_account')} text={t('popup_way_sample_text')}>
        <OwnPage href={optionsHref('welcome', { start: 'sample' })}>{t('term_try_sample')}</OwnPage>
      </Way>
      <span class="popup-gap" />
      <div class="popup-stays">
        <Icon name="lock" />
        <div>
          {t('popup_stays')}{' '}
          <button type="button" class="popup-link" aria-expanded={told} onClick={() => setTold(!told)}>
            {t('popup_what_is_read')}
          </button>
          {told && <WhatIsRead />}
        </div>
      </div>
    </>
  )
}

/** A place of ours in a new tab; the arrow is kept for what leads out of Patchbay. */
function OwnPage(props: { readonly href: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <a class={buttonClass('default', true)} href={props.href} target="_blank" rel="noopener">
      <span class="pb-button-words">{props.children}</span>
    </a>
  )
}

function Way(props: {
  readonly icon: IconName
  readonly title: string
  readonly text: string
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <section class="popup-way">
      <Icon name={props.icon} />
      <div>
        <div>
          <h2>{props.title}</h2>
          <p>{props.text}</p>
        </div>
        {props.children}
      </div>
    </section>
  )
}

/** Which sites Patchbay may read by itself, and the two languages. */
export function NotSetUpFooter(): JSX.Element {
  const t = useT()
  const sites = useGrantedSites()
  return (
    <footer class="popup-foot">
      <span class="pb-muted">
        {sites !== null && (sites === 0 ? t('popup_sites_none') : t('popup_sites', { count: sites }))}
      </span>
      <span class="popup-gap" />
      <Language lang="en" /> · <Language lang="ja" />
    </footer>
  )
}

function Language(props: { readonly lang: 'en' | 'ja' }): JSX.Element {
  const { lang } = props
  const t = useT()
  const name = t(`lang_name_${lang}`)
  if (t.lang === lang) {
    return (
      <span class="pb-muted" lang={lang}>
        {name}
      </span>
    )
  }
  return (
    <button type="button" class="popup-link" lang={lang} onClick={() => void setSettings({ language: lang })}>
      {name}
    </button>
  )
}

/** How many sites the browser lets Patchbay read; null until it has said. */
const useGrantedSites = (): number | null => {
  const [sites, setSites] = useState<number | null>(null)
  useEffect(() => {
    void browser.permissions.getAll().then(({ origins }) => setSites(origins?.length ?? 0))
  }, [])
  return sites
}
