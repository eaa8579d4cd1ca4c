import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { retryChannel, runOutbox, sendTestMail } from '../../../entrypoints/background/tell/outbox.ts'
import { emailChannel, emailSecret, putEmail } from '../../../storage/channels.ts'
import { cancel, deliveryById, nextDeliveryDue, resend } from '../../../storage/deliveries.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../storage/model/facts/time.ts'
import { MAIL_PROVIDERS } from '../../../storage/model/notices/rows.ts'
import { setSettings } from '../../../storage/settings.ts'
import { forgetSecret, keepSecret, lock, unlock } from '../../../storage/vault.ts'
import { RULES } from '../../mail/read.ts'
import { MAIL_KEYS } from '../../mail/standIn.ts'
import { ACCOUNT, delivery, item, NOW, notice } from './notices.ts'
import { closeOffice, type Office, openOffice, setUpMail, worldOf } from './office.ts'

let office: Office
let ids = 0

beforeEach(async () => {
  office = await openOffice()
  await office.on.notices.put(notice([item()]))
})
afterEach(async () => {
  expect(office.wrong).toEqual([])
  await closeOffice(office)
})

const run = () => runOutbox(office.now, worldOf(office))
const passed = (ms: number) => {
  office.now += ms
  return run()
}
/** Writes deliveries that are due now; returns their ids. */
const plan = async (...rows: Partial<ReturnType<typeof delivery>>[]): Promise<string[]> => {
  const planned = rows.map(row => delivery({ id: `d${ids++}`, at: office.now, due: office.now, ...row }))
  await office.on.deliveries.bulkPut(planned)
  return planned.map(({ id }) => id)
}
const mailTo = (address: string) => ({ recipient: { ref: null, name: '', address } })
const row = async (id = '') => {
  const found = await deliveryById(id, office.on)
  if (!found) throw new Error(`No delivery ${id}`)
  return found
}
const states = (planned: readonly string[]) =>
  Promise.all(planned.map(async id => [(await row(id)).state, (await row(id)).reason].filter(Boolean).join(' ')))
const refused = (status: number, headers: Record<string, string> = {}, message?: string) => {
  const answer = RULES.resend.refused(status, message)
  return { ...answer, headers: { ...answer.headers, ...headers } }
}

describe('mail', () => {
  it.each(MAIL_PROVIDERS)('by %s is asked for as its documentation says, and accepted', async provider => {
    await setUpMail(office, provider)
    const [id] = await plan(mailTo('jo@example.com'))
    await run()
    expect(office.mails).toEqual([
      expect.objectContaining({
        provider,
        from: { name: 'Patchbay', address: 'alerts@example.com' },
        to: { name: null, address: 'jo@example.com' },
        subject: 'Ledgerlane: error · Saltmarsh Trading',
        text: expect.stringContaining('HubSpot says: “Connection error: token revoked”'),
        html: expect.stringContaining('>Reconnect</a>'),
      }),
    ])
    const name = { resend: 'Resend', postmark: 'Postmark', sendgrid: 'SendGrid', brevo: 'Brevo' }[provider]
    const kept = await row(id)
    expect(kept).toMatchObject({ state: 'accepted', acceptedAt: NOW, acceptedBy: name, tries: 1 })
    expect(kept.providerId).toContain('id-1')
  })

  it('is in the language of this browser', async () => {
    await setSettings({ language: 'ja' })
    await setUpMail(office)
    await plan({})
    await run()
    expect(office.mails[0]?.subject).toBe('Ledgerlane：エラー · Saltmarsh Trading')
    expect(office.mails[0]?.html).toContain('<html lang="ja">')
  })

  it('says its times with their day, also those of today', async () => {
    await setUpMail(office)
    await office.on.notices.put(notice([item({ time: { kind: 'instant', at: NOW - HOUR } })]))
    await plan({})
    await run()
    expect(office.mails[0]?.text).toContain('Since 12 Nov, 13:08')
  })

  it('goes to each recipient by itself', async () => {
    await setUpMail(office)
    const people = Array.from({ length: 30 }, (_, number) => `person${number}@example.com`)
    const planned = await plan(...people.map(mailTo))
    await run()
    expect(new Set(await states(planned))).toEqual(new Set(['accepted']))
    expect(office.mails.map(({ to }) => to.address).sort()).toEqual(people.sort())
  })

  it('keeps the pace that the provider allows', async () => {
    await setUpMail(office)
    const planned = await plan(...Array.from({ length: 12 }, () => ({})))
    await run()
    expect(new Set(await states(planned))).toEqual(new Set(['accepted']))
    expect(office.now - NOW).toBeGreaterThanOrEqual(11 * 500) // two requests a second
  })

  it('to what is no single address is given up before anybody is asked', async () => {
    await setUpMail(office, 'postmark')
    const bad = ['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', 'Jo <jo@example.com>', 'jo', '']
    const planned = await plan(...bad.map(mailTo))
    expect(await run()).toBeUndefined()
    expect(new Set(await states(planned))).toEqual(new Set(['dead refused-message']))
    expect(office.requests).toBe(0)
  })

  it('names that want to be more than names are only names', async () => {
    await setUpMail(office)
    const evil = '"><img src=x onerror=steal()>\r\nBcc: eve@collector.example \u202Egnp.exe'
    await office.on.notices.put(notice([item({ name: evil, person: evil, text: evil })], { ruleName: evil }))
    await plan({})
    await run()
    const { subject = '', text = '', html = '' } = office.mails[0] ?? {}
    expect(subject).toMatch(/^[^\r\n\u202E]+$/)
    expect(text).not.toContain('\u202E')
    expect(html).not.toContain('<img')
  })

  it('whose notice is not kept any more is not sent', async () => {
    await setUpMail(office)
    const planned = await plan({ notice: 'gone' })
    await run()
    expect(await states(planned)).toEqual(['skipped cancelled'])
  })
})

describe('mail that is not accepted', () => {
  beforeEach(() => setUpMail(office))

  it('is tried again after 1, 5, 15 and 60 minutes, and given up after the fifth failure', async () => {
    office.mood = refused(500)
    const [id] = await plan({})
    await run()
    const dues: number[] = []
    for (let tries = 1; tries < 5; tries++) {
      const { due = 0, ...kept } = await row(id)
      expect(kept).toMatchObject({ state: 'failed', reason: 'server', tries, detail: 'An unexpected error occurred.' })
      dues.push(due - office.now)
      await passed(due - office.now - 1)
      expect(office.requests).toBe(tries)
      await passed(1)
    }
    expect(dues).toEqual([1, 5, 15, 60].map(minutes => minutes * MINUTE))
    expect(await row(id)).toMatchObject({ state: 'dead', reason: 'server', tries: 5 })
    expect(await nextDeliveryDue(office.on)).toBeNull()
  })

  it.each([
    ['seconds', '1200', NOW + 20 * MINUTE],
    ['a date', 'Thu, 12 Nov 2026 13:58:00 GMT', NOW + 50 * MINUTE],
    ['sooner than the pause', '1', NOW + MINUTE],
  ])('waits as long as Retry-After says: %s', async (_what, header, due) => {
    office.moods = [refused(429, { 'Retry-After': header })]
    const [id] = await plan({})
    await run()
    expect(await row(id)).toMatchObject({ state: 'failed', reason: 'busy', due })
  })

  it.each([400, 404, 422])('for what it says (%d) is given up at once, with the provider’s words', async status => {
    office.moods = [refused(status, {}, 'The domain is not verified')]
    const [id] = await plan({})
    await run()
    expect(await row(id)).toMatchObject({
      state: 'dead',
      reason: 'refused-message',
      detail: 'The domain is not verified',
      tries: 1,
    })
  })

  it.each([
    [new TypeError('Failed to fetch'), 'offline'],
    [new DOMException('signal timed out', 'TimeoutError'), 'timeout'],
    [{ status: 502, headers: {}, body: '<html>Bad gateway</html>' }, 'server'],
  ] as const)('because of %s is tried again', async (mood, reason) => {
    office.moods = [mood]
    const [id] = await plan({})
    await run()
    expect(await row(id)).toMatchObject({ state: 'failed', reason, due: NOW + MINUTE })
    await passed(MINUTE)
    expect(await states([id ?? ''])).toEqual(['accepted'])
  })

  it.each([
    ['resend', 1],
    ['brevo', 1],
    ['postmark', 2],
    ['sendgrid', 2],
  ] as const)(
    'as far as one can tell, though %s took it, stands there %d times in the end',
    async (provider, times) => {
      await setUpMail(office, provider)
      office.moods = ['takes and says nothing']
      const planned = await plan({})
      await run()
      expect(await states(planned)).toEqual(['failed timeout'])
      await passed(MINUTE)
      expect(await states(planned)).toEqual(['accepted'])
      expect(office.mails).toHaveLength(times)
    },
  )

  it('sent again by hand is another mail, also to a provider that would know the first', async () => {
    office.moods = [refused(422)]
    const [id = ''] = await plan({})
    await run()
    office.now += MINUTE
    expect(await resend({ account: ACCOUNT, id }, office.now, office.on)).toBe(true)
    await run()
    expect(await states([id])).toEqual(['accepted'])
  })

  it('called off meanwhile stays called off', async () => {
    office.moods = [refused(500)]
    const [id = ''] = await plan({})
    await run()
    await cancel({ account: ACCOUNT, id }, office.on)
    await passed(DAY)
    expect(await states([id])).toEqual(['skipped cancelled'])
    expect(office.requests).toBe(1)
  })
})

describe('mail that its channel keeps from going', () => {
  const PASSPHRASE = { mode: 'passphrase', passphrase: 'brass harbour', autoLock: HOUR } as const

  it('is not sent where e-mail is not set up', async () => {
    const planned = await plan({})
    await run()
    expect(await states(planned)).toEqual(['skipped not-set-up'])
  })

  it('is never sent for a sample, not even by hand', async () => {
    await setUpMail(office)
    const account = 'sample:1' as const
    await office.on.accounts.put({ id: account, label: 'Sample', host: null, addedAt: 2, automatic: false, zone: null })
    await office.on.notices.put(notice([item()], { account }))
    const [id = ''] = await plan({ account })
    await run()
    expect(await states([id])).toEqual(['skipped sample'])
    expect(await resend({ account, id }, office.now, office.on)).toBe(false)
    expect(office.requests).toBe(0)
  })

  it('waits for the test that has to come first', async () => {
    await keepSecret(emailSecret('resend'), MAIL_KEYS.resend, { mode: 'session' }, office.on)
    await putEmail({ provider: 'resend', from: 'alerts@example.com' }, office.on)
    const planned = await plan({})
    await run()
    expect(await states(planned)).toEqual(['planned not-set-up'])
    expect(await sendTestMail('me@example.com', office.now, worldOf(office))).toEqual({ reason: null, detail: 'id-1' })
    await run()
    expect(await states(planned)).toEqual(['accepted'])
  })

  it('waits for its key to be unlocked, and that is no try', async () => {
    await setUpMail(office)
    await keepSecret(emailSecret('resend'), MAIL_KEYS.resend, PASSPHRASE, office.on)
    await lock(emailSecret('resend'), office.on)
    const planned = await plan({})
    await run()
    for (let hour = 0; hour < 8; hour++) await passed(HOUR)
    expect(await row(planned[0])).toMatchObject({ state: 'planned', reason: 'locked', tries: 0 })
    expect(office.requests).toBe(0)
    await unlock(emailSecret('resend'), PASSPHRASE.passphrase, office.on)
    await retryChannel('email', office.now, worldOf(office))
    expect(await states(planned)).toEqual(['accepted'])
  })

  it('waits for the key of a session that has ended', async () => {
    await setUpMail(office)
    await fakeBrowser.storage.session.clear()
    const planned = await plan({})
    await run()
    expect(await states(planned)).toEqual(['planned locked'])
  })

  it('is given up when that lasts a day', async () => {
    await setUpMail(office)
    await forgetSecret(emailSecret('resend'), office.on)
    const planned = await plan({})
    await run()
    await passed(DAY - 1)
    expect(await states(planned)).toEqual(['planned locked'])
    await passed(1)
    expect(await states(planned)).toEqual(['dead locked'])
  })

  it('waits for the access to the provider’s host, and for the network; nothing is asked meanwhile', async () => {
    await setUpMail(office)
    office.granted.hosts = false
    const planned = await plan({})
    await run()
    expect(await states(planned)).toEqual(['planned no-permission'])
    office.granted.hosts = true
    vi.stubGlobal('navigator', { onLine: false })
    await passed(HOUR)
    expect(await row(planned[0])).toMatchObject({ state: 'planned', reason: 'offline', due: office.now + 5 * MINUTE })
    expect(office.requests).toBe(0)
    vi.stubGlobal('navigator', { onLine: true })
    await passed(5 * MINUTE)
    expect(await states(planned)).toEqual(['accepted'])
  })

  it('waits when the key is refused, until a person has mended it; then all of it goes out', async () => {
    await setUpMail(office)
    office.mood = refused(403, {}, 'API key is invalid')
    const planned = await plan(...Array.from({ length: 12 }, () => ({})))
    await run()
    expect(await emailChannel(office.on)).toMatchObject({ outReason: 'refused-key', tryAt: null })
    const asked = office.requests
    expect(asked).toBeLessThanOrEqual(4) // those that were on their way
    expect(new Set(await states(planned))).toEqual(new Set(['planned refused-key', 'planned channel-off']))
    for (let hour = 0; hour < 10; hour++) await passed(HOUR)
    expect(office.requests).toBe(asked)
    office.mood = null
    await retryChannel('email', office.now, worldOf(office))
    expect(new Set(await states(planned))).toEqual(new Set(['accepted']))
    expect(office.mails).toHaveLength(12)
  })

  it('waits when five in a row failed; after an hour one of them tries, and with it all goes out again', async () => {
    await setUpMail(office)
    office.mood = refused(500)
    const planned = await plan(...Array.from({ length: 12 }, () => ({})))
    await run()
    const channel = await emailChannel(office.on)
    expect(channel?.outReason).toBe('server')
    const asked = office.requests
    expect(asked).toBeLessThanOrEqual(8) // five, and those that were on their way
    await passed(59 * MINUTE)
    expect(office.requests).toBe(asked)
    await passed(2 * MINUTE)
    expect(office.requests).toBe(asked + 1)
    expect((await emailChannel(office.on))?.outSince).toBe(channel?.outSince)
    office.mood = null
    await passed(61 * MINUTE)
    expect(new Set(await states(planned))).toEqual(new Set(['accepted']))
    expect(await emailChannel(office.on)).toMatchObject({ outSince: null })
    expect(office.mails).toHaveLength(12)
  })
})

describe('the test mail', () => {
  const test = (to = 'me@example.com') => sendTestMail(to, office.now, worldOf(office))

  it('says in one line what came of it', async () => {
    expect(await test()).toEqual({ reason: 'not-set-up', detail: null })
    await setUpMail(office)
    expect(await test('me, you')).toEqual({ reason: 'refused-message', detail: null })
    office.granted.hosts = false
    expect(await test()).toEqual({ reason: 'no-permission', detail: null })
    office.granted.hosts = true
    office.moods = [refused(403, {}, 'API key is invalid')]
    expect(await test()).toEqual({ reason: 'refused-key', detail: 'API key is invalid' })
    expect(await test()).toEqual({ reason: null, detail: 'id-1' })
    expect(office.mails[0]).toMatchObject({ subject: 'Test: mail from Patchbay', to: { address: 'me@example.com' } })
  })

  it('accepted is the way back of a channel that was out', async () => {
    await setUpMail(office)
    office.mood = refused(401)
    const planned = await plan({})
    await run()
    office.mood = null
    await test()
    await run()
    expect(await states(planned)).toEqual(['accepted'])
  })

  it('twice is two mails', async () => {
    await setUpMail(office)
    await test()
    await test()
    expect(office.mails).toHaveLength(2)
  })
})

describe('browser notifications', () => {
  const inApp = { channel: 'in-app', show: 'alone', recipient: { ref: null, name: '', address: null } } as const

  it('stand under the id of their delivery, with a button for each deed', async () => {
    const [id = ''] = await plan(inApp)
    await run()
    expect(await row(id)).toMatchObject({ state: 'accepted', acceptedBy: 'this browser', providerId: id })
    expect(office.notifications.get(id)).toMatchObject({
      title: 'Ledgerlane: error',
      message: 'HubSpot reports an error with this connection. Since 9 Nov, between 09:08 and 14:08',
      contextMessage: 'Saltmarsh Trading',
      buttons: [{ title: 'Reconnect' }, { title: 'Snooze until tomorrow 09:00' }],
    })
  })

  it('have no button where the browser has none', async () => {
    const { create } = fakeBrowser.notifications
    fakeBrowser.notifications.create = ((id: string, options: { buttons?: unknown }) => {
      if (options.buttons) throw new Error('Property "buttons" is unsupported by Firefox')
      return create(id, options as never)
    }) as unknown as typeof create
    const planned = await plan(inApp)
    await run()
    expect(await states(planned)).toEqual(['accepted'])
    expect(office.notifications.size).toBe(1)
  })

  it('are left out where they are not allowed, where the person looks anyway; the inbox has them', async () => {
    office.granted.notifications = false
    const unallowed = await plan(inApp)
    await run()
    expect(await states(unallowed)).toEqual(['skipped no-permission'])
    office.granted.notifications = true
    office.looking = true
    const looking = await plan(inApp)
    await run()
    expect(await states(looking)).toEqual(['skipped looking'])
    office.looking = false
    const open = await plan(inApp)
    await run()
    expect(await states(open)).toEqual(['accepted'])
    expect(office.shown).toHaveLength(1)
  })

  it('of a test are shown to the person who looks', async () => {
    office.looking = true
    await office.on.notices.put(notice([item()], { id: 'test', test: true }))
    const planned = await plan({ ...inApp, notice: 'test' })
    await run()
    expect(await states(planned)).toEqual(['accepted'])
    expect([...office.notifications.values()][0]).toMatchObject({ title: 'Test: Ledgerlane: error' })
  })

  it('do not wait for a page that does not answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    fakeBrowser.runtime.sendMessage = (() => new Promise(() => undefined)) as never
    const planned = await plan(inApp)
    const running = run()
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0))
    vi.advanceTimersByTime(SECOND)
    vi.useRealTimers()
    await running
    expect(await states(planned)).toEqual(['accepted'])
  })

  it('that the browser refuses are told so', async () => {
    fakeBrowser.notifications.create = (() =>
      Promise.reject(new Error('Unable to download all specified images.'))) as never
    const planned = await plan(inApp, { ...inApp, show: 'together' })
    await run()
    expect(await states(planned)).toEqual(['dead wrong-answer', 'dead wrong-answer'])
  })

  it('of a storm stand in one, which counts those before it too', async () => {
    const together = { ...inApp, show: 'together' } as const
    await plan(inApp, together, together, together)
    await run()
    expect(office.shown.toSorted()).toHaveLength(2)
    expect(office.notifications.get('together')).toMatchObject({ title: '3 more notices' })
    office.now += MINUTE
    await plan(together, together)
    await run()
    expect(office.notifications.get('together')).toMatchObject({ title: '5 more notices' })
    office.now += 11 * MINUTE
    await plan(together)
    await run()
    expect(office.notifications.get('together')).toMatchObject({ title: '1 more notice' })
    expect(office.shown.filter(id => id === 'together')).toHaveLength(3)
  })
})

it('does nothing twice when it is asked twice at once', async () => {
  await setUpMail(office)
  const planned = await plan(...Array.from({ length: 25 }, () => ({})))
  await Promise.all([run(), run(), run()])
  expect(new Set(await states(planned))).toEqual(new Set(['accepted']))
  expect(office.requests).toBe(25)
})

it('one delivery that cannot be done holds up no other, and is tried again when its claim ran out', async () => {
  await setUpMail(office)
  await office.on.notices.put({
    ...notice([]),
    id: 'broken',
    items: [{ ...item(), time: { kind: 'day', day: '2026-02-31' } }],
  })
  const planned = await plan({ notice: 'broken' }, {})
  await run()
  expect((await states(planned))[1]).toBe('accepted')
  expect(['claimed', 'skipped cancelled']).toContain((await states(planned))[0])
})

it('the key stands in no row, no log and no storage but the vault’s, whatever happened', async () => {
  await setUpMail(office)
  const marker = MAIL_KEYS.resend
  office.moods = [
    refused(403, {}, `API key ${marker} is invalid`),
    new TypeError(`Failed to fetch: Bearer ${marker}`),
    refused(422, { 'X-Echo': marker }, marker),
  ]
  await plan({}, {}, {}, {})
  await run()
  await retryChannel('email', office.now, worldOf(office))
  for (let hour = 0; hour < 3; hour++) await passed(HOUR)
  const rows = await Promise.all(office.on.tables.map(table => table.toArray()))
  expect(JSON.stringify(rows)).toContain('"detail":"…"')
  expect(JSON.stringify([rows, await fakeBrowser.storage.local.get()])).not.toContain('Saltmarsh_4hTq')
  expect(JSON.stringify(office.mails)).not.toContain('Saltmarsh_4hTq')
})
