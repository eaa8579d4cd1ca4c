import type { TimeFrame } from '../../storage/formatTime.ts'
import type { FilterChip } from '../ui/FilterChip.tsx'
import {
  ACTIVITY_FILTERS,
  type ActivityFilter,
  type AppRow,
  activityOf,
  installerOf,
  NO_INSTALLER,
  STATUS_FILTERS,
  type StatusFilter,
  statusesOf,
} from './appRow.ts'
import type { QueryState } from './useAppQuery.ts'

const STATUS_NAMES = {
  attention: 'home_attention',
  error: 'status_error',
  expired: 'status_expired',
  disconnected: 'status_disconnected',
  'gone-quiet': 'status_goneQuiet',
  vanished: 'status_vanished',
  connected: 'status_connected',
  'not-reported': 'status_notReported',
  'unknown-word': 'apps_filter_unknown_word',
  waiting: 'home_permissions',
} as const satisfies Record<StatusFilter, string>

const ACTIVITY_NAMES = {
  today: 'apps_activity_today',
  week: 'apps_activity_week',
  month: 'apps_activity_month',
  older: 'apps_activity_older',
  'not-reported': 'status_notReported',
} as const satisfies Record<ActivityFilter, string>

/** The filters over the app tables, each value with how many rows have it. Values that no row has are offered only while chosen. */
export const appChips = (rows: readonly AppRow[], { query, change }: QueryState, frame: TimeFrame): FilterChip[] => {
  const { t, now, zone } = frame
  const statuses = countBy(rows, row => statusesOf(row))
  const installers = countBy(rows, row => [installerOf(row)])
  const activities = countBy(rows, row => [activityOf(row, now, zone)])
  const names = [...new Set([...installers.keys(), ...query.by])]
  const collator = new Intl.Collator(t.lang)
  names.sort((a, b) => Number(a === NO_INSTALLER) - Number(b === NO_INSTALLER) || collator.compare(a, b))
  const offered = <T extends string>(all: readonly T[], counts: ReadonlyMap<string, number>, chosen: readonly T[]) =>
    all.filter(value => counts.has(value) || chosen.includes(value))
  return [
    {
      id: 'status',
      name: t('term_status'),
      options: offered(STATUS_FILTERS, statuses, query.status).map(value => ({
        value,
        label: t(STATUS_NAMES[value]),
        count: statuses.get(value) ?? 0,
      })),
      chosen: query.status,
      onChange: status => change(old => ({ ...old, status: status as StatusFilter[] })),
    },
    {
      id: 'by',
      name: t('term_installed_by'),
      options: names.map(value => ({
        value,
        label: value === NO_INSTALLER ? t('status_notReported') : value,
        count: installers.get(value) ?? 0,
      })),
      chosen: query.by,
      onChange: by => change(old => ({ ...old, by })),
    },
    {
      id: 'activity',
      name: t('term_last_activity'),
      options: offered(ACTIVITY_FILTERS, activities, query.activity).map(value => ({
        value,
        label: t(ACTIVITY_NAMES[value]),
        count: activities.get(value) ?? 0,
      })),
      chosen: query.activity,
      onChange: activity => change(old => ({ ...old, activity: activity as ActivityFilter[] })),
    },
  ]
}

const countBy = (rows: readonly AppRow[], values: (row: AppRow) => Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows) for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
