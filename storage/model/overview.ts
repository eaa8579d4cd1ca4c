import type { App, Assembled } from './facts/assemble.ts'
import type { Source } from './facts/facts.ts'
import { ACCOUNT_REF, type AccountId } from './facts/refs.ts'
import type { Account, AppEvent, Mark, Read } from './facts/rows.ts'
import { earliest, latest, type Time } from './facts/time.ts'
import { type AttentionItem, attentionItems, isBlind } from './issues/attention.ts'
import { isGoodRead, isListRead, newestRead, nextClaimChange } from './issues/claims.ts'
import type { Issue, IssueKind } from './issues/issue.ts'
import { appOf, isOpen } from './issues/judge.ts'
import { connectedAppsUrl } from './links.ts'
import type { EventType, Proof, ReadState, SectionKind } from './recognise/recognised.ts'
import { type AppSummary, isCounted, summarise } from './summary.ts'

/** How many lines of newest activity are kept at hand. */
export const NEWEST = 3

/** One line of newest activity: an entry of the app log, or a change Patchbay saw between two reads. */
export interface Activity {
  account: AccountId
  accountLabel: string
  app: string | null
  what: EventType | `opened:${IssueKind}` | `ended:${IssueKind}` | `fixed:${IssueKind}`
  /** As HubSpot wrote it, for `other`. */
  raw: string | null
  person: string | null
  time: Time
  /** Seen by Patchbay between two reads; HubSpot's log does not tell it. (`fixed:` was said by the user.) */
  observed: boolean
  /** Epoch ms for sorting. */
  at: number
}

/** What one account shows on its own: made at each commit, so that badge, popup and home read it and nothing more. */
export interface Overview {
  id: AccountId
  label: string
  sample: boolean
  host: string | null
  /** The Connected apps page in HubSpot; null for a sample. */
  url: string | null
  readAt: number | null
  source: Source | null
  home: 'new' | 'classic' | null
  /** The newest look, when it did not understand the page. */
  failed: { state: ReadState; at: number } | null
  /** Lists of which the newest read did not see all, as `seen` of `stated`. */
  partial: { kind: SectionKind; seen: number; stated: number | null; proof: Proof }[]
  blindSince: number | null
  summary: AppSummary
  connected: number
  notReported: number
  /** For a blind account: what was last known of its apps, worst first, at most five, not counted. */
  lastKnown: { name: string; status: IssueKind | 'connected' }[]
  items: AttentionItem[]
  /** How many of `items` there are in each state: the glance holds no more than the first of them. */
  counts: Record<AttentionItem['state'], number>
  newest: Activity[]
  /** Epoch ms at which time alone changes it: a snooze ends, evidence grows too old. */
  due: number | null
}

export interface OverviewInput {
  account: Account
  assembled: Assembled
  reads: readonly Read[]
  /** All issues of the account. */
  issues: readonly Issue[]
  marks: readonly Mark[]
  /** The newest events, in any order. */
  events: readonly AppEvent[]
  now: number
}

/** Everything an account shows on badge, popup and the head of the home page, at the epoch-ms `now`. */
export const overviewOf = (input: OverviewInput): Overview => {
  const { account, assembled, reads, issues, marks, now } = input
  const apps = assembled.apps.filter(isCounted)
  const good = newestRead(reads, isListRead)
  const newest = newestRead(reads, () => true)
  const blind = isBlind(issues)
  const items = attentionItems({
    account,
    apps: assembled.apps,
    issues: issues.filter(issue => isOpen(issue) || issue.ended?.how === 'said-by-you'),
    marks,
    now,
  })
  const summary = summarise(apps, items)
  return {
    id: account.id,
    label: account.label,
    sample: account.id.startsWith('sample:'),
    host: account.host,
    url: connectedAppsUrl(account),
    readAt: good?.observedAt ?? null,
    source: good?.source ?? null,
    home: good?.home ?? null,
    failed: newest && !isGoodRead(newest) ? { state: newest.state, at: newest.observedAt } : null,
    partial: (good?.sections ?? [])
      .filter(
        section =>
          !section.complete &&
          (section.kind === 'my-apps' || section.kind === 'other-apps' || section.kind === 'attention'),
      )
      .map(({ kind, seen, stated, proof }) => ({ kind, seen, stated, proof })),
    blindSince: blind ? (good?.observedAt ?? account.addedAt) : null,
    summary,
    connected: summary.connected,
    notReported: summary.notReported,
    lastKnown: blind ? lastKnown(apps, issues) : [],
    items,
    counts: countsOf(items),
    newest: newestActivity(input),
    due: nextDue(input),
  }
}

const countsOf = (items: readonly AttentionItem[]): Overview['counts'] => {
  const counts = { counted: 0, snoozed: 0, fixed: 0 }
  for (const item of items) counts[item.state]++
  return counts
}

const lastKnown = (apps: readonly App[], issues: readonly Issue[]): Overview['lastKnown'] => {
  const bad = issues
    .filter(issue => isOpen(issue) && issue.subject !== ACCOUNT_REF)
    .map(issue => ({
      name: apps.find(app => (app.refs as string[]).includes(issue.subject))?.name,
      status: issue.kind,
    }))
    .filter(row => row.name !== undefined) as Overview['lastKnown']
  const well = apps
    .filter(app => app.status?.value.status === 'connected' && !bad.some(row => row.name === app.name))
    .map(app => ({ name: app.name, status: 'connected' as const }))
  return [...bad, ...well].slice(0, 5)
}

const newestActivity = ({ account, assembled, issues, events }: OverviewInput): Activity[] => {
  const nameOf = (event: AppEvent) => (event.app && appOf(assembled, event.app)?.name) ?? event.appName
  const observed = issues
    .filter(issue => issue.subject !== ACCOUNT_REF)
    .flatMap(issue => {
      const app = appOf(assembled, issue.subject)?.name ?? null
      const line = { account: account.id, accountLabel: account.label, app, raw: null, person: null, observed: true }
      const opened = issue.began && {
        ...line,
        what: `opened:${issue.kind}` as const,
        time: issue.began,
        at: latest(issue.began, 'UTC'),
      }
      const isSaid = issue.ended?.how === 'said-by-you'
      const ended = issue.ended && {
        ...line,
        what: `${isSaid ? 'fixed' : 'ended'}:${issue.kind}` as const,
        observed: !isSaid,
        time: issue.ended.time,
        at: latest(issue.ended.time, 'UTC'),
      }
      return [opened, ended].filter(activity => activity !== null)
    })
  return newestOf([...events.map(event => told(account, event, nameOf(event))), ...observed])
}

const told = (account: Account, event: AppEvent, app: string | null): Activity => ({
  account: account.id,
  accountLabel: account.label,
  app,
  what: event.type,
  raw: event.raw,
  person: event.personName,
  time: event.time,
  observed: false,
  at: earliest(event.time, 'UTC'),
})

const newestOf = (lines: readonly Activity[]) => [...lines].sort((a, b) => b.at - a.at).slice(0, NEWEST)

/** An overview after log entries came that change nothing but its newest activity. */
export const withEvents = (overview: Overview, account: Account, events: readonly AppEvent[]): Overview => ({
  ...overview,
  newest: newestOf([
    ...overview.newest.filter(line => line.observed),
    ...events.map(event => told(account, event, event.appName)),
  ]),
})

const nextDue = ({ account, reads, marks, now }: OverviewInput): number | null => {
  const due = [
    nextClaimChange(account, reads, now),
    ...marks.filter(mark => mark.kind === 'snooze').map(mark => mark.until),
  ].filter(at => at !== null && at > now) as number[]
  return due.length > 0 ? Math.min(...due) : null
}
