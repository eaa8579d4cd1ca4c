import Dexie, { type Collection, type Table } from 'dexie'
import type { AccountId } from './model/facts/refs.ts'

/** All rows of an account: the account leads every key, so they are one range. */
export const rowsOf = <T, K>(table: Table<T, K>, account: AccountId): Collection<T, K> =>
  table.where(':id').between([account, Dexie.minKey], [account, Dexie.maxKey])

/** An account's rows by a time they are indexed by, newest first. */
export const newestFirst = <T, K>(
  table: Table<T, K>,
  time: 'observedAt' | 'at',
  account: AccountId,
): Collection<T, K> =>
  table.where(`[account+${time}]`).between([account, Dexie.minKey], [account, Dexie.maxKey]).reverse()
