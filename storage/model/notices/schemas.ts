import * as v from 'valibot'
import { REF_PATTERN } from '../facts/refs.ts'
import { TimeSchema } from '../facts/time.ts'
import { ISSUE_ENDINGS } from '../issues/issue.ts'
import { LONGEST_NAME } from './draft.ts'
import { CHANNELS, MAIL_PROVIDERS, type Notice, REMINDER_STEPS, RULE_TYPES, type Rule, WHATS } from './rows.ts'

const ref = v.pipe(v.string(), v.regex(REF_PATTERN))
const nullableString = v.nullable(v.string())

const asked = {
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  name: v.pipe(v.string(), v.maxLength(LONGEST_NAME * 2)),
  type: v.picklist(RULE_TYPES),
  apps: v.union([v.literal('all'), v.array(ref)]),
  to: v.variant('kind', [
    v.object({ kind: v.literal('super-admins') }),
    v.object({ kind: v.literal('everyone') }),
    v.object({ kind: v.literal('chosen'), people: v.array(ref), teams: v.array(v.string()) }),
  ]),
  channels: v.array(v.picklist(CHANNELS)),
  reminder: v.nullable(v.object({ every: v.picklist(REMINDER_STEPS), anchor: v.string() })),
}

/** What the form sends; `draftProblems` says whether it can be a rule. */
export const RuleDraftSchema = v.object({ ...asked, sends: v.boolean() })

const RuleSchema = v.object({
  ...asked,
  account: v.string(),
  on: v.boolean(),
  since: v.number(),
  createdAt: v.number(),
  changedAt: v.number(),
  createdBy: v.nullable(ref),
  sender: nullableString,
})

const NoticeSchema = v.object({
  account: v.string(),
  id: v.string(),
  rule: v.string(),
  ruleName: v.string(),
  type: v.picklist(RULE_TYPES),
  at: v.number(),
  items: v.array(
    v.object({
      what: v.picklist(WHATS),
      subject: ref,
      name: v.string(),
      kind: v.string(),
      occurrence: v.number(),
      text: nullableString,
      time: v.nullable(TimeSchema),
      firstSeen: v.number(),
      lastSeen: v.number(),
      ended: v.nullable(v.object({ how: v.picklist(ISSUE_ENDINGS), time: TimeSchema })),
      person: nullableString,
      url: nullableString,
      missed: v.number(),
    }),
  ),
  asleep: v.nullable(v.object({ from: v.number(), to: v.number() })),
  test: v.boolean(),
  inbox: v.picklist([0, 1]),
  unread: v.picklist([0, 1]),
})

export const PersonByHandSchema = v.object({
  ref,
  name: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))),
  address: v.nullable(v.pipe(v.string(), v.trim(), v.email(), v.maxLength(254))),
  superAdmin: v.nullable(v.boolean()),
})

/** Settings of the e-mail channel as a screen sends them. `from` may name the sender: `Patchbay <alerts@example.com>`. */
export const EmailSettingsSchema = v.object({
  provider: v.picklist(MAIL_PROVIDERS),
  from: v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^(?:[^<>\r\n"]{1,100}<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/),
    v.maxLength(320),
  ),
})

/** A stored rule or notice; null when any part of it is not what the schema allows. */
export const parseRule = (raw: unknown): Rule | null => parsed<Rule>(RuleSchema, raw)
export const parseNotice = (raw: unknown): Notice | null => parsed<Notice>(NoticeSchema, raw)

const parsed = <T>(schema: v.GenericSchema, raw: unknown): T | null => {
  const result = v.safeParse(schema, raw)
  return result.success ? (result.output as T) : null
}
