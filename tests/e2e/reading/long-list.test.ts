/** A list that draws 25 rows and recycles them is read to its end on a click, with progress and Cancel, and put back. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overlayOn } from '../pages/overlay.ts'
import { openPopup } from '../pages/popup.ts'
import { appStatuses, newestRead, rowsOf } from './database.ts'
import { addAccount, manyApps, readOnClick, type Stage, setStage } from './stage.ts'
import { drawnRows } from './standIn.ts'
import { pressesOn, scrolledTo, watchPresses } from './untouched.ts'

const PORTAL = '4411091'
const RECYCLED = { mine: { form: 'grid', lazy: 'recycle', drawn: 25 } } as const
const MANY = '4411300'
const BROKEN = [
  { name: 'Ledgerlane', status: 'expired' },
  { name: 'Harborline', status: 'connected' },
] as const
let stage: Stage
let tab: Page

beforeAll(async () => {
  stage = await setStage()
  addAccount(stage, PORTAL, manyApps(91, BROKEN), RECYCLED)
  tab = await stage.hubspot(PORTAL)
})
afterAll(() => stage?.close())

test('25 of 91 rows are on the page; all 91 are read, with progress, and the page is back where it was', async () => {
  expect(await drawnRows(tab)).toBe(25)
  await tab.evaluate(() => window.scrollTo(0, 240))
  await watchPresses(tab)
  const before = await scrolledTo(tab)
  const popup = await openPopup(stage.patchbay, tab)
  await popup.read()
  await popup.agree()
  await expect.poll(() => popup.strip(), { timeout: 5_000, interval: 10 }).toMatch(/Reading: \d+ of \d+ rows/u)
  await expect.poll(() => popup.strip(), { timeout: 20_000 }).toMatch(/9\d rows were read\./u)
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject({ text: '1' })
  expect(Object.keys(await appStatuses(stage.patchbay))).toHaveLength(91)
  expect(await scrolledTo(tab)).toEqual(before)
  expect(await pressesOn(tab)).toEqual([])
  expect(await overlayOn(tab).words()).toMatch(/My apps 91 of 91 complete/u)
})

test('two complete reads without it do make an app "not seen any more"', async () => {
  removeApp(PORTAL, 'Tidewater 089')
  for (const _round of [1, 2]) {
    tab = await stage.hubspot(PORTAL)
    await readOnClick(stage, tab)
    await tab.close()
  }
  await expect.poll(() => vanished(PORTAL)).toHaveLength(1)
  expect((await stage.patchbay.badge()).text).toBe('2')
})

test('300 apps appended by scrolling are read whole', async () => {
  addAccount(stage, MANY, manyApps(300, BROKEN), { mine: { form: 'native', lazy: 'append', drawn: 25 } })
  tab = await stage.hubspot(MANY)
  await readOnClick(stage, tab)
  expect(Object.keys(await appStatuses(stage.patchbay, `hubspot:${MANY}`))).toHaveLength(300)
  await tab.close()
})

test('cancelled half-way, twice, what was seen is kept as partial and nothing counts as gone', async () => {
  removeApp(MANY, 'Tidewater 289')
  for (const round of [1, 2]) {
    tab = await stage.hubspot(MANY)
    const popup = await openPopup(stage.patchbay, tab)
    await popup.read()
    await expect.poll(() => popup.strip(), { interval: 10 }).toMatch(/Reading: (?:[5-9]\d|1\d\d) of/u)
    await popup.cancel()
    await expect.poll(() => popup.strip()).toContain('Reading was stopped. What was seen until then is kept.')
    await expect.poll(() => popup.words()).toContain('Part of the page was read')
    const mine = (await newestRead(stage.patchbay, `hubspot:${MANY}`)).section('my-apps')
    expect(mine, `round ${round}`).toMatchObject({ complete: false })
    expect(mine?.seen).toBeLessThan(299)
    await tab.close()
  }
  expect(Object.keys(await appStatuses(stage.patchbay, `hubspot:${MANY}`))).toHaveLength(300)
  expect(await vanished(MANY)).toEqual([])
  expect((await stage.patchbay.badge()).text).toBe('3')
  expect(stage.world.unexplained()).toEqual([])
  expect(stage.pageProblems()).toEqual([])
})

/** Out of the truth without an entry in the log, so that only its absence tells. */
function removeApp(portal: string, name: string): void {
  stage.world.change(portal, truth => {
    truth.apps = truth.apps.filter(app => app.name !== name)
  })
}

async function vanished(portal: string) {
  const issues = await rowsOf(stage.patchbay, 'issues')
  return issues.filter(issue => issue.kind === 'vanished' && issue.account === `hubspot:${portal}`)
}
