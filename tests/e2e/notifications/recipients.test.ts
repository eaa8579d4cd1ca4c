/** Who is told: people, teams and everyone; who may say so; and which browser mails. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aria, byRole, clickOn, texts } from '../accessible.ts'
import { openNotifications } from '../pages/notifications.ts'
import { wordsOf } from '../pages/popup.ts'
import { rowsOf } from '../reading/database.ts'
import {
  ACCOUNT,
  addPeople,
  command,
  lookAgain,
  makeRule,
  PORTAL,
  ruleDraft,
  setTellingStage,
  setUpEmail,
  type TellingStage,
  watchAccount,
} from './stage.ts'

let stage: TellingStage
let tab: Page
let before = 0

/** On HubSpot's page: two of the team Revenue and two of Support use Quayside; no page tells an address. */
const TEAMS = { p0: 'Revenue', p1: 'Revenue', p2: 'Support', p3: 'Support' } as Readonly<Record<string, string>>
const addressOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@saltmarsh.example`

beforeAll(async () => {
  stage = await setTellingStage()
  tab = await watchAccount(stage)
  await readUsers()
  for (const name of ['Maren Farrow', 'Lorcan Bellwether', 'Vesna Dunmore'])
    await say({ ref: `person:${name}`, address: addressOf(name) })
  await addPeople(stage.patchbay, [{ name: 'Wren Ashby', address: 'wren@saltmarsh.example' }])
  await setUpEmail(stage, 'sendgrid')
  before = stage.mail.mails.length
})
afterAll(() => stage?.close())

/** Opens the list of users of Quayside on HubSpot's page, and reads it there. */
async function readUsers(): Promise<void> {
  stage.world.change(PORTAL, truth => {
    truth.people.push({ id: 'p3', name: 'Tamsin Hollow', email: 'tamsin@saltmarsh.example', team: 'Support' })
    for (const person of truth.people) person.team = TEAMS[person.id]
  })
  stage.world.installApp(PORTAL, {
    name: 'Quayside',
    place: 'other',
    users: Object.keys(TEAMS).map(person => ({ person, installed: '2026-02-03' })),
  })
  stage.world.setStyle(PORTAL, { usersPanel: 'dialog' })
  await lookAgain(stage, tab)
  await tab.click('[data-opens]')
  await vi.waitFor(async () => {
    expect(JSON.stringify(await rowsOf(stage.patchbay, 'apps'))).toContain('Tamsin Hollow')
  }, 10_000)
}

async function say(person: { ref: string; address?: string; superAdmin?: boolean }): Promise<void> {
  const whole = { name: null, address: null, superAdmin: null, ...person }
  expect(await command(stage.patchbay, { type: 'put-person', account: ACCOUNT, person: whole })).toEqual({ ok: true })
}

/** An app breaks and is seen so twice; returns the addresses that got a mail of it, sorted. */
async function mailedFor(name: string, expected: number): Promise<string[]> {
  const subject = `${name}: error · ${PORTAL}`
  stage.world.breakApp(PORTAL, name, 'error')
  await lookAgain(stage, tab)
  await lookAgain(stage, tab)
  const mailed = () => stage.mail.mails.slice(before).filter(mail => mail.subject === subject)
  await expect.poll(() => mailed().length).toBe(expected)
  return mailed()
    .map(({ to }) => to.address)
    .sort()
}

/** The form of a new rule, at its third step. */
async function openThirdStep(): Promise<Page> {
  const page = await stage.patchbay.options('#/notifications/new')
  await page.waitForSelector('form')
  if (await page.$(aria('button', 'Discard'))) await clickOn(page, 'button', 'Discard') // of the test before
  await byRole(page, 'textbox', 'Name')
  await clickOn(page, 'button', 'Next')
  await byRole(page, 'heading', 'Which apps')
  await clickOn(page, 'button', 'Next')
  await byRole(page, 'heading', 'Who')
  return page
}

async function pick(page: Page, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    const field = await byRole(page, 'searchbox', 'Search people and teams')
    await field.click({ count: 3 })
    await field.type(label)
    await clickOn(page, 'checkbox', label)
  }
}

/** The list is there again, and says that the rule is on. */
async function applied(page: Page): Promise<void> {
  await expect.poll(() => texts(page, 'status')).toContainEqual(expect.stringMatching(/ is on$/u))
}

test('a rule for a team and a person mails all of the team and that person, each once, and nobody else', async () => {
  const page = await openThirdStep()
  await clickOn(page, 'radio', 'Specific users and teams')
  await pick(page, 'Revenue', 'Lorcan Bellwether', 'Wren Ashby')
  expect(await wordsOf(await page.$('main'))).toMatch(
    /3 people: Lorcan Bellwether, Maren Farrow,? (?:and )?Wren Ashby/u,
  )
  await clickOn(page, 'checkbox', 'E-mail')
  await clickOn(page, 'button', 'Apply')
  await applied(page)
  await page.close()
  expect(await mailedFor('Ledgerlane', 3)).toEqual([
    'lorcan.bellwether@saltmarsh.example',
    'maren.farrow@saltmarsh.example',
    'wren@saltmarsh.example',
  ])
  expect(stage.mail.mails.slice(before).map(({ to }) => to.address)).toHaveLength(3)
  await removeRules()
})

test('a member without an address is in the count of people and not in that of addresses', async () => {
  const page = await openThirdStep()
  await clickOn(page, 'radio', 'Specific users and teams')
  await pick(page, 'Support')
  await clickOn(page, 'checkbox', 'E-mail')
  await expect.poll(async () => wordsOf(await page.$('main'))).toContain('1 of 2 recipients have an address')
  await page.close()
})

test('two people of one address get one mail', async () => {
  await addPeople(stage.patchbay, [{ name: 'Wren A.', address: 'WREN@saltmarsh.example' }])
  const people = ['email:wren@saltmarsh.example', 'email:WREN@saltmarsh.example']
  await makeRule(stage.patchbay, { to: { kind: 'chosen', people, teams: [] }, channels: ['email'] })
  expect(await mailedFor('Harborline', 1)).toHaveLength(1)
  await command(stage.patchbay, { type: 'remove-person', account: ACCOUNT, ref: 'email:WREN@saltmarsh.example' })
  await removeRules()
})

test('Everyone by e-mail asks with the number of people, and Cancel makes nothing', async () => {
  const page = await openThirdStep()
  await clickOn(page, 'radio', 'Everyone')
  await clickOn(page, 'checkbox', 'E-mail')
  await clickOn(page, 'button', 'Apply')
  const dialog = await byRole(page, 'alertdialog', 'Send e-mail to 4 people?')
  expect(await wordsOf(dialog)).toContain('5 people, 4 with an e-mail address')
  await (await dialog.$('button'))?.click() // Cancel
  expect(await rowsOf(stage.patchbay, 'rules')).toEqual([])
  await clickOn(page, 'button', 'Apply')
  await (await byRole(page, 'alertdialog', 'Send e-mail to 4 people?')).$$('button').then(all => all[1]?.click())
  await applied(page)
  await page.close()
  expect(await mailedFor('Quillbox', 4)).toEqual([
    'lorcan.bellwether@saltmarsh.example',
    'maren.farrow@saltmarsh.example',
    'vesna.dunmore@saltmarsh.example',
    'wren@saltmarsh.example',
  ])
  await removeRules()
})

test('a rule that can reach nobody says so, in the form and in the list', async () => {
  const page = await openThirdStep()
  expect(await wordsOf(await page.$('main'))).toContain('Nobody is known to be a super admin')
  await clickOn(page, 'radio', 'Only super admins')
  await clickOn(page, 'button', 'Apply')
  await applied(page)
  await page.close()
  const list = await openNotifications(stage.patchbay)
  expect(Object.values((await list.rules())[0] ?? {}).join()).toContain('Reaches nobody')
  await list.page.close()
  await removeRules()
})

test('what another browser sends is not sent from here, and the list says which it is', async () => {
  const id = await makeRule(stage.patchbay, { channels: ['email'] })
  await stage.patchbay.inside(setSender, id, 'the other browser')
  const list = await openNotifications(stage.patchbay)
  expect((await list.rules())[0]?.Name).toBe('Anything wrong Mailed by another browser')
  await list.page.close()
  const sent = stage.mail.mails.length
  stage.world.breakApp(PORTAL, 'Emberdesk', 'error')
  await lookAgain(stage, tab)
  await lookAgain(stage, tab)
  await expect.poll(async () => (await rowsOf(stage.patchbay, 'notices')).map(notice => notice.rule)).toContain(id)
  expect((await rowsOf(stage.patchbay, 'deliveries')).filter(({ rule }) => rule === id)).toEqual([])
  expect(stage.mail.mails).toHaveLength(sent)
})

test('others than super admins see the rules read-only, with the reason', async () => {
  await addPeople(stage.patchbay, [{ name: 'Ansel Quay', address: 'ansel@saltmarsh.example', superAdmin: true }])
  await command(stage.patchbay, { type: 'i-am', account: ACCOUNT, person: 'email:wren@saltmarsh.example' })
  const reason = 'Only super admins edit notifications. You said you are Wren Ashby.'
  const list = await openNotifications(stage.patchbay)
  expect(await list.words()).toContain(reason)
  const create = await byRole(list.page, 'button', 'Create new notification')
  expect(await create.evaluate(button => button.getAttribute('aria-disabled'))).toBe('true')
  const on = await byRole(list.page, 'switch', 'Anything wrong')
  await on.click()
  expect(await on.evaluate(element => element.getAttribute('aria-checked'))).toBe('true')
  await list.page.close()
  const [rule] = await rowsOf(stage.patchbay, 'rules')
  const form = await stage.patchbay.options(`#/notifications/${rule?.id}`)
  await expect.poll(async () => wordsOf(await form.$('main'))).toContain('You can look, but not edit')
  expect(await wordsOf(await form.$('main'))).toContain(reason)
  await form.close()
})

test('that holds in the worker too: what a page asks for all the same is refused', async () => {
  const before = await rowsOf(stage.patchbay, 'rules')
  const [rule] = before
  const id = String(rule?.id)
  for (const asked of [
    { type: 'put-rule', draft: ruleDraft() },
    { type: 'put-rule', draft: ruleDraft({ ...rule, name: 'Mine now', sends: true }) },
    { type: 'rule-on', id, on: false },
    { type: 'delete-rule', id },
    { type: 'test-rule', id },
  ])
    expect(await command(stage.patchbay, { ...asked, account: ACCOUNT })).toEqual({
      ok: false,
      reason: 'not-super-admin',
    })
  expect(await rowsOf(stage.patchbay, 'rules')).toEqual(before)
  await command(stage.patchbay, { type: 'i-am', account: ACCOUNT, person: 'email:ansel@saltmarsh.example' })
  expect(await command(stage.patchbay, { type: 'rule-on', account: ACCOUNT, id, on: false })).toEqual({ ok: true })
})

test('every request was as documented, and no page logged an error', () => {
  expect(stage.mail.wrong()).toEqual([])
  expect(stage.patchbay.problems()).toEqual([])
})

async function removeRules(): Promise<void> {
  for (const { id } of await rowsOf(stage.patchbay, 'rules'))
    expect(await command(stage.patchbay, { type: 'delete-rule', account: ACCOUNT, id })).toEqual({ ok: true })
}

/** Runs in a page of the extension: the rule as another browser's export would bring it. */
async function setSender(rule: string, sender: string): Promise<void> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const db = await asked(indexedDB.open('patchbay'))
  const store = db.transaction('rules', 'readwrite').objectStore('rules')
  for (const row of await asked(store.getAll())) if (row.id === rule) await asked(store.put({ ...row, sender }))
  db.close()
}
