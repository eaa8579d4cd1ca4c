import Dexie from 'dexie'
import * as v from 'valibot'
import { newestFirst, rowsOf } from './accountRows.ts'
import { activityRange, activityRows } from './activityPast.ts'
import type { EventRow, PatchbayDb } from './db.ts'
import { type AppsAndOverview, deriveRows } from './derived.ts'
import type { Assembled } from './model/facts/assemble.ts'
import { addAlike, isVague } from './model/facts/events.ts'
import { parseFact } from './model/facts/facts.ts'
import { factKey } from './model/facts/join.ts'
import { ACCOUNT_REF, type AccountId, type Ref } from './model/facts/refs.ts'
import type { Account, Batch, Mark } from './model/facts/rows.ts'
import { AccountSchema, parseMapping, parseRows } from './model/facts/schemas.ts'
import { type Sighting, sightingKey, sightingOf } from './model/facts/sightings.ts'
import { DAY, earliest, latest } from './model/facts/time.ts'
import { claimsOf } from './model/issues/claims.ts'
import { isOpen, issueKey } from './model/issues/judge.ts'
import { mayBeQuiet } from './model/issues/quiet.ts'
import { emptyLedger, type Ledger, linkKey, pastIn } from './model/ledger.ts'
import { withEvents } from './model/overview.ts'

/** Reads older than this many are not looked at when an account is judged; they stay stored. */
const READS_AT_HAND = 100

/** What a command changes beside the judged rows. */
export interface LedgerChange {
  account?: Account
  /** The account's marks as they shall be. */
  marks?: readonly Mark[]
}

/** Whether anything a screen shows can change by this batch: an old log entry alone changes no app. */
export const needsJudging = (batch: Batch) =>
  batch.reads.length + batch.facts.length + batch.links.length > 0 ||
  batch.events.some(event => event.type === 'uninstalled')

/**
 * An account's rows in memory, those that taking in the batches (none: judging alone) can touch. `fresh` is the account if it
 * is not stored yet.
 */
export const openLedger = async (
  account: AccountId,
  batches: readonly Batch[],
  fresh: Account,
  on: PatchbayDb,
): Promise<Ledger> => {
  const events = batches.flatMap(batch => batch.events)
  const judging = batches.length === 0 || batches.some(needsJudging)
  const [row, facts, links, reads, known, issues, marks, mapping] = await Promise.all([
    on.accounts.get(account),
    judging ? rowsOf(on.facts, account).toArray() : [],
    judging ? rowsOf(on.links, account).toArray() : [],
    judging ? newestFirst(on.reads, 'observedAt', account).limit(READS_AT_HAND).toArray() : [],
    eventsAtHand(account, events, on),
    judging ? rowsOf(on.issues, account).toArray() : [],
    judging ? rowsOf(on.marks, account).toArray() : [],
    on.mappings.get(account),
  ])
  const parsed = v.safeParse(AccountSchema, row)
  const ledger = emptyLedger(parsed.success ? (parsed.output as Account) : fresh)
  for (const fact of facts.map(parseFact)) if (fact) ledger.facts.set(factKey(fact), fact)
  for (const link of parseRows('links', links)) ledger.links.set(linkKey(link), link)
  for (const read of parseRows('reads', reads)) ledger.reads.set(read.id, read)
  for (const event of parseRows('events', known)) {
    if (ledger.events.has(event.id)) continue // asked for twice, for two reasons
    ledger.events.set(event.id, event)
    addAlike(ledger.alike, event)
  }
  for (const issue of parseRows('issues', issues)) ledger.issues.set(issueKey(issue), issue)
  ledger.marks = parseRows('marks', marks)
  ledger.mapping = parseMapping(mapping)
  if (facts.length > 0) await loadSightings(ledger, batches, on) // no facts, no sightings: a long history asks for thousands
  return ledger
}

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
    storedAlready(account, events, on),
    on.events.where('[account+vague]').equals([account, 1]).toArray(),
    span
      ? on.events
          .where('[account+at]')
          .between([account, (span[0] ?? 0) - 2 * DAY], [account, span[1]])
          .toArray()
      : [],
    newestFirst(on.events, 'at', account).limit(20).toArray(),
    on.events.where('[account+uninstalled]').equals([account, 1]).toArray(),
  ])
  return [...same, ...stillVague, ...near, ...newest, ...uninstalls]
}

/**
 * The events of these ids that are stored. An id holds the event's time, so all of them lie in the span of the new ones:
 * a look at that span, where it is not much fuller than the batch, costs a fraction of asking for each id.
 */
const storedAlready = async (
  account: AccountId,
  events: readonly Batch['events'][number][],
  on: PatchbayDb,
): Promise<EventRow[]> => {
  if (events.length === 0) return []
  const [from, to] = [events.reduce(earlier).at, events.reduce(later).at]
  const most = 2 * events.length
  const inSpan = await on.events
    .where('[account+at]')
    .between([account, from], [account, to], true, true)
    .limit(most + 1)
    .toArray()
  const ids = new Set(events.map(event => event.id))
  if (inSpan.length <= most) return inSpan.filter(event => ids.has(event.id))
  const rows = await on.events.bulkGet([...ids].map(id => [account, id] as [string, string]))
  return rows.filter(row => row !== undefined)
}

const earlier = <T extends { at: number }>(a: T, b: T) => (b.at < a.at ? b : a)
const later = <T extends { at: number }>(a: T, b: T) => (b.at > a.at ? b : a)

/** The stored sightings that the facts of the batches touch. */
const loadSightings = async (ledger: Ledger, batches: readonly Batch[], on: PatchbayDb) => {
  const keys = new Map<string, [string, string, string, string, number, string]>()
  for (const fact of batches.flatMap(batch => batch.facts)) {
    const s = sightingOf(fact)
    if (s) keys.set(sightingKey(s), [s.account, s.ref, s.field, s.source, s.bucket, s.digest])
  }
  for (const row of await on.sightings.bulkGet([...keys.values()])) if (row) ledger.sightings.set(sightingKey(row), row)
}

/**
 * The past that judging asks for: activity of apps that may have gone quiet, and the status of subjects about to get an
 * issue, so that "since when" can be told.
 */
export const loadPast = async (ledger: Ledger, assembled: Assembled, now: number, on: PatchbayDb) => {
  await loadActivity(ledger, assembled, on)
  const open = new Set([...ledger.issues.values()].filter(isOpen).map(issue => `${issue.subject} ${issue.kind}`))
  const { account, marks } = ledger
  const reads = [...ledger.reads.values()]
  const refs = claimsOf({ account, assembled, reads, marks, past: pastIn(ledger) }, now)
    .filter(claim => !claim.refs.some(ref => open.has(`${ref} ${claim.kind}`)) && claim.subject !== ACCOUNT_REF)
    .flatMap(claim => claim.refs)
  const statusOf = (ref: Ref) =>
    on.sightings
      .where(':id')
      .between([ledger.account.id, ref, 'status', Dexie.minKey], [ledger.account.id, ref, 'status', Dexie.maxKey])
      .toArray()
  const rows = await on.transaction('r', on.sightings, () => Promise.all([...new Set(refs)].map(statusOf)))
  addSightings(ledger, rows.flat())
}

/** Refs of which the past of the activity is in the ledger already: several batches ask for it once. */
const withActivity = new WeakMap<Ledger, Set<Ref>>()

const loadActivity = async (ledger: Ledger, assembled: Assembled, on: PatchbayDb) => {
  const known = withActivity.get(ledger) ?? new Set()
  withActivity.set(ledger, known)
  const asked = assembled.apps.filter(mayBeQuiet).flatMap(app => {
    const refs = app.refs.filter(ref => !known.has(ref))
    for (const ref of refs) known.add(ref)
    return refs.map(ref => ({ ref, ...activityRange(app) }))
  })
  if (asked.length === 0) return
  const rows = await on.transaction('r', on.sightings, () =>
    Promise.all(asked.map(({ ref, source, from }) => activityRows(ledger.account.id, ref, source, from, on))),
  )
  addSightings(ledger, rows.flat())
}

const addSightings = (ledger: Ledger, rows: readonly Sighting[]) => {
  for (const row of rows) if (!ledger.sightings.has(sightingKey(row))) ledger.sightings.set(sightingKey(row), row)
}

/** Writes what the ledger's rows have become, its derived rows with them, in one transaction: all of it or nothing. */
export const writeLedger = async (
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
      await rowsOf(on.marks, account).delete()
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
