import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { send } from '../../entrypoints/background/repaint.ts'
import { db } from '../../storage/db.ts'
import { fakeLocks } from '../locks.ts'
import { delivery, item, NOW, notice } from './tell/notices.ts'
import { closeOffice, type Office, openOffice } from './tell/office.ts'

let office: Office

beforeEach(async () => {
  office = await openOffice()
  office.on = db
  vi.stubGlobal('navigator', { onLine: true, locks: fakeLocks() })
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  for (const paint of ['setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor', 'setTitle', 'setIcon'])
    Object.assign(fakeBrowser.action, { [paint]: async () => undefined })
  await db.accounts.put({ id: delivery().account, label: 'One', host: null, addedAt: 1, automatic: false, zone: null })
  await db.notices.put(notice([item()]))
})
afterEach(async () => {
  vi.useRealTimers()
  await closeOffice(office)
  await db.open()
})

const plan = (id: string) => db.deliveries.put(delivery({ id, channel: 'in-app', show: 'alone' }))

it('what is written while the last sending is being painted is sent too, and not only at the next tick', async () => {
  let later: Promise<void> | undefined
  fakeBrowser.action.setTitle = (async () => {
    if (later) return
    await plan('second')
    later = send(NOW)
  }) as never
  await plan('first')
  await send(NOW)
  await later
  expect(office.shown).toEqual(['first', 'second'])
})

it('asked many times at once, it sends everything once', async () => {
  await plan('first')
  await Promise.all([send(NOW), send(NOW), send(NOW)])
  expect(office.shown).toEqual(['first'])
})
