import type { App } from '../../storage/model/facts/assemble.ts'
import { earliest, latest } from '../../storage/model/facts/time.ts'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { ISSUE_KINDS } from '../../storage/model/issues/issue.ts'
import type { Overview } from '../../storage/model/overview.ts'
import {
  type AppStanding,
  attentionSubjects,
  isCounted,
  isQuietItem,
  standingOf,
  subjectId,
} from '../../storage/model/summary.ts'

/** What a row of the app tables needs of its account. */
export type RowAccount = Pick<Overview, 'id' | 'label' | 'sample' | 'host' | 'url' | 'blindSince' | 'readAt'>

/** One app as a row: what is known of it, and how it stands. */
export interface AppRow {
  /** Account and app, as one word; the same from one repaint to the next. */
  key: string
  app: App
  account: RowAccount
  /** Its row in Needs your attention: open, snoozed or said to be fixed. */
  item: AttentionItem | null
  /** Where it is counted in the App summary. */
  standing: AppStanding
  /** The account's page was not read for too long: what is known of the app is last known, not current. */
  blind: boolean
}

/** The rows of every app of these accounts. */
export const appRows = (apps: readonly App[], overviews: readonly Overview[]): AppRow[] => {
  const accounts = new Map(overviews.map(overview => [overview.id as string, overview]))
  const items = overviews.flatMap(overview => overview.items)
  const attention = attentionSubjects(items)
  const itemOf = new Map(items.map(item => [subjectId(item.account, item.subject), item]))
  return apps.flatMap(app => {
    const account = accounts.get(app.account)
    if (!account || !isCounted(app)) return []
    const key = subjectId(app.account, app.key)
    const blind = account.blindSince !== null
    return {
      key,
      app,
      account,
      item: itemOf.get(key) ?? null,
      standing: blind ? ('not-reported' as const) : standingOf(app, attention),
      blind,
    }
  })
}

/** Whether the app belongs to My apps: listed there, or in no list that was read (only an item, a log or its own page told of it). */
export const isMine = ({ app }: AppRow): boolean => app.inMyApps !== null || app.inOtherApps === null

/** Whether the app belongs to Other apps. An app can be in both lists. */
export const isOthers = ({ app }: AppRow): boolean => app.inOtherApps !== null

/** What the Status filter offers. One app can be several of them. */
export const STATUS_FILTERS = [
  'attention',
  'error',
  'expired',
  'disconnected',
  'gone-quiet',
  'vanished',
  'connected',
  'not-reported',
  'unknown-word',
  'waiting',
] as const
export type StatusFilter = (typeof STATUS_FILTERS)[number]

/** Every status filter that lets the row through. An app that went quiet still reports no status. The first four of the App summary agree with its counts. */
export const statusesOf = ({ app, item, standing, blind }: AppRow): ReadonlySet<StatusFilter> => {
  const statuses = new Set<StatusFilter>([standing])
  if (standing === 'attention' && item)
    for (const kind of [item.kind, ...item.also])
      if (kind !== 'attention' && kind !== 'unreadable' && kind !== 'stale') statuses.add(kind)
  if (standing === 'attention' && item && isQuietItem(item)) statuses.add('not-reported')
  if (!blind && statuses.has('not-reported') && app.status?.value.status === 'unknown') statuses.add('unknown-word')
  if (isWaiting(app)) statuses.add('waiting')
  return statuses
}

/** Its own page shows permissions that wait for a reauthorization. */
const isWaiting = (app: App) =>
  app.permissions?.value.phrases.some(phrase => phrase.group === 'after-reauthorization') ?? false

/** When the app was last active, in the words of the filter. */
export const ACTIVITY_FILTERS = ['today', 'week', 'month', 'older', 'not-reported'] as const
export type ActivityFilter = (typeof ACTIVITY_FILTERS)[number]

/** Days are calendar days of `zone`; a time known only as a span counts by its later end. */
export const activityOf = ({ app }: AppRow, now: number, zone: string): ActivityFilter => {
  const time = app.lastActivity?.value
  if (!time) return 'not-reported'
  const dayOfNow = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  const day = Temporal.Instant.fromEpochMilliseconds(latest(time, zone)).toZonedDateTimeISO(zone).toPlainDate()
  const days = day.until(dayOfNow, { largestUnit: 'days' }).days
  if (days <= 0) return 'today'
  return days < 7 ? 'week' : days < 30 ? 'month' : 'older'
}

/** The value that stands for "no installer reported" in the filter; no person has it for a name. */
export const NO_INSTALLER = '-'
export const installerOf = ({ app }: AppRow): string => app.installedBy?.value.name ?? NO_INSTALLER

export const APP_COLUMNS = ['name', 'status', 'installed', 'installedBy', 'lastActivity', 'connections'] as const
export type AppColumn = (typeof APP_COLUMNS)[number]

/** What a column sorts by; undefined where it is not reported, which stands last either way. */
export const sortValueOf = (row: AppRow, column: AppColumn, zone: string): string | number | undefined => {
  const { app } = row
  switch (column) {
    case 'name':
      return app.name
    case 'status':
      return statusRank(row)
    case 'installed':
      return app.installed ? earliest(app.installed.value, zone) : undefined
    case 'installedBy':
      return app.installedBy?.value.name
    case 'lastActivity':
      return app.lastActivity?.value ? latest(app.lastActivity.value, zone) : undefined
    case 'connections':
      return app.connections?.value
  }
}

/** Worst first; what is not known before what a source calls connected. */
const statusRank = ({ app, item, standing, blind }: AppRow): number => {
  if (blind) return ISSUE_KINDS.length
  if (standing === 'attention' && item) return ISSUE_KINDS.indexOf(item.kind)
  if (standing === 'connected') return ISSUE_KINDS.length + 3
  return ISSUE_KINDS.length + (app.status?.value.status === 'unknown' ? 1 : 2)
}
