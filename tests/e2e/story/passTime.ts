import { eventId } from '../../../storage/model/facts/events.ts'
import type { AppEvent } from '../../../storage/model/facts/rows.ts'
import { type Sighting, sightingDigest } from '../../../storage/model/facts/sightings.ts'
import type { Truth } from '../../hubspot/truth.ts'
import type { Driver } from '../browser.ts'
import type { Stored } from '../reading/database.ts'
import { atRest, tick } from '../tick.ts'

const DAY = 86_400_000

/**
 * Lets time pass for the product without a hook in it: the clock is real, so everything stored moves into the past by
 * `ms`, and the product's own alarm comes at once, as it does after a sleep. Resolves when its tick is over. No page of
 * HubSpot may be open meanwhile (a reader would go on with a read of before), and pages of the extension have to be
 * loaded again: rows that change behind Dexie repaint nothing.
 */
export async function passTime(patchbay: Driver, ms: number): Promise<void> {
  const tables = await atRest(patchbay)
  const moved = Object.entries(tables)
    .filter(([table]) => table !== 'vault') // its keys and bytes do not come out of the browser, and know no time
    .map(([table, rows]) => [table, rows.map(row => movedRow(table, row, ms))] as const)
  await patchbay.inside(replaceRows, moved)
  await tick(patchbay)
}

/** What HubSpot's pages say after the same time: everything that happened is `ms` longer ago, days by whole days. */
export function letAge(truth: Truth, ms: number): void {
  for (const event of truth.events) event.at = new Date(Date.parse(event.at) - ms).toISOString()
  for (const app of truth.apps) {
    app.installed = movedDay(app.installed, ms)
    if (app.lastActivity !== undefined) app.lastActivity = movedDay(app.lastActivity, ms)
    for (const user of app.users) user.installed = movedDay(user.installed, ms)
  }
}

type Row = Stored[string][number]

function movedRow(table: string, row: Row, ms: number): Row {
  const moved = moveTimes(row, ms) as Row
  if (table === 'sightings') {
    const { field, value } = moved as unknown as Sighting
    // The key names the value, and with it the day.
    return { ...moved, bucket: bucketOf(row, moved), digest: sightingDigest(field, value) }
  }
  if (table === 'events') {
    const event = moved as unknown as AppEvent
    return { ...moved, id: eventId(event, Number(String(row.id).split('|').at(-1))) } // made of the entry's time
  }
  // The key of an install or uninstall ends with the time at which it was first seen.
  if (table === 'told') return { ...moved, thread: String(row.thread).replace(/(?<=\0)1\d{12}$/u, at => `${+at - ms}`) }
  return moved
}

/** Epoch milliseconds between 2001 and 2100, wherever they stand, and calendar days. No other number is that large. */
function moveTimes(value: unknown, ms: number): unknown {
  if (typeof value === 'number') return value > 1e12 && value < 4.1e12 ? value - ms : value
  if (Array.isArray(value)) return value.map(inner => moveTimes(inner, ms))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' && key in MOVED_TEXTS ? MOVED_TEXTS[key]?.(inner, ms) : moveTimes(inner, ms),
    ]),
  )
}

function movedDay(day: string, ms: number): string {
  return Temporal.PlainDate.from(day)
    .subtract({ days: Math.floor(ms / DAY) })
    .toString()
}

/** A reminder's first time, as a clock of the account shows it: in UTC, as the browser of these tests. */
function movedAnchor(anchor: string, ms: number): string {
  return Temporal.PlainDateTime.from(anchor).subtract({ milliseconds: ms }).toString({ smallestUnit: 'minute' })
}

/** Times that are written as text, by the name of their field. */
const MOVED_TEXTS: Readonly<Record<string, (text: string, ms: number) => string>> = {
  day: movedDay,
  anchor: movedAnchor,
}

/** A sighting is filed under the span of time that it falls into: a day, or thirty. */
function bucketOf(before: Row, after: Row): number {
  const span = Math.floor(Number(before.first) / DAY) === before.bucket ? DAY : 30 * DAY
  return Math.floor(Number(after.first) / span)
}

/** Runs in a page of the extension: all rows of every table replaced in one transaction. */
async function replaceRows(tables: readonly (readonly [string, readonly Row[]])[]): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('patchbay')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const transaction = db.transaction(
    tables.map(([table]) => table),
    'readwrite',
  )
  for (const [table, rows] of tables) {
    const store = transaction.objectStore(table)
    store.clear()
    for (const row of rows) store.put(row)
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  })
  db.close()
}
