import Dexie, { type EntityTable, type Table } from 'dexie'
import { v1 } from './migrations/v1.ts'
import { v2 } from './migrations/v2.ts'
import type { App } from './model/facts/assemble.ts'
import type { Fact } from './model/facts/facts.ts'
import type { AccountId } from './model/facts/refs.ts'
import type { Account, AppEvent, Link, Mark, Read } from './model/facts/rows.ts'
import type { Sighting } from './model/facts/sightings.ts'
import type { Issue } from './model/issues/issue.ts'
import type { ChannelRow, Delivery, Here, Notice, PersonByHand, Rule, Told } from './model/notices/rows.ts'
import type { Overview } from './model/overview.ts'
import type { Mapping } from './model/recognise/recognised.ts'
import type { PageView } from './model/recognise/view.ts'

/** Who may have a table's rows: `shared` goes into exports, `private` never leaves this browser, `derived` is rebuilt from the others. */
export const TABLES = {
  accounts: 'shared',
  facts: 'shared',
  sightings: 'shared',
  links: 'shared',
  reads: 'shared',
  events: 'shared',
  issues: 'shared',
  marks: 'shared',
  mappings: 'shared',
  rules: 'shared',
  told: 'shared',
  notices: 'shared',
  deliveries: 'shared',
  people: 'shared', // by hand alone: what sources tell of people are facts
  here: 'private', // who uses this browser, and when it last looked
  channels: 'private', // this browser's own ways to send, without their secrets
  vault: 'private', // secrets, sealed; only vault.ts opens this table
  views: 'private', // the last page as read, for the mapping form: raw text, of use in this browser only
  apps: 'derived',
  overviews: 'derived',
} as const satisfies Record<string, 'shared' | 'private' | 'derived'>
export type TableName = keyof typeof TABLES

/** An event as stored: `vague` (its time is a span) and `uninstalled` stand only where they hold, so that their indexes hold those rows alone. */
export type EventRow = AppEvent & { vague?: 1; uninstalled?: 1 }

export interface MappingRow extends Mapping {
  account: AccountId
}

/** The page as it was last read, one per account and page kind. */
export interface ViewRow {
  account: AccountId
  page: string
  read: string
  view: PageView
}

export type PatchbayDb = Dexie & {
  accounts: EntityTable<Account, 'id'>
  facts: Table<Fact, [string, string, string, string]>
  sightings: Table<Sighting, [string, string, string, string, number, string]>
  links: Table<Link, [string, string, string]>
  reads: Table<Read, [string, string]>
  events: Table<EventRow, [string, string]>
  issues: Table<Issue, [string, string, string, number]>
  marks: Table<Mark, [string, string, string]>
  mappings: EntityTable<MappingRow, 'account'>
  views: Table<ViewRow, [string, string]>
  rules: Table<Rule, [string, string]>
  told: Table<Told, [string, string, string]>
  notices: Table<Notice, [string, string]>
  deliveries: Table<Delivery, [string, string]>
  people: Table<PersonByHand, [string, string]>
  here: EntityTable<Here, 'account'>
  channels: EntityTable<ChannelRow, 'id'>
  vault: Table<unknown, string>
  apps: Table<App, [string, string]>
  overviews: EntityTable<Overview, 'id'>
}

/** The steps from nothing to the newest version; a released step is never edited. */
export const MIGRATIONS = [v1, v2]

/** Opens (and upgrades) a database of the given name; tests give their own. */
export const createDb = (name = 'patchbay'): PatchbayDb => {
  const db = new Dexie(name) as PatchbayDb
  for (const step of MIGRATIONS) {
    const version = db.version(step.version).stores(step.stores)
    if (step.upgrade) version.upgrade(step.upgrade)
  }
  return db
}

/** The product's database, one per process. */
export const db = createDb()

/** Runs `work`; when the browser closed the database under us (after a sleep or a wake) reopens it and runs once more. */
export const withReopen = async <T>(work: () => Promise<T>, on: PatchbayDb = db): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Dexie.DatabaseClosedError) && (error as Error)?.name !== 'DatabaseClosedError') throw error
    await on.open()
    return work()
  }
}
