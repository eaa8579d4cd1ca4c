import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import {
  channelNotice,
  channelTried,
  channelWorks,
  claimTrial,
  emailChannel,
  emailSecret,
  forgetEmail,
  markTested,
  putEmail,
} from '../../storage/channels.ts'
import { createDb, type PatchbayDb } from '../../storage/db.ts'
import { unfinished } from '../../storage/deliveries.ts'
import { HOUR } from '../../storage/model/facts/time.ts'
import type { TryResult } from '../../storage/model/notices/retry.ts'
import type { DeliveryReason } from '../../storage/model/notices/rows.ts'
import { keepSecret, secretStatus } from '../../storage/vault.ts'
import { ACCOUNT, delivery, NOW } from '../background/tell/notices.ts'

let on: PatchbayDb
let made = 0

beforeEach(async () => {
  fakeBrowser.reset()
  Object.assign(fakeBrowser.storage.session, { setAccessLevel: vi.fn(async () => undefined) })
  on = createDb(`channels-${made++}`)
  await on.accounts.put({ id: ACCOUNT, label: 'One', host: null, addedAt: 1, automatic: false, zone: null })
})
afterEach(() => on.delete())

const RESEND = { provider: 'resend', from: 'Patchbay <alerts@example.com>' } as const
const failed = (reason: DeliveryReason): TryResult => ({ ok: false, reason, detail: null, notBefore: null })
const goOut = () => channelTried('email', failed('refused-key'), NOW, on)
const waiting = (reason: DeliveryReason) =>
  on.deliveries.put(delivery({ id: reason, reason, due: NOW + HOUR, state: 'planned' }))

describe('e-mail', () => {
  it('is not set up until a provider and an address are chosen', async () => {
    expect(await emailChannel(on)).toBeNull()
    await putEmail(RESEND, on)
    expect(await emailChannel(on)).toMatchObject({ ...RESEND, tested: false, outSince: null, tryAt: null })
  })

  it('sends for rules after a test, and has to be tested again when anything of it changes', async () => {
    await putEmail(RESEND, on)
    await markTested(NOW, on)
    expect(await emailChannel(on)).toMatchObject({ tested: true })
    await putEmail(RESEND, on)
    expect(await emailChannel(on)).toMatchObject({ tested: false })
  })

  it('set up anew is not out any more', async () => {
    await putEmail(RESEND, on)
    await goOut()
    await putEmail({ ...RESEND, provider: 'brevo' }, on)
    expect(await emailChannel(on)).toMatchObject({ provider: 'brevo', outSince: null, outReason: null })
  })

  it('taken down leaves no key behind, of whatever provider', async () => {
    await putEmail(RESEND, on)
    for (const provider of ['resend', 'brevo'] as const)
      await keepSecret(emailSecret(provider), 'a_key_of_somebody_9f3K', { mode: 'session' }, on)
    await forgetEmail(on)
    expect(await emailChannel(on)).toBeNull()
    for (const provider of ['resend', 'brevo'] as const)
      expect(await secretStatus(emailSecret(provider), on)).toBeNull()
  })
})

describe('a channel that is out', () => {
  beforeEach(() => putEmail(RESEND, on))

  it('is tried by one delivery when its time has come, and then not for an hour, however that ends', async () => {
    for (let failure = 0; failure < 5; failure++) await channelTried('email', failed('server'), NOW, on)
    expect(await claimTrial('email', NOW + HOUR - 1, on)).toBe(false)
    const both = await Promise.all([claimTrial('email', NOW + HOUR, on), claimTrial('email', NOW + HOUR, on)])
    expect(both.sort()).toEqual([false, true])
    expect(await claimTrial('email', NOW + 2 * HOUR - 1, on)).toBe(false)
    expect(await claimTrial('email', NOW + 2 * HOUR, on)).toBe(true)
  })

  it('by a refused key is not tried by itself', async () => {
    await goOut()
    expect(await claimTrial('email', NOW + 100 * HOUR, on)).toBe(false)
  })

  it('lets go what waited for it, once it works, or a person says so', async () => {
    await waiting('channel-off')
    await goOut()
    await channelTried('email', { ok: true, by: 'Resend', id: null }, NOW + 1, on)
    expect((await unfinished(on))[0]?.due).toBe(NOW + 1)
    expect(await emailChannel(on)).toMatchObject({ outSince: null })

    await waiting('channel-off')
    await goOut()
    await channelWorks('email', NOW + 2, on)
    expect((await unfinished(on))[0]?.due).toBe(NOW + 2)
  })

  it('lets go what waited for its test', async () => {
    await waiting('not-set-up')
    await markTested(NOW, on)
    expect((await unfinished(on))[0]?.due).toBe(NOW)
  })

  it('that works already lets go nothing: each waits for its own try', async () => {
    await waiting('locked')
    await channelTried('email', { ok: true, by: 'Resend', id: null }, NOW, on)
    expect((await unfinished(on))[0]?.due).toBe(NOW + HOUR)
  })
})

describe('what a person has to know of e-mail', () => {
  it('is nothing while it is not set up, or works', async () => {
    await waiting('locked')
    expect(await channelNotice(on)).toBeNull()
    await on.deliveries.clear()
    await putEmail(RESEND, on)
    await waiting('server')
    expect(await channelNotice(on)).toBeNull()
  })

  it('is since when it is out, why, when it is tried again and how many wait', async () => {
    await putEmail(RESEND, on)
    await goOut()
    await waiting('channel-off')
    await waiting('refused-key')
    const { reason, since, tryAt, waiting: count } = (await channelNotice(on)) ?? {}
    expect({ reason, since, tryAt, count }).toEqual({ reason: 'refused-key', since: NOW, tryAt: null, count: 2 })
  })

  it.each(['locked', 'no-permission', 'not-set-up'] as const)('is that messages wait: %s', async reason => {
    await putEmail(RESEND, on)
    await waiting(reason)
    expect(await channelNotice(on)).toEqual({ channel: 'email', reason, since: null, tryAt: null, waiting: 1 })
  })
})
