import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { listenToNotifications } from '../../../entrypoints/background/tell/notificationClicks.ts'
import { onAllowed, onUnlocked } from '../../../entrypoints/background/tell/onAllowed.ts'
import { emailSecret } from '../../../storage/channels.ts'
import { db } from '../../../storage/db.ts'
import { intake } from '../../../storage/intake.ts'
import { HOUR } from '../../../storage/model/facts/time.ts'
import type { Item } from '../../../storage/model/notices/rows.ts'
import { keepSecret, lock, unlock } from '../../../storage/vault.ts'
import { pageBatch, START } from '../../builders.ts'
import { fakeLocks } from '../../locks.ts'
import { MAIL_KEYS } from '../../mail/standIn.ts'
import { delivery, item, NOW, notice } from './notices.ts'
import { closeOffice, type Office, openOffice, setUpMail } from './office.ts'

const ID = `rule-1@${NOW}/in-app/me`
const APP = 'id:7'

/** The worker has the product's own database, as it does after a click that woke it. */
let office: Office
let opened: { tabId?: number; url: string }[] = []
/** Addresses of the tabs in which a page of Patchbay is open. */
let openTabs: { documentUrl: string; tabId: number; windowId: number }[] = []

beforeEach(async () => {
  office = await openOffice()
  office.on = db
  vi.stubGlobal('navigator', { onLine: true, locks: fakeLocks() })
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  const error = { name: 'Ledgerlane', ref: APP, status: 'Error' } as const
  await intake([pageBatch(START, { apps: [error], attention: [{ ...error, reason: 'Connection error' }] })], {
    now: START,
  })
  opened = []
  openTabs = []
  fakeBrowser.tabs.create = (async ({ url }: { url: string }) => void opened.push({ url })) as never
  fakeBrowser.tabs.update = (async (tabId: number, { url }: { url: string }) =>
    void opened.push({ tabId, url })) as never
  fakeBrowser.windows.update = vi.fn(async () => undefined) as never
  Object.assign(fakeBrowser.runtime, { getContexts: async () => openTabs })
  for (const paint of ['setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor', 'setTitle', 'setIcon'])
    Object.assign(fakeBrowser.action, { [paint]: async () => undefined })
  listenToNotifications()
})
afterEach(async () => {
  vi.useRealTimers()
  await closeOffice(office)
  await db.open()
})

/** The notice of these items, with its notification. */
const shown = async (...items: Item[]) => {
  await db.notices.put(notice(items))
  const { due: _, ...row } = delivery({ id: ID, channel: 'in-app', show: 'alone', state: 'accepted' })
  await db.deliveries.put(row)
}
const inbox = (query = '') => `${fakeBrowser.runtime.getURL('/options.html')}#/notifications/inbox${query}`
const click = (id: string) => fakeBrowser.notifications.onClicked.trigger(id)
const press = (id: string, index: number) => fakeBrowser.notifications.onButtonClicked.trigger(id, index)
const marks = async () => (await db.marks.toArray()).map(({ subject, kind, until }) => ({ subject, kind, until }))

describe('a click on a notification', () => {
  it('opens the inbox at the notice, and the notification goes', async () => {
    await shown(item())
    const cleared = vi.spyOn(fakeBrowser.notifications, 'clear')
    await click(ID)
    expect(opened).toEqual([{ url: inbox(`?notice=${encodeURIComponent(`rule-1@${NOW}`)}`) }])
    expect(cleared).toHaveBeenCalledWith(ID)
  })

  it('goes to the page that is open, instead of a second', async () => {
    await shown(item())
    openTabs = [
      { documentUrl: 'chrome-extension://somebody/options.html', tabId: 3, windowId: 1 },
      { documentUrl: inbox().replace('notifications/inbox', 'home'), tabId: 4, windowId: 2 },
    ]
    await click(ID)
    expect(opened).toEqual([{ tabId: 4, url: inbox(`?notice=${encodeURIComponent(`rule-1@${NOW}`)}`) }])
    expect(fakeBrowser.windows.update).toHaveBeenCalledWith(2, { focused: true })
  })

  it.each(['together', 'of a delivery that is not kept any more'])('%s opens the inbox', async id => {
    await click(id)
    expect(opened).toEqual([{ url: inbox() }])
  })

  it('that goes wrong is logged, not lost in silence', async () => {
    fakeBrowser.tabs.create = (() => Promise.reject(new Error('no window'))) as never
    await click(ID)
    expect(JSON.stringify(await fakeBrowser.storage.local.get('diagnostics'))).toContain('no window')
  })
})

describe('its buttons', () => {
  it('Reconnect opens the app’s page in HubSpot and marks it as reconnecting', async () => {
    await shown(item({ subject: APP }))
    await press(ID, 0)
    expect(opened).toEqual([{ url: item().url }])
    expect(await marks()).toEqual([{ subject: APP, kind: 'reconnecting', until: null }])
  })

  it('Snooze keeps each of its problems quiet until nine tomorrow', async () => {
    await shown(item({ subject: APP }), item({ subject: 'id:8' }), item({ subject: 'id:9', what: 'resolved' }))
    await press(ID, 1)
    const tomorrow = Temporal.Instant.fromEpochMilliseconds(NOW)
      .toZonedDateTimeISO(Intl.DateTimeFormat().resolvedOptions().timeZone)
      .add({ days: 1 })
      .with({ hour: 9, minute: 0, second: 0 })
    expect(await marks()).toEqual([
      { subject: APP, kind: 'snooze', until: tomorrow.epochMilliseconds },
      { subject: 'id:8', kind: 'snooze', until: tomorrow.epochMilliseconds },
    ])
    expect(opened).toEqual([])
  })

  it('Snooze comes first where there is nothing to reconnect', async () => {
    await shown(item({ subject: APP, kind: 'vanished' }))
    await press(ID, 0)
    expect(await marks()).toMatchObject([{ kind: 'snooze' }])
  })

  it.each(['https://app.hubspot.com.collector.example/', 'http://app.hubspot.com/', 'javascript:alert(1)'])(
    'never lead to %s',
    async url => {
      await shown(item({ url, subject: APP }))
      await press(ID, 0)
      expect(opened).toEqual([])
    },
  )

  it('of a notice that is gone do what a click does', async () => {
    await press(ID, 0)
    expect(opened).toEqual([{ url: inbox() }])
  })
})

describe('a power given later', () => {
  beforeEach(async () => {
    await setUpMail(office)
    await db.notices.put(notice([item()]))
    await db.deliveries.put(delivery({ id: 'waits', due: NOW + HOUR, reason: 'no-permission' }))
  })

  it('to reach the provider lets mail go that waited for it', async () => {
    await onAllowed({ origins: ['https://app.hubspot.com/*'] })
    expect(office.mails).toEqual([])
    await onAllowed({ origins: ['https://api.resend.com/*'] })
    expect(office.mails).toHaveLength(1)
  })

  it('by the passphrase lets mail go that waited for it', async () => {
    fakeBrowser.storage.onChanged.addListener(onUnlocked as never)
    const how = { mode: 'passphrase', passphrase: 'brass harbour', autoLock: HOUR } as const
    await keepSecret(emailSecret('resend'), MAIL_KEYS.resend, how)
    office.mails.length = 0
    await db.deliveries.put(delivery({ id: 'waits too', due: NOW + HOUR, reason: 'locked' }))
    await lock(emailSecret('resend'))
    expect(office.mails).toEqual([])
    await unlock(emailSecret('resend'), 'brass harbour')
    await vi.waitFor(() => expect(office.mails).toHaveLength(1))
  })
})

it('hears nothing where the browser has no notifications yet, and throws nothing', () => {
  const { notifications } = fakeBrowser
  Object.assign(fakeBrowser, { notifications: undefined })
  expect(listenToNotifications).not.toThrow()
  Object.assign(fakeBrowser, { notifications })
})
