/** Mail that does not go out: what becomes of it, where it is said, and how it goes on. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAIL_KEYS } from '../../mail/standIn.ts'
import { type DeliveriesPage, openDeliveries } from '../pages/deliveries.ts'
import { wordsOf } from '../pages/popup.ts'
import { openChannels, type SettingsChannels } from '../pages/settingsChannels.ts'
import { rowsOf } from '../reading/database.ts'
import { addAccount, readOnClick } from '../reading/stage.ts'
import {
  ACCOUNT,
  APPS,
  addPeople,
  command,
  MINUTE,
  makeRule,
  PORTAL,
  PROVIDERS,
  passForOutbox,
  setTellingStage,
  setUpEmail,
  type TellingStage,
} from './stage.ts'

const SECOND = 1000
const MAREN = 'maren@saltmarsh.example'
let stage: TellingStage
let rule: string
let settings: SettingsChannels
let deliveries: DeliveriesPage

beforeAll(async () => {
  stage = await setTellingStage()
  addAccount(stage, PORTAL, APPS)
  const tab = await stage.hubspot(PORTAL)
  const { popup } = await readOnClick(stage, tab)
  await popup.page.close()
  await tab.close()
  const [maren] = await addPeople(stage.patchbay, [{ name: 'Maren Farrow', address: MAREN }])
  await command(stage.patchbay, { type: 'i-am', account: ACCOUNT, person: maren })
  await setUpEmail(stage, 'resend')
  rule = await makeRule(stage.patchbay, { channels: ['email'] })
  settings = await openChannels(stage.patchbay)
  deliveries = await openDeliveries(stage.patchbay)
})
afterAll(() => stage?.close())

type Row = { id: string; state: string; reason: string | null; detail: string | null; tries: number; due?: number }

/** The deliveries, oldest first. */
const rows = async () =>
  ((await rowsOf(stage.patchbay, 'deliveries')) as unknown as (Row & { at: number })[]).sort((a, b) => a.at - b.at)
const newest = async () => (await rows()).at(-1)
const sent = () => stage.mail.mails.length
const asked = () => stage.mail.requests.length

/** Sends one message the way all go, by the rule's Test. Resolves when it is written and was tried, or is held back. */
async function sendOne(): Promise<void> {
  const before = (await rows()).length
  expect(await command(stage.patchbay, { type: 'test-rule', account: ACCOUNT, id: rule })).toEqual({ ok: true })
  await expect.poll(async () => (await rows()).length).toBe(before + 1)
  await expect.poll(newest).toSatisfy(isTried)
}

const isTried = (row: Row | undefined) =>
  row !== undefined && row.state !== 'claimed' && (row.state !== 'planned' || row.reason !== null)

/** Time passes, and what is due is sent. The screens are loaded again: they do not see what changes behind their back. */
async function pass(ms: number): Promise<void> {
  await passForOutbox(stage, ms)
  await deliveries.page.reload()
  await settings.page.reload()
}

const stripOf = async (page: DeliveriesPage | SettingsChannels) => {
  await page.page.bringToFront()
  return page.words()
}

test('what Resend accepts is written down as accepted, with its number there', async () => {
  await sendOne()
  await expect.poll(newest).toMatchObject({ state: 'accepted', tries: 1, acceptedBy: 'Resend' })
  expect(await newest()).toMatchObject({ providerId: stage.mail.mails.at(-1)?.id })
  expect(stage.mail.mails.at(-1)).toMatchObject({ to: { address: MAREN }, subject: expect.stringMatching(/^Test: /u) })
})

test('asked to wait, it waits as long as it was asked', async () => {
  stage.mail.next({ status: 429, headers: { 'retry-after': '600' } })
  const before = sent()
  await sendOne()
  await expect.poll(newest).toMatchObject({ state: 'failed', reason: 'busy', tries: 1 })
  const left = ((await newest())?.due ?? 0) - Date.now()
  expect(left).toBeGreaterThan(590 * SECOND)
  expect(left).toBeLessThanOrEqual(600 * SECOND)
  await expect
    .poll(async () => (await deliveries.lines())[0]?.State)
    .toMatch(/^Tried once, next try ‹time› The mail provider asked to wait\./u)
  await pass(9 * MINUTE)
  expect(sent()).toBe(before)
  await pass(2 * MINUTE)
  await expect.poll(newest).toMatchObject({ state: 'accepted', tries: 2 })
  expect(sent()).toBe(before + 1)
})

test('a failure of the provider is tried again after a minute', async () => {
  stage.mail.next({ status: 500 })
  await sendOne()
  await expect.poll(newest).toMatchObject({ state: 'failed', reason: 'server', tries: 1 })
  const left = ((await newest())?.due ?? 0) - Date.now()
  expect(left).toBeGreaterThan(45 * SECOND)
  expect(left).toBeLessThanOrEqual(72 * SECOND)
  await pass(80 * SECOND)
  await expect.poll(newest).toMatchObject({ state: 'accepted', tries: 2 })
})

test('an answer that is lost makes no second mail: Resend knows the request again', async () => {
  stage.mail.next('takes and cuts the answer')
  const before = sent()
  await sendOne()
  await expect.poll(newest).toMatchObject({ state: 'failed', tries: 1 })
  await pass(80 * SECOND)
  await expect.poll(newest).toMatchObject({ state: 'accepted', tries: 2 })
  expect(sent()).toBe(before + 1)
  expect((await newest()) as unknown as { providerId: string }).toMatchObject({
    providerId: stage.mail.mails.at(-1)?.id,
  })
})

test('a provider that cannot be reached is tried again', async () => {
  await stage.mail.goAway()
  await sendOne()
  await expect.poll(newest).toMatchObject({ state: 'failed', reason: 'offline', tries: 1 })
  await stage.mail.comeBack()
  await pass(80 * SECOND)
  await expect.poll(newest).toMatchObject({ state: 'accepted', tries: 2 })
})

test('a message that is refused is given up at once, with what was said, and sent again by hand', async () => {
  stage.mail.next({ status: 422, message: 'Invalid `to` field.' })
  await sendOne()
  await expect.poll(newest).toMatchObject({ state: 'dead', reason: 'refused-message', detail: 'Invalid `to` field.' })
  await deliveries.page.reload()
  await expect.poll(async () => (await deliveries.lines())[0]?.State).toMatch(/^Given up after 1 try/u)
  const before = sent()
  await deliveries.press('Send again', 'Given up')
  await expect.poll(sent).toBe(before + 1)
  await expect.poll(async () => (await rows()).filter(row => row.state === 'dead')).toEqual([])
})

test('a refused key closes the channel: nothing more is tried, and it is said everywhere but by mail', async () => {
  stage.mail.know('another key')
  await sendOne()
  await expect.poll(newest).toMatchObject({ state: 'planned', reason: 'refused-key' })
  const before = asked()
  await sendOne()
  await expect.poll(newest).toMatchObject({ reason: 'channel-off' })
  await pass(2 * 60 * MINUTE) // no time mends a key
  expect(asked()).toBe(before)
  const said = /No e-mail has gone out since .*The mail provider refused the key\. .*2 messages wait/u
  await expect.poll(() => stripOf(deliveries)).toMatch(said)
  await expect
    .poll(() => stripOf(settings))
    .toMatch(/No e-mail has gone out since .*The mail provider refused the key/u)
  const inbox = await stage.patchbay.options('#/notifications/inbox')
  await expect.poll(async () => wordsOf(await inbox.$('main'))).toMatch(said)
  await inbox.close()
})

test('with the key mended, Try again sends what waited', async () => {
  stage.mail.know(MAIL_KEYS.resend)
  const before = sent()
  await settings.page.bringToFront()
  await settings.press('Try again')
  await expect.poll(sent).toBe(before + 2)
  await expect.poll(async () => (await rows()).every(row => row.state === 'accepted')).toBe(true)
  await expect.poll(() => stripOf(settings)).toContain('Works: Resend accepted the last mail.')
  expect(await stripOf(deliveries)).not.toContain('No e-mail has gone out')
})

test('five failures in a row close the channel; after an hour one message tries, and the rest follow it', async () => {
  stage.mail.be({ status: 500 })
  for (let count = 0; count < 6; count++) await sendOne()
  await expect.poll(newest).toMatchObject({ reason: 'channel-off' })
  const before = asked()
  await pass(20 * MINUTE)
  expect(asked()).toBe(before)
  stage.mail.be('accepts')
  await pass(45 * MINUTE)
  await expect.poll(async () => (await rows()).every(row => row.state === 'accepted')).toBe(true)
  expect(asked()).toBe(before + 6)
})

test('five failures of one message are enough: it is given up, and says so', async () => {
  stage.mail.next({ status: 500 })
  await sendOne()
  for (const minutes of [1.3, 6.2, 18.2, 72.2]) {
    stage.mail.next({ status: 500 })
    await pass(minutes * MINUTE)
  }
  await expect.poll(newest).toMatchObject({ state: 'dead', reason: 'server', tries: 5 })
  await expect.poll(async () => (await deliveries.lines())[0]?.State).toMatch(/^Given up after 5 tries/u)
  await settings.page.bringToFront()
  await settings.press('Try again')
  await deliveries.press('Send again', 'Given up')
  await expect.poll(newest).toMatchObject({ state: 'accepted' })
})

test('the access to the provider’s host is taken back: mail waits, and goes out once it is given again', async () => {
  const host = `https://${PROVIDERS.resend.host}/*`
  await stage.patchbay.revoke([host])
  const before = asked()
  await sendOne()
  await expect.poll(newest).toMatchObject({ state: 'planned', reason: 'no-permission' })
  expect(asked()).toBe(before)
  await expect.poll(() => stripOf(settings)).toContain('The browser does not let Patchbay reach api.resend.com')
  await settings.page.bringToFront()
  await settings.press('Allow')
  expect(await stage.ui.answer('Allow')).toContain('Read and change your data on api.resend.com')
  await expect.poll(newest).toMatchObject({ state: 'accepted' })
  expect(asked()).toBe(before + 1)
})

test('every request was as documented, and no page logged an error', () => {
  expect(stage.mail.wrong()).toEqual([])
  expect(stage.patchbay.problems()).toEqual([])
})
