/** When it is not the page: every state has its sentence and its one next step, and none says anything of an app. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccountState } from '../../hubspot/world.ts'
import { openPopup } from '../pages/popup.ts'
import { appStatuses, rowsOf } from './database.ts'
import { addAccount, readOnClick, type Stage, setStage } from './stage.ts'

const NEW = '6600001'
const KNOWN = '6600002'
const APPS = [
  { name: 'Ledgerlane', status: 'expired' },
  { name: 'Harborline', status: 'connected' },
] as const
let stage: Stage

beforeAll(async () => {
  stage = await setStage()
  addAccount(stage, KNOWN, APPS)
  await readOnClick(stage, await stage.hubspot(KNOWN))
})
afterAll(() => stage?.close())

/** What the strip says of a page at the right address that is not the right page, and the one next step. */
const AT_THE_ADDRESS: readonly { state: AccountState; says: string; next: string }[] = [
  { state: 'no-permission', says: 'HubSpot does not let you see this page', next: 'Read again' },
  { state: 'moved', says: 'HubSpot has moved this page', next: 'Read again' },
  { state: 'challenge', says: 'HubSpot asks whether you are a person', next: 'Read again' },
  { state: 'not-found', says: 'HubSpot has moved this page', next: 'Read again' },
]

describe.each(AT_THE_ADDRESS)('$state', ({ state, says, next }) => {
  for (const portal of state === 'no-permission' ? [NEW, KNOWN] : [KNOWN])
    test(`${portal === NEW ? 'a new account' : 'a known account'}: its sentence, its next step, no change`, async () => {
      addAccount(stage, portal, APPS)
      stage.world.setState(portal, state)
      const tab = await stage.hubspot(portal)
      const { words, actions } = await readOnClick(stage, tab)
      expect(words).toContain(says)
      expect(actions).toEqual([next, 'Close'])
      await nothingChanged()
      await tab.close()
    })
})

test('a page at the right address that says nothing anybody knows', async () => {
  stage.world.setState(KNOWN, 'open')
  const tab = await stage.hubspot(KNOWN)
  await tab.evaluate(() => {
    for (const link of document.querySelectorAll('a')) link.removeAttribute('href')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      text.nodeValue = (text.nodeValue ?? '').replace(/[a-z]/giu, 'x').replace(/\d/gu, '0')
  })
  expect((await readOnClick(stage, tab)).words).toContain('The page was not understood. Nothing on record was changed.')
  await nothingChanged()
  await tab.close()
})

test.each([
  ['signed out', 'signed-out'],
  ['second factor', 'second-factor'],
] as const)('%s: HubSpot answers with its sign-in page, which is not offered for reading', async (_name, state) => {
  stage.world.setState(KNOWN, state)
  const tab = await stage.hubspot(KNOWN)
  expect(new URL(tab.url()).pathname).toMatch(/^\/login/u)
  const popup = await openPopup(stage.patchbay, tab)
  expect(await popup.strip()).toBe('')
  await nothingChanged()
  await tab.close()
})

test('no account chosen, and other pages of HubSpot: nothing is offered', async () => {
  stage.world.setState(KNOWN, 'open')
  for (const path of ['/myaccounts', `/contacts/${KNOWN}/objects/0-1/views/all/list`]) {
    const tab = await stage.hubspot(KNOWN, path)
    expect(await (await openPopup(stage.patchbay, tab)).strip()).toBe('')
    await nothingChanged()
    await tab.close()
  }
})

test('read again, the account can be seen again and nothing but its apps needs attention', async () => {
  const tab = await stage.hubspot(KNOWN)
  await readOnClick(stage, tab)
  expect((await stage.patchbay.badge()).title).toBe('1 needs attention. Worst: Ledgerlane, expired')
  await nothingChanged()
  await tab.close()
})

test('an account that truly has no apps is one, and says so', async () => {
  addAccount(stage, NEW, [])
  const tab = await stage.hubspot(NEW)
  expect((await readOnClick(stage, tab)).words).toContain('HubSpot lists no apps in this account.')
  expect((await rowsOf(stage.patchbay, 'accounts')).map(account => account.id)).toEqual([
    `hubspot:${NEW}`,
    `hubspot:${KNOWN}`,
  ])
  expect(await appStatuses(stage.patchbay, `hubspot:${NEW}`)).toEqual({})
  expect((await stage.patchbay.badge()).text).toBe('1')
})

/** No account was added, no app changed or went, and what needed attention still does. */
async function nothingChanged(): Promise<void> {
  expect((await rowsOf(stage.patchbay, 'accounts')).map(account => account.id)).toEqual([`hubspot:${KNOWN}`])
  expect(await appStatuses(stage.patchbay)).toEqual({ Harborline: 'connected', Ledgerlane: 'expired' })
  const apps = (await rowsOf(stage.patchbay, 'issues')).filter(issue => issue.subject !== 'account:self')
  expect(apps.map(issue => [issue.kind, issue.open])).toEqual([['expired', 1]])
  await expect.poll(async () => Number((await stage.patchbay.badge()).text)).toBeGreaterThanOrEqual(1)
}
