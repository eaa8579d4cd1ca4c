/** The worker dies three times while 300 apps are read: what is stored is what an undisturbed read stores. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { openPopup } from '../pages/popup.ts'
import { type Stored, stored } from './database.ts'
import { addAccount, manyApps, readOnClick, type Stage, setStage } from './stage.ts'
import { timeless } from './timeless.ts'

declare const chrome: WebExtension

const PORTAL = '9900001'
const ACCOUNT = `hubspot:${PORTAL}`
const ATTENTION = { text: '2', title: '2 need attention. Worst: Quillbox, error' }
let stage: Stage
let undisturbed: Stored

beforeAll(async () => {
  stage = await setStage()
  const first = [
    { name: 'Ledgerlane', status: 'expired', lastActivity: '2026-11-19' },
    { name: 'Harborline', status: 'connected' },
    { name: 'Quillbox', status: 'error', link: { kind: 'slug', slug: 'quillbox' } },
    { name: 'Foxglove Forms', place: 'other' },
  ] as const
  addAccount(stage, PORTAL, manyApps(300, first), { mine: { form: 'grid', lazy: 'recycle', drawn: 25 } })
  const tab = await stage.hubspot(PORTAL)
  await readOnClick(stage, tab)
  undisturbed = timeless(await stored(stage.patchbay))
  await tab.close()
})
afterAll(() => stage?.close())

test('an account that is removed leaves nothing', async () => {
  expect(undisturbed.apps).toHaveLength(300)
  expect(await stage.patchbay.badge()).toMatchObject(ATTENTION)
  await stage.patchbay.inside(account => chrome.runtime.sendMessage({ type: 'remove-account', account }), ACCOUNT)
  expect(Object.values(await stored(stage.patchbay)).flat()).toEqual([])
  expect((await stage.patchbay.badge()).title).toBe('Patchbay: not set up yet')
})

test('three deaths in the middle of a read change nothing of what is stored', async () => {
  const tab = await stage.hubspot(PORTAL)
  let popup = await openPopup(stage.patchbay, tab)
  await popup.read()
  for (const rows of [60, 130, 220]) {
    const rowsRead = async () => Number(/Reading: (\d+) of/u.exec(await popup.strip())?.[1] ?? 0)
    await expect.poll(rowsRead, { timeout: 20_000, interval: 20 }).toBeGreaterThan(rows)
    await stage.patchbay.killWorker()
    popup = await openPopup(stage.patchbay, tab) // whoever waited for the dead one has no answer any more
  }
  await expect.poll(async () => (await stored(stage.patchbay)).apps, { timeout: 30_000 }).toHaveLength(300)
  await expect.poll(async () => timeless(await stored(stage.patchbay)), { timeout: 5_000 }).toEqual(undisturbed)
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject(ATTENTION)
  await expect.poll(async () => (await popup.rows()).map(row => row.name)).toEqual(['Quillbox', 'Ledgerlane'])
  await tab.close()
})

test('the page read again by a worker that has just died is the same once more', async () => {
  const tab = await stage.hubspot(PORTAL)
  await stage.patchbay.killWorker()
  await readOnClick(stage, tab)
  const { reads, ...again } = timeless(await stored(stage.patchbay))
  const { reads: _one, ...once } = undisturbed
  expect(again).toEqual(once)
  expect(reads).toHaveLength(2)
})
