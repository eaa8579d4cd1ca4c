import type { Translator } from '../../../storage/i18n.ts'
import type { AppRef, PersonRef } from '../../../storage/model/facts/refs.ts'
import { nextTimes } from '../../../storage/model/notices/calendar.ts'
import {
  type DraftProblem,
  draftProblems,
  MOST_BY_EMAIL,
  type RuleDraft,
} from '../../../storage/model/notices/draft.ts'
import { recipientsOf } from '../../../storage/model/notices/recipients.ts'
import {
  type Audience,
  type Channel,
  isLasting,
  type Person,
  type Reminder,
  type RuleType,
} from '../../../storage/model/notices/rows.ts'
import { TYPE_NAMES } from '../ruleWords.ts'

export const STEPS = ['what', 'apps', 'who'] as const
export type Step = (typeof STEPS)[number]

/** Whether and how often a rule reminds. */
export type Every = 'none' | Reminder['every']

/** The form as filled in: what its fields hold, also those that another choice hides, so that going back to it loses nothing. */
export interface RuleForm {
  id: string
  /** Null: proposed from the type. */
  name: string | null
  type: RuleType
  every: Every
  /** Null: proposed. */
  anchor: string | null
  which: 'all' | 'chosen'
  apps: AppRef[]
  who: Audience['kind']
  people: PersonRef[]
  teams: string[]
  channels: Channel[]
  sends: boolean
  /** How many steps were done. */
  reached: number
}

/** What is proposed where the person has said nothing. */
export interface Proposals {
  name: string
  anchor: string
}

/** An empty form. The id is chosen here, so that Apply sent twice makes one rule. */
export const newForm = (people: readonly Person[]): RuleForm => ({
  id: crypto.randomUUID(),
  name: null,
  type: 'error',
  every: 'none',
  anchor: null,
  which: 'all',
  apps: [],
  // HubSpot's first choice, where it reaches somebody.
  who: recipientsOf({ kind: 'super-admins' }, people).length > 0 ? 'super-admins' : 'everyone',
  people: [],
  teams: [],
  channels: ['in-app'],
  sends: true,
  reached: 0,
})

/** The form of a rule that is there. All of its steps are done. */
export const formOf = (draft: RuleDraft): RuleForm => ({
  id: draft.id,
  name: draft.name,
  type: draft.type,
  every: draft.reminder?.every ?? 'none',
  anchor: draft.reminder?.anchor ?? null,
  which: draft.apps === 'all' ? 'all' : 'chosen',
  apps: draft.apps === 'all' ? [] : draft.apps,
  who: draft.to.kind,
  people: draft.to.kind === 'chosen' ? draft.to.people : [],
  teams: draft.to.kind === 'chosen' ? draft.to.teams : [],
  channels: draft.channels,
  sends: draft.sends,
  reached: STEPS.length,
})

/** What the form asks for. */
export const draftFrom = (form: RuleForm, proposals: Proposals): RuleDraft => ({
  id: form.id,
  name: form.name ?? proposals.name,
  type: form.type,
  apps: form.which === 'all' || form.type === 'cannot-see' ? 'all' : form.apps,
  to: form.who === 'chosen' ? { kind: 'chosen', people: form.people, teams: form.teams } : { kind: form.who },
  channels: form.channels,
  reminder: reminderOf(form, proposals),
  sends: form.sends && form.channels.includes('email'),
})

/** The reminder that the form asks for; none for what is over when it is told. */
export const reminderOf = (form: RuleForm, proposals: Proposals): Reminder | null =>
  form.every === 'none' || !isLasting(form.type) ? null : { every: form.every, anchor: form.anchor ?? proposals.anchor }

/**
 * The name by the type, with a number where another rule has it already; the first reminder at the next full hour, or at
 * nine tomorrow on the account's clocks.
 */
export const proposalsFor = (
  form: RuleForm,
  { names, zone, now, t }: { names: readonly string[]; zone: string; now: number; t: Translator },
): Proposals => ({
  name: freeName(t(TYPE_NAMES[form.type]), names),
  anchor: proposedAnchor(form.every, zone, now),
})

/** The name, or with the first number that makes it another than these. */
export const freeName = (name: string, taken: readonly string[]): string => {
  let free = name
  for (let number = 2; taken.includes(free); number++) free = `${name} ${number}`
  return free
}

const proposedAnchor = (every: Every, zone: string, now: number): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDateTime()
  const first =
    every === 'hour'
      ? local.add({ hours: 1 }).round({ smallestUnit: 'hour', roundingMode: 'floor' })
      : local.add({ days: 1 }).with({ hour: 9, minute: 0, second: 0, millisecond: 0 })
  return first.toString({ smallestUnit: 'minute' })
}

/** The next three times of a reminder (epoch ms); none while its first one is no time. */
export const threeTimes = (reminder: Reminder, zone: string, now: number): number[] => {
  try {
    return nextTimes(reminder, zone, now, 3)
  } catch {
    return []
  }
}

/** What keeps the form from being applied: a draft's own problems, and more recipients than e-mail may have. */
export type FormProblem = DraftProblem | 'too-many'

/** Where each problem is mended: the step, and the field's id. */
export const PLACE_OF: Readonly<Record<FormProblem, { readonly step: number; readonly fieldId: string }>> = {
  'no-name': { step: 0, fieldId: 'rule-name' },
  'long-name': { step: 0, fieldId: 'rule-name' },
  'reminder-of-happening': { step: 0, fieldId: 'rule-reminder' },
  'bad-anchor': { step: 0, fieldId: 'rule-anchor' },
  'no-apps': { step: 1, fieldId: 'rule-apps' },
  'no-people': { step: 2, fieldId: 'rule-people' },
  'no-channels': { step: 2, fieldId: 'rule-in-app' },
  'too-many': { step: 2, fieldId: 'rule-email' },
}

/** Everything that has to be changed, in the order of the form. */
export const formProblems = (draft: RuleDraft, mailed: readonly Person[]): FormProblem[] => [
  ...draftProblems(draft),
  ...(draft.channels.includes('email') && mailed.length > MOST_BY_EMAIL ? (['too-many'] as const) : []),
]

/** Whether something was filled in since: only then is there a draft to keep. */
export const isChanged = (form: RuleForm, first: RuleForm): boolean => {
  const said = ({ id: _id, reached: _reached, ...rest }: RuleForm) => JSON.stringify(rest)
  return said(form) !== said(first)
}
