import { db, type PatchbayDb, withReopen } from './db.ts'
import type { AccountId } from './model/facts/refs.ts'
import type { Here } from './model/notices/rows.ts'

/** What this browser alone knows of an account; nothing yet is a row of nulls. */
export const hereOf = (account: AccountId, on: PatchbayDb = db): Promise<Here> =>
  withReopen(async () => (await on.here.get(account)) ?? { account, me: null, tickedAt: null }, on)

/** Changes some of it and keeps the rest. */
export const putHere = (
  account: AccountId,
  change: Partial<Omit<Here, 'account'>>,
  on: PatchbayDb = db,
): Promise<unknown> =>
  withReopen(
    () =>
      on.transaction('rw', on.here, async () => on.here.put({ ...(await hereOf(account, on)), ...change, account })),
    on,
  )
