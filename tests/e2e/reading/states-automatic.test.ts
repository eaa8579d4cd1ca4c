/** Level 2 on what HubSpot shows instead of the page: the panel and the popup say what it is and what to do, once. */

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { AccountState } from '../../hubspot/world.ts'
import { openAccounts } from '../pages/accounts.ts'
import { overlayOn } from '../pages/overlay.ts'
import { openPopup } from '../pages/popup.ts'
import { appStatuses, newestRead, rowsOf } from './database.ts'
import { addAccount, readOnClick, type Stage, setStage } from './stage.ts'
import { framesOfChange } from './standIn.ts'

const PORTAL = '6700001'
const STRANGER = '6700002'
const APPS = [
  { name: 'Ledgerlane', status: 'expired' },
  { name: 'Harborline', status: 'connected' },
] as const
let stage: Stage

beforeAll(async () => {
  stage = await setStage()
  addAccount(stage, PORTAL, APPS)
  addAccount(stage, STRANGER, APPS)
  await readOnClick(stage, await stage.hubspot(PORTAL))
  const accounts = await openAccounts(stage.patchbay)
  await accounts.level('Automatic')
  await vi.waitFor(async () => expect(await accounts.levelNow()).toBe('Automatic'), 5_000)
  await accounts.page.close()
})
afterAll(() => stage?.close())

const STATES: readonly { state: AccountState; read: string; panel: string; popup: string; next: string }[] = [
  {
    state: 'signed-out',
    read: 'signed-out',
    panel: 'Signed out of HubSpot. Sign in, then open Connected apps again.',
    popup: 'Signed out of HubSpot',
    next: 'Sign in to HubSpot',
  },
  {
    state: 'second-factor',
    read: 'second-factor',
    panel: 'HubSpot asks for a code. Finish signing in, then open Connected apps again.',
    popup: 'HubSpot waits for your second factor',
    next: 'Sign in to HubSpot',
  },
  {
    state: 'challenge',
    read: 'challenge',
    panel: 'HubSpot checks that you are a person. Finish that, then open Connected apps again.',
    popup: 'HubSpot asks whether you are a person',
    next: 'Open HubSpot page',
  },
  {
    state: 'no-permission',
    read: 'no-permission',
    panel: 'HubSpot does not let you see this page. Ask a super admin for App Marketplace access.',
    popup: 'HubSpot does not let you see this page',
    next: 'Open HubSpot page',
  },
]

test.each(STATES)('$state', async ({ state, read, panel, popup: says, next }) => {
  stage.world.setState(PORTAL, state)
  const tab = await stage.hubspot(PORTAL)
  await expect.poll(() => overlayOn(tab).words(), { timeout: 5_000 }).toContain(panel)
  await expect.poll(async () => (await newestRead(stage.patchbay, `hubspot:${PORTAL}`)).state).toBe(read)
  const popup = await openPopup(stage.patchbay, tab)
  await expect.poll(() => popup.words()).toContain(says)
  expect(await popup.links()).toContain(next)
  expect(await appStatuses(stage.patchbay)).toEqual({ Harborline: 'connected', Ledgerlane: 'expired' })
  const issues = (await rowsOf(stage.patchbay, 'issues')).filter(issue => issue.subject !== 'account:self')
  expect(issues.map(issue => [issue.kind, issue.open])).toEqual([['expired', 1]])
  await tab.close()
})

test.each(STATES.slice(0, 2))('$state of an account that nobody watches adds none', async ({ state }) => {
  stage.world.setState(STRANGER, state)
  const tab = await stage.hubspot(STRANGER)
  await framesOfChange(tab, 120)
  expect((await rowsOf(stage.patchbay, 'accounts')).map(account => account.id)).toEqual([`hubspot:${PORTAL}`])
  expect((await rowsOf(stage.patchbay, 'reads')).filter(read => read.account !== `hubspot:${PORTAL}`)).toEqual([])
  await tab.close()
})

test('and the page itself, open again, mends it all', async () => {
  stage.world.setState(PORTAL, 'open')
  const tab = await stage.hubspot(PORTAL)
  await expect
    .poll(() => stage.patchbay.badge(), { timeout: 5_000 })
    .toMatchObject({ text: '1', title: '1 needs attention. Worst: Ledgerlane, expired' })
  await expect.poll(() => overlayOn(tab).words()).toContain('My apps 2 of 2')
  expect(stage.world.unexplained()).toEqual([])
  expect(stage.pageProblems()).toEqual([])
  expect(stage.patchbay.problems()).toEqual([])
})
