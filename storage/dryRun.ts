import { newestFirst } from './accountRows.ts'
import { db, type PatchbayDb, withReopen } from './db.ts'
import type { AccountId } from './model/facts/refs.ts'
import { DAY } from './model/facts/time.ts'
import { isListRead } from './model/issues/claims.ts'
import { type RuleDraft, ruleFrom } from './model/notices/draft.ts'
import { type DryRun, dryRun } from './model/notices/dryRun.ts'
import { getSettings } from './settings.ts'
import { loadTelling, tablesOfTelling } from './telling.ts'

/** What a draft would have told in the last 30 days of the account's stored history, by the same `decide`; null when it is not watched. */
export const dryRunOf = (
  account: AccountId,
  draft: RuleDraft,
  now: number,
  on: PatchbayDb = db,
): Promise<DryRun | null> =>
  withReopen(async () => {
    const { quietHours: quiet, device } = await getSettings()
    return on.transaction('r', tablesOfTelling(on), async () => {
      const telling = await loadTelling(account, [draft.type], now - 30 * DAY, new Set(), on)
      if (!telling) return null
      const reads = await newestFirst(on.reads, 'observedAt', account)
        .until(read => read.observedAt < now - 31 * DAY)
        .filter(isListRead)
        .toArray()
      const rule = ruleFrom(draft, { account, known: null, now, me: null, device })
      return dryRun({ ...telling, account, rule, reads: reads.map(read => read.observedAt), quiet, now })
    })
  }, on)
