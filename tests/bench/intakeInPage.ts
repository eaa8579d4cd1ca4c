/** What the page of the intake figure runs, in an origin of its own with the real IndexedDB. Each call measures once. */

import { createDb, type PatchbayDb, TABLES } from '../../storage/db.ts'
import { intake } from '../../storage/intake.ts'
import type { Batch } from '../../storage/model/facts/rows.ts'
import { DAY, MINUTE } from '../../storage/model/facts/time.ts'
import { eventsOf, pageOf } from './largeAccount.ts'
import { createRaw, putRaw } from './rawStore.ts'

/** What is there before, and what comes. */
export type Load = {
  readonly apps: number
  /** Events stored before the measured ones. */
  readonly stored: number
  readonly comes: { readonly events: number } | 'a read'
}

const NOW = Date.UTC(2026, 10, 20, 9)
const NAME = 'bench'

const before = ({ apps, stored, comes }: Load): Batch[] => [
  ...(comes === 'a read' ? [] : [pageOf(apps, NOW - DAY)]),
  ...(stored > 0 ? [eventsOf(apps, stored, NOW - 30 * DAY)] : []),
]

const coming = ({ apps, comes }: Load): Batch =>
  comes === 'a read' ? pageOf(apps, NOW) : eventsOf(apps, comes.events, NOW - MINUTE)

type Rows = Record<string, unknown[]>

const dump = async (db: PatchbayDb): Promise<Rows> =>
  Object.fromEntries(
    await Promise.all(Object.keys(TABLES).map(async name => [name, await db.table(name).toArray()] as const)),
  )

async function withStore<T>(load: Load, work: (db: PatchbayDb) => Promise<T>): Promise<T> {
  const db = createDb(NAME)
  await db.delete()
  try {
    await db.open()
    for (const batch of before(load)) await intake([batch], { now: NOW - DAY }, db)
    return await work(db)
  } finally {
    await db.delete()
  }
}

/** Milliseconds that `intake` takes for the load. */
export const byIntake = (load: Load): Promise<number> =>
  withStore(load, async db => {
    const batch = coming(load)
    const began = performance.now()
    await intake([batch], { now: NOW }, db)
    return performance.now() - began
  })

let known: { load: string; before: Rows; written: Rows } | undefined

/** The rows that stand before and those that intake writes, worked out once per load. */
async function rowsOf(load: Load) {
  const key = JSON.stringify(load)
  if (known?.load !== key)
    known = await withStore(load, async db => {
      const stood = await dump(db)
      await intake([coming(load)], { now: NOW }, db)
      const same = Object.fromEntries(
        Object.entries(stood).map(([table, rows]) => [table, new Set(rows.map(row => JSON.stringify(row)))]),
      )
      const written = Object.entries(await dump(db))
        .map(([table, rows]) => [table, rows.filter(row => !same[table]?.has(JSON.stringify(row)))] as const)
        .filter(([, rows]) => rows.length > 0)
      return { load: key, before: stood, written: Object.fromEntries(written) }
    })
  return known
}

/** Milliseconds that IndexedDB alone takes to put the rows that intake writes, into a store that holds the same before. */
export async function byHand(load: Load): Promise<number> {
  const rows = await rowsOf(load)
  const raw = await createRaw(`${NAME} by hand`)
  try {
    await putRaw(raw, rows.before)
    const began = performance.now()
    await putRaw(raw, rows.written)
    return performance.now() - began
  } finally {
    raw.close()
  }
}

/** How many rows intake writes, by table. */
export const written = async (load: Load): Promise<Record<string, number>> =>
  Object.fromEntries(Object.entries((await rowsOf(load)).written).map(([table, rows]) => [table, rows.length]))
