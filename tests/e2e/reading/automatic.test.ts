/** Level 2: after one choice in Accounts, opening the page reads it, and what the person does there is followed. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { lookAt } from '../lookAt.ts'
import { openAccounts } from '../pages/accounts.ts'
import { overlayOn } from '../pages/overlay.ts'
import { appStatuses, newestRead, rowsOf, stored } from './database.ts'
import { addAccount, manyApps, readOnClick, type Stage, setStage } from './stage.ts'
import { arrive, drawnTo, framesOfChange, go, scrollOn, scrollToEnd } from './standIn.ts'
import { boxesOf, pressesOn, watchPresses } from './untouched.ts'

declare const chrome: WebExtension

const PORTAL = '7700001'
const OTHER = '7700002'
const ACCOUNT = `hubspot:${PORTAL}`
const BROKEN = [
  { name: 'Ledgerlane', status: 'expired' },
  { name: 'Harborline', status: 'connected' },
] as const
let stage: Stage
let tab: Page

const registered = () => stage.patchbay.inside(() => chrome.scripting.getRegisteredContentScripts())
const mine = async () => (await newestRead(stage.patchbay, ACCOUNT)).section('my-apps')
/** A page that holds still is read after 0.6 s; the badge is to follow within one more. */
const SOON = { timeout: 1_600, interval: 25 }

beforeAll(async () => {
  stage = await setStage()
  addAccount(stage, PORTAL, BROKEN)
  tab = await stage.hubspot(PORTAL)
  await readOnClick(stage, tab)
})
afterAll(() => stage?.close())

test('before the choice, opening the page reads nothing', async () => {
  expect(await registered()).toEqual([])
  stage.world.breakApp(PORTAL, 'Harborline', 'error')
  await tab.reload()
  await framesOfChange(tab, 90)
  expect(await overlayOn(tab).words()).toBe('')
  expect((await stage.patchbay.badge()).text).toBe('1')
})

test('choosing Automatic asks for HubSpot’s hosts and starts in the tab that is open already', async () => {
  const accounts = await openAccounts(stage.patchbay)
  await accounts.level('Automatic')
  await expect.poll(() => accounts.levelNow()).toBe('Automatic')
  await expect.poll(async () => (await registered()).map(script => script.matches?.length)).toEqual([5])
  await lookAt(tab)
  await expect.poll(() => stage.patchbay.badge(), { timeout: 5_000 }).toMatchObject({ text: '2' })
  await expect.poll(() => overlayOn(tab).words()).toContain('Harborline')
  await accounts.page.close()
})

test('a page that arrives piece by piece is read once it holds still, and the badge follows within a second', async () => {
  stage.world.setStyle(PORTAL, { arrival: 'slow', clockwork: 'manual' })
  stage.world.breakApp(PORTAL, 'Ledgerlane', 'disconnected')
  stage.world.mendApp(PORTAL, 'Harborline')
  tab = await stage.hubspot(PORTAL)
  await watchPresses(tab)
  await arrive(tab)
  await expect
    .poll(() => stage.patchbay.badge(), SOON)
    .toMatchObject({ text: '1', title: '1 needs attention. Worst: Ledgerlane, disconnected' })
  const before = await boxesOf(tab)
  await expect.poll(() => overlayOn(tab).words(), { timeout: 5_000 }).toContain('Nothing on this page was changed')
  expect(await boxesOf(tab)).toEqual(before)
  expect((await newestRead(stage.patchbay, ACCOUNT)).way).toBe('automatic')
  await tab.close()
})

test('scrolling adds rows, and the list is complete when its own total is reached', async () => {
  stage.world.change(PORTAL, truth => {
    truth.apps = []
  })
  for (const app of manyApps(91, BROKEN)) stage.world.installApp(PORTAL, app)
  stage.world.setStyle(PORTAL, {
    arrival: 'at once',
    clockwork: 'timers',
    mine: { form: 'native', lazy: 'recycle', drawn: 25 },
  })
  tab = await stage.hubspot(PORTAL)
  await expect.poll(mine, { timeout: 5_000 }).toMatchObject({ stated: 91, complete: false })
  expect((await mine())?.seen).toBeLessThan(60)
  await lookAt(tab)
  for (let drawn = 0; drawn < 91; await scrollOn(tab)) {
    drawn = await drawnTo(tab)
    await expect.poll(async () => (await mine())?.seen).toBeGreaterThanOrEqual(drawn)
  }
  await expect.poll(mine).toMatchObject({ seen: 91, complete: true, proof: 'rows-equal-stated' })
  expect(Object.keys(await appStatuses(stage.patchbay, ACCOUNT))).toHaveLength(91)
  await tab.close()
})

test('scrolled through in one go, nothing is told that was not seen', async () => {
  tab = await stage.hubspot(PORTAL)
  await expect.poll(mine).toMatchObject({ complete: false })
  await scrollToEnd(tab)
  await framesOfChange(tab, 60)
  const { seen = 0, complete } = (await mine()) ?? {}
  expect(seen).toBeGreaterThan(25)
  expect(complete).toBe(seen === 91)
  expect((await rowsOf(stage.patchbay, 'apps')).filter(app => app.absent !== null)).toEqual([])
  await tab.close()
})

test('the account is switched without a reload: what was seen goes to the account it was seen in', async () => {
  stage.world.setStyle(PORTAL, { mine: { form: 'native', lazy: 'none', drawn: 25 } })
  addAccount(stage, OTHER, [{ name: 'Quillbox', status: 'error' }, { name: 'Emberdesk' }])
  tab = await stage.hubspot(PORTAL)
  await expect.poll(() => overlayOn(tab).words(), { timeout: 5_000 }).toContain('My apps 91 of 91')
  const before = Object.keys(await appStatuses(stage.patchbay, ACCOUNT))
  await go(tab, `/connected-apps/${OTHER}/installed`)
  await expect
    .poll(() => appStatuses(stage.patchbay, `hubspot:${OTHER}`), { timeout: 5_000 })
    .toEqual({ Quillbox: 'error', Emberdesk: 'not-reported' })
  await expect.poll(() => overlayOn(tab).words()).toContain('My apps 2 of 2')
  expect(Object.keys(await appStatuses(stage.patchbay, ACCOUNT))).toEqual(before)
  for (const [table, rows] of Object.entries(await stored(stage.patchbay)))
    for (const row of rows)
      if (JSON.stringify(row).includes('Quillbox'))
        expect([table, row.account ?? row.id]).toEqual([table, `hubspot:${OTHER}`])
})

test('another page of HubSpot without a reload: the panel goes and nothing is read there', async () => {
  await tab.evaluate(() => history.pushState({}, '', '/contacts/7700002/objects/0-1/views/all/list'))
  await expect.poll(() => overlayOn(tab).words()).toBe('')
  const reads = (await stored(stage.patchbay)).reads?.length
  await tab.evaluate(() => document.querySelector('main')?.append('Quillbox is gone'))
  await go(tab, `/connected-apps/${OTHER}/installed`)
  await expect.poll(() => overlayOn(tab).words(), { timeout: 5_000 }).toContain('My apps 2 of 2')
  expect((await stored(stage.patchbay)).reads?.length).toBe((reads ?? 0) + 1)
})

test('nothing on the page was pressed, asked or broken', async () => {
  expect(await pressesOn(tab)).toEqual(['not watched'])
  expect(stage.world.unexplained()).toEqual([])
  expect(stage.pageProblems()).toEqual([])
  expect(stage.patchbay.problems()).toEqual([])
})
