// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { keptDrafts } from '../../../components/notifications/form/keptDrafts.ts'
import { db } from '../../../storage/db.ts'
import { ACCOUNT } from '../../builders.ts'
import { PAGE } from '../apps/rows.ts'
import { begin, end, settle, until, watched, workerDoes } from '../options/page.tsx'
import { click, descriptionOf, find, findAll, focus, nameOf, press, type } from '../ui/screen.tsx'
import { enter, errors, field, isSaid, openForm, put, radio, select, stepNow, text } from './form.ts'
import { putRules } from './rules.ts'

beforeEach(begin)
afterEach(end)

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
      ...['Connection error', 'Connection expired', 'Gone quiet', 'Needs your attention', 'Patchbay cannot see'],
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
