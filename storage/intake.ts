import { db, type PatchbayDb, withReopen } from './db.ts'
import type { AppsAndOverview } from './derived.ts'
import { type LedgerChange, loadPast, needsJudging, openLedger, writeLedger } from './ledgerRows.ts'
import type { Assembled } from './model/facts/assemble.ts'
import { type AccountId, isAppRef, type Ref } from './model/facts/refs.ts'
import type { Account, Batch } from './model/facts/rows.ts'
import { newestRead } from './model/issues/claims.ts'
import { applyBatch, assembleLedger, forgetRead, judgeLedger, type Ledger } from './model/ledger.ts'

/** Runs `work` while nothing else writes rows of the account, in any process of this browser. */
export const withAccount = <T>(account: AccountId, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`patchbay ${account}`, work) as Promise<T>

export interface IntakeOptions {
  /** Epoch ms: the moment the account is judged at. */
  now: number
  /** Called after each batch of several; `done` of `of`. Lets the page breathe. */
  progress?: (done: number, of: number) => Promise<void> | void
  signal?: AbortSignal
  /** What an account that is new with this intake starts with. */
  fresh?: Partial<Pick<Account, 'label' | 'automatic'>>
  /** Stores nothing if the account is not watched: for sources that run by themselves, while the user may be removing it. */
  onlyWatched?: boolean
  /** Reads that the batches tell anew (a mended mapping): what they said before is dropped first. */
  replacing?: readonly string[]
}

/**
 * The one door: joins batches of one account into the store, derives its apps, judges it and writes all of it in one
 * transaction under the account's lock. A worker that dies half-way leaves the store as it was. Several batches are judged
 * one after the other, each at its newest read, as if they had come one by one.
 * Throws the database's error (QuotaExceededError: disk full) or AbortError; nothing is stored then.
 */
export const intake = (batches: readonly Batch[], options: IntakeOptions, on: PatchbayDb = db): Promise<void> => {
  const [first] = batches
  if (!first) return Promise.resolve()
  return withAccount(first.account, () =>
    withReopen(async () => {
      if (options.onlyWatched && !(await on.accounts.get(first.account))) return
      const ledger = await openLedger(first.account, batches, newAccount(first.account, options.now, options.fresh), on)
      for (const read of options.replacing ?? []) forgetRead(ledger, read)
      let derived: AppsAndOverview | null = null
      for (const [index, batch] of batches.entries()) {
        options.signal?.throwIfAborted()
        const judged = newestRead([...ledger.reads.values()], () => true)?.observedAt ?? 0
        applyBatch(ledger, batch)
        const last = index === batches.length - 1
        const at = last ? options.now : Math.max(0, ...batch.reads.map(read => read.observedAt))
        // A batch that comes late is judged with the others at the end: at its own time, what came after it was not known.
        if (last ? batches.some(needsJudging) : needsJudging(batch) && at > judged) {
          derived = { assembled: await judgeWithPast(ledger, at, on), at }
        }
        await options.progress?.(index + 1, batches.length)
      }
      await writeLedger(ledger, derived, on)
    }, on),
  )
}

/** Judges an account again because time passed or the user said something; writes only what changed. */
export const rejudge = (
  account: AccountId,
  now: number,
  change?: (ledger: Ledger) => LedgerChange | undefined,
  on: PatchbayDb = db,
): Promise<void> =>
  withAccount(account, () =>
    withReopen(async () => {
      if (!(await on.accounts.get(account))) return
      const ledger = await openLedger(account, [], newAccount(account, now), on)
      const written = change?.(ledger)
      if (written?.marks) ledger.marks = written.marks
      await writeLedger(ledger, { assembled: await judgeWithPast(ledger, now, on), at: now }, on, written)
    }, on),
  )

/** Says that two refs are one app, or takes that back; judged anew at once. */
export const putLink = async (
  { account, from, to, linked }: { account: AccountId; from: Ref; to: Ref; linked: boolean },
  now: number,
  on: PatchbayDb = db,
): Promise<void> => {
  if (!isAppRef(from) || !isAppRef(to)) return
  await withAccount(account, () =>
    withReopen(async () => {
      if (linked) await on.links.put({ account, from, to, by: 'you', observedAt: now })
      else await on.links.delete([account, from, to])
    }, on),
  )
  await rejudge(account, now, undefined, on)
}

/** A fresh account is called by its portal id until the user names it. */
export const newAccount = (id: AccountId, now: number, fresh: IntakeOptions['fresh'] = {}): Account => ({
  id,
  label: id.slice(id.indexOf(':') + 1),
  host: null,
  addedAt: now,
  automatic: false,
  zone: null,
  ...fresh,
})

/** Judges the account at the epoch-ms `now`, with what is stored of the past of those that get an issue. */
const judgeWithPast = async (ledger: Ledger, now: number, on: PatchbayDb): Promise<Assembled> => {
  const assembled = assembleLedger(ledger)
  await loadPast(ledger, assembled, now, on)
  return judgeLedger(ledger, now, assembled)
}
