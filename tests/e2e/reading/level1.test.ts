/** Level 1: a click in the popup reads the page below it. The badge, the popup and the overlay then say the same. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHome } from '../pages/home.ts'
import { overlayOn } from '../pages/overlay.ts'
import { openPopup, type Popup } from '../pages/popup.ts'
import { appStatuses, stored } from './database.ts'
import { addAccount, type Stage, setStage } from './stage.ts'
import { boxesOf, pressesOn, watchPresses } from './untouched.ts'

const PORTAL = '4411007'
let stage: Stage
let tab: Page
let popup: Popup

beforeAll(async () => {
  stage = await setStage()
  addAccount(stage, PORTAL, [
    { name: 'Ledgerlane', status: 'expired', lastActivity: '2026-11-19' },
    { name: 'Harborline', status: 'connected', lastActivity: '2026-11-22' },
    { name: 'Quillbox', status: 'error', link: { kind: 'slug', slug: 'quillbox' } },
    { name: 'Emberdesk' },
    { name: 'Foxglove Forms', place: 'other', users: [{ person: 'p1', installed: '2026-02-03' }] },
  ])
  tab = await stage.hubspot(PORTAL)
  await watchPresses(tab)
})
afterAll(() => stage?.close())

test('before the disclosure is agreed to, a press reads nothing', async () => {
  popup = await openPopup(stage.patchbay, tab)
  expect(await popup.words()).toContain('No account is watched yet')
  await popup.read()
  await expect.poll(() => popup.words()).toContain('Before anything is read')
  await expect.poll(() => popup.words()).toContain('In this browser profile only')
  expect((await stored(stage.patchbay)).views ?? []).toEqual([])
  expect(await overlayOn(tab).words()).toBe('')
  expect((await stage.patchbay.badge()).title).toBe('Patchbay: not set up yet')
})

test('after it the page is read: badge, title and rows are right within a second', async () => {
  const before = await boxesOf(tab)
  await popup.agree()
  await expect.poll(() => popup.strip(), { timeout: 10_000 }).toMatch(/\d+ rows were read\./u)
  await expect
    .poll(() => stage.patchbay.badge(), { timeout: 1_000, interval: 25 })
    .toMatchObject({ text: '2', title: '2 need attention. Worst: Quillbox, error', color: '#b3261e' })
  await expect.poll(async () => (await popup.rows()).map(row => row.name)).toEqual(['Quillbox', 'Ledgerlane'])
  expect(await boxesOf(tab)).toEqual(before)
})

test('each row says why, since when as exactly as it is known, and who installed it', async () => {
  const [worst] = await popup.rows()
  expect(worst?.words).toContain('HubSpot reports an error with this connection.')
  expect(worst?.words).toContain('There at the first look')
  expect(worst?.words).toContain('Maren Farrow')
  expect(await popup.words()).toContain('2 of 5 apps report no status')
})

test('what was stored is what the page says, and no more', async () => {
  expect(await appStatuses(stage.patchbay)).toEqual({
    Emberdesk: 'not-reported',
    'Foxglove Forms': null,
    Harborline: 'connected',
    Ledgerlane: 'expired',
    Quillbox: 'error',
  })
})

test('Connections home says the same, and adds up', async () => {
  const home = await openHome(stage.patchbay)
  await expect.poll(async () => (await home.attention()).map(row => row.name)).toEqual(['Quillbox', 'Ledgerlane'])
  const figures = (await home.tiles()).map(tile => /^[^\d]+\d+/u.exec(tile)?.[0])
  expect(figures.slice(0, 3)).toEqual(['Connected 1', 'Needs attention 2', 'Not reported 2'])
  expect((await home.myApps()).map(cells => cells[0])).toEqual(['Emberdesk', 'Harborline', 'Ledgerlane', 'Quillbox'])
  await home.page.close()
  await tab.bringToFront()
})

test('the page was not touched: no press, no request, no error', async () => {
  expect(await pressesOn(tab)).toEqual([])
  expect(stage.world.unexplained()).toEqual([])
  expect(stage.pageProblems()).toEqual([])
  expect(stage.patchbay.problems()).toEqual([])
})

test('the overlay says what was read and how surely, and folds away on Escape', async () => {
  const overlay = overlayOn(tab)
  await expect.poll(() => overlay.words()).toContain('Nothing on this page was changed')
  const words = await overlay.words()
  expect(words).toContain('Quillbox')
  expect(words).toMatch(/My apps 4 of 4 complete/u)
  expect(await overlay.buttons()).toContain('Correct this')
  expect(await tab.evaluate(() => [...document.querySelectorAll('*')].filter(one => one.shadowRoot).length)).toBe(0)
  const open = await overlay.box()
  await tab.bringToFront()
  await overlay.focus()
  await tab.keyboard.press('Escape')
  await expect.poll(async () => (await overlay.box())?.height ?? 0).toBeLessThan((open?.height ?? 0) / 2)
})

test('a second read of the same page changes no number and adds no row', async () => {
  const before = await stage.patchbay.badge()
  popup = await openPopup(stage.patchbay, tab)
  await popup.read()
  await expect.poll(() => popup.strip(), { timeout: 10_000 }).toMatch(/rows were read\./u)
  await expect.poll(async () => (await stored(stage.patchbay)).reads).toHaveLength(2)
  expect(await stage.patchbay.badge()).toEqual(before)
  expect((await popup.rows()).map(row => row.name)).toEqual(['Quillbox', 'Ledgerlane'])
})
