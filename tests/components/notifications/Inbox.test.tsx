// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SEEN_AFTER } from '../../../components/notifications/InboxSeen.ts'
import { db } from '../../../storage/db.ts'
import { markNotices } from '../../../storage/notices.ts'
import { ACCOUNT } from '../../builders.ts'
import { PAGE } from '../apps/rows.ts'
import { begin, end, open, sent, settle, until, watched, workerDoes } from '../options/page.tsx'
import { click, descriptionOf, find, findAll, happen, NOW, press } from '../ui/screen.tsx'
import { fakeSight, look, showTab } from './sight.ts'
import { HOUR, itemOf, MINUTE, noticeOf, putNotices } from './told.ts'

beforeEach(async () => {
  await begin()
  fakeSight()
  await watched(PAGE)
  workerDoes(async command => {
    if (command.type === 'read-notices') await markNotices(command.account, command.ids, command.unread)
    return { ok: true }
  })
})
afterEach(end)

const text = () => document.querySelector('#inbox')?.textContent?.replace(/\s+/g, ' ') ?? ''
const notices = () => [...document.querySelectorAll<HTMLElement>('#inbox .inbox-notice')]
const isNew = () => notices().map(notice => notice.textContent?.startsWith('New'))
const reads = () => sent.filter(command => command.type === 'read-notices')

const openInbox = async (hash = '#/notifications/inbox', count = 1) => {
  await open(hash)
  await until(() => expect(notices()).toHaveLength(count))
}

describe('the inbox', () => {
  it('has the newest first under their days, each with its rule, its time and its words', async () => {
    await putNotices(
      { id: 'old', at: NOW - 50 * HOUR, ruleName: 'Old', items: [itemOf({ what: 'reminder', missed: 2 })] },
      {},
      { id: 'n2', at: NOW - 26 * HOUR, ruleName: 'Resolved', items: [itemOf({ what: 'resolved' })], unread: 0 },
    )
    await openInbox('#/notifications/inbox', 3)
    expect(findAll('heading').map(heading => heading.textContent)).toEqual(
      expect.arrayContaining(['Inbox', 'Today, Thu 12 Nov', 'Yesterday, Wed 11 Nov', 'Tue 10 Nov']),
    )
    expect(notices()[0]?.textContent).toMatch(/^NewConnection brokenDraft an e-mail13:58Ledgerlane: error/)
    expect(notices()[1]?.textContent).toMatch(/^ResolvedMark as unreadDraft an e-mail12:08Resolved: Ledgerlane, error/)
    expect(notices()[2]?.textContent).toContain('2 reminders before this one were not sent.')
  })

  it('marks a test as one, and offers nothing to do about it', async () => {
    await putNotices({ test: true })
    await openInbox()
    expect(text()).toContain('Test')
    expect(text()).toContain('This is a test. Nothing has happened.')
    expect(findAll('button', 'Acknowledge')).toEqual([])
  })

  it('lets a notice be sent on by hand, as a draft with its words', async () => {
    await putNotices({}, { id: 'n2', test: true })
    await openInbox('#/notifications/inbox', 2)
    const draft = new URL(find('link', 'Draft an e-mail').getAttribute('href') ?? '')
    expect(draft.protocol).toBe('mailto:')
    expect(draft.searchParams.get('subject')).toBe('Ledgerlane: error · Acme Trading')
    expect(draft.searchParams.get('body')).toContain('HubSpot reports an error with this connection.')
  })

  it('leaves out what was not for whoever uses this browser', async () => {
    await putNotices({}, { id: 'n2', inbox: 0, unread: 0 })
    await openInbox()
  })

  it('says that nothing was told, and how to be told', async () => {
    await open('#/notifications/inbox')
    await until(() => expect(text()).toContain('Nothing was told yet'))
    expect(find('link', 'Create new notification').getAttribute('href')).toBe('#/notifications/new')
  })

  it('shows five things of a notice, and the rest at a press', async () => {
    await putNotices({
      items: Array.from({ length: 30 }, (_, nth) => itemOf({ subject: `id:${nth}`, name: `App ${nth}` })),
    })
    await openInbox()
    expect(document.querySelectorAll('.inbox-item')).toHaveLength(5)
    await click(find('button', 'Show 25 more'))
    expect(document.querySelectorAll('.inbox-item')).toHaveLength(30)
  })

  it('goes on to older ones at a press', async () => {
    await putNotices(
      ...Array.from({ length: 45 }, (_, nth) => ({ id: `n${nth}`, at: NOW - nth * MINUTE, unread: 0 as const })),
    )
    await openInbox('#/notifications/inbox', 30)
    await click(find('button', 'Show older'))
    await until(() => expect(notices()).toHaveLength(45))
    expect(findAll('button', 'Show older')).toEqual([])
  })

  it('speaks Japanese', async () => {
    await putNotices({})
    await open('#/notifications/inbox', {}, 'ja')
    await until(() => expect(notices()).toHaveLength(1))
    expect(text()).toContain('今日、11月12日（木）')
    expect(notices()[0]?.textContent).toMatch(/^新着Connection brokenメールの下書き13:58Ledgerlane/)
    expect(find('button', '確認済みにする')).toBeTruthy()
  })
})

describe('what is read', () => {
  it('is what was in sight for a moment, all of it in one piece', async () => {
    await putNotices({}, { id: 'n2', at: NOW - HOUR })
    await openInbox('#/notifications/inbox', 2)
    await look(SEEN_AFTER)
    await settle()
    expect(reads()).toEqual([{ type: 'read-notices', account: ACCOUNT, ids: ['n1', 'n2'], unread: false }])
    await until(() => expect(isNew()).toEqual([false, false]))
  })

  it('is not what was passed by', async () => {
    await putNotices({})
    await openInbox()
    await look(SEEN_AFTER - 2)
    expect(reads()).toEqual([])
  })

  it('is not what lies below the window, nor what only shows its edge', async () => {
    await putNotices({}, { id: 'n2', at: NOW - HOUR })
    await openInbox('#/notifications/inbox', 2)
    await look(SEEN_AFTER * 2, element => (element === notices()[0] ? 0.6 : 0.3))
    await settle()
    expect(reads()).toEqual([expect.objectContaining({ ids: ['n1'] })])
  })

  it('is nothing while another tab is in front', async () => {
    await putNotices({})
    await openInbox()
    await showTab(false)
    await look(SEEN_AFTER * 2)
    expect(reads()).toEqual([])
    await showTab(true)
    await look(SEEN_AFTER)
    await settle()
    expect(reads()).toHaveLength(1)
  })

  it('stays new once the person says so', async () => {
    await putNotices({ unread: 0 })
    await openInbox()
    await click(find('button', 'Mark as unread'))
    await until(() => expect(isNew()).toEqual([true]))
    await look(SEEN_AFTER * 2)
    expect(reads()).toEqual([{ type: 'read-notices', account: ACCOUNT, ids: ['n1'], unread: true }])
  })

  it('can be everything at once, and that can be taken back', async () => {
    await putNotices({}, { id: 'n2', at: NOW - HOUR }, { id: 'n3', at: NOW - 2 * HOUR, unread: 0 })
    await openInbox('#/notifications/inbox', 3)
    await click(find('button', 'Mark all as read'))
    await until(() => expect(isNew()).toEqual([false, false, false]))
    expect(document.querySelector('.pb-toast')?.textContent).toContain('2 notices marked as read')
    await press('z', { ctrlKey: true })
    await until(() => expect(isNew()).toEqual([true, true, false]))
    await look(SEEN_AFTER * 2)
    expect(isNew()).toEqual([true, true, false]) // taken back is not read again by looking on
    expect(descriptionOf(find('button', 'Mark all as read'))).toBe('')
  })

  it('stays in sight under "Unread only" until the next look', async () => {
    await putNotices({}, { id: 'n2', at: NOW - HOUR, unread: 0 })
    await openInbox('#/notifications/inbox?unread=1')
    expect(find('button', 'Unread only (1)').getAttribute('aria-pressed')).toBe('true')
    await look(SEEN_AFTER)
    await until(() => expect(isNew()).toEqual([false]))
    await click(find('button', 'Unread only (0)'))
    await until(() => expect(notices()).toHaveLength(2))
    expect(location.hash).toBe('#/notifications/inbox')
    await click(find('button', 'Unread only (0)'))
    await until(() => expect(text()).toContain('Nothing is unread'))
    expect(location.hash).toBe('#/notifications/inbox?unread=1')
  })
})

describe('an address that names a notice', () => {
  it('leads to it, with the focus on it, and reads it', async () => {
    await putNotices(...Array.from({ length: 70 }, (_, nth) => ({ id: `n${nth}`, at: NOW - nth * MINUTE })))
    await open('#/notifications/inbox?notice=n65')
    await until(() => expect(notices().length).toBeGreaterThan(65))
    await until(() => expect(document.activeElement?.id).toBe(`notice-row-${encodeURIComponent(`${ACCOUNT} n65`)}`))
    expect(reads()).toEqual([{ type: 'read-notices', account: ACCOUNT, ids: ['n65'], unread: false }])
  })

  it('says so when it is not kept any more', async () => {
    await putNotices({})
    await openInbox('#/notifications/inbox?notice=gone')
    await until(() => expect(text()).toContain('That notice is not kept any more.'))
  })
})

describe('what comes meanwhile', () => {
  it('waits while the pointer is in the list, and comes at a press', async () => {
    await putNotices({})
    await openInbox()
    const list = notices()[0]?.closest('#inbox')?.querySelector('.inbox-day')?.parentElement as HTMLElement
    await happen(list, new MouseEvent('mouseenter'))
    await db.notices.put(noticeOf({ id: 'n2', at: NOW, ruleName: 'Later' }))
    await until(() => expect(find('button', '1 change · Show')).toBeTruthy())
    expect(notices()).toHaveLength(1)
    await click(find('button', '1 change · Show'))
    expect(notices()[0]?.textContent).toContain('Later')
  })
})

describe('a problem that is still open', () => {
  it('is reconnected, looked into, snoozed and acknowledged from here, under any of the app’s names', async () => {
    await putNotices({})
    await openInbox()
    await until(() => expect(find('link', 'Reconnect (opens in a new tab)')).toBeTruthy())
    const about = (name: string) => descriptionOf(find('button', name))
    expect(about('Acknowledge')).toBe('Ledgerlane: error')
    await click(find('button', 'Acknowledge'))
    expect(sent).toContainEqual({ type: 'acknowledge', account: ACCOUNT, subject: 'id:1' })
    await until(() =>
      expect(document.querySelector('.pb-toast')?.textContent).toContain('No more reminders of Ledgerlane'),
    )
    await press('z', { ctrlKey: true })
    expect(sent).toContainEqual({ type: 'unacknowledge', account: ACCOUNT, subject: 'id:1' })
    await click(find('button', 'Snooze'))
    await click(find('menuitem', 'Until it is seen again'))
    expect(sent).toContainEqual({ type: 'snooze', account: ACCOUNT, subject: 'id:1', until: null })
    await click(find('button', 'Details'))
    await settle()
    expect(text()).toContain('HubSpot wrote')
  })

  it('says what was done about it, until that is taken back', async () => {
    await putNotices({})
    await db.marks.put({ account: ACCOUNT, subject: 'id:1', kind: 'acknowledged', at: NOW, until: null })
    await openInbox()
    await until(() => expect(text()).toContain('Acknowledged: no more reminders of this.'))
    await click(find('button', 'Undo'))
    expect(sent).toContainEqual({ type: 'unacknowledge', account: ACCOUNT, subject: 'id:1' })
  })

  it('has no buttons once it is over, was another problem, or is told as resolved', async () => {
    await putNotices(
      { items: [itemOf({ kind: 'expired' })] },
      { id: 'n2', at: NOW - HOUR, items: [itemOf({ subject: 'id:2', name: 'Adlantern' })] },
      { id: 'n3', at: NOW - 2 * HOUR, items: [itemOf({ what: 'resolved' })] },
    )
    await openInbox('#/notifications/inbox', 3)
    await settle()
    expect(findAll('button', 'Acknowledge')).toEqual([])
  })
})
