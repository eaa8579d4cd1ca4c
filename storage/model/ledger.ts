import { type Assembled, assemble } from './facts/assemble.ts'
import { type AlikeEvents, addAlike, matchEvent } from './facts/events.ts'
import type { Fact } from './facts/facts.ts'
import { crowdedOut } from './facts/items.ts'
import { factKey, join } from './facts/join.ts'
import type { Account, AppEvent, Batch, Link, Mark, Read } from './facts/rows.ts'
import { joinSightings, type PastOf, type Sighting, sightingKey, sightingOf } from './facts/sightings.ts'
import type { Issue } from './issues/issue.ts'
import { issueKey, judge } from './issues/judge.ts'
import type { Mapping } from './recognise/recognised.ts'

/** The rows of one account that intake works on, held in memory while a batch is applied. */
export interface Ledger {
  account: Account
  facts: Map<string, Fact>
  links: Map<string, Link>
  reads: Map<string, Read>
  /** Events that may be the same as new ones, and every uninstall. */
  events: Map<string, AppEvent>
  alike: AlikeEvents
  sightings: Map<string, Sighting>
  issues: Map<string, Issue>
  marks: readonly Mark[]
  mapping: Mapping | null
  /** What was put since the ledger was opened, by table and key: all that has to be written. */
  dirty: { [T in DirtyTable]: Set<string> }
  /** Facts whose read is being told anew, and items of Needs your attention beyond those that are kept. */
  removedFacts: Fact[]
  /** Ids of vague events that a more exact one replaced. */
  removedEvents: Set<string>
}

export const DIRTY_TABLES = ['facts', 'links', 'reads', 'events', 'sightings', 'issues'] as const
export type DirtyTable = (typeof DIRTY_TABLES)[number]

/** An empty ledger for an account of which nothing is stored. */
export const emptyLedger = (account: Account): Ledger => ({
  account,
  facts: new Map(),
  links: new Map(),
  reads: new Map(),
  events: new Map(),
  alike: new Map(),
  sightings: new Map(),
  issues: new Map(),
  marks: [],
  mapping: null,
  dirty: {
    facts: new Set(),
    links: new Set(),
    reads: new Set(),
    events: new Set(),
    sightings: new Set(),
    issues: new Set(),
  },
  removedFacts: [],
  removedEvents: new Set(),
})

export const linkKey = (link: Pick<Link, 'from' | 'to'>) => `${link.from}\u0000${link.to}`

/**
 * Joins a batch into the ledger. Doing it twice, or in another order, gives the same facts, sightings, links, reads and
 * exactly dated events. Throws TypeError when the batch belongs to another account: rows of two accounts never mix.
 */
export const applyBatch = (ledger: Ledger, batch: Batch): void => {
  if (batch.account !== ledger.account.id)
    throw new TypeError(`Batch of ${batch.account} given to ${ledger.account.id}`)
  if (batch.host) ledger.account = { ...ledger.account, host: batch.host }
  for (const fact of batch.facts) {
    const key = factKey(fact)
    const known = ledger.facts.get(key)
    const joined = known ? join(known, fact) : fact
    if (joined !== known) put(ledger, 'facts', key, joined)
    const sighting = sightingOf(fact)
    if (sighting) applySighting(ledger, sighting)
  }
  for (const fact of crowdedOut(ledger.facts.values())) {
    ledger.facts.delete(factKey(fact))
    ledger.dirty.facts.delete(factKey(fact))
    ledger.removedFacts.push(fact)
  }
  for (const link of batch.links) {
    const known = ledger.links.get(linkKey(link))
    if (!known || (known.by !== 'you' && link.observedAt > known.observedAt)) put(ledger, 'links', linkKey(link), link)
  }
  for (const read of batch.reads) {
    const known = ledger.reads.get(read.id)
    if (!known || read.observedAt > known.observedAt) put(ledger, 'reads', read.id, read)
  }
  for (const event of batch.events) {
    const match = matchEvent(ledger.events, ledger.alike, event)
    if (!match) continue
    if (match.remove) {
      ledger.events.delete(match.remove)
      ledger.dirty.events.delete(match.remove)
      ledger.removedEvents.add(match.remove)
    }
    if (!ledger.events.has(match.put.id)) addAlike(ledger.alike, match.put)
    put(ledger, 'events', match.put.id, match.put)
  }
}

const applySighting = (ledger: Ledger, sighting: Sighting) => {
  const key = sightingKey(sighting)
  const known = ledger.sightings.get(key)
  const joined = known ? joinSightings(known, sighting) : sighting
  if (!known || joined.first !== known.first || joined.last !== known.last || joined.value !== known.value)
    put(ledger, 'sightings', key, joined)
}

function put<T extends DirtyTable>(ledger: Ledger, table: T, key: string, row: unknown) {
  ;(ledger[table] as Map<string, unknown>).set(key, row)
  ledger.dirty[table].add(key)
}

/** Drops what one read said, so that it can be told anew with a better mapping; what other reads said is left alone. */
export const forgetRead = (ledger: Ledger, read: string): void => {
  for (const [key, fact] of ledger.facts) {
    if (fact.read !== read) continue
    ledger.facts.delete(key)
    ledger.removedFacts.push(fact)
  }
  ledger.reads.delete(read)
}

/** The account's apps by what the ledger holds. */
export const assembleLedger = (ledger: Ledger): Assembled =>
  assemble({
    account: ledger.account.id,
    facts: [...ledger.facts.values()],
    links: [...ledger.links.values()],
    reads: [...ledger.reads.values()],
    events: [...ledger.events.values()],
    mapping: ledger.mapping,
    marks: ledger.marks,
  })

/** What the ledger holds of the past of an app, by all its refs; to be asked while no batch is applied. */
export const pastIn = (ledger: Ledger): PastOf => {
  let byRef: Map<string, Sighting[]> | null = null
  return refs => {
    byRef ??= Map.groupBy(ledger.sightings.values(), sighting => sighting.ref)
    return refs.flatMap(ref => byRef?.get(ref) ?? [])
  }
}

/** Judges the account at the epoch-ms `now` and puts what changed. Returns the apps it was judged by (those given, if any). */
export const judgeLedger = (ledger: Ledger, now: number, assembled = assembleLedger(ledger)): Assembled => {
  const changed = judge({
    account: ledger.account,
    assembled,
    reads: [...ledger.reads.values()],
    events: [...ledger.events.values()],
    issues: [...ledger.issues.values()],
    marks: ledger.marks,
    mapping: ledger.mapping,
    sightings: pastIn(ledger),
    now,
  })
  for (const issue of changed) put(ledger, 'issues', issueKey(issue), issue)
  return assembled
}

/** Opens again what the user marked as fixed at `at` (epoch ms) and takes back: the undo of "I fixed it". */
export const reopenSaidFixed = (ledger: Ledger, refs: readonly string[], at: number): void => {
  for (const [key, issue] of ledger.issues)
    if (issue.ended?.how === 'said-by-you' && issue.ended.observedAt === at && refs.includes(issue.subject))
      put(ledger, 'issues', key, { ...issue, open: 1, ended: null, version: issue.version + 1 })
}
