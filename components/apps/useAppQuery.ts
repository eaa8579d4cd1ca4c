import { useCallback, useMemo } from 'preact/hooks'
import { useScreen } from '../shell/screen.ts'
import { type AppQuery, parseQuery, writeQuery } from './appQuery.ts'

/** The query of the app tables and the ways to change it; it lives in the page's address alone. */
export interface QueryState {
  readonly query: AppQuery
  /** `replace` leaves no step behind for "back". */
  readonly change: (next: (old: AppQuery) => AppQuery, how?: 'push' | 'replace') => void
  /** Opens a row's details, or closes them. */
  readonly toggle: (key: string) => void
}

export const useAppQuery = (): QueryState => {
  const { route, go } = useScreen()
  const query = useMemo(() => parseQuery(route.params), [route])
  const change = useCallback<QueryState['change']>(
    (next, how = 'push') => go({ ...route, params: writeQuery(route.params, next(parseQuery(route.params))) }, how),
    [route, go],
  )
  const toggle = useCallback(
    (key: string) => change(old => ({ ...old, open: old.open === key ? null : key }), 'replace'),
    [change],
  )
  return { query, change, toggle }
}
