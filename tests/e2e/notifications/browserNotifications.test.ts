/** The browser's notifications: real ones, pressed as by a hand, also while the worker sleeps. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { openChannels } from '../pages/settingsChannels.ts'
import { rowsOf } from '../reading/database.ts'
import { focused } from './keyboard.ts'
import {
  allowNotifications,
  deliveryLines,
  lookAgain,
  MINUTE,
  makeRule,
  PORTAL,
  pass,
  setTellingStage,
  shownIds,
  type TellingStage,
  watchAccount,
} from './stage.ts'

declare const chrome: WebExtension

let stage: TellingStage
let tab: Page

beforeAll(async () => {
  stage = await setTellingStage()
})
afterAll(() => stage?.close())

/** An app breaks and is seen to be broken twice; resolves when its notice is stored. */
async function breaks(name: string): Promise<void> {
  const notices = async () => (await rowsOf(stage.patchbay, 'notices')).length
  const before = await notices()
  stage.world.breakApp(PORTAL, name, 'error')
  await lookAgain(stage, tab)
  await lookAgain(stage, tab)
  await expect.poll(notices).toBeGreaterThan(before)
}

/** The tab of the extension that is opened or turned to next, once its address has that in it. */
async function tabThatShows(part: string): Promise<Page> {
  const target = await stage.patchbay.browser.waitForTarget(one => one.type() === 'page' && one.url().includes(part), {
    timeout: 10_000,
  })
  const page = await target.page()
  if (page === null) throw new Error(`${part} is shown in no tab`)
  return page
}

const TOGETHER = expect.arrayContaining(['4 more notices', 'Open the inbox to read them.'])

const marks = async () => (await rowsOf(stage.patchbay, 'marks')).map(({ kind, subject }) => `${kind} ${subject}`)

test('the browser asks, and a no changes nothing', async () => {
  const settings = await openChannels(stage.patchbay)
  await settings.askForNotifications()
  expect(await stage.ui.answer('Deny')).toContain('Display notifications')
  await expect.poll(() => settings.page.$eval('main', main => main.innerText)).toContain('so nothing changed')
  expect(await stage.patchbay.inside(() => chrome.permissions.contains({ permissions: ['notifications'] }))).toBe(false)
  await settings.page.close()
})

test('without it a notice stands in the inbox alone, and Deliveries says why', async () => {
  tab = await watchAccount(stage)
  await makeRule(stage.patchbay, { channels: ['in-app'] })
  await breaks('Emberdesk')
  await expect.poll(() => deliveryLines(stage.patchbay)).toEqual(['in-app skipped no-permission'])
  expect((await rowsOf(stage.patchbay, 'notices'))[0]).toMatchObject({ inbox: 1, unread: 1 })
})

test('a press on a notification while the worker sleeps opens the inbox at that notice', async () => {
  await allowNotifications(stage)
  await tab.bringToFront()
  await breaks('Ledgerlane')
  await expect.poll(() => shownIds(stage.patchbay)).toHaveLength(1)
  await stage.patchbay.killWorker()
  await stage.ui.press('Ledgerlane: error')
  const inbox = await tabThatShows('#/notifications/inbox?notice=')
  await inbox.bringToFront()
  await expect.poll(() => focused(inbox)).toMatchObject({ role: 'listitem' })
  expect(await inbox.evaluate(() => (document.activeElement as HTMLElement).innerText)).toContain('Ledgerlane: error')
  await expect.poll(() => shownIds(stage.patchbay)).toEqual([])
  await expect.poll(async () => (await rowsOf(stage.patchbay, 'notices')).at(-1)).toBeDefined()
  await inbox.close()
})

test('Reconnect, pressed while the worker sleeps, opens the app’s page and marks it', async () => {
  await breaks('Quillbox')
  await expect.poll(() => shownIds(stage.patchbay)).toHaveLength(1)
  await stage.patchbay.killWorker()
  await stage.ui.press('Quillbox: error', 'Reconnect')
  const page = await tabThatShows(`/integrations-settings/${PORTAL}/installed/framework/5000002`)
  await expect.poll(marks).toContain('reconnecting id:5000002')
  await page.close()
})

test('Snooze, pressed while the worker sleeps, snoozes it until tomorrow: it is not counted any more', async () => {
  await breaks('Harborline')
  await expect.poll(() => shownIds(stage.patchbay)).toHaveLength(1)
  const { text } = await stage.patchbay.badge()
  await stage.patchbay.killWorker()
  await stage.ui.press('Harborline: error', 'Snooze until tomorrow 09:00')
  await expect.poll(marks).toContain('snooze id:5000001')
  await expect.poll(async () => Number((await stage.patchbay.badge()).text)).toBe(Number(text) - 1)
})

test('while the person looks at that account, the browser shows nothing', async () => {
  stage.world.installApp(PORTAL, { name: 'Ringdesk', status: 'error' })
  stage.world.breakApp(PORTAL, 'Ringdesk', 'error')
  await lookAgain(stage, tab)
  const before = await deliveryLines(stage.patchbay)
  const home = await stage.patchbay.options('#/home')
  await pass(stage, tab, 11 * MINUTE) // seen once, it is told after ten minutes
  await expect.poll(() => deliveryLines(stage.patchbay)).toEqual([...before, 'in-app skipped looking'].sort())
  expect(await shownIds(stage.patchbay)).toEqual([])
  await home.close()
})

test('five in ten minutes are shown one by one, what is more stands together in one', async () => {
  for (let rule = 1; rule <= 7; rule++) await makeRule(stage.patchbay, { name: `Rule ${rule}`, channels: ['in-app'] })
  await tab.bringToFront()
  stage.world.installApp(PORTAL, { name: 'Tidewater', status: 'error' })
  await breaks('Tidewater')
  // With the one of before, of which the inbox was enough, four more make five; the other four of eight rules go together.
  await expect.poll(() => shownIds(stage.patchbay)).toHaveLength(5)
  expect(await shownIds(stage.patchbay)).toContain('together')
  await expect.poll(() => stage.ui.notifications()).toContainEqual(expect.objectContaining({ texts: TOGETHER }))
})

test('no page logged an error or broke its policy', () => {
  expect(stage.patchbay.problems()).toEqual([])
})
