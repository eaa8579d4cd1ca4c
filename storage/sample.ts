import { db, type PatchbayDb, withReopen } from './db.ts'
import { intake } from './intake.ts'
import type { Batch } from './model/facts/rows.ts'
import { SAMPLE_ACCOUNT, sampleBatch, seedOf } from './model/sample/batch.ts'
import { looksUntil } from './model/sample/history.ts'
import type { SampleLanguage } from './model/sample/words.ts'

export interface SampleOptions {
  /** Random id of this browser (settings). */
  device: string
  /** The language the sample's page is in. */
  language?: SampleLanguage
  /** `done` of `of` looks at the page are judged. */
  progress?: (done: number, of: number) => void
  /** Cancels: nothing is stored then. */
  signal?: AbortSignal
}

/** What the account is called until the user renames it. */
const LABEL: Record<SampleLanguage, string> = { en: 'Sample account', ja: 'サンプルアカウント' }

/** Longest time (ms) for which the history is worked out before the page may paint and take clicks. */
const BREATH = 30

/**
 * Makes the sample account with 14 months of history until the epoch-ms `now`, in one piece. False: it was there already,
 * and nothing was changed. Throws AbortError when cancelled and the database's error when the disk is full; nothing is
 * stored then.
 */
export const createSample = (
  now: number,
  { device, language = 'en', progress, signal }: SampleOptions,
  on: PatchbayDb = db,
): Promise<boolean> =>
  navigator.locks.request('patchbay sample', async () => {
    signal?.throwIfAborted()
    if (await withReopen(() => on.accounts.get(SAMPLE_ACCOUNT), on)) return false
    let breath = performance.now()
    const breathe = async () => {
      if (performance.now() - breath < BREATH) return
      await new Promise(resolve => setTimeout(resolve))
      breath = performance.now()
    }
    const batches: Batch[] = []
    for (const { at, look } of looksUntil(seedOf(SAMPLE_ACCOUNT), now)) {
      batches.push(sampleBatch(SAMPLE_ACCOUNT, at, { ...look, language }, device))
      await breathe()
    }
    await intake(
      batches,
      {
        now,
        fresh: { label: LABEL[language] },
        ...(signal ? { signal } : {}),
        progress: async (done, of) => {
          progress?.(done, of)
          await breathe()
        },
      },
      on,
    )
    return true
  })
