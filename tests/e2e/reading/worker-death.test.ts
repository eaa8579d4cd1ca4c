/** The worker dies three times while 300 apps are read: what is stored is what an undisturbed read stores. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPopup } from '../pages/popup.ts'
import { type Stored, stored } from './database.ts'
import { addAccount, manyApps, readOnClick, type Stage, setStage } from './stage.ts'

const CALM = '9900001'
const STORMY = '9900002'
const APPS = manyApps(300, [
  { name: 'Ledgerlane', status: 'expired', lastActivity: '2026-11-19' },
  { name: 'Harborline', status: 'connected' },
  { name: 'Quillbox', status: 'error', link: { kind: 'slug', slug: 'quillbox' } },
  { name: 'Foxglove Forms', place: 'other', connections: 3 },
])
let stage: Stage

beforeAll(async () => {
  stage = await setStage()
  for (const portal of [CALM, STORMY])
    addAccount(stage, portal, APPS, { mine: { form: 'grid', lazy: 'recycle', drawn: 25 } })
})
afterAll(() => stage?.close())

test('three deaths in the middle of a read change nothing of what is stored', async () => {
  const calm = await stage.hubspot(CALM)
  await readOnClick(stage, calm)
  const badge = await stage.patchbay.badge()
  expect(badge.text).toBe('2')
  await calm.close()

  const tab = await stage.hubspot(STORMY)
  const popup = await openPopup(stage.patchbay, tab)
  await popup.read()
  for (const rows of [60, 130, 220]) {
    await expect
      .poll(async () => Number(/Reading: (\d+) of/u.exec(await overlayAndStrip())?.[1] ?? 0), {
        timeout: 20_000,
        interval: 20,
      })
      .toBeGreaterThan(rows)
    await stage.patchbay.killWorker()
  }
  async function overlayAndStrip() {
    return popup.strip()
  }
  await expect.poll(async () => (await of(STORMY)).reads, { timeout: 30_000 }).toEqual((await of(CALM)).reads)
  expect(await of(STORMY)).toEqual(await of(CALM))
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject({ text: '4' })
})

test('and once more between two reads: what is stored is read again without a loss', async () => {
  const before = await of(STORMY)
  const tab = await stage.hubspot(STORMY)
  await stage.patchbay.killWorker()
  await readOnClick(stage, tab)
  const after = await of(STORMY)
  expect(after.apps).toEqual(before.apps)
  expect(after.facts).toEqual(before.facts)
  expect(after.reads).toHaveLength(2)
})

/** Everything stored of one account, without what differs between any two reads: times of looking, their ids, the account's own. */
async function of(portal: string): Promise<Stored> {
  const tables = Object.entries(await stored(stage.patchbay)).map(([name, rows]) => {
    const own = rows.filter(row => (row.account ?? row.id) === `hubspot:${portal}`)
    return [name, own.map(row => timeless(row, portal) as Record<string, unknown>)] as const
  })
  return Object.fromEntries(tables)
}

const OF_THE_READ = new Set([
  'at',
  'observedAt',
  'startedAt',
  'addedAt',
  'seenAt',
  'since',
  'firstSeen',
  'lastSeen',
  'readAt',
  'due',
  'read',
  'bucket',
])

function timeless(value: unknown, portal: string): unknown {
  if (Array.isArray(value)) return value.map(one => timeless(one, portal))
  if (typeof value === 'string') return value.replaceAll(portal, 'PORTAL')
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => {
    const isReadId = key === 'id' && 'way' in value
    return [key, isReadId || (OF_THE_READ.has(key) && typeof inner !== 'object') ? '*' : timeless(inner, portal)]
  })
  return Object.fromEntries(entries)
}
