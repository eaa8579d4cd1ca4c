// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hasInboxLine } from '../../../components/popup/popupView.ts'
import { parseRoute } from '../../../components/shell/route.ts'
import { db } from '../../../storage/db.ts'
import { glance, JAPAN, japan, pictured, TRADING } from '../attention/rows.ts'
import { HOUR, itemOf, putNotices } from '../notifications/told.ts'
import { NOW } from '../ui/screen.tsx'
import { closePopup, fakeWorker, openPopup, paintPopup, settle } from './popup.tsx'

vi.mock('../../../components/popup/LiveGlance.tsx', () => ({ default: () => null }))

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  fakeWorker()
  await db.open()
  for (const table of db.tables) await table.clear()
  await db.accounts.bulkPut(
    [TRADING, JAPAN].map(id => ({ id, label: id, host: null, addedAt: 0, automatic: false, zone: null })),
  )
})
afterEach(async () => {
  await closePopup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const line = () => document.querySelector<HTMLElement>('.popup-inbox')
const link = () => line()?.querySelector('a')
const answered = () =>
  vi.waitFor(async () => {
    await act(async () => void (await new Promise(resolve => setTimeout(resolve, 5))))
    await settle()
    if (!link()) throw new Error('The line is not there')
  })
const unread = (count: number) => ({ ...glance(pictured()), unread: count })

describe('the popup’s line about the inbox', () => {
  it('says how many notices are new, with the newest one’s words, and opens the inbox', async () => {
    await putNotices({}, { id: 'n2', at: NOW - HOUR, items: [itemOf({ name: 'Older' })] }, { id: 'n3', unread: 0 })
    await openPopup(unread(2))
    await answered()
    expect(line()?.textContent).toBe('2 new noticesLedgerlane: error')
    expect(line()?.getAttribute('aria-label')).toBe('Inbox')
    expect(parseRoute(new URL(link()?.href ?? '').hash)).toMatchObject({ view: 'notifications', page: 'inbox' })
  })

  it('is about the account that is looked at', async () => {
    await putNotices({}, { id: 'n2', account: JAPAN, items: [itemOf({ name: 'Mailharbor' })] })
    await openPopup(unread(2), { chosen: JAPAN })
    await answered()
    expect(line()?.textContent).toContain('1 new noticeMailharbor')
    expect(link()?.href).toContain('account=hubspot%3A4422008')
  })

  it('has its place from the first paint on, and does not move anything when it comes', async () => {
    await putNotices({})
    await paintPopup(unread(1))
    const painted = line()
    expect(painted?.textContent).toBe('')
    expect(painted?.previousElementSibling?.tagName).toBe('MAIN')
    await openPopup(unread(1))
    expect(line()?.previousElementSibling?.tagName).toBe('MAIN')
    await answered()
  })

  it('is not there while nothing is new', async () => {
    await putNotices({ unread: 0 })
    await openPopup(unread(0))
    await settle()
    expect(line()).toBeNull()
  })

  it('keeps its place only where the first paint knows that it will be there', () => {
    expect(hasInboxLine(null, null)).toBe(false)
    expect(hasInboxLine(unread(0), null)).toBe(false)
    expect(hasInboxLine(unread(1), null)).toBe(true)
    expect(hasInboxLine(unread(1), TRADING)).toBe(false) // it may be new in the other account alone
    expect(hasInboxLine({ ...glance([japan()]), unread: 1 }, JAPAN)).toBe(true)
  })
})
