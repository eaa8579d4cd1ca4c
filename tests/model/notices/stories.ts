/** Small builders for tests of telling: what is not said is ordinary. */

import type { Issue } from '../../../storage/model/issues/issue.ts'
import type { DecideInput, Decision } from '../../../storage/model/notices/decide.ts'
import { decide } from '../../../storage/model/notices/decide.ts'
import type { Item, Rule } from '../../../storage/model/notices/rows.ts'
import { ACCOUNT } from '../../builders.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Monday 2 November 2026, 09:00 UTC; the account was first read an hour before. */
export const NINE = Date.UTC(2026, 10, 2, 9)

export const rule = (change: Partial<Rule> = {}): Rule => ({
  account: ACCOUNT,
  id: 'r1',
  name: 'Broken connections',
  type: 'expired',
  apps: 'all',
  to: { kind: 'everyone' },
  channels: ['in-app'],
  reminder: null,
  on: true,
  since: NINE,
  createdAt: NINE,
  changedAt: NINE,
  createdBy: null,
  sender: null,
  ...change,
})

export const issue = (change: Partial<Issue> & { seen?: readonly number[] } = {}): Issue => {
  const { seen = [NINE + HOUR, NINE + 2 * HOUR], ...rest } = change
  return {
    account: ACCOUNT,
    subject: 'id:7',
    kind: 'expired',
    occurrence: 1,
    open: rest.ended ? 0 : 1,
    began: null,
    firstSeen: Math.min(...seen),
    lastSeen: Math.max(...seen),
    evidence: { from: 'status', text: 'Expired', observedAt: Math.max(...seen), source: 'page' },
    ended: null,
    version: 1,
    ...rest,
  }
}

export const ended = (at: number, how: NonNullable<Issue['ended']>['how'] = 'status-connected'): Issue['ended'] => ({
  how,
  time: { kind: 'instant', at },
  observedAt: at,
})

export const input = (change: Partial<DecideInput> = {}): DecideInput => ({
  account: ACCOUNT,
  zone: 'UTC',
  watchedSince: NINE - HOUR,
  rules: [rule()],
  issues: [],
  happenings: [],
  told: [],
  marks: [],
  subjectOf: ref => ({ refs: [ref], name: ref.slice(ref.indexOf(':') + 1), person: null, url: null }),
  quiet: null,
  asleep: null,
  now: NINE + 2 * HOUR,
  ...change,
})

/** What is said, as `what subject`. */
export const said = (decision: Decision): string[] =>
  decision.notices.flatMap(({ items }) => items.map(({ what, subject }: Item) => `${what} ${subject}`))

/** Decides at each moment with what was told at those before, and says what each said. */
export const follow = (moments: readonly DecideInput[]): string[][] => {
  const told = new Map<string, Decision['told'][number]>()
  return moments.map(moment => {
    const decision = decide({ ...moment, told: [...told.values()] })
    for (const row of decision.told) told.set(`${row.rule} ${row.thread}`, row)
    return said(decision)
  })
}
