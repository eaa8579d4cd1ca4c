import './Shell.css'
import type { ComponentChildren, ComponentType, JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PlainKey } from '../../storage/i18n.ts'
import type { Glance } from '../../storage/model/glance.ts'
import type { Severity } from '../../storage/model/issues/issue.ts'
import { CountBadge } from '../ui/CountBadge.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { KeyboardHelp } from '../ui/KeyboardHelp.tsx'
import { Mark } from '../ui/Mark.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { AccountSwitcher } from './AccountSwitcher.tsx'
import { accountIn, type View, viewHref } from './route.ts'
import { SourceAges } from './Sources.tsx'
import { useScreen } from './screen.ts'
import { useShortcuts } from './useShortcuts.ts'

/** What the frame of the page needs of an account: known from the glance before the database has answered. */
export type AccountLine = Glance['accounts'][number]

export interface ShellProps {
  readonly accounts: readonly AccountLine[]
  /** What the badge counts, and the worst of it; null before anything is known. */
  readonly attention: { readonly count: number; readonly severity: Severity } | null
  readonly children: ComponentChildren
}

/** Name of each view: of its link, its heading and the document. */
export const VIEW_NAMES = {
  home: 'term_connections_home',
  notifications: 'term_notifications',
  accounts: 'term_accounts',
  mapping: 'mapping_title',
  paste: 'term_paste',
  settings: 'term_settings',
  welcome: 'welcome_title',
} as const satisfies Record<View, PlainKey>

const LINKS: readonly { readonly view: View; readonly icon: IconName }[] = [
  { view: 'home', icon: 'home' },
  { view: 'notifications', icon: 'bell' },
  { view: 'accounts', icon: 'card' },
  { view: 'settings', icon: 'sliders' },
]
/** Views that belong to a link without being it. */
const UNDER: Partial<Record<View, View>> = { mapping: 'accounts', paste: 'accounts', welcome: 'home' }

/** How many notices of the inbox nobody has looked at. Counted after the first paint: the database comes with it. */
const useUnread = () => {
  const [count, setCount] = useState(0)
  const [Live, setLive] = useState<ComponentType<{ onCount: (count: number) => void }>>()
  useEffect(
    () => void import('./LiveUnread.tsx').then(module => setLive(() => module.default)).catch(() => undefined),
    [],
  )
  return { count, live: Live ? <Live onCount={setCount} /> : null }
}

/** The frame of every view but Welcome: side bar (above 720 px, else on top) and the view in `main`. */
export function Shell(props: ShellProps): JSX.Element {
  const { accounts, attention, children } = props
  const t = useT()
  const { route, settings } = useScreen()
  const shortcuts = useShortcuts()
  const main = useRef<HTMLElement>(null)
  const { view, page } = route
  const unread = useUnread()

  useEffect(() => {
    const name = t(VIEW_NAMES[view])
    const count = attention?.count ?? 0
    document.title = count > 0 ? t('nav_document_count', { count, view: name }) : t('nav_document', { view: name })
  }, [t, view, attention?.count])

  const place = `${view}/${page}`
  const lastPlace = useRef(place)
  useEffect(() => {
    if (lastPlace.current === place) return
    lastPlace.current = place
    main.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [place])

  const chosen = accounts.filter(account => account.id === accountIn(route))
  return (
    <div class="pb-shell">
      <SkipLink target="main" />
      <header class="pb-side">
        <a class="pb-brand" href={viewHref('home', route)}>
          <Mark size={22} />
          Patchbay
        </a>
        <AccountSwitcher accounts={accounts} />
        <nav class="pb-nav" aria-label={t('nav_label')}>
          <ul>
            {LINKS.map(link => (
              <li key={link.view}>
                <a
                  href={viewHref(link.view, route)}
                  aria-current={link.view === view ? 'page' : link.view === UNDER[view] ? 'true' : undefined}
                >
                  <Icon name={link.icon} size={18} />
                  <span class="pb-nav-name">{t(VIEW_NAMES[link.view])}</span>
                  {link.view === 'home' && attention !== null && attention.count > 0 && (
                    <CountBadge
                      value={attention.count}
                      tone={attention.severity}
                      label={t('nav_count', { count: attention.count })}
                    />
                  )}
                  {link.view === 'notifications' && unread.count > 0 && (
                    <CountBadge value={unread.count} label={t('nav_unread', { count: unread.count })} />
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="pb-side-foot">
          {accounts.length > 0 && (
            <section class="pb-sources" aria-labelledby="sources">
              <h2 id="sources">{t('nav_sources')}</h2>
              <SourceAges accounts={chosen.length > 0 ? chosen : accounts} />
            </section>
          )}
          <a class="pb-looks" href={viewHref('settings', route)}>
            {t('nav_looks', { language: t(`lang_name_${t.lang}`), theme: t(`nav_theme_${settings.theme}`) })}
          </a>
        </div>
      </header>
      <main class="pb-main" id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <KeyboardHelp groups={shortcuts} enabled={settings.letterKeys} />
      {unread.live}
    </div>
  )
}
