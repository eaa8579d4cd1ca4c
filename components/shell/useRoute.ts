import { useCallback, useEffect, useState } from 'preact/hooks'
import { parseRoute, type Route, routeHref } from './route.ts'

/** Goes to a place; `replace` leaves no step behind for "back" (typing in a search field). */
export type Go = (route: Route, how?: 'push' | 'replace') => void

/** The place the address names now, and the way to another. Follows "back", links and addresses typed by hand. */
export const useRoute = (): { route: Route; go: Go } => {
  const [route, setRoute] = useState(() => parseRoute(location.hash))
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const go = useCallback((next: Route, how: 'push' | 'replace' = 'push') => {
    const href = routeHref(next)
    if (href === location.hash) return
    if (how === 'push')
      location.hash = href // fires hashchange
    else {
      history.replaceState(null, '', href)
      setRoute(parseRoute(href))
    }
  }, [])
  return { route, go }
}
