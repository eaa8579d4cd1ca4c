import Dexie from 'dexie'
import { db, type PatchbayDb, withReopen } from './db.ts'
import type { AccountId } from './model/facts/refs.ts'
import { type Decision, MOST_TRIES } from './model/notices/retry.ts'
import type { Channel, Delivery, DeliveryReason, DeliveryState, Notice } from './model/notices/rows.ts'

/** What is known of a delivery without opening it: account and id. */
export type DeliveryKey = Pick<Delivery, 'account' | 'id'>

export interface DeliveryQuery {
  /** Null: of all accounts. */
  account: AccountId | null
  states?: readonly DeliveryState[]
  channels?: readonly Channel[]
  rule?: string
  /** The last row of the page before. */
  after?: Pick<Delivery, 'account' | 'id' | 'at'>
  limit: number
}

/** One page of deliveries, newest first (by when they were planned). `more`: there are older ones. */
export const deliveries = (query: DeliveryQuery, on: PatchbayDb = db): Promise<{ rows: Delivery[]; more: boolean }> =>
  withReopen(async () => {
    const accounts = query.account === null ? await accountIds(on) : [query.account]
    const found = await Promise.all(
      accounts.map(account =>
        on.deliveries
          .where('[account+at]')
          .between([account, Dexie.minKey], [account, query.after?.at ?? Dexie.maxKey], true, true)
          .reverse()
          .filter(row => fits(row, query))
          .limit(query.limit + 1)
          .toArray(),
      ),
    )
    const rows = found.flat().sort(newestFirst)
    return { rows: rows.slice(0, query.limit), more: rows.length > query.limit }
  }, on)

const fits = (row: Delivery, { states, channels, rule, after }: DeliveryQuery): boolean =>
  (!states || states.includes(row.state)) &&
  (!channels || channels.includes(row.channel)) &&
  (!rule || row.rule === rule) &&
  (!after || newestFirst(after, row) < 0)

type Placed = Pick<Delivery, 'account' | 'id' | 'at'>
const newestFirst = (a: Placed, b: Placed): number =>
  b.at - a.at || (a.account === b.account ? ascending(b.id, a.id) : ascending(a.account, b.account))
const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What became of one notice: its deliveries, by id. */
export const deliveriesOf = (
  { account, id }: Pick<Notice, 'account' | 'id'>,
  on: PatchbayDb = db,
): Promise<Delivery[]> => withReopen(() => on.deliveries.where('[account+notice]').equals([account, id]).toArray(), on)

/** The delivery with this id, in whichever account; null: there is none (any more). */
export const deliveryById = (id: string, on: PatchbayDb = db): Promise<Delivery | null> =>
  withReopen(async () => {
    const accounts = await accountIds(on)
    return (await on.deliveries.bulkGet(accounts.map(account => [account, id]))).find(Boolean) ?? null
  }, on)

/** How many in-app deliveries planned after `since` (epoch ms) stand together in one notification, over all accounts. */
export const shownTogether = (since: number, on: PatchbayDb = db): Promise<number> =>
  withReopen(async () => {
    const counts = (await accountIds(on)).map(account =>
      on.deliveries
        .where('[account+at]')
        .between([account, since], [account, Dexie.maxKey], false)
        .filter(({ show, state }) => show === 'together' && state === 'accepted')
        .count(),
    )
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  }, on)

/** All deliveries that are not finished, the soonest due first. */
export const unfinished = (on: PatchbayDb = db): Promise<Delivery[]> =>
  withReopen(async () => {
    const found = await Promise.all(
      (await accountIds(on)).map(account => dueUntil(account, Dexie.maxKey, on).toArray()),
    )
    return found.flat().sort((a, b) => (a.due ?? 0) - (b.due ?? 0))
  }, on)

/** Epoch ms at which the next delivery is due, or a claim runs out; null: nothing waits. */
export const nextDeliveryDue = (on: PatchbayDb = db): Promise<number | null> =>
  withReopen(async () => {
    const first = await Promise.all((await accountIds(on)).map(account => dueUntil(account, Dexie.maxKey, on).first()))
    const due = first.flatMap(row => row?.due ?? [])
    return due.length > 0 ? Math.min(...due) : null
  }, on)

/**
 * Claims what is due at `now` (epoch ms) until `until`, the longest due first, at most `limit`, over all accounts, in one
 * transaction: nobody else gets them meanwhile. A claim that ran out, because whoever held it died, is claimed again; one that
 * was begun as often as it may be, and never ended, is given up.
 */
export const claimDue = (now: number, limit: number, until: number, on: PatchbayDb = db): Promise<Delivery[]> =>
  withReopen(
    () =>
      on.transaction('rw', on.deliveries, on.accounts, async () => {
        const found = await Promise.all(
          (await accountIds(on)).map(account => dueUntil(account, now, on).limit(limit).toArray()),
        )
        const due = found
          .flat()
          .sort((a, b) => (a.due ?? 0) - (b.due ?? 0) || ascending(a.id, b.id))
          .slice(0, limit)
        const spent = due.filter(row => row.tries >= MOST_TRIES)
        const claimed = due
          .filter(row => row.tries < MOST_TRIES)
          .map(row => ({ ...row, state: 'claimed' as const, due: until }))
        await on.deliveries.bulkPut([
          ...claimed,
          ...spent.map(row => finished(row, { state: 'dead', reason: 'timeout', tries: row.tries })),
        ])
        return claimed
      }),
    on,
  )

/**
 * Counts a try of a claimed delivery, just before anything of it leaves: what only lay in a dead worker's hands was not tried.
 * Null: it is not ours any more (run out and claimed again, called off), and nothing may leave.
 */
export const beginTry = (claimed: Delivery, on: PatchbayDb = db): Promise<Delivery | null> =>
  withReopen(
    () =>
      on.transaction('rw', on.deliveries, async () => {
        const row = await on.deliveries.get([claimed.account, claimed.id])
        if (row?.state !== 'claimed' || row.due !== claimed.due) return null
        const begun = { ...row, tries: row.tries + 1 }
        await on.deliveries.put(begun)
        return begun
      }),
    on,
  )

/** What a try came to, with who took the message. */
export interface Outcome extends Decision {
  detail?: string | null
  acceptedBy?: string
  providerId?: string | null
}

/**
 * Writes what became of a claimed delivery. That it was accepted is always written, since it is true; anything else only
 * while the claim is still ours (not run out and claimed again, not cancelled).
 */
export const finish = (claimed: Delivery, outcome: Outcome, now: number, on: PatchbayDb = db): Promise<void> =>
  withReopen(
    () =>
      on.transaction('rw', on.deliveries, async () => {
        const row = await on.deliveries.get([claimed.account, claimed.id])
        const ours = row?.state === 'claimed' && row.due === claimed.due
        if (!row || row.state === 'accepted' || !(ours || outcome.state === 'accepted')) return
        await on.deliveries.put({
          ...finished(row, outcome),
          detail: outcome.detail ?? null,
          ...(outcome.state === 'accepted'
            ? { acceptedAt: now, acceptedBy: outcome.acceptedBy ?? null, providerId: outcome.providerId ?? null }
            : {}),
        })
      }),
    on,
  )

/** The row after a decision; `due` stays only where there is something left to do. */
const finished = ({ due: _due, ...row }: Delivery, { state, reason, tries, due }: Decision): Delivery => ({
  ...row,
  state,
  reason,
  tries,
  ...(due === undefined ? {} : { due }),
})

/** Sends again by hand what failed, was given up or was skipped; false: it is not such a one, or a sample's mail, which is never sent. */
export const resend = (key: DeliveryKey, now: number, on: PatchbayDb = db): Promise<boolean> =>
  changeOne(
    key,
    row => {
      const { state, reason } = row
      const may = (state === 'failed' || state === 'dead' || state === 'skipped') && reason !== 'sample'
      return may ? { ...finished(row, { state: 'planned', reason: null, tries: 0, due: now }), at: now } : null
    },
    on,
  )

/** Calls off what was not accepted yet; one that is being sent at this moment may still arrive. False: it is finished. */
export const cancel = (key: DeliveryKey, on: PatchbayDb = db): Promise<boolean> =>
  changeOne(key, row => (row.due === undefined ? null : finished(row, cancelled(row))), on)

const cancelled = ({ tries }: Delivery): Decision => ({ state: 'skipped', reason: 'cancelled', tries })

const changeOne = (
  { account, id }: DeliveryKey,
  to: (row: Delivery) => Delivery | null,
  on: PatchbayDb,
): Promise<boolean> =>
  withReopen(
    () =>
      on.transaction('rw', on.deliveries, async () => {
        const row = await on.deliveries.get([account, id])
        const changed = row && to(row)
        if (!changed) return false
        await on.deliveries.put(changed)
        return true
      }),
    on,
  )

/** Calls off all that is not finished of a rule that was deleted. */
export const cancelOfRule = (account: AccountId, rule: string, on: PatchbayDb = db): Promise<void> =>
  withReopen(
    () =>
      on.transaction('rw', on.deliveries, async () => {
        const rows = await dueUntil(account, Dexie.maxKey, on)
          .filter(row => row.rule === rule)
          .toArray()
        await on.deliveries.bulkPut(rows.map(row => finished(row, cancelled(row))))
      }),
    on,
  )

/** Why a delivery waits for its channel, or for another try: any of these is worth trying once the channel works. */
const WAITS: readonly (DeliveryReason | null)[] = [
  'channel-off',
  'refused-key',
  'locked',
  'not-set-up',
  'no-permission',
]

/** What waits for a channel is due now: it works again, or its key was unlocked. */
export const releaseWaiting = (channel: Channel, now: number, on: PatchbayDb = db): Promise<void> =>
  withReopen(
    () =>
      on.transaction('rw', on.deliveries, on.accounts, async () => {
        for (const account of await accountIds(on)) {
          const rows = await dueUntil(account, Dexie.maxKey, on)
            .filter(row => row.channel === channel && row.state !== 'claimed' && WAITS.includes(row.reason))
            .toArray()
          await on.deliveries.bulkPut(rows.map(row => ({ ...row, due: now })))
        }
      }),
    on,
  )

/** Drops finished deliveries planned before `before` (epoch ms), and the notices before it of which nothing is left to send. */
export const pruneNotices = (before: number, on: PatchbayDb = db): Promise<void> =>
  withReopen(async () => {
    for (const account of await accountIds(on)) {
      await on.transaction('rw', on.deliveries, on.notices, async () => {
        const old = [[account, Dexie.minKey], [account, before], true, false] as const
        await on.deliveries
          .where('[account+at]')
          .between(...old)
          .filter(row => row.due === undefined)
          .delete()
        const open = await dueUntil(account, Dexie.maxKey, on).toArray()
        const needed = new Set(open.map(row => row.notice))
        await on.notices
          .where('[account+at]')
          .between(...old)
          .filter(row => !needed.has(row.id))
          .delete()
      })
    }
  }, on)

/** The rows of an account that are not finished, by when they are due: only those are in this index. */
const dueUntil = (account: AccountId, until: number | typeof Dexie.maxKey, on: PatchbayDb) =>
  on.deliveries.where('[account+due]').between([account, Dexie.minKey], [account, until], true, true)

const accountIds = (on: PatchbayDb): Promise<AccountId[]> =>
  on.accounts.toCollection().primaryKeys() as Promise<string[]> as Promise<AccountId[]>
