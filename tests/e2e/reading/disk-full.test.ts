/** The disk is full: it is said, nothing that was known is lost, and with space again the same read is stored. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver } from '../browser.ts'
import { appStatuses, stored } from './database.ts'
import { addAccount, readOnClick, type Stage, setStage } from './stage.ts'

const PORTAL = '9100001'
const APPS = [
  { name: 'Ledgerlane', status: 'expired' },
  { name: 'Harborline', status: 'connected' },
] as const
let userDataDir: string
let stage: Stage

beforeAll(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'patchbay-'))
  stage = await setStage({ userDataDir })
  addAccount(stage, PORTAL, APPS)
  await readOnClick(stage, await stage.hubspot(PORTAL))
  await stage.close()
  // The browser trusts the space it has once asked for, for half a minute. A fresh one asks anew.
  stage = await setStage({ userDataDir, welcomes: false })
  addAccount(stage, PORTAL, [...APPS, { name: 'Quillbox', status: 'error' }])
})
afterAll(async () => {
  await stage?.close()
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 })
})

test('a full disk is said, and what was known stays', async () => {
  await limitStorage(stage.patchbay, 1)
  const before = await stored(stage.patchbay)
  await expect.poll(async () => (await stage.patchbay.badge()).text, { timeout: 5_000 }).toBe('1')
  const badge = await stage.patchbay.badge()
  const outcome = await readOnClick(stage, await stage.hubspot(PORTAL))
  expect(outcome.words).toContain('The disk is full, so nothing was saved. Free some space and try again.')
  expect(outcome.actions).toEqual(['Read again', 'Close'])
  expect(await stored(stage.patchbay)).toEqual(before)
  expect(await stage.patchbay.badge()).toEqual(badge)
})

test('with space again, the same press stores it', async () => {
  await limitStorage(stage.patchbay, undefined)
  const [tab] = (await stage.patchbay.browser.pages()).filter(page => page.url().includes('hubspot.com'))
  if (!tab) throw new Error('the tab is gone')
  await readOnClick(stage, tab)
  expect(Object.keys(await appStatuses(stage.patchbay))).toEqual(['Harborline', 'Ledgerlane', 'Quillbox'])
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject({ text: '2' })
})

/** Sets how many bytes the extension may store; undefined: as many as the browser thinks right. */
async function limitStorage({ browser, id }: Driver, bytes: number | undefined): Promise<void> {
  const origin = `chrome-extension://${id}`
  const page = (await browser.pages()).find(one => one.url().startsWith(origin))
  const session = await page?.createCDPSession()
  await session?.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === undefined ? {} : { quotaSize: bytes }),
  })
}
