/** The extension is reloaded (an update does the same) while HubSpot's page is open: what is left in it stops quietly. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUILD_FOLDER } from '../../../scripts/chromium.ts'
import { lookAt } from '../lookAt.ts'
import { openAccounts } from '../pages/accounts.ts'
import { overlayOn } from '../pages/overlay.ts'
import { addAccount, manyApps, readOnClick, type Stage, setStage } from './stage.ts'
import { go, rerender, scrollToEnd } from './standIn.ts'

const PORTAL = '7900001'
let stage: Stage
let tab: Page

beforeAll(async () => {
  stage = await setStage()
  addAccount(stage, PORTAL, manyApps(60, [{ name: 'Ledgerlane', status: 'expired' }]), {
    mine: { form: 'native', lazy: 'recycle', drawn: 25 },
  })
  tab = await stage.hubspot(PORTAL)
  await readOnClick(stage, tab)
  const accounts = await openAccounts(stage.patchbay)
  await accounts.level('Automatic')
  await lookAt(tab)
  await tab.reload()
})
afterAll(() => stage?.close())

/** As an update does: the same extension anew, its scripts in open pages orphaned. */
async function reloadExtension() {
  expect(await stage.patchbay.browser.installExtension(BUILD_FOLDER)).toBe(stage.patchbay.id)
  await lookAt(tab)
}

test('left behind, the page reader throws nothing, asks nothing and takes its panel away at the next change', async () => {
  await expect.poll(() => overlayOn(tab).words()).toContain('of 60')
  await reloadExtension()
  await rerender(tab)
  await scrollToEnd(tab)
  await go(tab, `/connected-apps/${PORTAL}/insights`)
  await rerender(tab)
  await expect.poll(() => overlayOn(tab).words()).toBe('')
  expect(stage.pageProblems()).toEqual([])
  expect(stage.world.unexplained()).toEqual([])
})

test('a page that still shows the old panel is read by the new extension, and has one panel after it', async () => {
  await tab.goto(tab.url().replace(/insights$/u, 'installed'))
  await expect.poll(() => overlayOn(tab).words()).toContain('of 60')
  await reloadExtension()
  const { words } = await readOnClick(stage, tab)
  expect(words).toMatch(/rows were read/u)
  expect(await overlayOn(tab).words()).toContain('My apps 60 of 60')
  expect(await tab.evaluate(() => document.querySelectorAll('patchbay-overlay').length)).toBe(1)
  expect(stage.pageProblems()).toEqual([])
})
