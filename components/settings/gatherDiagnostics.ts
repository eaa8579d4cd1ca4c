import { allAccounts } from '../../storage/accounts.ts'
import { appsOf } from '../../storage/apps.ts'
import { mappingOf, viewsOf } from '../../storage/mappings.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { HUBSPOT_ORIGINS } from '../../storage/model/links.ts'
import type { PageView } from '../../storage/model/recognise/view.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { newestReads } from '../../storage/reads.ts'
import { getSettings } from '../../storage/settings.ts'
import { diagnosticsOf } from './diagnostics.ts'

/** How many of the newest reads of an account are described. */
const READS = 10
/** As the worker keeps its log lines in `storage.local`. */
const LOG = 'diagnostics'

/** The text for "copy diagnostics", of one account or of all, or of a page at hand that is not stored. */
export const gatherDiagnostics = async (
  only: AccountId | null,
  now: number,
  atHand?: PageView | undefined,
): Promise<string> => {
  const [settings, accounts, stored, granted] = await Promise.all([
    getSettings(),
    allAccounts(),
    browser.storage.local.get(LOG),
    Promise.all(HUBSPOT_ORIGINS.map(origin => browser.permissions.contains({ origins: [origin] }))),
  ])
  const described = atHand ? [] : accounts.filter(account => only === null || account.id === only)
  return diagnosticsOf({
    version: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    language: settings.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    agreed: settings.agreedAt !== null,
    granted: HUBSPOT_ORIGINS.filter((_, index) => granted[index]),
    accounts: await Promise.all(
      described.map(async account => {
        const [apps, reads, views, mapping] = await Promise.all([
          appsOf(account.id),
          newestReads(account.id, READS),
          viewsOf(account.id),
          mappingOf(account.id),
        ])
        return { account, apps: apps.length, reads, views, mapping }
      }),
    ),
    log: Array.isArray(stored[LOG]) ? stored[LOG] : [],
    ...(atHand ? { atHand } : {}),
    now,
  })
}
