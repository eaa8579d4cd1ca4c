import type { PersonRef } from '../facts/refs.ts'
import { isLasting, type Rule } from './rows.ts'

/** What the form makes of a rule; the worker adds the rest. The form chooses the id, so that Apply sent twice makes one rule. */
export type RuleDraft = Pick<Rule, 'id' | 'name' | 'type' | 'apps' | 'to' | 'channels' | 'reminder'> & {
  /** "This browser sends": its e-mail goes out from here. */
  sends: boolean
}

/** What keeps a draft from being a rule; each has its sentence, and the step of the form where it is mended. */
export const DRAFT_PROBLEMS = [
  'no-name',
  'long-name',
  'no-apps',
  'no-people',
  'no-channels',
  'bad-anchor',
  'reminder-of-happening',
] as const
export type DraftProblem = (typeof DRAFT_PROBLEMS)[number]

export const LONGEST_NAME = 80
/** The most people one message goes to by e-mail. */
export const MOST_BY_EMAIL = 100

/** Everything that has to be mended before the draft can be a rule, in the order of the form; empty when nothing is. */
export const draftProblems = (draft: RuleDraft): DraftProblem[] => {
  const found: [DraftProblem, boolean][] = [
    ['no-name', draft.name.trim() === ''],
    ['long-name', draft.name.trim().length > LONGEST_NAME],
    ['reminder-of-happening', draft.reminder !== null && !isLasting(draft.type)],
    ['bad-anchor', draft.reminder !== null && !isWallClock(draft.reminder.anchor)],
    ['no-apps', draft.type !== 'cannot-see' && draft.apps !== 'all' && draft.apps.length === 0],
    ['no-people', draft.to.kind === 'chosen' && draft.to.people.length + draft.to.teams.length === 0],
    ['no-channels', draft.channels.length === 0],
  ]
  return found.filter(([, holds]) => holds).map(([problem]) => problem)
}

const isWallClock = (anchor: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(anchor)) return false
  try {
    Temporal.PlainDateTime.from(anchor, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** The form's view of a stored rule, for Manage and (with another id and name) Duplicate. */
export const draftOf = (rule: Rule, device: string): RuleDraft => ({
  id: rule.id,
  name: rule.name,
  type: rule.type,
  apps: rule.apps,
  to: rule.to,
  channels: rule.channels,
  reminder: rule.reminder,
  sends: rule.sender !== null && rule.sender === device,
})

export interface MakeRule {
  account: Rule['account']
  /** The rule as it was, or null for a new one. */
  known: Rule | null
  now: number
  me: PersonRef | null
  device: string
}

/** The rule that a draft without problems asks for. What is open already is news to nobody: `since` starts anew when type or apps change. */
export const ruleFrom = (draft: RuleDraft, { account, known, now, me, device }: MakeRule): Rule => {
  const same = known !== null && known.type === draft.type && sameApps(known.apps, draft.apps)
  return {
    account,
    id: draft.id,
    name: draft.name.trim(),
    type: draft.type,
    apps: draft.apps,
    to: draft.to,
    channels: draft.channels,
    reminder: isLasting(draft.type) ? draft.reminder : null,
    on: known?.on ?? true,
    since: same ? known.since : now,
    createdAt: known?.createdAt ?? now,
    changedAt: now,
    createdBy: known ? known.createdBy : me,
    // Taking the sending away from another browser is its own choice: unticked leaves it where it was.
    sender: draft.sends ? device : known?.sender === device ? null : (known?.sender ?? null),
  }
}

const sameApps = (a: Rule['apps'], b: Rule['apps']): boolean =>
  a === 'all' || b === 'all' ? a === b : a.length === b.length && a.every(app => b.includes(app))
