import { type App, type CompleteSections, sectionWithout } from '../facts/assemble.ts'
import type { Mark, Read } from '../facts/rows.ts'
import { earliest, type Time } from '../facts/time.ts'
import { type Claim, isGoodRead, newestRead } from './claims.ts'
import type { Issue, IssueEnding } from './issue.ts'

export type Ending = NonNullable<Issue['ended']>

/** What an ending is judged from: the subject as it is now, and everything claimed of it. */
export interface EndingInput {
  issue: Issue
  app: App | null
  /** Claims of the same subject that are current. */
  claims: readonly Claim[]
  reads: readonly Read[]
  complete: CompleteSections
  fixed: Mark | null
}

/**
 * How an open issue has ended by the evidence at hand, or null while nothing shows its end. Silence ends nothing: a
 * status that went blank, a partial page or an app not listed leaves the issue open. Each ending needs evidence later
 * than the problem was last seen.
 */
export const endingOf = ({ issue, app, claims, reads, complete, fixed }: EndingInput): Ending | null => {
  const current = claims.find(claim => claim.kind === issue.kind)
  const lastSeen = Math.max(issue.lastSeen, current?.evidence.observedAt ?? 0)
  if (fixed && fixed.at >= lastSeen) return ended('said-by-you', { kind: 'instant', at: fixed.at }, fixed.at)
  if (current) return null
  const until = (how: IssueEnding, observedAt: number): Ending =>
    ended(how, { kind: 'between', from: issue.lastSeen, to: observedAt }, observedAt)

  if (issue.kind === 'unreadable' || issue.kind === 'stale') {
    return until('read-again', Math.max(newestRead(reads, isGoodRead)?.observedAt ?? 0, issue.lastSeen))
  }
  if (!app) return null
  if (app.gone === 'uninstalled') return until('uninstalled', Math.max(app.seenAt, issue.lastSeen))
  if (issue.kind === 'vanished') return until('seen-again', Math.max(app.seenAt, issue.lastSeen))

  if (app.status?.value.status === 'connected' && app.status.at > issue.lastSeen && !isInAttention(claims))
    return until('status-connected', app.status.at)
  const other = claims.find(claim => claim.evidence.from !== 'absence' && claim.evidence.observedAt > issue.lastSeen)
  if (other && supersedes(other, issue)) return until('other-problem', other.evidence.observedAt)
  const without = sectionWithout(complete, 'attention', issue.lastSeen)
  if (
    without &&
    !claims.some(claim => claim.evidence.from === 'status') &&
    app.inMyApps &&
    app.inMyApps.at >= without.since
  )
    return until('not-in-attention', without.since)
  const activity = app.lastActivity?.value
  if (activity && earliest(activity, 'Pacific/Kiritimati') > issue.lastSeen)
    return ended('newer-activity', activity, app.lastActivity?.at ?? issue.lastSeen)
  return null
}

const ended = (how: IssueEnding, time: Time, observedAt: number): Ending => ({ how, time, observedAt })

const isInAttention = (claims: readonly Claim[]) => claims.some(claim => claim.evidence.from === 'attention')

/** The same place (status column, attention list) now states another problem: the earlier one is not stated any more. */
const supersedes = (claim: Claim, issue: Issue) => claim.evidence.from === issue.evidence.from
