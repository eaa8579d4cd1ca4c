/** The extension is reloaded (an update does the same) while HubSpot's page is open: what is left in it stops quietly. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { openAccounts } from '../pages/accounts.ts'
import { overlayOn } from '../pages/overlay.ts'
import { addAccount, manyApps, readOnClick, type Stage, setStage } from './stage.ts'
import { go, rerender, scrollToEnd } from './standIn.ts'

declare const chrome: WebExtension & { developerPrivate: { reload(id: string): Promise<void> } }

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
  await tab.bringToFront()
  await tab.reload()
})
afterAll(() => stage?.close())

test('left behind, the page reader throws nothing, asks nothing and takes its panel away at the next change', async () => {
  await expect.poll(() => overlayOn(tab).words(), { timeout: 5_000 }).toContain('of 60')
  const extensions = await stage.patchbay.browser.newPage()
  await extensions.goto('chrome://extensions/')
  await extensions.evaluate(id => chrome.developerPrivate.reload(id), stage.patchbay.id)
  await extensions.close()
  await tab.bringToFront()
  await rerender(tab)
  await scrollToEnd(tab)
  await go(tab, `/connected-apps/${PORTAL}/insights`)
  await rerender(tab)
  await expect.poll(() => overlayOn(tab).words(), { timeout: 5_000 }).toBe('')
  expect(stage.pageProblems()).toEqual([])
  expect(stage.world.unexplained()).toEqual([])
})
