// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { keptDraft, keptDrafts } from '../../../components/notifications/form/keptDrafts.ts'
import { db } from '../../../storage/db.ts'
import type { Command } from '../../../storage/model/commands.ts'
import type { Issue } from '../../../storage/model/issues/issue.ts'
import { setSettings } from '../../../storage/settings.ts'
import { ACCOUNT } from '../../builders.ts'
import { PAGE } from '../apps/rows.ts'
import { begin, end, open, sent, settle, until, watched, workerDoes } from '../options/page.tsx'
import { berlin, click, descriptionOf, find, findAll, focus, nameOf, press, type } from '../ui/screen.tsx'
import { iAm, putPeople, putRules, ruleOf } from './rules.ts'

beforeEach(begin)
afterEach(end)

const text = () => document.body.textContent ?? ''
const isSaid = (words: string) => until(() => expect(text()).toContain(words))
const field = (id: string) => document.getElementById(id) as HTMLInputElement
const radio = (name: string) => find('radio', name)
const stepNow = () => document.querySelector('[aria-current="step"]')?.textContent
const dryRun = () => document.querySelector('#dry-run [role="status"]')?.textContent

const openForm = async (hash = '#/notifications/new', lang: 'en' | 'ja' = 'en') => {
  await open(hash, {}, lang)
  await until(() => expect(document.querySelector('form.pb-step')).toBeTruthy())
}
/** Enter in a field of the step, as the browser makes it: the form is sent. */
const enter = async () => {
  await act(() => document.querySelector<HTMLFormElement>('form.pb-step')?.requestSubmit())
  await settle()
}
const select = async (id: string, value: string) => {
  const element = document.getElementById(id) as HTMLSelectElement
  await act(() => {
    element.value = value
    element.dispatchEvent(new Event('change', { bubbles: true }))
  })
}
const put = (): Extract<Command, { type: 'put-rule' }>['draft'] | undefined =>
  sent.flatMap(command => (command.type === 'put-rule' ? [command.draft] : [])).at(-1)
const errors = () => [...document.querySelectorAll('.pb-errors li')].map(line => line.textContent)

describe('a new notification', () => {
  it('is made in three steps without a mouse', async () => {
    await watched(PAGE)
    await openForm()
    expect(document.title).toBe('2 · Notifications · Patchbay')
    expect(stepNow()).toBe('1What')
    await focus(field('rule-name'))
    await type(field('rule-name'), 'Finance down')
    await click(radio('App disconnect')) // what Space does
    await enter()
    expect(document.activeElement).toBe(find('heading', 'Which apps'))
    expect(location.hash).toBe('#/notifications/new?step=apps')
    await enter()
    expect(document.activeElement).toBe(find('heading', 'Who'))
    expect(findAll('link', 'What (done)').map(link => link.getAttribute('href'))).toEqual([
      '#/notifications/new?step=what',
    ])
    await click(find('button', 'Apply'))
    await isSaid('Finance down is on')
    expect(put()).toEqual({
      id: expect.stringMatching(/^[\w-]{36}$/),
      name: 'Finance down',
      type: 'disconnect',
      apps: 'all',
      to: { kind: 'everyone' },
      channels: ['in-app'],
      reminder: null,
      sends: false,
    })
    expect(location.hash).toBe('#/notifications')
    expect(await keptDrafts()).toEqual([])
  })

  test.each([
    ['en', 'Next', 'Apply', 'Name', 'First reminder', 'Notification reminder'],
    ['ja', '次へ', '適用', '名前', '最初のリマインダー', '通知リマインダー'],
  ] as const)('%s: has the words of its fields and buttons', async (lang, next, apply, name, first, reminder) => {
    await watched(PAGE)
    await openForm('#/notifications/new', lang)
    expect(find('textbox', name)).toBe(field('rule-name'))
    expect(nameOf(field('rule-reminder'))).toBe(reminder)
    await select('rule-reminder', 'day')
    expect(nameOf(field('rule-anchor'))).toBe(first)
    await click(find('button', next))
    await settle()
    await click(find('button', next))
    await settle()
    expect(find('button', apply)).toBeTruthy()
  })

  it('offers HubSpot’s three types first, then Patchbay’s own', async () => {
    await watched(PAGE)
    await openForm()
    expect(findAll('radio').map(nameOf)).toEqual([
      ...['App install', 'App disconnect', 'App uninstall'],
      ...['Connection error', 'Connection expired', 'Needs your attention', 'Patchbay cannot see'],
    ])
  })

  it('has a name by its type until the person writes one', async () => {
    await watched(PAGE)
    await putRules({ id: 'x', name: 'App install' })
    await openForm()
    expect(field('rule-name').value).toBe('Connection error')
    await click(radio('App install'))
    expect(field('rule-name').value).toBe('App install 2')
    await type(field('rule-name'), 'Mine')
    await click(radio('App uninstall'))
    expect(field('rule-name').value).toBe('Mine')
  })

  it('reminds only of what lasts, and spells out the next times in the account’s zone', async () => {
    await watched(PAGE)
    await db.accounts.update(ACCOUNT, { zone: 'Asia/Tokyo' })
    await openForm()
    await click(radio('App install'))
    expect(field('rule-reminder')).toBeNull()
    expect(text()).toContain('It is told once: there is nothing to remind of.')
    await click(radio('Connection error'))
    expect(field('rule-anchor')).toBeNull()
    await select('rule-reminder', 'month')
    await type(field('rule-anchor'), '2027-01-31T09:00')
    expect(descriptionOf(field('rule-anchor'))).toBe(
      'Next: 31 Jan 2027, 28 Feb 2027, 31 Mar 2027, at 09:00 (Asia/Tokyo)',
    )
    await select('rule-reminder', 'hour')
    await type(field('rule-anchor'), '2026-11-12T21:30')
    expect(descriptionOf(field('rule-anchor'))).toBe('Next: 22:30; 23:30; 13 Nov, 00:30 (Asia/Tokyo)')
  })

  it('says in words what is missing, below the field and on top, where it leads to the field', async () => {
    await watched(PAGE)
    await openForm()
    await select('rule-reminder', 'week')
    await type(field('rule-name'), ' ')
    await type(field('rule-anchor'), '')
    expect(errors()).toEqual([]) // not before the step was tried
    await enter()
    expect(stepNow()).toBe('1What')
    expect(find('alert').textContent).toContain('2 fields need a change')
    expect(errors()).toEqual(['Give it a name.', 'Enter date and time of the first reminder.'])
    expect(document.activeElement).toBe(find('link', 'Give it a name.'))
    expect(descriptionOf(field('rule-name'))).toBe('Give it a name.')
    await click(find('link', 'Enter date and time of the first reminder.'))
    expect(document.activeElement).toBe(field('rule-anchor'))
    await type(field('rule-name'), 'x'.repeat(81))
    expect(errors()[0]).toBe('The name has at most 80 characters.')
    await type(field('rule-name'), 'Fine')
    await type(field('rule-anchor'), '2026-11-13T09:00')
    expect(errors()).toEqual([])
    await enter()
    expect(stepNow()).toBe('2Which apps')
  })

  it('leads back to the step where something went wrong later', async () => {
    await watched(PAGE)
    await openForm()
    await enter()
    await enter()
    await click(find('link', 'What (done)'))
    await settle()
    await type(field('rule-name'), '')
    await click(find('link', 'Which apps (done)'))
    await settle()
    await enter()
    await enter() // Apply
    await until(() => expect(stepNow()).toBe('1What'))
    expect(errors()).toEqual(['Give it a name.'])
    expect(put()).toBeUndefined()
  })

  it('shows no step before those ahead of it were done, whatever the address says', async () => {
    await watched(PAGE)
    await openForm('#/notifications/new?step=who')
    expect(stepNow()).toBe('1What')
  })

  it('is not lost by Escape', async () => {
    await watched(PAGE)
    await openForm()
    await type(field('rule-name'), 'Half a name')
    await focus(field('rule-name'))
    await press('Escape')
    await settle()
    expect(field('rule-name').value).toBe('Half a name')
    expect(location.hash).toBe('#/notifications/new')
  })

  it('is kept when the worker cannot store it, and says why', async () => {
    await watched(PAGE)
    workerDoes(async command => (command.type === 'put-rule' ? { ok: false, reason: 'disk-full' } : { ok: true }))
    await openForm()
    await enter()
    await enter()
    await enter()
    await isSaid('The disk is full, so nothing was saved.')
    expect(stepNow()).toBe('3Who')
  })
})

describe('which apps', () => {
  const toApps = async () => {
    await openForm()
    await enter()
    await click(radio('Chosen apps'))
  }

  it('are picked by search; at least one has to be', async () => {
    await watched(PAGE)
    await toApps()
    await enter()
    expect(errors()).toEqual(['Choose at least one app, or all.'])
    expect(descriptionOf(field('rule-apps'))).toBe('Choose at least one app, or all.')
    await type(field('rule-apps'), 'ledger')
    await click(findAll('checkbox')[0] as Element)
    await enter()
    await enter()
    expect(put()?.apps).toEqual(['id:1'])
  })

  it('of one name are told apart', async () => {
    const twins = [
      { name: 'Twin', ref: 'id:71' as const, installedBy: 'Jo M.' },
      { name: 'Twin', ref: 'id:72' as const, installedBy: 'Kim P.' },
    ]
    await watched({ apps: twins })
    await toApps()
    expect(findAll('checkbox').map(box => [nameOf(box), descriptionOf(box)])).toEqual([
      ['Twin', 'installed by Jo M.'],
      ['Twin', 'installed by Kim P.'],
    ])
  })

  it('that are not there any more stay chosen and say so', async () => {
    await watched(PAGE)
    await putRules({ apps: ['id:1', 'slug:long-gone'] })
    await openForm('#/notifications/broken?step=apps')
    const gone = findAll('checkbox').find(box => nameOf(box) === 'long-gone') as HTMLInputElement
    expect(gone.checked).toBe(true)
    expect(descriptionOf(gone)).toBe('not there any more')
    await enter()
    await enter()
    await until(() => expect(put()?.apps).toEqual(['id:1', 'slug:long-gone']))
  })

  it('do not matter where the account itself is meant', async () => {
    await watched(PAGE)
    await openForm()
    await click(radio('Patchbay cannot see'))
    await enter()
    expect(text()).toContain('This type is about the account itself')
    expect(findAll('radio')).toEqual([])
  })
})

describe('who is told', () => {
  const toWho = async () => {
    await openForm()
    await enter()
    await enter()
  }

  it('is counted as it is chosen, with the source and how many have an address', async () => {
    await watched(PAGE)
    await putPeople({ ref: 'person:Sam K.', superAdmin: true, address: 'sam@example.com' })
    await toWho()
    expect(descriptionOf(radio('Only super admins'))).toContain(
      '1 person: Sam K. · 1 with an e-mail address · Said by you',
    )
    expect(descriptionOf(radio('Everyone'))).toContain('1 with an e-mail address · HubSpot page, 1 by hand')
    await click(radio('Specific users and teams'))
    await enter()
    expect(errors()).toEqual(['Choose at least one person or team.'])
    await type(field('rule-people'), 'jo')
    await click(findAll('checkbox', 'Jo M.')[0] as Element)
    await until(() => expect(text()).toContain('1 person: Jo M. · 0 with an e-mail address · HubSpot page'))
    await enter()
    expect(put()?.to).toEqual({ kind: 'chosen', people: ['person:Jo M.'], teams: [] })
  })

  it('is nobody, and it says so, while no source says who is a super admin', async () => {
    await watched(PAGE)
    await toWho()
    expect(descriptionOf(radio('Only super admins'))).toContain('HubSpot’s page does not say who is.')
    expect(find('link', 'Open Accounts').getAttribute('href')).toBe('#/accounts?account=hubspot%3A4411007')
  })

  it('can be somebody typed by hand, who is marked so and chosen at once', async () => {
    await watched(PAGE)
    workerDoes(async command => {
      if (command.type === 'put-person') await db.people.put({ account: command.account, ...command.person })
      return { ok: true }
    })
    await toWho()
    await click(radio('Specific users and teams'))
    await click(find('button', 'Add a person by hand'))
    const [name, address] = [
      find('textbox', 'Full name'),
      document.querySelector<HTMLInputElement>('input[type=email]'),
    ]
    if (!address) throw new Error('there is a field for the address')
    await type(address, 'nobody')
    await click(find('button', 'Add person'))
    await settle()
    expect(text()).toContain('Enter a name.')
    expect(text()).toContain('Enter an address, such as name@example.com.')
    await type(name as HTMLInputElement, 'Ada L.')
    await type(address, 'Ada@example.com')
    await focus(address)
    expect(await press('Enter')).toBe(true) // adds, and sends nothing
    await isSaid('Ada L. was added and chosen.')
    expect(sent).toContainEqual({
      type: 'put-person',
      account: ACCOUNT,
      person: { ref: 'email:ada@example.com', name: 'Ada L.', address: 'Ada@example.com', superAdmin: null },
    })
    await until(() => expect((find('checkbox', 'Ada L.') as HTMLInputElement).checked).toBe(true))
    expect(descriptionOf(find('checkbox', 'Ada L.'))).toContain('by hand')
    expect(put()).toBeUndefined()
  })

  it('is asked with the number before everyone gets e-mail', async () => {
    await watched(PAGE)
    await putPeople(
      { ref: 'person:Sam K.', address: 'sam@example.com' },
      { ref: 'person:Jo M.', address: 'jo@example.com' },
    )
    await toWho()
    await click(find('checkbox', 'E-mail'))
    await enter()
    expect(put()).toBeUndefined()
    expect(nameOf(find('alertdialog'))).toBe('Send e-mail to 2 people?')
    expect(text()).toContain('Everyone known in Acme Trading is 5 people, 2 with an e-mail address.')
    await click(findAll('button', 'Cancel').at(-1) as Element)
    expect(findAll('alertdialog')).toEqual([])
    await enter()
    await click(findAll('button', 'Apply').at(-1) as Element)
    await until(() =>
      expect(put()).toMatchObject({ to: { kind: 'everyone' }, channels: ['in-app', 'email'], sends: true }),
    )
  })

  it('is at most a hundred by e-mail, which is said before', async () => {
    await watched(PAGE)
    await putPeople(
      ...Array.from({ length: 101 }, (_, number) => ({
        ref: `email:p${number}@example.com` as const,
        name: `P ${number}`,
        address: `p${number}@example.com`,
      })),
    )
    await toWho()
    expect(text()).toContain('At most 100 people for one notification.')
    await click(find('checkbox', 'E-mail'))
    await enter()
    expect(errors()).toEqual([
      'E-mail goes to at most 100 people, and this reaches 101. Choose fewer, or leave e-mail out.',
    ])
    await click(find('link', errors()[0] ?? ''))
    expect(document.activeElement).toBe(field('rule-email'))
  })

  it('needs a channel', async () => {
    await watched(PAGE)
    await toWho()
    await click(find('checkbox', 'In-app'))
    await enter()
    expect(errors()).toEqual(['Choose at least one channel.'])
    expect(nameOf(document.querySelector('.pb-checks') as Element)).toContain('Choose at least one channel.')
  })

  it('says how each channel stands in this browser', async () => {
    await watched(PAGE)
    await putPeople({ ref: 'person:Sam K.', superAdmin: true })
    await iAm('person:Jo M.')
    await toWho()
    await isSaid('Not set up in this browser.')
    expect(find('link', 'Set it up in Settings').getAttribute('href')).toBe('#/settings')
    expect(text()).toContain('Not in this browser: Jo M., who uses it, is not a recipient.')
    const request = vi.fn(async () => true)
    vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(request as never)
    await click(find('button', 'Allow notifications'))
    expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] })
    await click(find('checkbox', 'E-mail'))
    expect((find('checkbox', 'This browser sends') as HTMLInputElement).checked).toBe(true)
  })
})

describe('a form that is left', () => {
  it('is there again as it was, and can be given up', async () => {
    await watched(PAGE)
    await openForm()
    await type(field('rule-name'), 'Half a name')
    await enter()
    await until(async () => expect(await keptDraft(ACCOUNT, 'new')).toMatchObject({ name: 'Half a name', reached: 1 }))
    await open('#/home')
    await openForm('#/notifications/new?step=apps')
    expect(stepNow()).toBe('2Which apps')
    expect(text()).toContain('You have an unfinished notification.')
    await click(find('button', 'Discard'))
    await until(() => expect(stepNow()).toBe('1What'))
    expect(field('rule-name').value).toBe('Connection error')
    expect(text()).not.toContain('You have an unfinished notification.')
    await until(async () => expect(await keptDraft(ACCOUNT, 'new')).toBeNull())
  })

  it('is not kept when nothing was filled in', async () => {
    await watched(PAGE)
    await openForm()
    await enter()
    await settle()
    expect(await keptDrafts()).toEqual([])
  })
})

describe('a rule that is there', () => {
  it('is managed in the same form and keeps its id', async () => {
    await watched(PAGE)
    await putRules({
      sender: 'here',
      channels: ['in-app', 'email'],
      to: { kind: 'chosen', people: ['person:Jo M.'], teams: [] },
    })
    await openForm('#/notifications/broken')
    expect(find('heading', 'Manage notification')).toBeTruthy()
    expect(field('rule-name').value).toBe('Connection broken')
    expect(findAll('link', 'Who (done)')).toHaveLength(1)
    await type(field('rule-name'), 'Renamed')
    await click(find('link', 'Who (done)'))
    await settle()
    expect((find('checkbox', 'This browser sends') as HTMLInputElement).checked).toBe(true)
    await enter()
    await isSaid('Renamed is saved')
    expect(put()).toEqual({
      id: 'broken',
      name: 'Renamed',
      type: 'error',
      apps: 'all',
      to: { kind: 'chosen', people: ['person:Jo M.'], teams: [] },
      channels: ['in-app', 'email'],
      reminder: null,
      sends: true,
    })
  })

  it('is not taken away from the browser that sends it unless one says so', async () => {
    await watched(PAGE)
    await putRules({ sender: 'elsewhere', channels: ['email'] })
    await openForm('#/notifications/broken?step=who')
    expect((find('checkbox', 'This browser sends') as HTMLInputElement).checked).toBe(false)
    expect(descriptionOf(find('checkbox', 'This browser sends'))).toContain('Another browser sends this one now.')
  })

  it('is duplicated into a new one of another name, through the form', async () => {
    await watched(PAGE)
    await putRules({ apps: ['id:2'] })
    await openForm(`#/notifications/new?copy=broken&for=${encodeURIComponent(ACCOUNT)}`)
    expect(field('rule-name').value).toBe('Connection broken 2')
    await enter()
    await enter()
    await enter()
    await until(() => expect(put()).toMatchObject({ name: 'Connection broken 2', apps: ['id:2'] }))
    expect(put()?.id).not.toBe('broken')
  })

  it('that was deleted is not there any more', async () => {
    await watched(PAGE)
    await open('#/notifications/gone')
    await isSaid('This notification is not there any more')
    expect(document.querySelector('form')).toBeNull()
  })
})

describe('the dry run', () => {
  const issue = (more: Partial<Issue>): Issue => ({
    ...{ account: ACCOUNT, subject: 'id:1', kind: 'error', occurrence: 1, open: 0, began: null },
    firstSeen: berlin('2026-11-09T09:00'),
    lastSeen: berlin('2026-11-09T09:00'),
    evidence: { from: 'status', text: null, observedAt: berlin('2026-11-09T09:00'), source: 'page' },
    ended: {
      how: 'status-connected',
      time: { kind: 'instant', at: berlin('2026-11-10T12:00') },
      observedAt: berlin('2026-11-10T12:00'),
    },
    version: 1,
    ...more,
  })
  beforeEach(async () => {
    await watched(PAGE, { at: berlin('2026-11-01T09:00') })
    await db.issues.bulkPut([issue({}), issue({ subject: 'id:3', kind: 'expired', occurrence: 1 })])
  })

  it('says how often it would have fired, when, and of what, and since when that is known', async () => {
    await openForm()
    await until(() => expect(dryRun()).toBe('Would have fired 2 times in the last 30 days'))
    expect(text()).toContain('Known from 1 Nov')
    const lines = [...document.querySelectorAll('#dry-run ol li')].map(line => line.textContent)
    expect(lines).toEqual(['10 Nov, 12:00Resolved: Ledgerlane', '9 Nov, 09:10Error: Ledgerlane'])
  })

  it('follows the form', async () => {
    await openForm()
    await until(() => expect(dryRun()).toBe('Would have fired 2 times in the last 30 days'))
    await click(radio('App install'))
    await until(() => expect(dryRun()).toBe('Would not have fired in the last 30 days'))
    await click(radio('Connection expired'))
    await until(() => expect(document.querySelector('#dry-run ol')?.textContent).toContain('Expired: Mailharbor'))
  })

  it('says what it would have kept silent, and why', async () => {
    await db.marks.put({
      account: ACCOUNT,
      subject: 'id:1',
      kind: 'muted',
      at: berlin('2026-11-02T00:00'),
      until: null,
    })
    await openForm()
    await until(() => expect(text()).toContain('Muted: 1'))
    expect(dryRun()).toBe('Would not have fired in the last 30 days')
  })
})

test('a rule of an account that is only looked at through another stays where it is', async () => {
  await watched(PAGE)
  await watched(PAGE, { id: 'hubspot:9', label: 'Acme Japan' })
  await setSettings({ device: 'here' })
  await db.rules.put(ruleOf({ account: 'hubspot:9', id: 'other', name: 'Other' }))
  await openForm('#/notifications/other?account=hubspot%3A4411007')
  expect(document.querySelector('.pb-crumbs')?.textContent).toBe('Notifications / Acme Japan / Other')
})
