import Dexie from 'dexie'
import { newestFirst, rowsOf } from './accountRows.ts'
import { db, type PatchbayDb, withReopen } from './db.ts'
import type { AccountId } from './model/facts/refs.ts'
import type { Notice, Rule } from './model/notices/rows.ts'
import { parseNotice, parseRule } from './model/notices/schemas.ts'

/** The account's rules, oldest first. */
export const rulesOf = (account: AccountId, on: PatchbayDb = db): Promise<Rule[]> =>
  withReopen(
    async () =>
      (await rowsOf(on.rules, account).toArray())
        .flatMap(row => parseRule(row) ?? [])
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
    on,
  )

/** Stores a rule as it is; what screens change goes through commands. */
export const putRule = (rule: Rule, on: PatchbayDb = db): Promise<unknown> => withReopen(() => on.rules.put(rule), on)

/** Removes a rule and what it remembers of having told; its notices and deliveries stay as the record they are. */
export const removeRule = (account: AccountId, id: string, on: PatchbayDb = db): Promise<void> =>
  withReopen(
    () =>
      on.transaction('rw', on.rules, on.told, async () => {
        await on.rules.delete([account, id])
        await on.told.where(':id').between([account, id, Dexie.minKey], [account, id, Dexie.maxKey]).delete()
      }),
    on,
  )

/** The account's newest notices, newest first, at most `limit`. */
export const latestNotices = (account: AccountId, limit: number, on: PatchbayDb = db): Promise<Notice[]> =>
  withReopen(
    async () =>
      (await newestFirst(on.notices, 'at', account).limit(limit).toArray()).flatMap(row => parseNotice(row) ?? []),
    on,
  )

/** Epoch ms of each rule's newest notice, tests left out; a rule that never fired is not in it. */
export const lastFired = (account: AccountId, on: PatchbayDb = db): Promise<ReadonlyMap<string, number>> =>
  withReopen(async () => {
    const last = new Map<string, number>()
    await newestFirst(on.notices, 'at', account).each(({ rule, at, test }) => {
      if (!test && !last.has(rule)) last.set(rule, at)
    })
    return last
  }, on)
