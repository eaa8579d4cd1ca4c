import type { EventType, Reason, StatusKind } from '../../truth.ts'

export const LANGUAGES = ['en', 'ja', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** What a column can hold. The meanings a person can choose from in the mapping form are these and `ignore`. */
export const COLUMN_ROLES = [
  'name',
  'status',
  'installed',
  'installer',
  'lastActivity',
  'connections',
  'reason',
  'type',
  'app',
  'user',
  'time',
  'team',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

export const HEADINGS = [
  'page',
  'home',
  'insights',
  'overview',
  'attention',
  'mine',
  'other',
  'recommendations',
  'log',
  'summary',
  'academy',
  'appStatus',
  'permissions',
  'reauthorization',
  'upgrade',
] as const
export type Heading = (typeof HEADINGS)[number]

export const LABELS = [
  'reconnect',
  'actions',
  'uninstall',
  'disconnect',
  'viewDetails',
  'viewConnections',
  'marketplace',
  'installForMe',
  'install',
  'reauthorize',
  'loading',
  'newWindow',
  'sortBy',
  'selectAll',
  'selectRow',
  'search',
  'filterStatus',
  'next',
  'previous',
  'pagination',
  'showMore',
  'close',
  'allClear',
  'noApps',
  'noOther',
  'noHits',
  'noEvents',
  'failed',
  'tryAgain',
  'severalConnections',
] as const
export type Label = (typeof LABELS)[number]

/**
 * What one language calls things. Several entries are variants: a page uses one of them.
 *
 * Headings, columns, status words and buttons come from HUBSPOT-PAGE.md 6 where it lists them; the rest is ordinary
 * language, for nothing else is known.
 */
export type Words = {
  /** As in `data-locale-at-render`. */
  locale: string
  headings: Record<Heading, readonly string[]>
  columns: Record<ColumnRole, readonly string[]>
  status: Record<StatusKind, readonly string[]>
  labels: Record<Label, readonly string[]>
  sentences: Record<Reason, readonly ((app: string) => string)[]>
  events: Record<EventType, readonly string[]>
  permissions: readonly string[]
  total: readonly ((count: number) => string)[]
  range: (from: number, to: number, total: number) => string
  perPage: (count: number) => string
  connections: (count: number) => string
  usersTitle: (app: string) => string
  byUser: (user: string) => string
}

/** What is known of a language; the rest stays English, as HubSpot's own articles leave it. */
export type PartialWords = {
  locale: string
  headings?: Partial<Words['headings']>
  columns?: Partial<Words['columns']>
  status?: Partial<Words['status']>
  labels?: Partial<Words['labels']>
  sentences?: Partial<Words['sentences']>
}
