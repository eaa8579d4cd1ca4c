import type { App } from './facts/assemble.ts'
import type { AttentionItem } from './issues/attention.ts'

/** Whether it is one of the account's apps: not gone, and not merely a name that several of them carry. */
export const isCounted = (app: Pick<App, 'gone' | 'anyOfSeveral'>): boolean => !app.gone && !app.anyOfSeveral

/** Where an app stands in the App summary; its parts add up to all of the account's apps. */
export type AppStanding = 'connected' | 'attention' | 'not-reported'

/**
 * `attention` outranks what the status says; an app whose status word is unknown or that reports none is "not reported",
 * never connected.
 */
export const standingOf = (app: App, attention: ReadonlySet<string>): AppStanding => {
  if (attention.has(subjectId(app.account, app.key))) return 'attention'
  return app.status?.value.status === 'connected' ? 'connected' : 'not-reported'
}

export interface AppSummary {
  apps: number
  connected: number
  /** Apps with an open issue, snoozed ones included. */
  attention: number
  /** Apps whose state HubSpot does not tell, those that went quiet included. */
  notReported: number
  /** Apps in both of these: what is wrong with them is that they went quiet. The others add up to `apps`. */
  quiet: number
  /** Apps whose own page shows permissions that wait for a reauthorization, and of how many apps that page was read. */
  permissionsWaiting: number
  permissionsRead: number
}

/** Counts of the account's apps. */
export const summarise = (apps: readonly App[], items: readonly AttentionItem[]): AppSummary => {
  const attention = attentionSubjects(items)
  const quiet = attentionSubjects(items.filter(isQuietItem))
  const summary: AppSummary = {
    apps: 0,
    connected: 0,
    attention: 0,
    notReported: 0,
    quiet: 0,
    permissionsWaiting: 0,
    permissionsRead: 0,
  }
  for (const app of apps) {
    if (!isCounted(app)) continue
    summary.apps++
    const standing = standingOf(app, attention)
    summary[standing === 'not-reported' ? 'notReported' : standing]++
    if (quiet.has(subjectId(app.account, app.key))) {
      summary.quiet++
      summary.notReported++
    }
    if (app.permissions) summary.permissionsRead++
    if (app.permissions?.value.phrases.some(phrase => phrase.group === 'after-reauthorization'))
      summary.permissionsWaiting++
  }
  return summary
}

/** Whether all that is wrong is that it went quiet: it is still an app whose state HubSpot does not tell. */
export const isQuietItem = ({ kind }: Pick<AttentionItem, 'kind'>): boolean => kind === 'gone-quiet'

/** Subjects with an open issue, as `account subject`. */
export const attentionSubjects = (items: readonly AttentionItem[]): ReadonlySet<string> =>
  new Set(items.filter(item => item.state !== 'fixed').map(item => subjectId(item.account, item.subject)))

export const subjectId = (account: string, subject: string) => `${account} ${subject}`
