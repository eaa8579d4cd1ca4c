/** Level 0: the page is selected, copied and pasted. No permission, and nothing stored before it was looked at. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { homeOn } from '../pages/home.ts'
import { copyAll, openPaste, type PastePage } from '../pages/paste.ts'
import { appStatuses, newestRead, rowsOf } from './database.ts'
import { addAccount, type Stage, setStage } from './stage.ts'

const PORTAL = '4422001'
let stage: Stage
let tab: Page
let paste: PastePage

beforeAll(async () => {
  stage = await setStage()
  addAccount(stage, PORTAL, [
    { name: 'Ledgerlane', status: 'expired', lastActivity: '2026-11-19' },
    { name: 'Harborline', status: 'connected', lastActivity: '2026-11-22' },
    { name: 'Emberdesk' },
    { name: 'Foxglove Forms', place: 'other', users: [{ person: 'p1', installed: '2026-02-03' }] },
  ])
  tab = await stage.hubspot(PORTAL)
})
afterAll(() => stage?.close())

test('what Chromium copies of the page is read, told, and stored only on Store', async () => {
  paste = await openPaste(stage.patchbay)
  await paste.agree()
  await copyAll(tab)
  await paste.page.bringToFront()
  await paste.paste()
  await expect.poll(() => paste.words()).toContain(`Of account ${PORTAL}, by its links; it will be added`)
  expect(await paste.words()).toContain('Ledgerlane')
  expect(await rowsOf(stage.patchbay, 'accounts')).toEqual([])
  await paste.store()
  const home = await homeOn(paste.page)
  await expect.poll(async () => (await home.attention()).map(row => row.name)).toEqual(['Ledgerlane'])
  expect(await appStatuses(stage.patchbay)).toEqual({
    Emberdesk: 'not-reported',
    'Foxglove Forms': null,
    Harborline: 'connected',
    Ledgerlane: 'expired',
  })
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject({ text: '1' })
  expect((await newestRead(stage.patchbay, `hubspot:${PORTAL}`)).way).toBe('paste')
})

test('My apps shows each app with what the paste says of it', async () => {
  const rows = await (await homeOn(paste.page)).myApps()
  expect(rows.map(row => row.slice(0, 5))).toEqual([
    expect.arrayContaining(['Emberdesk', expect.stringContaining('Not reported')]),
    expect.arrayContaining([
      'Harborline',
      expect.stringContaining('Connected'),
      expect.stringContaining('Maren Farrow'),
    ]),
    expect.arrayContaining(['Ledgerlane', expect.stringContaining('Expired')]),
  ])
})

test('plain text names no account: the person does, and names lead to the apps that are known', async () => {
  const text = await tab.evaluate(() => document.querySelector('main')?.innerText ?? '')
  stage.world.mendApp(PORTAL, 'Ledgerlane')
  paste = await openPaste(stage.patchbay)
  await paste.pasteThis({ 'text/plain': text, 'text/html': '' })
  await expect.poll(() => paste.words()).toContain('The paste does not say which account it is of.')
  await paste.account(PORTAL)
  await paste.store()
  await expect.poll(async () => (await rowsOf(stage.patchbay, 'reads')).length).toBe(2)
  expect(Object.keys(await appStatuses(stage.patchbay))).toHaveLength(4)
  expect((await stage.patchbay.badge()).text).toBe('1')
})

test('something else on the clipboard is not stored', async () => {
  paste = await openPaste(stage.patchbay)
  await paste.pasteThis({ 'text/plain': 'Dear Maren,\n\nthe quarter was fine.', 'text/html': '' })
  await expect.poll(() => paste.words()).toContain('Nothing would be stored.')
  await paste.store().catch(() => undefined)
  expect((await rowsOf(stage.patchbay, 'reads')).length).toBe(2)
  expect(stage.patchbay.problems()).toEqual([])
})
