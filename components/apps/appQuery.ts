import { matchesText } from '../ui/matchText.ts'
import { type Sort, sortRows } from '../ui/sortRows.ts'
import {
  ACTIVITY_FILTERS,
  type ActivityFilter,
  APP_COLUMNS,
  type AppColumn,
  type AppRow,
  activityOf,
  installerOf,
  STATUS_FILTERS,
  type StatusFilter,
  sortValueOf,
  statusesOf,
} from './appRow.ts'

/** What the page's address says of the app tables: search, filters, sort, and the row that is open. */
export interface AppQuery {
  q: string
  status: readonly StatusFilter[]
  /** Names of installers. */
  by: readonly string[]
  activity: readonly ActivityFilter[]
  sort: Sort<AppColumn>
  /** Key of the row whose details are open (AppRow.key), or null. */
  open: string | null
}

export const DEFAULT_SORT: Sort<AppColumn> = { column: 'name', direction: 'ascending' }

/** The query in an address. Values it does not know are left out, never guessed at. */
export const parseQuery = (params: URLSearchParams): AppQuery => ({
  q: params.get('q') ?? '',
  status: known(STATUS_FILTERS, params.getAll('status')),
  by: params.getAll('by'),
  activity: known(ACTIVITY_FILTERS, params.getAll('activity')),
  sort: parseSort(params.get('sort')),
  open: params.get('open'),
})

/** The address parameters of a query; what others keep in there stays. */
export const writeQuery = (params: URLSearchParams, query: AppQuery): URLSearchParams => {
  const next = new URLSearchParams(params)
  for (const name of ['q', 'status', 'by', 'activity', 'sort', 'open']) next.delete(name)
  if (query.q !== '') next.set('q', query.q)
  for (const value of query.status) next.append('status', value)
  for (const value of query.by) next.append('by', value)
  for (const value of query.activity) next.append('activity', value)
  const { column, direction } = query.sort
  if (column !== DEFAULT_SORT.column || direction !== DEFAULT_SORT.direction)
    next.set('sort', `${direction === 'descending' ? '-' : ''}${column}`)
  if (query.open !== null) next.set('open', query.open)
  return next
}

/** Nothing searched for and nothing filtered; sort and the open row stay. */
export const cleared = (query: AppQuery): AppQuery => ({ ...query, q: '', status: [], by: [], activity: [] })

export const isFiltered = (query: AppQuery): boolean =>
  query.q !== '' || query.status.length + query.by.length + query.activity.length > 0

/** The rows that search and filters let through: all of them together, each letting through any of its chosen values. */
export const filterRows = (rows: readonly AppRow[], query: AppQuery, now: number, zone: string): AppRow[] =>
  rows.filter(
    row =>
      matchesText([row.app.name, row.app.installedBy?.value.name ?? ''].join(' '), query.q) &&
      passes(query.status, value => statusesOf(row).has(value)) &&
      passes(query.by, value => installerOf(row) === value) &&
      passes(query.activity, value => activityOf(row, now, zone) === value),
  )

const passes = <T>(chosen: readonly T[], is: (value: T) => boolean) => chosen.length === 0 || chosen.some(is)

/** The rows in the order asked for; equal ones by name and account, so that nothing jumps from one repaint to the next. */
export const sortAppRows = (rows: readonly AppRow[], sort: Sort<AppColumn>, zone: string, lang: string): AppRow[] => {
  const byKey = [...rows].sort((a, b) => (a.key < b.key ? -1 : 1))
  const byName = sortRows(byKey, row => row.app.name, 'ascending', lang)
  return sortRows(byName, row => sortValueOf(row, sort.column, zone), sort.direction, lang)
}

const known = <T extends string>(all: readonly T[], values: readonly string[]): T[] =>
  all.filter(value => values.includes(value))

const parseSort = (text: string | null): Sort<AppColumn> => {
  const column = APP_COLUMNS.find(name => name === text?.replace(/^-/, ''))
  return column ? { column, direction: text?.startsWith('-') ? 'descending' : 'ascending' } : DEFAULT_SORT
}
