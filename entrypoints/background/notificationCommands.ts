import * as v from 'valibot'
import { getAccount, putAccount } from '../../storage/accounts.ts'
import { forgetEmail, putEmail } from '../../storage/channels.ts'
import { cancel, cancelOfRule, resend } from '../../storage/deliveries.ts'
import { hereOf, putHere } from '../../storage/here.ts'
import { acknowledge, mute } from '../../storage/marks.ts'
import type { Command, CommandAnswer, CommandRefusal } from '../../storage/model/commands.ts'
import { type AccountId, REF_PATTERN } from '../../storage/model/facts/refs.ts'
import { draftProblems, MOST_BY_EMAIL, type RuleDraft, ruleFrom } from '../../storage/model/notices/draft.ts'
import { mayEdit } from '../../storage/model/notices/mayEdit.ts'
import { recipientsOf } from '../../storage/model/notices/recipients.ts'
import { CHANNELS, type Rule } from '../../storage/model/notices/rows.ts'
import { EmailSettingsSchema, PersonByHandSchema, RuleDraftSchema } from '../../storage/model/notices/schemas.ts'
import { markNotices } from '../../storage/notices.ts'
import { peopleOf, putPerson, removePerson } from '../../storage/people.ts'
import { putRule, removeRule, rulesOf } from '../../storage/rules.ts'
import { getSettings } from '../../storage/settings.ts'
import { tellTest } from '../../storage/tell.ts'
import { retryChannel, sendTestMail } from './tell/outbox.ts'

const account = v.pipe(v.string(), v.regex(/^(?:hubspot|sample):\w+$/))
const ref = v.pipe(v.string(), v.regex(REF_PATTERN))
const id = v.pipe(v.string(), v.maxLength(500))
const on = <T extends string>(type: T) => ({ type: v.literal(type), account, subject: ref })

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null
  } catch {
    return false
  }
}

/** The commands of rules, people, channels, inbox and deliveries, as they may come in a message. */
export const NOTIFICATION_COMMANDS = [
  v.object(on('acknowledge')),
  v.object(on('unacknowledge')),
  v.object(on('mute')),
  v.object(on('unmute')),
  v.object({ type: v.literal('put-rule'), account, draft: RuleDraftSchema }),
  v.object({ type: v.literal('rule-on'), account, id, on: v.boolean() }),
  v.object({ type: v.literal('delete-rule'), account, id }),
  v.object({ type: v.literal('test-rule'), account, id }),
  v.object({ type: v.literal('i-am'), account, person: v.nullable(ref) }),
  v.object({ type: v.literal('zone'), account, zone: v.nullable(v.pipe(v.string(), v.check(isZone))) }),
  v.object({ type: v.literal('put-person'), account, person: PersonByHandSchema }),
  v.object({ type: v.literal('remove-person'), account, ref }),
  v.object({
    type: v.literal('read-notices'),
    account,
    ids: v.union([v.literal('all'), v.array(id)]),
    unread: v.boolean(),
  }),
  v.object({ type: v.literal('resend'), account, id }),
  v.object({ type: v.literal('cancel-delivery'), account, id }),
  v.object({ type: v.literal('put-email'), ...EmailSettingsSchema.entries }),
  v.object({ type: v.literal('forget-email') }),
  v.object({ type: v.literal('test-email'), to: v.pipe(v.string(), v.trim(), v.email(), v.maxLength(254)) }),
  v.object({ type: v.literal('retry-channel'), channel: v.picklist(CHANNELS) }),
] as const

type NotificationCommand = Extract<Command, { type: v.InferOutput<(typeof NOTIFICATION_COMMANDS)[number]>['type'] }>

/** A command that is understood and not carried out, with the reason. */
export class Refused extends Error {
  readonly reason: CommandRefusal
  constructor(reason: CommandRefusal) {
    super(reason)
    this.reason = reason
  }
}

/** Carries one of them out. Throws Refused where it may not be, or cannot be. */
export const runNotificationCommand = async (
  command: NotificationCommand,
  now: number,
): Promise<CommandAnswer | undefined> => {
  switch (command.type) {
    case 'acknowledge':
    case 'unacknowledge':
      return done(acknowledge(command, command.type === 'acknowledge', now))
    case 'mute':
    case 'unmute':
      return done(mute(command, command.type === 'mute', now))
    case 'put-rule':
      return done(saveRule(command.account, command.draft, now))
    case 'rule-on':
      return done(switchRule(command.account, command.id, command.on, now))
    case 'delete-rule':
      await editable(command.account)
      await removeRule(command.account, command.id)
      return done(cancelOfRule(command.account, command.id))
    case 'test-rule':
      return done(tellTest(await ruleOf(command.account, command.id), { now, device: (await getSettings()).device }))
    case 'i-am':
      return done(putHere(command.account, { me: command.person }))
    case 'zone':
      return done(setZone(command.account, command.zone))
    case 'put-person':
      return done(putPerson({ ...command.person, account: command.account }))
    case 'remove-person':
      return done(removePerson(command.account, command.ref))
    case 'read-notices':
      return done(markNotices(command.account, command.ids, command.unread))
    case 'resend':
      return done(resend(command, now))
    case 'cancel-delivery':
      return done(cancel(command))
    case 'put-email':
      return done(putEmail(command))
    case 'forget-email':
      return done(forgetEmail())
    case 'test-email':
      return { ok: true, sent: await sendTestMail(command.to, now) }
    case 'retry-channel':
      return done(retryChannel(command.channel, now))
  }
}

const done = async (work: Promise<unknown>): Promise<undefined> => {
  await work
}

/** N5: rules are edited by super admins. Throws Refused for anybody else. */
const editable = async (account: AccountId): Promise<Rule[]> => {
  const [rules, people, here] = await Promise.all([rulesOf(account), peopleOf(account), hereOf(account)])
  if (!mayEdit(rules, people, here.me).ok) throw new Refused('not-super-admin')
  return rules
}

const ruleOf = async (account: AccountId, id: string): Promise<Rule> => {
  const rule = (await editable(account)).find(rule => rule.id === id)
  if (!rule) throw new Refused('bad-rule')
  return rule
}

const saveRule = async (account: AccountId, draft: RuleDraft, now: number): Promise<void> => {
  const rules = await editable(account)
  if (draftProblems(draft).length > 0 || !(await getAccount(account))) throw new Refused('bad-rule')
  if (draft.channels.includes('email') && (await addressed(account, draft)) > MOST_BY_EMAIL)
    throw new Refused('bad-rule')
  const known = rules.find(rule => rule.id === draft.id) ?? null
  const [{ me }, { device }] = await Promise.all([hereOf(account), getSettings()])
  await putRule(ruleFrom(draft, { account, known, now, me, device }))
}

const addressed = async (account: AccountId, { to }: RuleDraft): Promise<number> =>
  recipientsOf(to, await peopleOf(account)).filter(({ address }) => address !== null).length

/** What opens while a rule is off is no news to it later. */
const switchRule = async (account: AccountId, id: string, isOn: boolean, now: number): Promise<void> => {
  const rule = await ruleOf(account, id)
  if (rule.on !== isOn) await putRule({ ...rule, on: isOn, changedAt: now, since: isOn ? now : rule.since })
}

const setZone = async (id: AccountId, zone: string | null): Promise<void> => {
  const known = await getAccount(id)
  if (known) await putAccount({ ...known, zone })
}
