import type { AccountId, Ref } from '../facts/refs.ts'
import type { Mark } from '../facts/rows.ts'
import { DAY, MINUTE } from '../facts/time.ts'
import type { Issue } from '../issues/issue.ts'
import { issueKey } from '../issues/judge.ts'
import { type Decision, decide, type Silence, type Subject } from './decide.ts'
import type { QuietHours } from './quiet.ts'
import { covers, type Happening, type Item, KINDS_OF, type Rule, type Told } from './rows.ts'

export interface DryRunInput {
  account: AccountId
  zone: string
  watchedSince: number | null
  rule: Rule
  issues: readonly Issue[]
  happenings: readonly Happening[]
  marks: readonly Mark[]
  /** Epoch ms of the good reads of the lists, in any order. */
  reads: readonly number[]
  subjectOf: (ref: Ref) => Subject
  quiet: QuietHours | null
  now: number
}

export interface DryRun {
  /** Epoch ms from which on it was tried. */
  from: number
  /** Epoch ms of the first read, if that is later: nothing is known of before. */
  knownFrom: number | null
  /** The notices it would have made, oldest first. */
  fired: { at: number; items: Item[] }[]
  /** What it would have kept silent of, by reason, most first. */
  silent: { why: Silence; count: number }[]
}

const BACK = 30 * DAY
/** A rule that reminds hourly of forty things is stopped here; the count is then a lower bound that nobody would want. */
const MOST_MOMENTS = 5_000

/**
 * What a rule would have told in the last 30 days, had it been made before them: stored history, run through `decide`
 * itself at every moment at which something was read, changed or fell due. The browser counts as awake all along.
 */
export const dryRun = (input: DryRunInput): DryRun => {
  const { account, now, watchedSince, rule } = input
  const from = now - BACK
  const told = new Map<string, Told>()
  const fired: DryRun['fired'] = []
  const silences = new Map<string, Silence>()
  const recent = { ...input, issues: input.issues.filter(issue => !endedBefore(issue, from)) }
  const marks = input.marks.filter(mark => mark.kind === 'muted') // when older marks were set is not kept
  const moments = momentsOf(recent, from)
  let decision: Decision | null = null
  for (let at = moments.shift(), count = 0; at !== undefined && at <= now && count < MOST_MOMENTS; count++) {
    decision = decide({
      ...input,
      account,
      rules: [{ ...rule, on: true, since: from, changedAt: from }],
      issues: issuesAt(recent, at),
      happenings: input.happenings.filter(happening => happening.firstSeen <= (at as number)),
      told: [...told.values()],
      marks,
      asleep: null,
      now: at,
    })
    for (const row of decision.told) told.set(row.thread, row)
    for (const { items } of decision.notices) fired.push({ at, items })
    for (const { issue, why } of decision.silent) silences.set(silenceKey(issue, why), why)
    const due: number | null = decision.next
    const coming: number | undefined = moments[0]
    if (due !== null && due > at && (coming === undefined || due < coming)) at = due
    else at = moments.shift()
  }
  return {
    from,
    knownFrom: watchedSince !== null && watchedSince > from ? watchedSince : null,
    fired,
    silent: silentOf(recent, from, fired, silences),
  }
}

const endedBefore = ({ ended }: Issue, at: number) => ended !== null && ended.observedAt < at

const silenceKey = (issue: Issue, why: Silence) => `${issueKey(issue)}\u0000${why}`

const momentsOf = ({ issues, happenings, reads, now }: DryRunInput, from: number): number[] => {
  const times = [
    ...reads,
    ...issues.flatMap(({ firstSeen, ended }) => [firstSeen, firstSeen + 10 * MINUTE, ended?.observedAt ?? firstSeen]),
    ...happenings.map(({ firstSeen }) => firstSeen),
  ]
  return [...new Set(times)].filter(at => at >= from && at <= now).sort((a, b) => a - b)
}

/** The issues as they stood at a moment: each read since one opened saw it again, until the one that ended it. */
const issuesAt = ({ issues, reads }: DryRunInput, at: number): Issue[] => {
  const lastRead = reads.reduce((newest, read) => (read <= at && read > newest ? read : newest), 0)
  return issues
    .filter(issue => issue.firstSeen <= at)
    .map(issue => {
      const isOver = issue.ended !== null && issue.ended.observedAt <= at
      return {
        ...issue,
        open: isOver ? 0 : 1,
        ended: isOver ? issue.ended : null,
        lastSeen: issue.lastSeen <= at ? issue.lastSeen : Math.max(issue.firstSeen, lastRead),
      }
    })
}

/** Why issues of these days that were never told were not; one that no moment had a reason for lay in quiet hours. */
const silentOf = (
  { issues, rule, quiet, subjectOf }: DryRunInput,
  from: number,
  fired: DryRun['fired'],
  silences: ReadonlyMap<string, Silence>,
): DryRun['silent'] => {
  const counts = new Map<Silence, number>()
  const saidOf = new Set(
    fired.flatMap(({ items }) => items.map(({ subject, kind, occurrence }) => `${subject} ${kind} ${occurrence}`)),
  )
  for (const issue of issues) {
    const covered = covers(rule, subjectOf(issue.subject).refs)
    if (!KINDS_OF[rule.type].includes(issue.kind) || !covered) continue
    if (saidOf.has(`${issue.subject} ${issue.kind} ${issue.occurrence}`)) continue
    const reasons = [...silences].filter(([key]) => key.startsWith(`${issueKey(issue)}\u0000`)).map(([, why]) => why)
    const why = reasons.at(-1) ?? (quiet && issue.firstSeen > from ? 'quiet-hours' : null)
    if (why) counts.set(why, (counts.get(why) ?? 0) + 1)
  }
  return [...counts].map(([why, count]) => ({ why, count })).sort((a, b) => b.count - a.count)
}
