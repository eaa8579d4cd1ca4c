import { type App, type CompleteSections, sectionWithout } from '../facts/assemble.ts'
import type { Mark, Read } from '../facts/rows.ts'
import type { Time } from '../facts/time.ts'
import { type Claim, isGoodRead, newestRead } from './claims.ts'
import type { Issue, IssueEnding, IssueKind } from './issue.ts'
import { surelyFrom, surelyLater } from './quiet.ts'

export type Ending = NonNullable<Issue['ended']>

/** What an ending is judged from: the subject as it is now, and everything claimed of it. */
export interface EndingInput {
  issue: Issue
  app: App | null
  /** Claims of the same subject that are current. */
  claims: readonly Claim[]
  /** Kinds of the subject's other problems that were there beside this one: they did not come in its place. */
  beside: ReadonlySet<IssueKind>
  reads: readonly Read[]
  complete: CompleteSections
  fixed: Mark | null
  /** What the user set for the app's silence. */
  set: Mark | null
}

/**
 * How an open issue has ended by the evidence at hand, or null while nothing shows its end. Silence ends nothing: a
 * status that went blank, a partial page or an app not listed leaves the issue open. Each ending needs evidence later
 * than the problem was last seen.
 */
export const endingOf = (input: EndingInput): Ending | null => {
  const { issue, app, claims, beside, reads, complete, fixed } = input
  // The status column and the attention list may both state it; a page that shows one of them does show it.
  const current = claims
    .filter(claim => claim.kind === issue.kind)
    .reduce<Claim | null>(
      (best, one) => (best && best.evidence.observedAt >= one.evidence.observedAt ? best : one),
      null,
    )
  const lastSeen = Math.max(issue.lastSeen, current?.evidence.observedAt ?? 0)
  if (fixed && fixed.at >= lastSeen) return ended('said-by-you', { kind: 'instant', at: fixed.at }, fixed.at)
  const until = (how: IssueEnding, observedAt: number): Ending =>
    ended(how, { kind: 'between', from: issue.lastSeen, to: observedAt }, observedAt)

  if (issue.kind === 'unreadable' || issue.kind === 'stale')
    return current
      ? null
      : until('read-again', Math.max(newestRead(reads, isGoodRead)?.observedAt ?? 0, issue.lastSeen))
  if (!app) return null
  if (app.gone) return until(app.gone, Math.max(app.seenAt, issue.lastSeen))
  if (issue.kind === 'vanished') return current ? null : until('seen-again', Math.max(app.seenAt, issue.lastSeen))

  if (app.status?.value.status === 'connected' && app.status.at > lastSeen)
    return until('status-connected', app.status.at)
  if (issue.kind === 'gone-quiet') return silenceEnding(input, current, lastSeen)
  // The same place states another problem instead: this one is stated nowhere any more, and that one was not there before.
  const other = claims.find(
    claim =>
      claim.kind !== issue.kind &&
      !beside.has(claim.kind) &&
      claim.evidence.from === issue.evidence.from &&
      claim.evidence.observedAt > lastSeen,
  )
  if (other && !current) return until('other-problem', other.evidence.observedAt)
  const without = sectionWithout(complete, 'attention', lastSeen)
  const stillBad = claims.some(claim => claim.evidence.from === 'status' && !beside.has(claim.kind))
  if (without && !stillBad && app.inMyApps && app.inMyApps.at >= without.since)
    return until('not-in-attention', without.since)
  const activity = app.lastActivity?.value
  if (activity && surelyFrom(activity) > lastSeen)
    return ended('newer-activity', activity, app.lastActivity?.at ?? lastSeen)
  return null
}

/**
 * A silence is over when the app was surely active since, when HubSpot tells a problem of it, when no list shows it any more,
 * or when the user lets it be silent for longer. That Needs your attention does not list it says nothing.
 */
const silenceEnding = ({ issue, app, claims, set }: EndingInput, current: Claim | null, lastSeen: number) => {
  const told = claims.find(({ kind, evidence }) => kind !== 'gone-quiet' && evidence.observedAt > lastSeen)
  if (told)
    return ended(
      'other-problem',
      { kind: 'between', from: issue.lastSeen, to: told.evidence.observedAt },
      told.evidence.observedAt,
    )
  const activity = app?.lastActivity
  if (activity?.value && issue.began && surelyLater(activity.value, issue.began))
    return ended('newer-activity', activity.value, Math.max(activity.at, lastSeen))
  if (set && set.at >= lastSeen && !current) return ended('set-by-you', { kind: 'instant', at: set.at }, set.at)
  return null
}

const ended = (how: IssueEnding, time: Time, observedAt: number): Ending => ({ how, time, observedAt })
