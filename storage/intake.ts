import Dexie from 'dexie'
import * as v from 'valibot'
import { db, type EventRow, type PatchbayDb, withReopen } from './db.ts'
import { type AppsAndOverview, deriveRows } from './derived.ts'
import type { Assembled } from './model/facts/assemble.ts'
import { addAlike, isVague } from './model/facts/events.ts'
import { parseFact } from './model/facts/facts.ts'
import { factKey } from './model/facts/join.ts'
import type { AccountId, Ref } from './model/facts/refs.ts'
import { ACCOUNT_REF, isAppRef } from './model/facts/refs.ts'
import type { Account, Batch, Mark } from './model/facts/rows.ts'
import { AccountSchema, parseMapping, parseRows } from './model/facts/schemas.ts'
import { type Sighting, sightingKey, sightingOf } from './model/facts/sightings.ts'
import { earliest, latest } from './model/facts/time.ts'
import { claimsOf, newestRead } from './model/issues/claims.ts'
import { isOpen, issueKey } from './model/issues/judge.ts'
import {
  applyBatch,
  assembleLedger,
  emptyLedger,
  forgetRead,
  judgeLedger,
  type Ledger,
  linkKey,
} from './model/ledger.ts'
import { withEvents } from './model/overview.ts'

/** Reads older than this many are not looked at when an account is judged; they stay stored. */
const READS_AT_HAND = 100

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

/** What a command changes beside the judged rows. */
export interface LedgerChange {
  account?: Account
  /** The account's marks as they shall be. */
  marks?: readonly Mark[]
}

/** Whether anything a screen shows can change by this batch: an old log entry alone changes no app. */
const needsJudging = (batch: Batch) =>
  batch.reads.length + batch.facts.length + batch.links.length > 0 ||
  batch.events.some(event => event.type === 'uninstalled')

const openLedger = async (
  account: AccountId,
  batches: readonly Batch[],
  fresh: Account,
  on: PatchbayDb,
): Promise<Ledger> => {
  const range = [
    [account, Dexie.minKey],
    [account, Dexie.maxKey],
  ] as const
  const events = batches.flatMap(batch => batch.events)
  const judging = batches.length === 0 || batches.some(needsJudging)
  const [row, facts, links, reads, known, issues, marks, mapping] = await Promise.all([
    on.accounts.get(account),
    judging
      ? on.facts
          .where(':id')
          .between(...range)
          .toArray()
      : [],
    judging
      ? on.links
          .where(':id')
          .between(...range)
          .toArray()
      : [],
    judging
      ? on.reads
          .where('[account+observedAt]')
          .between(...range)
          .reverse()
          .limit(READS_AT_HAND)
          .toArray()
      : [],
    eventsAtHand(account, events, on),
    judging
      ? on.issues
          .where(':id')
          .between(...range)
          .toArray()
      : [],
    judging
      ? on.marks
          .where(':id')
          .between(...range)
          .toArray()
      : [],
    on.mappings.get(account),
  ])
  const parsed = v.safeParse(AccountSchema, row)
  const ledger = emptyLedger(parsed.success ? (parsed.output as Account) : fresh)
  for (const fact of facts.map(parseFact)) if (fact) ledger.facts.set(factKey(fact), fact)
  for (const link of parseRows('links', links)) ledger.links.set(linkKey(link), link)
  for (const read of parseRows('reads', reads)) ledger.reads.set(read.id, read)
  for (const event of parseRows('events', known)) {
    ledger.events.set(event.id, event)
    addAlike(ledger.alike, event)
  }
  for (const issue of parseRows('issues', issues)) ledger.issues.set(issueKey(issue), issue)
  ledger.marks = parseRows('marks', marks)
  ledger.mapping = parseMapping(mapping)
  if (facts.length > 0) await loadSightings(ledger, batches, on) // no facts, no sightings: a long history asks for thousands
  return ledger
}

/** A fresh account is called by its portal id until the user names it. */
export const newAccount = (id: AccountId, now: number, fresh: IntakeOptions['fresh'] = {}): Account => ({
  id,
  label: id.slice(id.indexOf(':') + 1),
  host: null,
  addedAt: now,
  automatic: false,
  ...fresh,
})

/** Stored events that new ones may repeat: those of the same id, vague ones, those at the time of a vague new one, and the newest. */
const eventsAtHand = async (
  account: AccountId,
  events: readonly Batch['events'][number][],
  on: PatchbayDb,
): Promise<EventRow[]> => {
  const vague = events.filter(isVague)
  const span =
    vague.length > 0
      ? [
          Math.min(...vague.map(event => earliest(event.time, 'UTC'))),
          Math.max(...vague.map(event => latest(event.time, 'UTC'))),
        ]
      : null
  const [same, stillVague, near, newest, uninstalls] = await Promise.all([
    events.length > 0 ? on.events.bulkGet(events.map(event => [account, event.id] as [string, string])) : [],
    on.events.where('[account+vague]').equals([account, 1]).toArray(),
    span
      ? on.events
          .where('[account+at]')
          .between([account, (span[0] ?? 0) - 2 * 86_400_000], [account, span[1]])
          .toArray()
      : [],
    on.events
      .where('[account+at]')
      .between([account, Dexie.minKey], [account, Dexie.maxKey])
      .reverse()
      .limit(20)
      .toArray(),
    on.events.where('[account+uninstalled]').equals([account, 1]).toArray(),
  ])
  return [...same.flatMap(event => (event ? [event] : [])), ...stillVague, ...near, ...newest, ...uninstalls]
}

/** The stored sightings that the facts of the batches touch. */
const loadSightings = async (ledger: Ledger, batches: readonly Batch[], on: PatchbayDb) => {
  const keys = new Map<string, [string, string, string, string, number, string]>()
  for (const fact of batches.flatMap(batch => batch.facts)) {
    const s = sightingOf(fact)
    if (s) keys.set(sightingKey(s), [s.account, s.ref, s.field, s.source, s.bucket, s.digest])
  }
  for (const row of await on.sightings.bulkGet([...keys.values()])) if (row) ledger.sightings.set(sightingKey(row), row)
}

/** Judges the account at the epoch-ms `now`, with what is stored of the past of those that get an issue. */
const judgeWithPast = async (ledger: Ledger, now: number, on: PatchbayDb): Promise<Assembled> => {
  const assembled = assembleLedger(ledger)
  await loadPast(ledger, assembled, now, on)
  return judgeLedger(ledger, now, assembled)
}

/** The past of subjects about to get an issue, so that "since when" can be told. */
const loadPast = async (ledger: Ledger, assembled: Assembled, now: number, on: PatchbayDb) => {
  const open = new Set([...ledger.issues.values()].filter(isOpen).map(issue => `${issue.subject} ${issue.kind}`))
  const refs = claimsOf(ledger.account, assembled, [...ledger.reads.values()], ledger.mapping, now)
    .filter(claim => !claim.refs.some(ref => open.has(`${ref} ${claim.kind}`)) && claim.subject !== ACCOUNT_REF)
    .flatMap(claim => claim.refs)
  const rows = await Promise.all(
    [...new Set(refs)].map(ref =>
      on.sightings
        .where(':id')
        .between([ledger.account.id, ref, 'status', Dexie.minKey], [ledger.account.id, ref, 'status', Dexie.maxKey])
        .toArray(),
    ),
  )
  for (const row of rows.flat() as Sighting[])
    if (!ledger.sightings.has(sightingKey(row))) ledger.sightings.set(sightingKey(row), row)
}

const writeLedger = async (
  ledger: Ledger,
  derived: AppsAndOverview | null,
  on: PatchbayDb,
  change: LedgerChange = {},
) => {
  const account = ledger.account.id
  const rows = <T>(map: Map<string, T>, keys: Set<string>) =>
    [...keys].map(key => map.get(key)).filter(row => row !== undefined)
  const tables = [
    on.accounts,
    on.facts,
    on.links,
    on.reads,
    on.events,
    on.sightings,
    on.issues,
    on.marks,
    on.apps,
    on.overviews,
  ]
  await on.transaction('rw', tables, async () => {
    await on.accounts.put(change.account ?? ledger.account)
    await on.facts.bulkDelete(
      ledger.removedFacts.map(
        ({ ref, field, source }) => [account, ref, field, source] as [string, string, string, string],
      ),
    )
    await on.facts.bulkPut(rows(ledger.facts, ledger.dirty.facts))
    await on.links.bulkPut(rows(ledger.links, ledger.dirty.links))
    await on.reads.bulkPut(rows(ledger.reads, ledger.dirty.reads))
    await on.sightings.bulkPut(rows(ledger.sightings, ledger.dirty.sightings))
    await on.issues.bulkPut(rows(ledger.issues, ledger.dirty.issues))
    if (ledger.removedEvents.size > 0)
      await on.events.bulkDelete([...ledger.removedEvents].map(id => [account, id] as [string, string]))
    await on.events.bulkPut(rows(ledger.events, ledger.dirty.events).map(eventRow))
    if (change.marks) {
      await on.marks.where(':id').between([account, Dexie.minKey], [account, Dexie.maxKey]).delete()
      await on.marks.bulkPut([...change.marks])
    }
    if (derived) await deriveRows({ ...ledger, account: change.account ?? ledger.account }, derived, on)
    else await addNewest(ledger, on)
  })
}

/** Log entries alone change nothing but the lines of newest activity. */
const addNewest = async (ledger: Ledger, on: PatchbayDb) => {
  const overview = await on.overviews.get(ledger.account.id)
  if (overview) await on.overviews.put(withEvents(overview, ledger.account, [...ledger.events.values()]))
}

/** Index helpers stand only on the rows they are for, so that these indexes stay small. */
const eventRow = (event: Batch['events'][number]): EventRow => ({
  ...event,
  ...(isVague(event) ? { vague: 1 as const } : {}),
  ...(event.type === 'uninstalled' ? { uninstalled: 1 as const } : {}),
})
