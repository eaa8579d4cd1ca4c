/** The access is taken back: nothing is read any more, at once. Given again, reading goes on where pages are open. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { lookAt } from '../lookAt.ts'
import { openAccounts } from '../pages/accounts.ts'
import { overlayOn } from '../pages/overlay.ts'
import { appStatuses, stored } from './database.ts'
import { addAccount, readOnClick, type Stage, setStage } from './stage.ts'
import { framesOfChange, go, rerender } from './standIn.ts'

declare const chrome: WebExtension

const PORTAL = '7800001'
let stage: Stage
let tab: Page

const registered = () => stage.patchbay.inside(() => chrome.scripting.getRegisteredContentScripts())
const reads = async () => (await stored(stage.patchbay)).reads?.length

beforeAll(async () => {
  stage = await setStage()
  addAccount(stage, PORTAL, [
    { name: 'Ledgerlane', status: 'expired' },
    { name: 'Harborline', status: 'connected' },
  ])
  tab = await stage.hubspot(PORTAL)
  await readOnClick(stage, tab)
  const accounts = await openAccounts(stage.patchbay)
  await accounts.level('Automatic')
  await vi.waitFor(async () => expect(await registered()).toHaveLength(1))
  await accounts.page.close()
  await lookAt(tab)
})
afterAll(() => stage?.close())

test('taken back in Accounts: no script is registered, the panel goes, the page is not followed', async () => {
  await tab.reload()
  await expect.poll(() => overlayOn(tab).words(), { timeout: 5_000 }).toContain('My apps 2 of 2')
  const accounts = await openAccounts(stage.patchbay)
  await accounts.takeBack()
  await expect.poll(registered).toEqual([])
  await expect.poll(() => accounts.levelNow()).toBe('Read this page')
  await accounts.page.close()
  await lookAt(tab)
  await expect.poll(() => overlayOn(tab).words()).toBe('')
  const before = await reads()
  stage.world.breakApp(PORTAL, 'Harborline', 'error')
  await go(tab, `/connected-apps/${PORTAL}/installed`)
  await rerender(tab)
  await tab.reload()
  await framesOfChange(tab, 90)
  expect((await stage.patchbay.badge()).text).toBe('1')
  expect(await reads()).toBe(before)
})

test('a click still reads, for this once', async () => {
  await readOnClick(stage, tab)
  expect((await stage.patchbay.badge()).text).toBe('2')
  expect(await registered()).toEqual([])
})

test('given again, it starts in the tab that is open', async () => {
  stage.world.mendApp(PORTAL, 'Harborline')
  await go(tab, `/connected-apps/${PORTAL}/installed`)
  const accounts = await openAccounts(stage.patchbay)
  await accounts.level('Automatic')
  await expect.poll(registered).toHaveLength(1)
  await accounts.page.close()
  await lookAt(tab)
  await expect.poll(() => appStatuses(stage.patchbay), { timeout: 5_000 }).toMatchObject({ Harborline: 'connected' })
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject({ text: '1' })
})

test('taken back on the browser’s own page of extensions, the same holds', async () => {
  await stage.patchbay.revoke(['https://app.hubspot.com/*'])
  await expect
    .poll(async () => (await registered()).flatMap(script => script.matches ?? []))
    .not.toContain('https://app.hubspot.com/*')
  await expect.poll(() => overlayOn(tab).words()).toBe('')
  const before = await reads()
  stage.world.breakApp(PORTAL, 'Harborline', 'error')
  await go(tab, `/connected-apps/${PORTAL}/installed`)
  await framesOfChange(tab, 90)
  expect((await stage.patchbay.badge()).text).toBe('1')
  expect(await reads()).toBe(before)
  expect(stage.pageProblems()).toEqual([])
})
