/** Rules are made, changed, paused and deleted on their page by keyboard alone. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { axe, texts } from '../accessible.ts'
import { type NotificationsPage, openNotifications } from '../pages/notifications.ts'
import { rowsOf } from '../reading/database.ts'
import { addAccount, readOnClick } from '../reading/stage.ts'
import { arrowTo, focused, tabTo, typeInstead } from './keyboard.ts'
import { ACCOUNT, APPS, addPeople, command, PORTAL, setTellingStage, type TellingStage } from './stage.ts'

declare const chrome: WebExtension

let stage: TellingStage
let list: NotificationsPage
let page: Page

beforeAll(async () => {
  stage = await setTellingStage()
  addAccount(stage, PORTAL, APPS)
  const { popup } = await readOnClick(stage, await stage.hubspot(PORTAL))
  await popup.page.close()
  await addPeople(stage.patchbay, [
    { name: 'Wren Ashby', address: 'wren@saltmarsh.example', superAdmin: true },
    { name: 'Lorcan Bellwether', address: 'lorcan@saltmarsh.example' },
  ])
  await command(stage.patchbay, { type: 'i-am', account: ACCOUNT, person: 'email:wren@saltmarsh.example' })
  list = await openNotifications(stage.patchbay)
  page = list.page
})
afterAll(() => stage?.close())

type Wanted = {
  readonly type: string
  readonly stored: string
  readonly every?: 'Hourly' | 'Daily' | 'Weekly' | 'Monthly'
  readonly apps?: readonly string[]
  readonly who?: 'Only super admins' | 'Everyone' | 'Specific users and teams'
  readonly people?: readonly string[]
  readonly email?: true
  /** What stands in its row, besides its name and type. */
  readonly row: readonly string[]
}

const ALL = 'All apps now and future'
const EVERYBODY = 'Everyone 3 people · In-app'
const ADMIN = 'Only super admins 1 person · In-app'
/** One of each type, and between them every choice that the form has. */
const WANTED: readonly Wanted[] = [
  { type: 'App install', stored: 'install', who: 'Everyone', row: [ALL, EVERYBODY, 'None', 'Never', 'on'] },
  {
    type: 'App disconnect',
    stored: 'disconnect',
    every: 'Daily',
    apps: ['Ledgerlane', 'Quillbox'],
    who: 'Only super admins',
    row: ['2 apps Ledgerlane, Quillbox', ADMIN, 'Daily', 'Never', 'on'],
  },
  {
    type: 'App uninstall',
    stored: 'uninstall',
    who: 'Specific users and teams',
    people: ['Lorcan Bellwether'],
    row: [ALL, 'Lorcan Bellwether 1 person · In-app', 'None', 'Never', 'on'],
  },
  {
    type: 'Connection error',
    stored: 'error',
    every: 'Hourly',
    email: true,
    row: [ALL, `${ADMIN}, E-mail`, 'Hourly', 'Never', 'on'],
  },
  {
    type: 'Connection expired',
    stored: 'expired',
    every: 'Weekly',
    apps: ['Harborline'],
    row: ['1 app Harborline', ADMIN, 'Weekly', 'Never', 'on'],
  },
  {
    type: 'Needs your attention',
    stored: 'attention',
    every: 'Monthly',
    row: [ALL, ADMIN, 'Monthly', 'Never', 'on'],
  },
  {
    type: 'Patchbay cannot see',
    stored: 'cannot-see',
    row: ['The account itself', ADMIN, 'None', 'Never', 'on'],
  },
]

/** Presses Next or Apply and waits for the heading that has the focus then. */
async function submit(button: 'Next' | 'Apply', heading?: string): Promise<void> {
  await tabTo(page, 'button', button)
  await page.keyboard.press('Enter')
  if (heading) await expect.poll(() => focused(page)).toEqual({ role: 'heading', name: heading })
}

async function fillIn({ type, every, apps, who, people, email }: Wanted): Promise<void> {
  await tabTo(page, 'textbox', 'Name')
  await typeInstead(page, `By keys: ${type}`)
  await tabTo(page, 'radio', /./u)
  await arrowTo(page, type)
  if (every) {
    await tabTo(page, 'combobox', 'Notification reminder')
    await page.keyboard.type(every.slice(0, 1))
  }
  await submit('Next', 'Which apps')
  if (apps) {
    await tabTo(page, 'radio', /./u)
    await arrowTo(page, 'Chosen apps')
    for (const app of apps) {
      await tabTo(page, 'searchbox', 'Search apps', apps.indexOf(app) === 0 ? 'Tab' : 'back')
      await typeInstead(page, app)
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => focused(page)).toEqual({ role: 'checkbox', name: app })
      await page.keyboard.press('Space')
    }
  }
  await submit('Next', 'Who')
  if (who) {
    await tabTo(page, 'radio', /./u)
    await arrowTo(page, who)
  }
  for (const name of people ?? []) {
    await tabTo(page, 'searchbox', 'Search people and teams')
    await typeInstead(page, name)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
  }
  if (email) {
    await tabTo(page, 'checkbox', 'E-mail')
    await page.keyboard.press('Space')
  }
}

/** Leaves the form by Apply; the list is there again. */
async function apply(): Promise<void> {
  await submit('Apply')
  await page.waitForFunction(() => /^#\/notifications(\?|$)/u.test(location.hash))
}

/** Goes to a rule's menu by Tab and chooses an item in it. */
async function act(rule: string, item: string): Promise<void> {
  await tabTo(page, 'switch', rule)
  await tabTo(page, 'button', 'Actions')
  await page.keyboard.press('Enter')
  await arrowTo(page, item)
  await page.keyboard.press('Enter')
}

const keptDrafts = () =>
  page.evaluate(async () => (await chrome.storage.session.get('drafts')).drafts as readonly { form: object }[])
const ruleNamed = async (name: string) => (await rowsOf(stage.patchbay, 'rules')).find(rule => rule.name === name)
const lineOf = async (name: string) => (await list.rules()).find(line => line.Name?.startsWith(name))

test('before there is a rule, the page says so and what can be done', async () => {
  expect(await list.words()).toContain('No notification yet')
  expect(await axe(page)).toEqual([])
})

test.each(WANTED)('$type is made', async wanted => {
  await tabTo(page, 'link', 'Create new notification')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash.includes('/notifications/new'))
  await fillIn(wanted)
  await apply()
  const name = `By keys: ${wanted.type}`
  await expect.poll(() => ruleNamed(name)).toBeDefined()
  expect(await ruleNamed(name)).toMatchObject({ account: ACCOUNT, type: wanted.stored, on: true })
  await expect.poll(() => lineOf(name)).toBeDefined()
  expect(Object.values((await lineOf(name)) ?? {}).slice(0, 7)).toEqual([name, wanted.type, ...wanted.row])
})

test('a step that lacks something says what, and the focus is there', async () => {
  await tabTo(page, 'link', 'Create new notification')
  await page.keyboard.press('Enter')
  await tabTo(page, 'textbox', 'Name')
  await typeInstead(page, ' ')
  await submit('Next')
  await expect.poll(() => focused(page)).toEqual({ role: 'link', name: 'Give it a name.' })
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toMatchObject({ role: 'textbox', name: 'Name' })
  await typeInstead(page, 'Half done')
  await submit('Next', 'Which apps')
  await tabTo(page, 'link', 'Back')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toEqual({ role: 'heading', name: 'What' })
  expect(await axe(page)).toEqual([])
})

test('a form that was left is offered again, as it was', async () => {
  await expect.poll(keptDrafts).toMatchObject([{ form: { name: 'Half done', reached: 1 } }])
  await page.reload()
  await tabTo(page, 'link', 'Cancel')
  await page.keyboard.press('Enter')
  await expect.poll(() => list.words()).toContain('You have an unfinished notification: Half done')
  await tabTo(page, 'link', 'Go on')
  await page.keyboard.press('Enter')
  await tabTo(page, 'link', 'What (done)') // it goes on at the second step, where it was left
  await page.keyboard.press('Enter')
  await tabTo(page, 'textbox', 'Name')
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('Half done')
  await tabTo(page, 'link', 'Cancel')
  await page.keyboard.press('Enter')
  await expect.poll(() => list.words()).toContain('Half done')
  await tabTo(page, 'button', 'Discard')
  await page.keyboard.press('Enter')
  await expect.poll(() => list.words()).not.toContain('Half done')
})

test('Manage notification changes a rule and keeps its history', async () => {
  const before = await ruleNamed('By keys: Connection error')
  await act('By keys: Connection error', 'Manage notification')
  await tabTo(page, 'textbox', 'Name')
  await typeInstead(page, 'Errors, daily')
  await tabTo(page, 'combobox', 'Notification reminder')
  await page.keyboard.type('D')
  await submit('Next', 'Which apps')
  await submit('Next', 'Who')
  await apply()
  await expect
    .poll(() => ruleNamed('Errors, daily'))
    .toMatchObject({
      id: before?.id,
      since: before?.since,
      createdAt: before?.createdAt,
      reminder: { every: 'day' },
    })
  await expect.poll(() => lineOf('Errors, daily')).toMatchObject({ Reminder: 'Daily' })
})

test('Duplicate makes a second one of its own', async () => {
  await act('Errors, daily', 'Duplicate')
  await tabTo(page, 'textbox', 'Name')
  await submit('Next', 'Which apps')
  await submit('Next', 'Who')
  await apply()
  await expect.poll(() => ruleNamed('Errors, daily 2')).toMatchObject({ type: 'error', on: true })
  expect((await ruleNamed('Errors, daily 2'))?.id).not.toBe((await ruleNamed('Errors, daily'))?.id)
})

test('Pause and Resume, by the menu and by the switch', async () => {
  await act('Errors, daily 2', 'Pause')
  await expect.poll(() => lineOf('Errors, daily 2')).toMatchObject({ On: 'off', Name: 'Errors, daily 2 Paused' })
  const paused = await ruleNamed('Errors, daily 2')
  await tabTo(page, 'switch', 'Errors, daily 2')
  await page.keyboard.press('Space')
  await expect.poll(() => lineOf('Errors, daily 2')).toMatchObject({ On: 'on' })
  expect(Number((await ruleNamed('Errors, daily 2'))?.since)).toBeGreaterThan(Number(paused?.since))
})

test('Delete asks, Escape leaves it, and what was deleted comes back by Undo', async () => {
  const before = await ruleNamed('Errors, daily 2')
  await act('Errors, daily 2', 'Delete notification')
  await expect.poll(() => focused(page)).toEqual({ role: 'button', name: 'Cancel' })
  await page.keyboard.press('Escape')
  expect(await ruleNamed('Errors, daily 2')).toBeDefined()
  await act('Errors, daily 2', 'Delete notification')
  await tabTo(page, 'button', 'Delete notification')
  await page.keyboard.press('Enter')
  await expect.poll(() => texts(page, 'status')).toContainEqual(expect.stringContaining('Errors, daily 2 was deleted'))
  expect(await ruleNamed('Errors, daily 2')).toBeUndefined()
  await page.keyboard.down('Control')
  await page.keyboard.press('z')
  await page.keyboard.up('Control')
  await expect.poll(() => ruleNamed('Errors, daily 2')).toMatchObject({ id: before?.id, type: 'error', on: true })
})

test('nothing that was read or done logged an error, and the full list is accessible', async () => {
  expect(await axe(page)).toEqual([])
  expect(stage.patchbay.problems()).toEqual([])
})
