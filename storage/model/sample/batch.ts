import { toBatch } from '../facts/batch.ts'
import type { AccountId } from '../facts/refs.ts'
import type { Batch } from '../facts/rows.ts'
import { type Look, sampleRecognised } from './page.ts'

/** The account that "Try the sample account" makes. */
export const SAMPLE_ACCOUNT: AccountId = 'sample:1'

/** The seed of a sample account stands in its id. */
export const seedOf = (account: AccountId): number => Number(account.slice(account.indexOf(':') + 1)) || 1

/** What one look at the sample's page at the epoch-ms `at` says. The same look always has the same id. */
export const sampleBatch = (account: AccountId, at: number, look: Look, device: string): Batch =>
  toBatch(sampleRecognised(seedOf(account), at, look), {
    account,
    read: `look-${at}`,
    way: 'sample',
    device,
    source: 'sample',
    at,
  })
