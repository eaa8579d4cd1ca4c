import type { App, Assembled } from '../facts/assemble.ts'
import type { AccountId, Ref } from '../facts/refs.ts'
import { ACCOUNT_REF } from '../facts/refs.ts'
import type { Account, Mark } from '../facts/rows.ts'
import type { Time } from '../facts/time.ts'
import { appUrl, connectedAppsUrl } from '../links.ts'
import { kindOf } from './claims.ts'
import { type Evidence, ISSUE_KINDS, type Issue, type IssueKind, SEVERITY, type Severity } from './issue.ts'
import { appOf, isOpen } from './judge.ts'
import { markOf } from './marks.ts'
import { compareItems } from './worstFirst.ts'

/**
 * One row of Needs your attention: a subject with its open issues, the worst leading. Popup, home, badge and overlay
 * all show these, so they cannot disagree. Plain data, in no language.
 */
export interface AttentionItem {
  account: AccountId
  accountLabel: string
  sample: boolean
  subject: Ref
  /** Known by a name alone that several apps carry: it may be any of them. */
  anyOfSeveral: boolean
  /** Name of the app; for the account itself its label. */
  name: string
  kind: IssueKind
  severity: Severity
  /** The other open problems of the same subject. */
  also: IssueKind[]
  evidence: Evidence
  /** The sentences by which Needs your attention states these problems, as HubSpot wrote them, in their order. */
  written: string[]
  began: Time | null
  firstSeen: number
  lastSeen: number
  installer: string | null
  people: number | null
  /** The app's own page in HubSpot, or the Connected apps page; null for a sample account. */
  url: string | null
  /** `counted` rows make the badge. A muted app is snoozed for good. */
  state: 'counted' | 'snoozed' | 'fixed'
  muted: boolean
  /** "Reconnect" was pressed and nothing newer was seen. */
  reconnecting: boolean
  /** Snooze end (epoch ms), null while it lasts until the problem is seen again. */
  snoozedUntil: number | null
}

export interface AttentionInput {
  account: Account
  apps: readonly App[]
  /** Open issues, and those the user marked as fixed that nothing has proven yet. */
  issues: readonly Issue[]
  marks: readonly Mark[]
  now: number
}

/**
 * The rows of one account, worst first, then longest open. While the account cannot be seen (its evidence is too old),
 * only the account itself is a row: what was known of its apps is last known, not current.
 */
export const attentionItems = (input: AttentionInput): AttentionItem[] => {
  const blind = isBlind(input.issues)
  const bySubject = new Map<Ref, Issue[]>()
  const assembled = { apps: input.apps } as Pick<Assembled, 'apps'>
  for (const issue of input.issues) {
    if (!isOpen(issue) && !isSaidFixed(issue)) continue
    if (blind && issue.subject !== ACCOUNT_REF) continue
    const app = appOf(assembled as Assembled, issue.subject)
    if (app?.gone) continue
    const subject = app?.key ?? issue.subject
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), issue])
  }
  return [...bySubject].map(([subject, issues]) => item(input, subject, issues)).sort(compareItems)
}

/** No read for so long that nothing is known of today. */
export const isBlind = (issues: readonly Issue[]) => issues.some(issue => isOpen(issue) && issue.kind === 'stale')

const isSaidFixed = (issue: Issue) => issue.ended?.how === 'said-by-you'

const item = (input: AttentionInput, subject: Ref, issues: Issue[]): AttentionItem => {
  const { account, marks, now } = input
  const open = issues.filter(isOpen)
  const shown = (open.length > 0 ? open : issues).sort(
    (a, b) => ISSUE_KINDS.indexOf(a.kind) - ISSUE_KINDS.indexOf(b.kind),
  )
  const worst = shown[0] as Issue
  const app = input.apps.find(candidate => candidate.key === subject) ?? null
  const refs: readonly Ref[] = app?.refs ?? [subject]
  const lastSeen = Math.max(...shown.map(issue => issue.lastSeen))
  const snooze = markOf(marks, refs, 'snooze')
  const snoozed = snooze !== null && (snooze.until === null ? lastSeen <= snooze.at : now < snooze.until)
  const muted = markOf(marks, refs, 'muted') !== null
  const reconnecting = markOf(marks, refs, 'reconnecting')
  return {
    account: account.id,
    accountLabel: account.label,
    sample: account.id.startsWith('sample:'),
    subject,
    anyOfSeveral: app?.anyOfSeveral ?? false,
    name: app?.name ?? (subject === ACCOUNT_REF ? account.label : subject.slice(subject.indexOf(':') + 1)),
    kind: worst.kind,
    severity: SEVERITY[worst.kind],
    also: [...new Set(shown.slice(1).map(issue => issue.kind))],
    evidence: worst.evidence,
    written: sentencesOf(app, shown),
    began: worst.began,
    firstSeen: worst.firstSeen,
    lastSeen,
    installer: app?.installedBy?.value.name ?? null,
    people: peopleOn(app),
    url: app ? (appUrl(account, app) ?? connectedAppsUrl(account)) : connectedAppsUrl(account),
    state: open.length === 0 ? 'fixed' : snoozed || muted ? 'snoozed' : 'counted',
    muted,
    reconnecting: reconnecting !== null && reconnecting.at > lastSeen,
    snoozedUntil: snoozed ? snooze.until : null,
  }
}

/** What is still listed of these problems. One that was ended by other evidence is not told any more. */
const sentencesOf = (app: App | null, issues: readonly Issue[]): string[] => {
  const items = app?.attention ?? []
  const listed = issues.flatMap(issue => items.filter(({ value }) => kindOf(value) === issue.kind))
  return [...new Set(listed.map(({ value }) => value.reason))].filter(reason => reason !== '')
}

/** By the list of users where all of it was read, else by what HubSpot counts; a part of a list is no number of people. */
const peopleOn = (app: App | null): number | null => {
  const users = app?.users?.value
  if (users?.complete) return users.people.length
  const counted = users?.stated ?? app?.connections?.value
  return users ? Math.max(counted ?? 0, users.people.length) : (counted ?? null)
}
