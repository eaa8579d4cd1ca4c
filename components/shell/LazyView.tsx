import type { ComponentType, JSX } from 'preact'
import { useEffect, useErrorBoundary, useState } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useT } from '../ui/I18n.tsx'
import { useLate } from '../ui/useLate.ts'
import type { View } from './route.ts'

/** Each view is a file of its own, fetched when it is first looked at, so that the frame paints before any of them. */
const LOAD: Readonly<Record<View, () => Promise<{ default: ComponentType }>>> = {
  home: () => import('../home/Home.tsx'),
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
  const waiting = loaded?.view !== view
  const late = useLate(waiting, 150)

  useEffect(() => {
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
  if (waiting || !loaded) return late ? <p class="pb-muted">{t('nav_loading')}</p> : null
  return <loaded.Component />
}
