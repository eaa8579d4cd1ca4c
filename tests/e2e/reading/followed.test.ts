/** Level 2 follows what the person opens: redrawn rows, another tab, a list of users, an app's own page. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aria, clickOn } from '../accessible.ts'
import { lookAt } from '../lookAt.ts'
import { openAccounts } from '../pages/accounts.ts'
import { overlayOn } from '../pages/overlay.ts'
import { newestRead, rowsOf } from './database.ts'
import { addAccount, readOnClick, type Stage, setStage } from './stage.ts'
import { framesOfChange, go, rerender } from './standIn.ts'

const PORTAL = '7600001'
const ACCOUNT = `hubspot:${PORTAL}`
let stage: Stage
let tab: Page

const app = async (name: string) => (await rowsOf(stage.patchbay, 'apps')).find(one => one.name === name)
/** What is known of an app in one respect; null when nothing is. */
const known = async <Value>(name: string, field: 'users' | 'permissions'): Promise<Value | null> =>
  ((await app(name))?.[field] as { value: Value } | null | undefined)?.value ?? null
const section = async (kind: string) => (await newestRead(stage.patchbay, ACCOUNT)).section(kind)

beforeAll(async () => {
  stage = await setStage()
  addAccount(
    stage,
    PORTAL,
    [
      { name: 'Ledgerlane', status: 'expired' },
      { name: 'Harborline', status: 'connected' },
      {
        name: 'Foxglove Forms',
        place: 'other',
        users: [
          { person: 'p1', installed: '2026-02-03' },
          { person: 'p2', installed: '2026-03-04' },
        ],
      },
    ],
    { usersPanel: 'dialog', tabs: 'buttons' },
    {
      events: [
        { type: 'connected', app: 'a1', person: 'p0', at: '2026-11-20T09:00:00Z' },
        { type: 'disconnected', app: 'a0', person: 'p1', at: '2026-11-21T10:00:00Z' },
      ],
    },
  )
  tab = await stage.hubspot(PORTAL)
  await readOnClick(stage, tab)
  const accounts = await openAccounts(stage.patchbay)
  await accounts.level('Automatic')
  await vi.waitFor(async () => expect(await accounts.levelNow()).toBe('Automatic'), 5_000)
  await accounts.page.close()
  await lookAt(tab)
  await tab.reload()
  await vi.waitFor(async () => expect(await overlayOn(tab).words()).toContain('My apps 2 of 2'), 5_000)
})
afterAll(() => stage?.close())

test('every node replaced by another that says the same: no row twice, nothing stored anew', async () => {
  const before = await rowsOf(stage.patchbay, 'facts')
  for (const _time of [1, 2, 3]) {
    await rerender(tab)
    await framesOfChange(tab, 30)
  }
  await expect.poll(() => section('my-apps')).toMatchObject({ seen: 2, stated: 2, complete: true })
  const facts = await rowsOf(stage.patchbay, 'facts')
  expect(facts.map(fact => [fact.ref, fact.field, fact.value])).toEqual(
    before.map(fact => [fact.ref, fact.field, fact.value]),
  )
})

test('the list of users in a dialog goes to the app it was opened from', async () => {
  expect(await known('Foxglove Forms', 'users')).toBeNull()
  const [opener] = await tab.$$('[data-opens]')
  await opener?.click()
  await tab.waitForSelector(aria('dialog'))
  const users = async (name: string) =>
    (await known<{ people: { person: { name: string } }[] }>(name, 'users'))?.people
      .map(user => user.person.name)
      .sort()
  await expect.poll(() => users('Foxglove Forms')).toEqual(['Lorcan Bellwether', 'Vesna Dunmore'])
  expect(await users('Ledgerlane')).toBeUndefined()
  await clickOn(tab, 'button', 'Close')
})

test('the log in the other tab is read when that tab is opened, and the apps stay', async () => {
  expect(await rowsOf(stage.patchbay, 'events')).toEqual([])
  const [, other] = await tab.$$('[data-tab]')
  await other?.click()
  await expect.poll(async () => (await rowsOf(stage.patchbay, 'events')).map(event => event.type)).toHaveLength(2)
  const events = await rowsOf(stage.patchbay, 'events')
  expect(events.map(event => [event.type, event.appName, event.personName]).sort()).toEqual([
    ['connected', 'Harborline', 'Maren Farrow'],
    ['disconnected', 'Ledgerlane', 'Lorcan Bellwether'],
  ])
  expect((await app('Harborline'))?.absent).toBeNull()
})

test('an app’s own page, by a change of route: its permissions are known, and nothing else is gone', async () => {
  await go(tab, `/integrations-settings/${PORTAL}/installed/framework/5000001/general-settings`)
  const permissions = async (name: string) =>
    (await known<{ phrases: { group: string }[] }>(name, 'permissions'))?.phrases.map(phrase => phrase.group).sort()
  await expect.poll(() => permissions('Harborline')).toEqual(['after-reauthorization', 'granted'])
  expect(await permissions('Ledgerlane')).toBeUndefined()
  expect((await rowsOf(stage.patchbay, 'apps')).filter(one => one.gone !== null || one.absent !== null)).toEqual([])
  expect((await stage.patchbay.badge()).text).toBe('1')
  expect(stage.world.unexplained()).toEqual([])
  expect(stage.pageProblems()).toEqual([])
})
