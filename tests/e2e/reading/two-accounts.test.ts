/** Two accounts in two tabs: what one page says never reaches the other account. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAt } from '../lookAt.ts'
import { openAccounts } from '../pages/accounts.ts'
import { openPopup } from '../pages/popup.ts'
import { appStatuses, stored } from './database.ts'
import { addAccount, readOnClick, type Stage, setStage } from './stage.ts'

const EAST = '5500001'
const WEST = '5500002'
let stage: Stage
let east: Page
let west: Page

beforeAll(async () => {
  stage = await setStage()
  // The same app ids in both: only the account tells them apart.
  addAccount(stage, EAST, [
    { name: 'Ledgerlane', status: 'expired' },
    { name: 'Harborline', status: 'connected' },
  ])
  addAccount(
    stage,
    WEST,
    [
      { name: 'Ledgerlane', status: 'connected' },
      { name: 'Quillbox', status: 'error' },
      { name: 'Emberdesk', status: 'disconnected' },
    ],
    { language: 'ja' },
    { host: 'app-eu1' },
  )
  east = await stage.hubspot(EAST)
  west = await stage.hubspot(WEST)
})
afterAll(() => stage?.close())

test('each tab is read into its own account', async () => {
  await readOnClick(stage, east)
  expect((await stage.patchbay.badge()).text).toBe('1')
  await readOnClick(stage, west)
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject({ text: '3' })
  expect(await appStatuses(stage.patchbay, `hubspot:${EAST}`)).toEqual({
    Harborline: 'connected',
    Ledgerlane: 'expired',
  })
  expect(await appStatuses(stage.patchbay, `hubspot:${WEST}`)).toEqual({
    Emberdesk: 'disconnected',
    Ledgerlane: 'connected',
    Quillbox: 'error',
  })
})

test('a change in one leaves every row of the other as it was', async () => {
  const ofEast = async () => {
    const tables = Object.entries(await stored(stage.patchbay))
    return tables.map(([name, rows]) => [name, rows.filter(row => (row.account ?? row.id) === `hubspot:${EAST}`)])
  }
  const before = await ofEast()
  stage.world.mendApp(WEST, 'Quillbox')
  await west.reload()
  await readOnClick(stage, west)
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject({ text: '2' })
  expect(await ofEast()).toEqual(before)
})

test('the popup names the account on each row, and its number is that of the badge', async () => {
  const popup = await openPopup(stage.patchbay, east)
  const rows = await popup.rows()
  expect(rows.map(row => row.name)).toEqual(['Ledgerlane', 'Emberdesk'])
  expect(rows[0]?.words).toContain(EAST)
  expect(rows[1]?.words).toContain(WEST)
  expect(rows).toHaveLength(Number((await stage.patchbay.badge()).text))
})

test('both are followed in their own tabs, each while it is looked at', async () => {
  const accounts = await openAccounts(stage.patchbay)
  for (const portal of [EAST, WEST]) {
    await accounts.choose(portal)
    await accounts.level('Automatic')
    await expect.poll(() => accounts.levelNow()).toBe('Automatic')
  }
  await accounts.page.close()
  stage.world.breakApp(EAST, 'Harborline', 'disconnected')
  stage.world.mendApp(WEST, 'Emberdesk')
  const statuses = async (portal: string) => appStatuses(stage.patchbay, `hubspot:${portal}`)
  await lookAt(east)
  await Promise.all([east.reload(), west.reload()])
  await expect
    .poll(() => statuses(EAST), { timeout: 5_000 })
    .toEqual({ Harborline: 'disconnected', Ledgerlane: 'expired' })
  expect(await statuses(WEST)).toMatchObject({ Emberdesk: 'disconnected' }) // hidden, so not read
  await lookAt(west)
  await expect
    .poll(() => statuses(WEST), { timeout: 5_000 })
    .toEqual({ Emberdesk: 'connected', Ledgerlane: 'connected', Quillbox: 'connected' })
  expect(await statuses(EAST)).toEqual({ Harborline: 'disconnected', Ledgerlane: 'expired' })
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject({ text: '2' })
})
