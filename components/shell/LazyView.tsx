import type { ComponentType, JSX } from 'preact'
import { useEffect, useErrorBoundary, useState } from 'preact/hooks'
import Home from '../home/Home.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useT } from '../ui/I18n.tsx'
import { useLate } from '../ui/useLate.ts'
import type { View } from './route.ts'

/** Each view is a file of its own, fetched when it is first looked at. Connections home is part of the first paint. */
const LOAD: Readonly<Record<Exclude<View, 'home'>, () => Promise<{ default: ComponentType }>>> = {
  notifications: () => import('../notifications/Notifications.tsx'),
  accounts: () => import('../accounts/Accounts.tsx'),
  mapping: () => import('../mapping/MappingPage.tsx'),
  paste: () => import('../paste/Paste.tsx'),
  settings: () => import('../settings/Settings.tsx'),
  welcome: () => import('../welcome/Welcome.tsx'),
}

/** The view, once its code is there; what a view throws ends in a sentence and a button, not in an empty page. */
export function LazyView(props: { readonly view: View }): JSX.Element | null {
  const { view } = props
  const t = useT()
  const [loaded, setLoaded] = useState<{ view: View; Component: ComponentType }>()
  const [failed, setFailed] = useState(false)
  const [thrown] = useErrorBoundary(error => console.error('Patchbay: a view failed', error))
  const waiting = view !== 'home' && loaded?.view !== view
  const late = useLate(waiting, 150)

  useEffect(() => {
    if (view === 'home') return
    let wanted = true
    LOAD[view]().then(
      module => wanted && setLoaded({ view, Component: module.default }),
      () => wanted && setFailed(true),
    )
    return () => {
      wanted = false
    }
  }, [view])

  if (failed || thrown) {
    return (
      <EmptyState
        kind="nothing"
        title={t('nav_failed_title')}
        text={t('nav_failed_text')}
        actions={<Button onClick={() => location.reload()}>{t('nav_reload')}</Button>}
      />
    )
  }
  if (view === 'home') return <Home />
  if (waiting || !loaded) return late ? <p class="pb-muted">{t('nav_loading')}</p> : null
  return <loaded.Component />
}
