import { rowsOf } from './accountRows.ts'
import type { PatchbayDb } from './db.ts'
import type { Assembled } from './model/facts/assemble.ts'
import { canonical } from './model/facts/join.ts'
import type { Ledger } from './model/ledger.ts'
import { overviewOf } from './model/overview.ts'

/** The apps a ledger was judged by, and the epoch ms it was judged at. */
export interface AppsAndOverview {
  assembled: Assembled
  at: number
}

/** Writes the derived rows of one account (apps, overview) that differ from what is stored. Runs inside the caller's transaction. */
export const deriveRows = async (ledger: Ledger, { assembled, at }: AppsAndOverview, on: PatchbayDb): Promise<void> => {
  const account = ledger.account.id
  const stored = new Map((await rowsOf(on.apps, account).toArray()).map(app => [app.key as string, canonical(app)]))
  const changed = assembled.apps.filter(app => stored.get(app.key) !== canonical(app))
  const keys = new Set<string>(assembled.apps.map(app => app.key))
  await on.apps.bulkDelete(
    [...stored.keys()].filter(key => !keys.has(key)).map(key => [account, key] as [string, string]),
  )
  await on.apps.bulkPut(changed)
  await on.overviews.put(
    overviewOf({
      account: ledger.account,
      assembled,
      reads: [...ledger.reads.values()],
      issues: [...ledger.issues.values()],
      marks: ledger.marks,
      events: [...ledger.events.values()],
      now: at,
    }),
  )
}
