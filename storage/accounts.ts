import { rowsOf } from './accountRows.ts'
import { db, type PatchbayDb, TABLES, type TableName, withReopen } from './db.ts'
import { withAccount } from './intake.ts'
import type { AccountId } from './model/facts/refs.ts'
import type { Account } from './model/facts/rows.ts'
import { parseRows } from './model/facts/schemas.ts'

/** All watched accounts, in the order they were added. */
export const allAccounts = (on: PatchbayDb = db): Promise<Account[]> =>
  withReopen(async () => parseRows('accounts', await on.accounts.toArray()).sort((a, b) => a.addedAt - b.addedAt), on)

/** One account, or null when it is not watched (or was removed meanwhile). */
export const getAccount = (id: AccountId, on: PatchbayDb = db): Promise<Account | null> =>
  withReopen(async () => parseRows('accounts', [await on.accounts.get(id)])[0] ?? null, on)

/** Puts an account row as it is; what screens change goes through commands. */
export const putAccount = (account: Account, on: PatchbayDb = db): Promise<unknown> =>
  withReopen(() => on.accounts.put(account), on)

/** Removes the account and every row of it from every table; not a byte of it stays. */
export const removeAccount = (id: AccountId, on: PatchbayDb = db): Promise<void> =>
  withAccount(id, () =>
    withReopen(() => {
      const tables = (Object.keys(TABLES) as TableName[]).map(name => on.table(name))
      return on.transaction('rw', tables, async () => {
        for (const table of tables) {
          const key = table.schema.primKey
          const rows = key.compound ? rowsOf(table, id) : table.where(':id').equals(id)
          await rows.delete()
        }
      })
    }, on),
  )
