// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { keepDraft } from '../../../components/notifications/form/keptDrafts.ts'
import { newForm } from '../../../components/notifications/form/ruleForm.ts'
import { db } from '../../../storage/db.ts'
import type { Item } from '../../../storage/model/notices/rows.ts'
import { setSettings } from '../../../storage/settings.ts'
import { ACCOUNT } from '../../builders.ts'
import { PAGE } from '../apps/rows.ts'
import { begin, end, open, sent, settle, until, watched, workerDoes } from '../options/page.tsx'
import { click, descriptionOf, find, findAll, focus, NOW, nameOf, press } from '../ui/screen.tsx'
import { iAm, putPeople, putRules, ruleOf } from './rules.ts'

beforeEach(begin)
afterEach(end)

const text = () => document.body.textContent ?? ''
const rows = () => [...document.querySelectorAll<HTMLTableRowElement>('#rules tbody tr')]
const cellsOf = (row: HTMLTableRowElement | undefined) =>
  [...(row?.cells ?? [])].map(cell => cell.textContent?.replace(/\s+/g, ' ').trim())
const theSwitch = (name = 'Connection broken') => find('switch', name)
const isSaid = (words: string) => until(() => expect(text()).toContain(words))

const openList = async (hash = '#/notifications') => {
  await open(hash)
  await until(() => expect(rows().length + findAll('heading', 'No notification yet').length).toBeGreaterThan(0))
}

describe('the list of notifications', () => {
  it('says that there is none, and leads to the form', async () => {
    await watched(PAGE)
    await openList()
    expect(document.title).toBe('2 · Notifications · Patchbay')
    for (const link of findAll('link', 'Create new notification'))
      expect(link.getAttribute('href')).toBe('#/notifications/new')
    expect(findAll('link', 'Create new notification')).toHaveLength(2)
    expect(find('heading', 'No notification yet')).toBeTruthy()
  })

  test('each rule stands there with type, apps, recipients and their number, channels, reminder, and when it last fired', async () => {
    await watched(PAGE)
    await putPeople({ ref: 'person:Sam K.', superAdmin: true }, { ref: 'person:Jo M.', superAdmin: true })
    await iAm('person:Sam K.')
    await putRules(
      {
        to: { kind: 'super-admins' },
        channels: ['in-app', 'email'],
        sender: 'elsewhere',
        reminder: { every: 'day', anchor: '2026-11-01T09:00' },
      },
      { id: 'gone', name: 'Gone', type: 'uninstall', apps: ['id:1', 'id:2', 'id:3'], on: false },
    )
    await db.notices.put({
      ...{
        account: ACCOUNT,
        id: 'n',
        rule: 'broken',
        ruleName: 'Connection broken',
        type: 'error',
        at: NOW - 3_600_000,
      },
      ...{ items: [], asleep: null, test: false, inbox: 0, unread: 0 },
    })
    await openList()
    expect(nameOf(document.querySelector('#rules table') as Element)).toBe('Notifications')
    expect(cellsOf(rows()[0]).slice(0, 6)).toEqual([
      'Connection brokenMailed by another browser',
      'Connection error',
      'All appsnow and future',
      'Only super admins2 people · In-app, E-mail',
      'Daily',
      '13:08',
    ])
    expect(cellsOf(rows()[1]).slice(0, 6)).toEqual([
      'GonePaused',
      'App uninstall',
      '3 appsLedgerlane, Adlantern and 1 more',
      'Everyone5 people · In-app',
      'None',
      'Never',
    ])
    expect(theSwitch().getAttribute('aria-checked')).toBe('true')
    expect(theSwitch('Gone').getAttribute('aria-checked')).toBe('false')
  })

  it('says so, and why, where a rule reaches nobody', async () => {
    await watched(PAGE)
    await putRules(
      { to: { kind: 'super-admins' } },
      { id: 'b', name: 'B', to: { kind: 'chosen', people: [], teams: ['Finance'] } },
    )
    await openList()
    expect(text()).toContain('Reaches nobody. None of the chosen people and teams is known and active.')
    expect(text()).toContain('Reaches nobody. Nobody is known to be a super admin: HubSpot’s page does not say who is.')
  })

  it('can be sorted by when they last fired', async () => {
    await watched(PAGE)
    await putRules({ id: 'a', name: 'A' }, { id: 'b', name: 'B' })
    await db.notices.put({
      ...{ account: ACCOUNT, id: 'n', rule: 'b', ruleName: 'B', type: 'error', at: NOW - 3_600_000 },
      ...{ items: [], asleep: null, test: false, inbox: 0, unread: 0 },
    })
    await openList()
    expect(rows().map(row => cellsOf(row)[0])).toEqual(['A', 'B'])
    await click(find('button', 'Last fired'))
    expect(rows().map(row => cellsOf(row)[0])).toEqual(['B', 'A'])
  })

  it('tells the quiet hours', async () => {
    await watched(PAGE)
    await setSettings({ quietHours: { from: '20:00', to: '07:00', zone: 'Europe/Berlin' } })
    await openList()
    expect(find('link', 'Quiet hours 20:00–07:00, Europe/Berlin').getAttribute('href')).toBe('#/settings')
  })

  it('says what was told last, to how many, and that a test is one', async () => {
    await watched(PAGE)
    await putRules({})
    const notice = {
      account: ACCOUNT,
      id: 'n',
      rule: 'broken',
      ruleName: 'Connection broken',
      type: 'error' as const,
      at: NOW,
    }
    const item: Item = {
      ...{ what: 'opened', subject: 'id:1', name: 'Ledgerlane', kind: 'error', occurrence: 1, text: null, time: null },
      ...{ firstSeen: NOW, lastSeen: NOW, ended: null, person: null, url: null, missed: 0 },
    }
    await db.notices.bulkPut([
      { ...notice, items: [item], asleep: null, test: true, inbox: 1, unread: 1 },
      { ...notice, id: 'o', at: NOW - 1, items: [], asleep: null, test: false, inbox: 1, unread: 0 },
    ])
    const delivery = {
      ...{ account: ACCOUNT, notice: 'n', rule: 'broken', recipient: { ref: null, name: '', address: null } },
      ...{
        reason: null,
        detail: null,
        show: null,
        at: NOW,
        tries: 1,
        acceptedAt: NOW,
        acceptedBy: null,
        providerId: null,
      },
    }
    await db.deliveries.bulkPut([
      { ...delivery, id: '1', channel: 'in-app', state: 'accepted' },
      { ...delivery, id: '2', channel: 'email', state: 'accepted' },
      { ...delivery, id: '3', channel: 'email', state: 'failed' },
      { ...delivery, id: '4', channel: 'email', state: 'dead' },
      { ...delivery, id: '5', notice: 'o', channel: 'in-app', state: 'skipped', reason: 'looking' },
    ])
    await openList()
    const latest = () => [...document.querySelectorAll<HTMLTableRowElement>('#latest tbody tr')]
    await until(() => expect(latest().map(cellsOf)).toHaveLength(2))
    expect(latest().map(cellsOf)).toEqual([
      [
        '14:08',
        'Connection broken Test',
        'Ledgerlane',
        'In-app: 1 accepted · E-mail: 1 accepted, 1 under way, 1 not sent',
      ],
      ['14:07', 'Connection broken', 'Nothing to report', 'In-app: In the inbox only'],
    ])
    expect(find('link', 'All deliveries').getAttribute('href')).toBe('#/notifications/deliveries')
    expect(find('link', 'Inbox11 unread').getAttribute('href')).toBe('#/notifications/inbox') // the number twice: seen, and read out
    expect(find('link', 'Notifications11 unread').getAttribute('href')).toBe('#/notifications')
  })
})

describe('who may edit', () => {
  it('is anyone, while nobody is known to be a super admin, and it says so', async () => {
    await watched(PAGE)
    await putRules({})
    await openList()
    expect(text()).toContain('Anyone who uses this browser can edit: nobody is known to be a super admin.')
    expect(find('link', 'Say who is').getAttribute('href')).toBe('#/accounts?focus=people&account=hubspot%3A4411007')
  })

  it('is a super admin, and it says why', async () => {
    await watched(PAGE)
    await putPeople({ ref: 'person:Sam K.', superAdmin: true })
    await iAm('person:Sam K.')
    await putRules({})
    await openList()
    expect(text()).toContain('You can edit because you said you are Sam K., super admin.')
    expect(find('link', 'Connection broken').getAttribute('href')).toBe('#/notifications/broken')
  })

  test.each([
    ['someone else', 'person:Jo M.', 'Only super admins edit notifications. You said you are Jo M.', 'Change'],
    ['nobody in particular', null, 'Only super admins edit notifications. Say on Accounts who you are.', 'I am …'],
  ] as const)(
    'is not %s: everything is there to be read, and each control says why it does not work',
    async (_, me, why, link) => {
      await watched(PAGE)
      await putPeople({ ref: 'person:Sam K.', superAdmin: true })
      if (me) await iAm(me)
      await putRules({})
      await openList()
      expect(find('link', link).getAttribute('href')).toBe('#/accounts?focus=me&account=hubspot%3A4411007')
      const controls = [find('button', 'Create new notification'), theSwitch(), find('button', 'Actions')]
      for (const control of controls) {
        expect(control.getAttribute('aria-disabled')).toBe('true')
        expect(descriptionOf(control)).toBe(why)
        await click(control)
      }
      expect(sent.filter(({ type }) => type !== 'judge')).toEqual([])
      expect(findAll('menu')).toEqual([])
      expect(findAll('link', 'Connection broken')).toEqual([])
      expect(cellsOf(rows()[0])[0]).toBe('Connection broken')
    },
  )

  it('leaves the form closed too', async () => {
    await watched(PAGE)
    await putPeople({ ref: 'person:Sam K.', superAdmin: true })
    await iAm('person:Jo M.')
    await putRules({})
    await open('#/notifications/broken')
    await isSaid('You can look, but not edit')
    expect(document.querySelector('form')).toBeNull()
  })
})

describe('what can be done with a rule', () => {
  /** A worker that does as it is asked, on rules alone. */
  const works = () =>
    workerDoes(async command => {
      if (command.type === 'rule-on') await db.rules.update([command.account, command.id], { on: command.on })
      if (command.type === 'delete-rule') await db.rules.delete([command.account, command.id])
      if (command.type === 'put-rule')
        await db.rules.put(ruleOf({ id: command.draft.id, name: command.draft.name, createdAt: NOW }))
      return { ok: true }
    })
  const menu = async (): Promise<void> => {
    await focus(find('button', 'Actions'))
    await click(find('button', 'Actions'))
  }

  it('stands in its menu, in HubSpot’s words, and is reached by keyboard', async () => {
    await watched(PAGE)
    await putRules({})
    await openList()
    expect(descriptionOf(find('button', 'Actions'))).toBe('Connection broken')
    await menu()
    const words = findAll('menuitem').map(item => item.dataset.label)
    expect(words).toEqual(['Manage notification', 'Duplicate', 'Pause', 'Test', 'Delete notification'])
    expect(document.activeElement?.getAttribute('href')).toBe('#/notifications/broken')
    await press('ArrowDown')
    expect(document.activeElement?.getAttribute('href')).toBe('#/notifications/new?copy=broken&for=hubspot%3A4411007')
    await press('End')
    expect((document.activeElement as HTMLElement).dataset.label).toBe('Delete notification')
    await press('Escape')
    expect(document.activeElement).toBe(find('button', 'Actions'))
  })

  it('is to pause it, with a way back', async () => {
    await watched(PAGE)
    await putRules({})
    works()
    await openList()
    await click(theSwitch())
    await isSaid('Connection broken is paused')
    expect(sent).toContainEqual({ type: 'rule-on', account: ACCOUNT, id: 'broken', on: false })
    await until(() => expect(theSwitch().getAttribute('aria-checked')).toBe('false'))
    await menu()
    expect(findAll('menuitem').map(item => item.dataset.label)).toContain('Resume')
    await press('Escape')
    await click(find('button', 'Undo'))
    await until(() => expect(theSwitch().getAttribute('aria-checked')).toBe('true'))
  })

  it('is to test it', async () => {
    await watched(PAGE)
    await putRules({})
    await openList()
    await menu()
    await click(findAll('menuitem').find(item => item.dataset.label === 'Test') as Element)
    await isSaid('A test of Connection broken is on its way to you')
    expect(sent).toContainEqual({ type: 'test-rule', account: ACCOUNT, id: 'broken' })
  })

  it('is to delete it: that asks by name, and can be taken back with the same rule', async () => {
    await watched(PAGE)
    await putRules({ apps: ['id:1'], on: false })
    works()
    await openList()
    const remove = async () => {
      await menu()
      await click(findAll('menuitem').find(item => item.dataset.label === 'Delete notification') as Element)
    }
    await remove()
    expect(nameOf(find('alertdialog'))).toBe('Delete Connection broken?')
    await click(find('button', 'Cancel'))
    expect(sent.filter(({ type }) => type === 'delete-rule')).toEqual([])
    await remove()
    await click(find('button', 'Delete notification'))
    await isSaid('Connection broken was deleted')
    expect(sent).toContainEqual({ type: 'delete-rule', account: ACCOUNT, id: 'broken' })
    await until(() => expect(rows()).toHaveLength(0))
    expect(document.activeElement?.id).toBe('main') // the row that had the focus is gone
    await click(find('button', 'Undo'))
    await isSaid('Connection broken is back')
    expect(sent.slice(-2)).toMatchObject([
      { type: 'put-rule', account: ACCOUNT, draft: { id: 'broken', name: 'Connection broken', apps: ['id:1'] } },
      { type: 'rule-on', account: ACCOUNT, id: 'broken', on: false },
    ])
  })

  it('fails in words when the worker refuses', async () => {
    await watched(PAGE)
    await putRules({})
    workerDoes(async () => ({ ok: false, reason: 'disk-full' }))
    await openList()
    await click(theSwitch())
    await isSaid('The disk is full, so nothing was saved.')
  })
})

describe('with several accounts', () => {
  beforeEach(async () => {
    await watched(PAGE)
    await watched(PAGE, { id: 'hubspot:9', label: 'Acme Japan' })
    await putRules({}, { account: 'hubspot:9', id: 'other', name: 'Other' })
  })

  test('each rule says whose it is, and the switcher lets one account through', async () => {
    await openList()
    expect(rows().map(row => cellsOf(row).slice(0, 2))).toEqual([
      ['Connection broken', 'Acme Trading'],
      ['Other', 'Acme Japan'],
    ])
    await open('#/notifications?account=hubspot%3A9')
    await until(() => expect(rows()).toHaveLength(1))
    expect(cellsOf(rows()[0])[0]).toBe('Other')
    expect(find('link', 'Create new notification').getAttribute('href')).toBe('#/notifications/new?account=hubspot%3A9')
  })

  test('a new one asks which account it is for', async () => {
    await open('#/notifications/new')
    await isSaid('Which account is it for?')
    const link = find('link', 'Acme Japan')
    expect(link.getAttribute('href')).toBe('#/notifications/new?for=hubspot%3A9')
    await open('#/notifications/new?for=hubspot%3A9')
    await until(() => expect(document.querySelector('#rule-name')).toBeTruthy())
    expect([...document.querySelectorAll('.pb-crumbs li')].map(crumb => crumb.textContent)).toEqual([
      'Notifications',
      'Acme Japan',
      'New',
    ])
  })
})

describe('a form that was left', () => {
  it('is offered again, and can be given up', async () => {
    await watched(PAGE)
    await putRules({})
    await keepDraft({ account: ACCOUNT, of: 'new', form: { ...newForm([]), name: 'Half a name', reached: 1 } })
    await keepDraft({ account: ACCOUNT, of: 'a-rule-that-is-gone', form: newForm([]) })
    await openList()
    await isSaid('You have an unfinished notification: Half a name')
    expect(findAll('link', 'Go on').map(link => link.getAttribute('href'))).toEqual([
      '#/notifications/new?step=apps&for=hubspot%3A4411007',
    ])
    await click(find('button', 'Discard'))
    await until(() => expect(text()).not.toContain('Half a name'))
    await settle()
  })
})
