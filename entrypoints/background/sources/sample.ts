import { db, type PatchbayDb } from '../../../storage/db.ts'
import { intake } from '../../../storage/intake.ts'
import type { AccountId } from '../../../storage/model/facts/refs.ts'
import { MINUTE } from '../../../storage/model/facts/time.ts'
import { sampleBatch } from '../../../storage/model/sample/batch.ts'
import { newestReads } from '../../../storage/reads.ts'

/** The sample's page is looked at no more often than this. */
export const SAMPLE_PAUSE = 30 * MINUTE

/**
 * One step of the sample's story: a look at its page at the epoch-ms `now`, and the log since the look before. After a
 * long sleep that is one look, as when a person comes back. False: the last look is not half an hour old, nothing is done.
 */
export const stepSample = async (
  account: AccountId,
  now: number,
  device: string,
  on: PatchbayDb = db,
): Promise<boolean> => {
  const [last] = await newestReads(account, 1, on)
  if (!last || now - last.observedAt < SAMPLE_PAUSE) return false
  const language = last.languages[0] === 'ja' ? 'ja' : 'en'
  await intake(
    [sampleBatch(account, now, { since: last.observedAt, language }, device)],
    { now, onlyWatched: true },
    on,
  )
  return true
}
