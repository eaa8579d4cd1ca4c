import { db, type PatchbayDb, withReopen } from './db.ts'
import type { AccountId } from './model/facts/refs.ts'
import type { Overview } from './model/overview.ts'

/** What one account shows on its own, or null when it is not watched. */
export const overviewOfAccount = (id: AccountId, on: PatchbayDb = db): Promise<Overview | null> =>
  withReopen(async () => (await on.overviews.get(id)) ?? null, on)

/** What each account shows on its own, in the order the accounts were added; `composeGlance` makes one picture of them. */
export const allOverviews = (on: PatchbayDb = db): Promise<Overview[]> =>
  withReopen(
    () =>
      on.transaction('r', on.accounts, on.overviews, async () => {
        const [accounts, overviews] = await Promise.all([on.accounts.toArray(), on.overviews.toArray()])
        const order = new Map(
          accounts.sort((a, b) => a.addedAt - b.addedAt).map((account, index) => [account.id as string, index]),
        )
        return overviews
          .filter(row => order.has(row.id))
          .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
      }),
    on,
  )
