/** Accounts and apps as storage would hold them, made from page reads: what a screen shows in a test is what intake would give. */
import type { App } from '../../../storage/model/facts/assemble.ts'
import type { AccountId } from '../../../storage/model/facts/refs.ts'
import type { Account } from '../../../storage/model/facts/rows.ts'
import { applyBatch, assembleLedger, emptyLedger, judgeLedger } from '../../../storage/model/ledger.ts'
import { type Overview, overviewOf } from '../../../storage/model/overview.ts'
import { ACCOUNT, type PageSpec, pageBatch } from '../../builders.ts'

export interface Told {
  apps: App[]
  overview: Overview
}

/** What the account shows at `now` after these reads of its page. */
export const told = (
  reads: readonly { at: number; page: PageSpec }[],
  now: number,
  more: Partial<Account> & { id?: AccountId } = {},
): Told => {
  const id = more.id ?? ACCOUNT
  const account: Account = {
    id,
    label: id.slice(id.indexOf(':') + 1),
    host: 'app-eu1.hubspot.com',
    addedAt: reads[0]?.at ?? now,
    automatic: false,
    zone: null,
    ...more,
  }
  const ledger = emptyLedger(account)
  for (const { at, page } of reads) {
    applyBatch(ledger, pageBatch(at, page, { account: id }))
    judgeLedger(ledger, at)
  }
  judgeLedger(ledger, now)
  const assembled = assembleLedger(ledger)
  const overview = overviewOf({
    account: { ...ledger.account, label: account.label },
    assembled,
    reads: [...ledger.reads.values()],
    issues: [...ledger.issues.values()],
    marks: ledger.marks,
    events: [...ledger.events.values()],
    now,
  })
  return { apps: assembled.apps, overview }
}
