/** Keys of mail providers: where they are, and where they are not, in each of the three ways of keeping them. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { clickOn } from '../accessible.ts'
import { installedByPolicy, whyNotByPolicy } from '../installed-by-policy.ts'
import { type HowKept, openChannels, type SettingsChannels } from '../pages/settingsChannels.ts'
import { rowsOf } from '../reading/database.ts'
import { addAccount, readOnClick } from '../reading/stage.ts'
import { documentOf, filesWith, heard, listen, storesWith } from './leaks.ts'
import {
  ACCOUNT,
  APPS,
  addPeople,
  command,
  makeRule,
  PORTAL,
  PROVIDERS,
  restartBrowser,
  setTellingStage,
  type TellingStage,
} from './stage.ts'

declare const chrome: WebExtension

/** Of the keys and passphrases of these tests, what is never shown: not the first characters, and not the last four. */
const MARKER = 'Marker7Q2Zk9XwVb4LtN8e'
const KEY = `re_${MARKER}9f3K`
const PASSPHRASE = 'nine quiet harbours of March'
const HINT = 're_…9f3K'
const VIEWS = ['home', 'notifications', 'notifications/inbox', 'notifications/deliveries', 'accounts', 'settings']
/** Why the browser cannot be started again with the extension in it, if so. */
const noRestart = whyNotByPolicy()
let stage: TellingStage
let rule: string

beforeAll(async () => {
  stage = await setTellingStage(noRestart ? undefined : installedByPolicy)
  addAccount(stage, PORTAL, APPS)
  const tab = await stage.hubspot(PORTAL)
  const { popup } = await readOnClick(stage, tab)
  await popup.page.close()
  await tab.close()
  const [maren] = await addPeople(stage.patchbay, [{ name: 'Maren Farrow', address: 'maren@saltmarsh.example' }])
  await command(stage.patchbay, { type: 'i-am', account: ACCOUNT, person: maren })
  rule = await makeRule(stage.patchbay, { channels: ['email'] })
  stage.mail.know(KEY)
})
afterAll(() => stage?.close())

/** Sets e-mail up with the marked key and has the test mail accepted. */
async function setUp(kept: HowKept): Promise<SettingsChannels> {
  await listen(stage.patchbay)
  const settings = await openChannels(stage.patchbay)
  const passphrase = kept === 'Passphrase' ? { passphrase: PASSPHRASE } : {}
  const { name, host } = PROVIDERS.resend
  await settings.setUpEmail({ provider: name, host, key: KEY, kept, ...passphrase })
  expect(await settings.testMail('maren@saltmarsh.example')).toContain('Resend accepted the test mail')
  return settings
}

type Row = { at: number; state: string; reason: string | null; detail: string | null }
const newest = async () =>
  ((await rowsOf(stage.patchbay, 'deliveries')) as unknown as Row[]).sort((a, b) => a.at - b.at).at(-1)

/** Has the rule send one message. */
async function sendOne(): Promise<void> {
  const before = (await newest())?.at ?? 0
  expect(await command(stage.patchbay, { type: 'test-rule', account: ACCOUNT, id: rule })).toEqual({ ok: true })
  await expect.poll(async () => ((await newest())?.at ?? 0) > before).toBe(true)
}

/** The key, and the passphrase, are in no page of the product, in no message so far and in nothing that is copied out. */
async function expectNowhereSeen(): Promise<void> {
  for (const view of VIEWS) {
    const page = await stage.patchbay.options(`#/${view}`)
    await page.waitForSelector('main h1')
    if (view === 'settings') {
      await expect.poll(() => documentOf(page)).toContain(HINT)
      await page.evaluate(() => {
        navigator.clipboard.writeText = async text => void document.body.append(`copied: ${text}`)
      })
      await clickOn(page, 'button', 'Copy diagnostics')
      await expect.poll(() => documentOf(page)).toContain('copied: ')
    }
    expectWithout(await documentOf(page), view)
    await page.close()
  }
  const popup = await stage.patchbay.popup()
  await popup.waitForSelector('main:not([aria-busy])')
  expectWithout(await documentOf(popup), 'popup')
  await popup.close()
  const messages = await heard(stage.patchbay)
  expect(messages).toContain('put-email') // it is all heard
  expectWithout(messages, 'messages')
  expect(stage.patchbay.problems()).toEqual([])
  expectWithout(JSON.stringify(stage.mail.requests), 'bodies of requests')
}

function expectWithout(content: string, place: string): void {
  for (const secret of [MARKER, PASSPHRASE]) expect(content.includes(secret), `${place} holds ${secret}`).toBe(false)
}

const onDisk = async () => [
  ...(await filesWith(stage.profile, MARKER)),
  ...(await filesWith(stage.profile, PASSPHRASE)),
]
const restart = async () => {
  stage = await restartBrowser(stage)
}
const cardSays = async (settings: SettingsChannels) => {
  await settings.page.bringToFront()
  return settings.words()
}

afterEach(() => {
  expect(stage.mail.wrong()).toEqual([])
})

describe('for this session only', () => {
  test('it is in memory and nowhere else', async () => {
    const settings = await setUp('This session only')
    expect(await storesWith(stage.patchbay, MARKER)).toEqual(['session: vault email:resend'])
    await expectNowhereSeen()
    await settings.page.close()
    expect(await onDisk()).toEqual([])
    expect(await filesWith(stage.profile, 'alerts@saltmarsh.example')).not.toEqual([]) // what is kept there is found there
  })

  test('it outlives the worker', async () => {
    await stage.patchbay.killWorker()
    await sendOne()
    await expect.poll(newest).toMatchObject({ state: 'accepted' })
  })

  test('a provider that says it back does not bring it into the log', async () => {
    stage.mail.next({ status: 422, message: `The key ${KEY} may not do this` })
    await sendOne()
    await expect.poll(newest).toMatchObject({ state: 'dead', detail: 'The key … may not do this' })
    expect(await storesWith(stage.patchbay, MARKER)).toEqual(['session: vault email:resend'])
  })

  test.skipIf(noRestart)('the end of the browser is its end: nothing is left, and it is asked for again', async () => {
    await restart()
    expect(await storesWith(stage.patchbay, MARKER)).toEqual([])
    expect(await onDisk()).toEqual([])
    await sendOne()
    await expect.poll(newest).toMatchObject({ state: 'planned', reason: 'locked' })
    const settings = await openChannels(stage.patchbay)
    await expect.poll(() => cardSays(settings)).toContain('The key was kept for a session that has ended')
    await settings.page.close()
    const again = await setUp('This session only')
    await expect.poll(newest).toMatchObject({ state: 'accepted' })
    await again.page.close()
  })
})

describe('with a passphrase', () => {
  test('it is on the disk, sealed', async () => {
    const settings = await setUp('Passphrase')
    expect(await storesWith(stage.patchbay, MARKER)).toEqual([])
    await expectNowhereSeen()
    await settings.page.close()
    expect(await onDisk()).toEqual([])
  })

  test('it outlives the worker unlocked; locked by hand, mail waits', async () => {
    await stage.patchbay.killWorker()
    await sendOne()
    await expect.poll(newest).toMatchObject({ state: 'accepted' })
    const settings = await openChannels(stage.patchbay)
    await settings.press('Lock now')
    await expect.poll(() => cardSays(settings)).toContain('Key is locked: no e-mail is sent')
    await sendOne()
    await expect.poll(newest).toMatchObject({ state: 'planned', reason: 'locked' })
    await settings.page.close()
  })

  test('a wrong passphrase opens nothing; the right one sends what waited', async () => {
    const settings = await openChannels(stage.patchbay)
    await settings.unlock('nine quiet harbours of May')
    await expect.poll(() => cardSays(settings)).toContain('That is not the passphrase.')
    expect(await newest()).toMatchObject({ state: 'planned', reason: 'locked' })
    await settings.unlock(PASSPHRASE)
    await expect.poll(newest).toMatchObject({ state: 'accepted' })
    await expect.poll(() => cardSays(settings)).toContain('Works: Resend accepted the last mail.')
    await settings.page.close()
  })

  test.skipIf(noRestart)('the start of the browser finds it locked', async () => {
    await restart()
    expect(await stage.patchbay.inside(() => chrome.storage.session.get())).toEqual({})
    await sendOne()
    await expect.poll(newest).toMatchObject({ state: 'planned', reason: 'locked' })
    const settings = await openChannels(stage.patchbay)
    await settings.unlock(PASSPHRASE)
    await expect.poll(newest).toMatchObject({ state: 'accepted' })
    await settings.page.close()
  })

  test('it locks by itself when its time has come', async () => {
    await stage.patchbay.inside(async () => {
      const [[item, held] = []] = Object.entries(await chrome.storage.session.get()).filter(([name]) =>
        name.startsWith('vault '),
      )
      await chrome.storage.session.set({ [String(item)]: { ...(held as object), locksAt: Date.now() - 1 } })
    })
    await sendOne()
    await expect.poll(newest).toMatchObject({ state: 'planned', reason: 'locked' })
    const held = await stage.patchbay.inside(async () => Object.keys(await chrome.storage.session.get()))
    expect(held.filter(name => name.startsWith('vault '))).toEqual([])
  })
})

describe('remembered on this device', () => {
  test('it is on the disk, sealed by a key that no script can take out', async () => {
    const settings = await setUp('Remembered on this device')
    expect(await storesWith(stage.patchbay, MARKER)).toEqual([])
    await expectNowhereSeen()
    await settings.page.close()
    expect(await onDisk()).toEqual([])
  })

  test.skipIf(noRestart)('it works after the worker’s death and the start of the browser, without asking', async () => {
    await stage.patchbay.killWorker()
    await sendOne()
    await expect.poll(newest).toMatchObject({ state: 'accepted' })
    await restart()
    await sendOne()
    await expect.poll(newest).toMatchObject({ state: 'accepted' })
    expect(await onDisk()).toEqual([])
  })

  test('Remove e-mail forgets it, and gives the access back', async () => {
    const settings = await openChannels(stage.patchbay)
    await settings.press('Remove e-mail')
    await (await settings.page.waitForSelector('[role="alertdialog"] button:last-of-type'))?.click()
    await expect.poll(() => cardSays(settings)).toContain('Set up e-mail')
    expect(await rowsOf(stage.patchbay, 'vault')).toEqual([])
    const origins = [`https://${PROVIDERS.resend.host}/*`]
    await expect
      .poll(() => stage.patchbay.inside(asked => chrome.permissions.contains({ origins: asked }), origins))
      .toBe(false)
    await sendOne()
    await expect.poll(newest).toMatchObject({ state: 'skipped', reason: 'not-set-up' })
    await settings.page.close()
  })
})
