import { newestFirst, rowsOf } from './accountRows.ts'
import { db, type PatchbayDb, withReopen } from './db.ts'
import { hereOf } from './here.ts'
import { withAccount } from './intake.ts'
import type { AccountId } from './model/facts/refs.ts'
import { HOUR, MINUTE } from './model/facts/time.ts'
import { deliveriesOf } from './model/notices/address.ts'
import { type Decision, decide, emptyNotice } from './model/notices/decide.ts'
import { peopleFrom } from './model/notices/people.ts'
import type { QuietHours } from './model/notices/quiet.ts'
import type { Delivery, Here, Notice, Rule } from './model/notices/rows.ts'
import { peopleOf } from './people.ts'
import { rulesOf } from './rules.ts'
import { loadTelling, tablesOfTelling } from './telling.ts'

export interface TellOptions {
  /** Epoch ms. */
  now: number
  /** Random id of this browser (settings). */
  device: string
  quiet: QuietHours | null
}

/** A browser that did not look for this long was asleep or closed: the tick comes every half hour. */
const ASLEEP = HOUR
/** That this browser looked is written down no more often than this. */
const NOTED = MINUTE

/**
 * Decides what the rules of an account have to say and writes notices, deliveries and what was told in one transaction,
 * before anything is sent. Twice at the same moment says nothing twice. Returns the epoch ms at which time alone may
 * change it, or null.
 */
export const tell = (account: AccountId, options: TellOptions, on: PatchbayDb = db): Promise<number | null> =>
  withAccount(account, () =>
    withReopen(async () => {
      const rules = await rulesOf(account, on)
      const tables = [on.rules, on.told, on.notices, on.deliveries, on.here, on.people, ...tablesOfTelling(on)]
      return on.transaction('rw', tables, async () => {
        const here = await hereOf(account, on)
        const decision = rules.length > 0 ? await decideFor(account, rules, here, options, on) : null
        if (decision) await write(account, decision, rules, here, options, on)
        if (options.now - (here.tickedAt ?? 0) >= NOTED && (await on.accounts.get(account)))
          await on.here.put({ ...here, tickedAt: options.now })
        return decision?.next ?? null
      })
    }, on),
  )

const decideFor = async (
  account: AccountId,
  rules: readonly Rule[],
  { tickedAt }: Here,
  { now, quiet }: TellOptions,
  on: PatchbayDb,
): Promise<Decision | null> => {
  const told = await rowsOf(on.told, account).toArray()
  const since = Math.min(...rules.map(rule => rule.since))
  const keys = new Set(told.map(row => row.thread))
  const telling = await loadTelling(
    account,
    rules.map(rule => rule.type),
    since,
    keys,
    on,
  )
  const asleep = tickedAt !== null && now - tickedAt > ASLEEP ? { from: tickedAt, to: now } : null
  return telling && decide({ ...telling, account, rules, told, quiet, asleep, now })
}

const write = async (
  account: AccountId,
  { notices, told }: Decision,
  rules: readonly Rule[],
  here: Here,
  { now, device }: TellOptions,
  on: PatchbayDb,
): Promise<void> => {
  await on.told.bulkPut(told)
  if (notices.length === 0) return
  const people = peopleFrom(
    account,
    await rowsOf(on.apps, account).toArray(),
    await rowsOf(on.people, account).toArray(),
  )
  const shownAt = await shownLately(now, on)
  for (const notice of notices) {
    const rule = rules.find(({ id }) => id === notice.rule) as Rule
    const deliveries = deliveriesOf(notice, { rule, people, me: here.me, device, shownAt, now })
    for (const { show, at } of deliveries) if (show === 'alone') shownAt.push(at)
    await on.notices.put(inboxed(notice, deliveries))
    await on.deliveries.bulkPut(deliveries)
  }
}

/** The notice as the inbox has it: those that are for whoever uses this browser stand there, unread. */
export const inboxed = (notice: Notice, deliveries: readonly Delivery[]): Notice => {
  const isMine = deliveries.some(({ channel }) => channel === 'in-app') ? 1 : 0
  return { ...notice, inbox: isMine, unread: isMine }
}

/** Epoch ms of the browser notifications of all accounts that were planned one by one in the last ten minutes. */
const shownLately = async (now: number, on: PatchbayDb): Promise<number[]> => {
  const accounts = (await on.accounts.toCollection().primaryKeys()) as AccountId[]
  const recent = await Promise.all(
    accounts.map(id =>
      newestFirst(on.deliveries, 'at', id)
        .until(({ at }) => at <= now - 10 * MINUTE)
        .toArray(),
    ),
  )
  return recent.flat().flatMap(({ show, at }) => (show === 'alone' ? [at] : []))
}

/**
 * Test: one message of the rule, marked as a test, to whoever uses this browser, on each of the rule's channels, through the
 * same outbox as any other. By e-mail only if an address of theirs is known.
 */
export const tellTest = (rule: Rule, { now, device }: Omit<TellOptions, 'quiet'>, on: PatchbayDb = db): Promise<void> =>
  withReopen(async () => {
    const [people, { me }] = await Promise.all([peopleOf(rule.account, on), hereOf(rule.account, on)])
    const notice: Notice = { ...emptyNotice(rule, now), id: `${rule.id}@${now}-test`, test: true }
    const mine: Rule = { ...rule, to: { kind: 'chosen', people: me ? [me] : [], teams: [] }, sender: device }
    const deliveries = deliveriesOf(notice, { rule: mine, people, me, device, shownAt: [], now })
    await on.transaction('rw', on.notices, on.deliveries, async () => {
      await on.notices.put(inboxed(notice, deliveries))
      await on.deliveries.bulkPut(deliveries)
    })
  }, on)
