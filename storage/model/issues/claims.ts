import type { App, Assembled, AttentionSaid } from '../facts/assemble.ts'
import { ACCOUNT_REF, type Ref } from '../facts/refs.ts'
import type { Account, Mark, Read } from '../facts/rows.ts'
import type { PastOf } from '../facts/sightings.ts'
import { DAY, MINUTE } from '../facts/time.ts'
import type { ReadState, SectionKind } from '../recognise/recognised.ts'
import type { Evidence, IssueKind } from './issue.ts'
import { isQuiet } from './quiet.ts'

/** Something that is wrong by the newest evidence: what makes an issue open, or stay open. */
export interface Claim {
  subject: Ref
  /** All names of the subject, so that an issue opened under a weaker one is found again. */
  refs: readonly Ref[]
  kind: IssueKind
  evidence: Evidence
}

/** A page not read for longer than this says nothing about today. */
export const EVIDENCE_MAX_AGE = 7 * DAY
/** Signing in again is ordinary: only after this long without a good read is it a problem. */
export const SIGN_IN_GRACE = 10 * MINUTE

/** Read states that may change facts. */
export const GOOD_STATES: readonly ReadState[] = ['recognised', 'partly', 'empty-account']
const SIGN_IN_STATES: readonly ReadState[] = ['signed-out', 'second-factor', 'no-account', 'challenge']

export const isGoodRead = (read: Read): boolean => GOOD_STATES.includes(read.state)

/** A good read of the lists: one app's own page, or its list of users, says nothing of the other apps. */
export const isListRead = (read: Read): boolean =>
  isGoodRead(read) && (read.state === 'empty-account' || read.sections.some(({ kind }) => LISTS.includes(kind)))
const LISTS: readonly SectionKind[] = ['attention', 'my-apps', 'other-apps']

/** Problems that an app's own status and its item in Needs your attention state now. */
export const appClaims = (app: App): Claim[] => {
  if (app.gone) return []
  const claims: Claim[] = []
  const status = app.status?.value.status
  if (app.status && (status === 'error' || status === 'expired' || status === 'disconnected'))
    claims.push(
      claim(app, status, {
        from: 'status',
        text: app.status.value.word,
        observedAt: app.status.at,
        source: app.status.source,
      }),
    )
  for (const { value, at, source } of app.attention)
    claims.push(claim(app, kindOf(value), { from: 'attention', text: value.reason, observedAt: at, source }))
  if (app.absent)
    claims.push(
      claim(app, 'vanished', {
        from: 'absence',
        text: null,
        observedAt: app.absent.newest,
        source: (app.inMyApps ?? app.inOtherApps)?.source ?? 'page',
      }),
    )
  return claims
}

/** The kind of issue that an item of Needs your attention is. */
export const kindOf = ({ trouble }: AttentionSaid): IssueKind => (trouble === 'unknown' ? 'attention' : trouble)

const claim = (app: App, kind: IssueKind, evidence: Evidence): Claim => ({
  subject: app.key,
  refs: app.refs,
  kind,
  evidence,
})

/** Problems of the account itself: its page cannot be read any more, or was not read for too long. */
export const accountClaims = (account: Account, reads: readonly Read[], now: number): Claim[] => {
  const newest = newestRead(reads, () => true)
  const good = newestRead(reads, isListRead)
  const claims: Claim[] = []
  if (
    newest &&
    !isGoodRead(newest) &&
    now - newest.observedAt >= (SIGN_IN_STATES.includes(newest.state) ? SIGN_IN_GRACE : 0)
  )
    claims.push(accountClaim('unreadable', newest, newest.state))
  const since = good?.observedAt ?? account.addedAt
  if (now - since > EVIDENCE_MAX_AGE && (good || newest))
    claims.push(accountClaim('stale', good ?? (newest as Read), null, since + EVIDENCE_MAX_AGE))
  return claims
}

const accountClaim = (kind: IssueKind, read: Read, text: string | null, observedAt = read.observedAt): Claim => ({
  subject: ACCOUNT_REF,
  refs: [ACCOUNT_REF],
  kind,
  evidence: { from: 'reads', text, observedAt, source: read.source },
})

/** The read with the latest `observedAt` among those that satisfy `ok`; null if none does. */
export const newestRead = (reads: readonly Read[], ok: (read: Read) => boolean): Read | null =>
  reads.reduce<Read | null>(
    (best, read) => (ok(read) && (!best || read.observedAt > best.observedAt) ? read : best),
    null,
  )

/** What the claims of an account are made from. */
export interface ClaimsInput {
  account: Account
  assembled: Assembled
  reads: readonly Read[]
  marks: readonly Mark[]
  /** Of apps that may have gone quiet (`mayBeQuiet`) it has to hold the past of their activity. */
  past: PastOf
}

/** Every claim of an account at the epoch-ms `now`. While it cannot be seen, no app is said to have gone quiet. */
export const claimsOf = ({ account, assembled, reads, marks, past }: ClaimsInput, now: number): Claim[] => {
  const own = accountClaims(account, reads, now)
  const blind = own.some(({ kind }) => kind === 'stale')
  return [
    ...assembled.apps.flatMap(app => [...appClaims(app), ...(blind ? [] : quietClaims(app, marks, past))]),
    ...own,
  ]
}

const quietClaims = (app: App, marks: readonly Mark[], past: PastOf): Claim[] => {
  const activity = app.lastActivity
  if (!activity || !isQuiet(app, marks, past)) return []
  return [claim(app, 'gone-quiet', { from: 'silence', text: null, observedAt: activity.at, source: activity.source })]
}

/** Epoch ms at which time alone will change the claims of the account next; null if never. */
export const nextClaimChange = (account: Account, reads: readonly Read[], now: number): number | null => {
  const newest = newestRead(reads, () => true)
  const good = newestRead(reads, isListRead)
  const due = [
    newest && !isGoodRead(newest) && SIGN_IN_STATES.includes(newest.state) ? newest.observedAt + SIGN_IN_GRACE : null,
    good || newest ? (good?.observedAt ?? account.addedAt) + EVIDENCE_MAX_AGE + 1 : null,
  ].filter(at => at !== null && at > now)
  return due.length > 0 ? Math.min(...(due as number[])) : null
}
