import { ACCOUNT_REF } from '../../storage/model/facts/refs.ts'
import type { IssueKind } from '../../storage/model/issues/issue.ts'
import { ISSUE_KINDS } from '../../storage/model/issues/issue.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { isQuietItem } from '../../storage/model/summary.ts'

/** The App summary of some accounts. `connected`, `bad`, `warn` and `notReported` add up to `apps`: what went quiet is in the last. */
export interface HomeCounts {
  apps: number
  connected: number
  /** Apps with an open problem, snoozed ones included: they make the bar add up. */
  bad: number
  warn: number
  /** Apps whose state no source tells, those of accounts that cannot be seen included. */
  notReported: number
  /** Of `notReported`: apps of accounts whose page was not read for too long. */
  blind: number
  /** Of `notReported`: apps that went quiet; they need attention too. */
  quiet: number
  /** Rows that the badge counts, an account that cannot be read among them. */
  counted: number
  snoozed: number
  /** Counted rows by kind, worst first. */
  kinds: { kind: IssueKind; count: number }[]
  permissionsWaiting: number
  permissionsRead: number
}

/** Adds accounts up. Of an account that cannot be seen nothing is counted as connected: what was known is not what is. */
export const homeCounts = (overviews: readonly Overview[]): HomeCounts => {
  const counts: HomeCounts = {
    apps: 0,
    connected: 0,
    bad: 0,
    warn: 0,
    notReported: 0,
    blind: 0,
    quiet: 0,
    counted: 0,
    snoozed: 0,
    kinds: [],
    permissionsWaiting: 0,
    permissionsRead: 0,
  }
  const kinds = new Map<IssueKind, number>()
  for (const { summary, items, blindSince } of overviews) {
    counts.apps += summary.apps
    counts.permissionsWaiting += summary.permissionsWaiting
    counts.permissionsRead += summary.permissionsRead
    if (blindSince !== null) {
      counts.blind += summary.apps
      counts.notReported += summary.apps
    } else {
      counts.connected += summary.connected
      counts.notReported += summary.notReported
      counts.quiet += summary.quiet
    }
    for (const item of items) {
      if (item.state === 'counted') {
        counts.counted++
        kinds.set(item.kind, (kinds.get(item.kind) ?? 0) + 1)
      }
      if (item.state === 'snoozed') counts.snoozed++
      if (item.state === 'fixed' || item.subject === ACCOUNT_REF || item.anyOfSeveral || isQuietItem(item)) continue // no app of the bar
      counts[item.severity === 'bad' ? 'bad' : 'warn']++
    }
  }
  counts.kinds = ISSUE_KINDS.flatMap(kind => {
    const count = kinds.get(kind)
    return count ? { kind, count } : []
  })
  return counts
}
