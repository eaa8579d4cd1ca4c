/** The network is gone: a page that is open is read all the same, and an error page of the browser's is no answer. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stored } from './database.ts'
import { addAccount, readOnClick, type Stage, setStage } from './stage.ts'

const PORTAL = '9100001'
let stage: Stage
let tab: Page

beforeAll(async () => {
  stage = await setStage()
  addAccount(stage, PORTAL, [
    { name: 'Ledgerlane', status: 'expired' },
    { name: 'Harborline', status: 'connected' },
  ])
  tab = await stage.hubspot(PORTAL)
  await readOnClick(stage, tab)
})
afterAll(() => stage?.close())

test('without a network a page that is open is read all the same', async () => {
  stage.world.breakApp(PORTAL, 'Harborline', 'error')
  await tab.reload()
  await tab.setOfflineMode(true)
  await readOnClick(stage, tab)
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject({ text: '2' })
  await tab.setOfflineMode(false)
})

test('a page that the browser itself put there because HubSpot cannot be reached is not taken for an answer', async () => {
  const before = await stored(stage.patchbay)
  await tab.setOfflineMode(true)
  await tab.reload().catch(() => undefined)
  await tab.setOfflineMode(false)
  const outcome = await readOnClick(stage, tab)
  expect(outcome.words).toMatch(/gave no access|did not work/u)
  expect(await stored(stage.patchbay)).toEqual(before)
})
