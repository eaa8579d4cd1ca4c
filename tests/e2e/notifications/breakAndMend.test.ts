/** An app breaks and mends on HubSpot's page: what is told, to whom, how often, and what the screens say of it. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDeliveries } from '../pages/deliveries.ts'
import { openInbox } from '../pages/inbox.ts'
import { speak } from '../story/deeds.ts'
import {
  addPeople,
  allowNotifications,
  deliveryLines,
  lookAgain,
  MINUTE,
  makeRule,
  PORTAL,
  pass,
  setTellingStage,
  setUpEmail,
  type TellingStage,
  watchAccount,
} from './stage.ts'

const MAREN = 'maren@saltmarsh.example'
const LORCAN = 'lorcan@saltmarsh.example'
/** As hostile as a name can be that HubSpot would show. */
const HOSTILE = '<img src=x onerror=alert(1)> & "Ledger"'
let stage: TellingStage
let tab: Page
let before = 0

beforeAll(async () => {
  stage = await setTellingStage()
  await allowNotifications(stage)
  tab = await watchAccount(stage)
  await addPeople(stage.patchbay, [
    { name: 'Maren Farrow', address: MAREN },
    { name: 'Lorcan Bellwether', address: LORCAN },
  ])
  await setUpEmail(stage, 'resend')
  before = stage.mail.mails.length
  // Reminders come on the hour after this minute.
  await makeRule(stage.patchbay, { reminder: { every: 'hour', anchor: new Date().toISOString().slice(0, 16) } })
})
afterAll(() => stage?.close())

/** Subjects of the mails to one person since the set-up, oldest first. */
const subjectsTo = (address: string) =>
  stage.mail.mails.slice(before).flatMap(({ to, subject }) => (to.address === address ? [subject] : []))

/** Waits until both people have got just these, as `Ledgerlane: error`. */
async function bothGot(...subjects: string[]): Promise<void> {
  const all = subjects.map(subject => `${subject} · ${PORTAL}`)
  await expect.poll(() => subjectsTo(MAREN)).toEqual(all)
  await expect.poll(() => subjectsTo(LORCAN)).toEqual(all)
}

const NOTICE = [`email ${LORCAN} accepted`, `email ${MAREN} accepted`, 'in-app accepted']

test('what was seen once is not told yet; seen again, it is: by the browser, in the inbox, and by a mail to each', async () => {
  stage.world.breakApp(PORTAL, 'Ledgerlane', 'error')
  await lookAgain(stage, tab)
  expect(await deliveryLines(stage.patchbay)).toEqual([])
  await lookAgain(stage, tab)
  await bothGot('Ledgerlane: error')
  await expect.poll(() => deliveryLines(stage.patchbay)).toEqual(NOTICE)
  const [shown] = await stage.ui.notifications()
  expect(shown?.texts).toContain('Ledgerlane: error')
  expect(shown?.buttons).toEqual(['RECONNECT', 'SNOOZE UNTIL TOMORROW 09:00'])
  const inbox = await openInbox(stage.patchbay)
  await expect.poll(() => inbox.notices()).toHaveLength(1)
  expect((await inbox.notices())[0]).toMatch(
    /Anything wrong .*Ledgerlane: error .*Installed by Maren Farrow .*Reconnect/u,
  )
  await inbox.page.close()
})

test('the mail says the same in text and HTML, and leads to the app’s page', () => {
  expect(stage.mail.wrong()).toEqual([])
  const mail = stage.mail.mails.at(-1)
  expect(mail?.from).toEqual({ name: 'Patchbay', address: 'alerts@saltmarsh.example' })
  const link = `https://app.hubspot.com/integrations-settings/${PORTAL}/installed/framework/5000000/general-settings`
  for (const words of ['Ledgerlane: error', 'Ledgerlane has connection errors.', 'Installed by Maren Farrow', link]) {
    expect(mail?.text).toContain(words)
    expect(mail?.html).toContain(words)
  }
  expect(mail?.html).toMatch(/^<!doctype html><html lang="en">/u)
  expect(mail?.html).not.toMatch(/<(?:img|script|link|iframe|object|form)\b|\bsrc=|url\(/iu) // nothing is loaded
})

test('looked at again and again, nothing more is told', async () => {
  await lookAgain(stage, tab)
  await lookAgain(stage, tab)
  expect(await deliveryLines(stage.patchbay)).toHaveLength(3)
})

test('an hour on, a reminder, since it was seen again meanwhile', async () => {
  await pass(stage, tab, 40 * MINUTE)
  expect(await deliveryLines(stage.patchbay)).toHaveLength(3)
  await lookAgain(stage, tab)
  await pass(stage, tab, 30 * MINUTE)
  await bothGot('Ledgerlane: error', 'Reminder: Ledgerlane, error')
})

test('not seen again for another hour: it says so once, and is silent until somebody looks', async () => {
  await pass(stage, tab, 55 * MINUTE)
  await bothGot('Ledgerlane: error', 'Reminder: Ledgerlane, error', 'Ledgerlane: not checked')
  expect(stage.mail.mails.at(-1)?.text).toMatch(
    /Not checked since .*No more reminders until the problem is seen again/su,
  )
  await pass(stage, tab, 60 * MINUTE)
  await pass(stage, tab, 60 * MINUTE)
  expect(subjectsTo(MAREN)).toHaveLength(3)
})

test('mended, it is resolved, and that is the last that is told', async () => {
  stage.world.mendApp(PORTAL, 'Ledgerlane')
  await lookAgain(stage, tab)
  await bothGot(
    'Ledgerlane: error',
    'Reminder: Ledgerlane, error',
    'Ledgerlane: not checked',
    'Resolved: Ledgerlane, error',
  )
  await lookAgain(stage, tab)
  await pass(stage, tab, 60 * MINUTE)
  expect(subjectsTo(MAREN)).toHaveLength(4)
})

test('Deliveries says it line by line', async () => {
  const deliveries = await openDeliveries(stage.patchbay)
  await expect.poll(() => deliveries.lines()).toHaveLength(12)
  const lines = (await deliveries.lines()).map(({ Notification, Recipient, Channel, State }) =>
    [Notification, Recipient, Channel, State].join(' | '),
  )
  const said = [
    'Resolved: Ledgerlane, error',
    'Ledgerlane: not checked',
    'Reminder: Ledgerlane, error',
    'Ledgerlane: error',
  ]
  for (const [index, headline] of said.entries()) {
    expect(lines.slice(3 * index, 3 * index + 3).sort()).toEqual([
      `Anything wrong Ledgerlane | Lorcan Bellwether ${LORCAN} | E-mail | Accepted by Resend, ‹time›`,
      `Anything wrong Ledgerlane | Maren Farrow ${MAREN} | E-mail | Accepted by Resend, ‹time›`,
      'Anything wrong Ledgerlane | This browser | In-app | Given to this browser, ‹time›',
    ])
    expect(await deliveries.details(3 * index)).toContain(headline)
  }
  await deliveries.page.close()
})

test('a hostile name is told as the text it is, in every place', async () => {
  stage.world.installApp(PORTAL, { name: HOSTILE, status: 'error' })
  stage.world.breakApp(PORTAL, HOSTILE, 'error')
  await lookAgain(stage, tab)
  await lookAgain(stage, tab)
  await expect.poll(() => subjectsTo(MAREN).at(-1)).toBe(`${HOSTILE}: error · ${PORTAL}`)
  const mail = stage.mail.mails.at(-1)
  expect(mail?.text).toContain(`${HOSTILE}: error`)
  expect(mail?.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Ledger&quot;: error')
  expect(mail?.html).not.toContain('<img')
  const inbox = await openInbox(stage.patchbay)
  await expect.poll(async () => (await inbox.notices())[0]).toContain(`${HOSTILE}: error`)
  await inbox.page.close()
})

/** A rule of that type, which mails Maren alone. */
const mailMaren = (type: string) =>
  makeRule(stage.patchbay, {
    name: type,
    type,
    to: { kind: 'chosen', people: [`email:${MAREN}`], teams: [] },
    channels: ['email'],
  })

test('an app that comes is told once, with who installed it, and one that goes is too', async () => {
  await mailMaren('install')
  await mailMaren('uninstall')
  stage.world.installApp(PORTAL, {
    name: 'Wayfarer Sync',
    installed: new Date().toISOString().slice(0, 10),
    installer: 'p1',
  })
  stage.world.uninstallApp(PORTAL, 'Emberdesk')
  for (let look = 0; look < 3; look++) await lookAgain(stage, tab)
  const told = () => subjectsTo(MAREN).filter(subject => subject.includes('nstalled'))
  await expect.poll(told).toHaveLength(2)
  expect(told().sort()).toEqual([
    `Emberdesk uninstalled · ${PORTAL}`,
    `Wayfarer Sync installed by Lorcan Bellwether · ${PORTAL}`,
  ])
})

test('in Japanese, the mail is in Japanese', async () => {
  await speak('ja')({ ...stage, language: 'en' } as never)
  stage.world.breakApp(PORTAL, 'Harborline', 'expired')
  await lookAgain(stage, tab)
  await lookAgain(stage, tab)
  await expect.poll(() => subjectsTo(LORCAN).at(-1)).toMatch(/^Harborline[：:].*期限切れ/u)
  expect(stage.mail.mails.at(-1)?.html).toMatch(/^<!doctype html><html lang="ja">.*接続の有効期限が切れました/su)
})

test('no page logged an error or broke its policy, and every request was as documented', () => {
  expect(stage.patchbay.problems()).toEqual([])
  expect(stage.mail.wrong()).toEqual([])
})
