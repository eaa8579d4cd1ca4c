import './ui/moreGlyphs.ts'
import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Translator } from '../storage/i18n.ts'
import type { Glance, Reading } from '../storage/model/glance.ts'
import type { AttentionItem } from '../storage/model/issues/attention.ts'
import { ISSUE_KINDS } from '../storage/model/issues/issue.ts'
import type { Overview } from '../storage/model/overview.ts'
import type { Settings } from '../storage/settings.ts'
import { LazyView } from './shell/LazyView.tsx'
import { accountIn, type Route, type View } from './shell/route.ts'
import { Shell, type ShellProps } from './shell/Shell.tsx'
import { type Screen, ScreenProvider } from './shell/screen.ts'
import { useNow } from './shell/useNow.ts'
import { useRoute } from './shell/useRoute.ts'
import { useSettings, useTheme } from './shell/useSettings.ts'
import { useWords } from './shell/useWords.ts'
import { I18n } from './ui/I18n.tsx'
import { ToastHost } from './ui/Toast.tsx'
import type { Answer } from './useLive.ts'
import { useLooking } from './useLooking.ts'

export interface OptionsProps {
  /** What was read from `storage.local` before the first paint. */
  readonly settings: Settings
  readonly glance: Glance | null
  readonly t: Translator
  readonly zone: string
}

/** The options page: frame, the view the address names, toasts. Paints from the glance; the database follows. */
export function Options(props: OptionsProps): JSX.Element {
  const { glance, zone } = props
  const { route, go } = useRoute()
  const settings = useSettings(props.settings)
  const t = useWords(settings.language, props.t)
  const { overviews, reading, live } = useAccounts(glance)
  const now = useNow(overviews)
  useTheme(settings.theme)
  useLooking(accountIn(route))

  const accounts = overviews.state === 'ready' ? overviews.value : (glance?.accounts ?? [])
  const view = viewOf(route, overviews, glance)
  const screen: Screen = { route, go, settings, overviews, reading }
  return (
    <I18n t={t} now={now} zone={zone}>
      <ScreenProvider value={screen}>
        <ToastHost>
          {live}
          {view === 'welcome' ? (
            <LazyView view="welcome" />
          ) : (
            <Shell accounts={accounts} attention={attentionOf(overviews, glance)}>
              <LazyView view={view} />
            </Shell>
          )}
        </ToastHost>
      </ScreenProvider>
    </I18n>
  )
}

/** Without any account Connections home has nothing to show but how to begin. */
const viewOf = ({ view }: Route, overviews: Answer<Overview[]>, glance: Glance | null): View => {
  if (view !== 'home') return view
  const none = overviews.state === 'ready' ? overviews.value.length === 0 : glance?.accounts.length === 0
  return none ? 'welcome' : view
}

/** The accounts as the glance has them, until the database answers; nothing if some of their rows are left out of it. */
const toldBy = (glance: Glance | null): Answer<Overview[]> => {
  const value = glance?.accounts.map(account => {
    const items = glance.items.filter(item => item.account === account.id)
    return { ...account, items, newest: [], due: null }
  })
  const isWhole = value?.every(({ items, counts }) => items.length === counts.counted + counts.snoozed + counts.fixed)
  return value && isWhole ? { state: 'ready', value } : { state: 'loading' }
}

/** What the badge counts, and the worst of it. Not by way of composing a glance: that brings every word table along. */
const attentionOf = (overviews: Answer<Overview[]>, glance: Glance | null): ShellProps['attention'] => {
  if (overviews.state !== 'ready' && !glance) return null
  const items =
    overviews.state === 'ready' ? overviews.value.flatMap(overview => overview.items) : (glance?.items ?? [])
  const counted = items.filter(item => item.state === 'counted')
  const rank = (item: AttentionItem) => ISSUE_KINDS.indexOf(item.kind)
  const worst = counted.reduce<AttentionItem | null>(
    (best, item) => (best && rank(best) <= rank(item) ? best : item),
    null,
  )
  const accounts = overviews.state === 'ready' ? overviews.value : (glance?.accounts ?? [])
  const count = accounts.reduce((sum, { counts }) => sum + counts.counted, 0)
  return { count, severity: worst?.severity ?? 'warn' }
}

/** What the database says, fetched after the first paint together with the database itself. */
const useAccounts = (glance: Glance | null) => {
  const [overviews, setOverviews] = useState<Answer<Overview[]>>(() => toldBy(glance))
  const [reading, setReading] = useState<Reading | null>(null)
  const [Live, setLive] =
    useState<
      ComponentType<{
        onOverviews: (answer: Answer<Overview[]>) => void
        onReading: (reading: Reading | null) => void
      }>
    >()
  useEffect(() => {
    import('./shell/LiveOverviews.tsx').then(
      module => setLive(() => module.default),
      () => setOverviews({ state: 'failed' }),
    )
  }, [])
  const live = Live ? <Live onOverviews={setOverviews} onReading={setReading} /> : null
  return { overviews, reading, live }
}
