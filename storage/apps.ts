import Dexie from 'dexie'
import { rowsOf } from './accountRows.ts'
import { db, type PatchbayDb, withReopen } from './db.ts'
import type { App } from './model/facts/assemble.ts'
import type { AccountId, Ref } from './model/facts/refs.ts'
import { parseRows } from './model/facts/schemas.ts'
import type { Issue } from './model/issues/issue.ts'

/** The apps of one account (or of all with null) as the newest facts tell them, those that are gone included. */
export const appsOf = (account: AccountId | null, on: PatchbayDb = db): Promise<App[]> =>
  withReopen(() => (account === null ? on.apps.toArray() : rowsOf(on.apps, account).toArray()), on)

/** Every issue of one subject, by any of its names, newest first. */
export const issuesOf = (account: AccountId, refs: readonly Ref[], on: PatchbayDb = db): Promise<Issue[]> =>
  withReopen(async () => {
    const rows = await Promise.all(
      refs.map(ref =>
        on.issues
          .where(':id')
          .between([account, ref], [account, ref, Dexie.maxKey]) // one array twice in one key is no valid key
          .toArray(),
      ),
    )
    return parseRows('issues', rows.flat()).sort((a, b) => b.firstSeen - a.firstSeen)
  }, on)
