import { newestFirst } from './accountRows.ts'
import { db, type PatchbayDb, withReopen } from './db.ts'
import type { AccountId } from './model/facts/refs.ts'
import type { Read } from './model/facts/rows.ts'
import { parseRows } from './model/facts/schemas.ts'

/** The newest reads of an account, newest first, at most `limit`. */
export const newestReads = (account: AccountId, limit: number, on: PatchbayDb = db): Promise<Read[]> =>
  withReopen(
    async () => parseRows('reads', await newestFirst(on.reads, 'observedAt', account).limit(limit).toArray()),
    on,
  )
