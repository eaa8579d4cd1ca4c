import type { App, Assembled } from '../facts/assemble.ts'
import type { Ref } from '../facts/refs.ts'
import type { Account, AppEvent, Mark, Read } from '../facts/rows.ts'
import type { PastOf } from '../facts/sightings.ts'
import type { Time } from '../facts/time.ts'
import { earliest, latest } from '../facts/time.ts'
import type { Mapping } from '../recognise/recognised.ts'
import { statusOf } from '../recognise/statusWords.ts'
import { type Claim, claimsOf, isGoodRead } from './claims.ts'
import { endingOf } from './endings.ts'
import type { Issue, IssueKind } from './issue.ts'
import { markOf } from './marks.ts'
import { surelyLater } from './quiet.ts'

export interface JudgeInput {
  account: Account
  assembled: Assembled
  reads: readonly Read[]
  events: readonly AppEvent[]
  /** Open issues of the account, and the ended ones whose occurrence a new one would follow. */
  issues: readonly Issue[]
  marks: readonly Mark[]
  mapping: Mapping | null
  /** Past of the status of a subject that is about to get an issue, and of the activity of one that may have gone quiet. */
  sightings: PastOf
  /** Epoch ms. */
  now: number
}

/** The issues that change: opened, seen again, reopened or ended. Judging twice at the same evidence gives an empty list. */
export const judge = (input: JudgeInput): Issue[] => {
  const { account, assembled, reads, marks, now } = input
  const claims = claimsOf({ account, assembled, reads, marks, past: input.sightings }, now)
  const changed = new Map<string, Issue>()
  const put = (issue: Issue) => changed.set(issueKey(issue), issue)
  const strongest = strongestOfEach(claims)
  const taken = new Set<Claim>()

  for (const issue of oldestFirst(input.issues.filter(isOpen))) {
    const app = appOf(assembled, issue.subject)
    const ofSubject = claims.filter(claim => claim.refs.includes(issue.subject))
    const own = strongest.find(claim => claim.kind === issue.kind && claim.refs.includes(issue.subject))
    if (own && taken.has(own)) {
      put(end(issue, { how: 'same-app', time: { kind: 'instant', at: now }, observedAt: now }))
      continue
    }
    if (own) taken.add(own)
    const ending = endingOf({
      issue,
      app,
      claims: ofSubject,
      beside: kindsBeside(issue, app?.refs ?? [issue.subject], input.issues),
      reads,
      complete: assembled.complete,
      fixed: markOf(marks, app?.refs ?? [issue.subject], 'fixed'),
      set: markOf(marks, app?.refs ?? [issue.subject], 'quiet'),
    })
    if (ending) put(end(own ? seen(issue, own) : issue, ending))
    else if (own && own.evidence.observedAt > issue.lastSeen) put(seen(issue, own))
  }

  for (const claim of strongest) {
    if (taken.has(claim)) continue
    const past = input.issues.filter(issue => issue.kind === claim.kind && claim.refs.includes(issue.subject))
    const newest = oldestFirst(past).at(-1)
    const fixed = markOf(marks, claim.refs, 'fixed')
    const silentAnew = newest?.began && claim.kind === 'gone-quiet' && isLaterActivity(assembled, claim, newest.began)
    if (newest?.ended?.how === 'set-by-you' && !silentAnew) {
      put(seen({ ...newest, open: 1, ended: null }, claim))
      continue
    }
    if (newest?.ended?.how === 'said-by-you' && !silentAnew) {
      const contradicted = claim.kind !== 'vanished' && claim.evidence.observedAt > newest.ended.observedAt
      const takenBack = !fixed
      if (contradicted || takenBack) put(seen({ ...newest, open: 1, ended: null }, claim))
      continue
    }
    if (newest && claim.evidence.observedAt <= newest.lastSeen) continue // nothing new was seen since it ended
    put(opened(input, claim, newest ? newest.occurrence + 1 : 1))
  }
  return [...changed.values()]
}

export const isOpen = (issue: Issue) => issue.open === 1

/** Whether the app was surely active after `time`: its silence is another one then. */
const isLaterActivity = (assembled: Assembled, claim: Claim, time: Time): boolean => {
  const activity = appOf(assembled, claim.subject)?.lastActivity?.value
  return Boolean(activity && surelyLater(activity, time))
}

/** Kinds of the other open problems of these refs that were known when `issue` was last seen. */
const kindsBeside = (issue: Issue, refs: readonly Ref[], issues: readonly Issue[]): ReadonlySet<IssueKind> =>
  new Set(
    issues
      .filter(
        other =>
          other.kind !== issue.kind &&
          isOpen(other) &&
          refs.includes(other.subject) &&
          other.firstSeen <= issue.lastSeen,
      )
      .map(other => other.kind),
  )

/** One claim per subject and kind: status column and attention list may state the same problem; the newer, then the sentence, is shown. */
const strongestOfEach = (claims: readonly Claim[]): Claim[] => {
  const byKey = new Map<string, Claim>()
  for (const claim of claims) {
    const key = `${claim.subject}\u0000${claim.kind}`
    const known = byKey.get(key)
    const newer = known ? claim.evidence.observedAt - known.evidence.observedAt : 1
    if (newer > 0 || (newer === 0 && claim.evidence.from === 'attention')) byKey.set(key, claim)
  }
  return [...byKey.values()]
}

/** Identity of an issue row. */
export const issueKey = (issue: Pick<Issue, 'subject' | 'kind' | 'occurrence'>) =>
  `${issue.subject}\u0000${issue.kind}\u0000${issue.occurrence}`

/** The app that `subject` names, or null (the account itself, an app of which nothing is left). */
export const appOf = (assembled: Assembled, subject: Ref): App | null =>
  assembled.apps.find(app => (app.refs as readonly Ref[]).includes(subject)) ?? null

const oldestFirst = (issues: readonly Issue[]) =>
  [...issues].sort(
    (a, b) => a.occurrence - b.occurrence || a.firstSeen - b.firstSeen || (a.subject < b.subject ? -1 : 1),
  )

const seen = (issue: Issue, claim: Claim): Issue => ({
  ...issue,
  lastSeen: Math.max(issue.lastSeen, claim.evidence.observedAt),
  evidence: claim.evidence.observedAt >= issue.evidence.observedAt ? claim.evidence : issue.evidence,
  version: issue.version + 1,
})

const end = (issue: Issue, ended: NonNullable<Issue['ended']>): Issue => ({
  ...issue,
  open: 0,
  ended,
  version: issue.version + 1,
})

const opened = (input: JudgeInput, claim: Claim, occurrence: number): Issue => ({
  account: input.account.id,
  subject: claim.subject,
  kind: claim.kind,
  occurrence,
  open: 1,
  began: began(input, claim),
  firstSeen: claim.evidence.observedAt,
  lastSeen: claim.evidence.observedAt,
  evidence: claim.evidence,
  ended: null,
  version: 1,
})

/**
 * When the problem began: the log entry that tells it, else between the last look that showed the app well and the first
 * that did not, else null ("there at the first look"). A silence begins with the last activity.
 */
const began = (input: JudgeInput, claim: Claim): Time | null => {
  const { observedAt, from } = claim.evidence
  if (claim.kind === 'stale') return { kind: 'instant', at: observedAt }
  if (claim.kind === 'gone-quiet') return appOf(input.assembled, claim.subject)?.lastActivity?.value ?? null
  const well = lastWell(input, claim)
  if (from === 'status' || from === 'attention') {
    const told = input.events
      .filter(event => event.type === 'disconnected' && event.app && claim.refs.includes(event.app))
      .filter(event => earliest(event.time, 'UTC') <= observedAt && latest(event.time, 'UTC') >= (well ?? 0))
      .sort((a, b) => b.at - a.at)[0]
    if (told && well !== null) return told.time
  }
  return well === null ? null : { kind: 'between', from: well, to: observedAt }
}

const lastWell = (input: JudgeInput, claim: Claim): number | null => {
  const before = claim.evidence.observedAt
  const times: number[] = []
  if (claim.evidence.from === 'reads')
    times.push(...input.reads.filter(read => read.observedAt < before && isGoodRead(read)).map(read => read.observedAt))
  if (claim.evidence.from === 'absence') {
    const app = appOf(input.assembled, claim.subject)
    times.push(app?.inMyApps?.at ?? 0, app?.inOtherApps?.at ?? 0)
  }
  if (claim.evidence.from === 'status' || claim.evidence.from === 'attention') {
    for (const sighting of input.sightings(claim.refs)) {
      if (sighting.field !== 'status') continue
      const word = sighting.value as string | null
      if (statusOf(word, input.mapping).status !== 'connected') continue
      if (sighting.last < before) times.push(sighting.last)
      else if (sighting.first < before) times.push(sighting.first)
    }
    if (claim.evidence.from === 'attention') {
      times.push(...(input.assembled.complete.get('attention') ?? []).map(section => section.since))
    }
  }
  const known = times.filter(at => at > 0 && at < before)
  return known.length > 0 ? Math.max(...known) : null
}
