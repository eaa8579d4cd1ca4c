/** What the vault keeps in memory: there for the worker after its death, out of reach of content scripts. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { MAIL_KEYS } from '../../mail/standIn.ts'
import { type HowKept, openChannels } from '../pages/settingsChannels.ts'
import { command, setTellingStage, type TellingStage, watchAccount } from './stage.ts'

declare const chrome: WebExtension

let stage: TellingStage
let tab: Page

beforeAll(async () => {
  stage = await setTellingStage()
  tab = await watchAccount(stage)
})
afterAll(() => stage?.close())

const WAYS: readonly [HowKept, { passphrase?: string }][] = [
  ['This session only', {}],
  ['Passphrase', { passphrase: 'brass harbour 4 lanterns' }],
  ['Remembered on this device', {}],
]

test.each(WAYS)('%s', async (kept, more) => {
  const settings = await openChannels(stage.patchbay)
  if (stage.mail.mails.length > 0) await settings.press('Change')
  await settings.setUpEmail({ provider: 'Resend', host: 'api.resend.com', key: MAIL_KEYS.resend, kept, ...more })
  for (const _life of ['first', 'second']) {
    const before = stage.mail.mails.length
    await stage.patchbay.killWorker()
    const answer = await command(stage.patchbay, { type: 'test-email', to: 'me@example.com' })
    expect(answer).toMatchObject({ ok: true, sent: { reason: null } })
    expect(stage.mail.mails.length).toBe(before + 1)
  }
  await settings.page.close()

  expect(await seenByPageReader()).toEqual({
    session: expect.stringContaining('not allowed from this context'),
    hasKey: false,
  })
  expect(stage.mail.wrong()).toEqual([])
})

/** What the storage is to our own content script in HubSpot's page. */
async function seenByPageReader(): Promise<unknown> {
  await tab.bringToFront()
  const devtools = await tab.createCDPSession()
  const ours = new Promise<number>(resolve => {
    devtools.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${stage.patchbay.id}`) resolve(context.id)
    })
  })
  await devtools.send('Runtime.enable')
  const { result } = await devtools.send('Runtime.evaluate', {
    contextId: await ours,
    expression: `(${look})(${JSON.stringify(MAIL_KEYS.resend)})`,
    awaitPromise: true,
    returnByValue: true,
  })
  await devtools.detach()
  return result.value
}

const look = async (key: string) => ({
  session: await chrome.storage.session.get().then(JSON.stringify, (error: Error) => error.message),
  hasKey: JSON.stringify(await chrome.storage.local.get()).includes(key),
})
