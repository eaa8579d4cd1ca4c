import * as v from 'valibot'
import { getAccount, putAccount, removeAccount } from '../../storage/accounts.ts'
import { isDiskFull } from '../../storage/diskFull.ts'
import { putLink, rejudge } from '../../storage/intake.ts'
import { forgetDraftsOf } from '../../storage/keptDrafts.ts'
import { saveMapping } from '../../storage/mappings.ts'
import { markFixed, reconnecting, setQuiet, snooze, unmarkFixed, unsnooze } from '../../storage/marks.ts'
import type { Command, CommandAnswer, CommandRefusal } from '../../storage/model/commands.ts'
import { REF_PATTERN } from '../../storage/model/facts/refs.ts'
import { MappingSchema, QuietSchema } from '../../storage/model/facts/schemas.ts'
import { readAgain } from '../../storage/readPage.ts'
import { getSettings, setSettings } from '../../storage/settings.ts'
import { log } from './diagnostics.ts'
import { NOTIFICATION_COMMANDS, Refused, runNotificationCommand } from './notificationCommands.ts'
import { repaint } from './repaint.ts'
import { onGrantChanged } from './sources/hubspot-page/grants.ts'
import { readOpenTabs } from './sources/hubspot-page/openTabs.ts'
import { cancelRead, ReadRefused, readTab } from './sources/hubspot-page/readTab.ts'

const account = v.pipe(v.string(), v.regex(/^(?:hubspot|sample):\w+$/))
const subject = v.pipe(v.string(), v.regex(REF_PATTERN))
const of = <T extends string>(type: T) => ({ type: v.literal(type), account, subject })

const CommandSchema = v.variant('type', [
  v.object({ ...of('snooze'), until: v.nullable(v.number()) }),
  v.object(of('unsnooze')),
  v.object(of('fixed')),
  v.object(of('unfixed')),
  v.object(of('reconnecting')),
  v.object(of('not-reconnecting')),
  v.object({ ...of('quiet'), quiet: v.nullable(QuietSchema) }),
  v.object({ type: v.literal('link'), account, from: subject, to: subject, linked: v.boolean() }),
  v.object({ type: v.literal('label'), account, label: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)) }),
  v.object({ type: v.literal('automatic'), account, on: v.boolean() }),
  v.object({ type: v.literal('mapping'), account, mapping: MappingSchema }),
  v.object({ type: v.literal('remove-account'), account }),
  v.object({ type: v.literal('read-tab'), tabId: v.number() }),
  v.object({ type: v.literal('cancel-read'), tabId: v.number() }),
  v.object({ type: v.literal('check-now') }),
  v.object({ type: v.literal('agree') }),
  v.object({ type: v.literal('judge') }),
  ...NOTIFICATION_COMMANDS,
])

/** The command in a message, or null when it is none. */
export const parseCommand = (message: unknown): Command | null => {
  const parsed = v.safeParse(CommandSchema, message)
  return parsed.success ? (parsed.output as Command) : null
}

/** Carries a command out, then lets glance and badge follow. Never rejects: a failure is an answer that says what it was. */
export const runCommand = async (command: Command): Promise<CommandAnswer> => {
  try {
    return (await run(command, Date.now())) ?? { ok: true }
  } catch (error) {
    if (error instanceof ReadRefused || error instanceof Refused) return { ok: false, reason: error.reason }
    await log(`command ${command.type}`, error)
    return { ok: false, reason: refusalOf(error) }
  } finally {
    await repaint(Date.now())
  }
}

const refusalOf = (error: unknown): CommandRefusal => (isDiskFull(error) ? 'disk-full' : 'failed')

const run = async (command: Command, now: number): Promise<CommandAnswer | undefined> => {
  switch (command.type) {
    case 'snooze':
      return done(snooze(command, command.until, now))
    case 'unsnooze':
      return done(unsnooze(command, now))
    case 'fixed':
      return done(markFixed(command, now))
    case 'unfixed':
      return done(unmarkFixed(command, now))
    case 'reconnecting':
      return done(reconnecting(command, true, now))
    case 'not-reconnecting':
      return done(reconnecting(command, false, now))
    case 'quiet':
      return done(setQuiet(command, command.quiet, now))
    case 'link':
      return done(putLink(command, now))
    case 'label':
      return done(change(command.account, now, { label: command.label }))
    case 'automatic':
      await change(command.account, now, { automatic: command.on })
      return done(onGrantChanged()) // tabs that are open ask again
    case 'mapping':
      await saveMapping(command.account, command.mapping)
      return done(readAgain(command.account, command.mapping, now, (await getSettings()).device))
    case 'remove-account':
      await removeAccount(command.account)
      return done(forgetDraftsOf(command.account))
    case 'read-tab':
      return { ok: true, reading: await readTab(command.tabId, now) }
    case 'cancel-read':
      return done(cancelRead(command.tabId))
    case 'check-now':
      return done(readOpenTabs())
    case 'agree':
      return done(setSettings({ agreedAt: now }))
    case 'judge':
      return undefined // glance and badge follow any command
    default:
      return runNotificationCommand(command, now)
  }
}

const done = async (work: Promise<unknown>): Promise<undefined> => {
  await work
}

const change = async (
  id: Parameters<typeof getAccount>[0],
  now: number,
  fields: { label?: string; automatic?: boolean },
) => {
  const known = await getAccount(id)
  if (!known) return
  await putAccount({ ...known, ...fields })
  await rejudge(id, now)
}
