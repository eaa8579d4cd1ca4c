// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { keptDraft, keptDrafts } from '../../../components/notifications/form/keptDrafts.ts'
import { db } from '../../../storage/db.ts'
import type { Issue } from '../../../storage/model/issues/issue.ts'
import { setSettings } from '../../../storage/settings.ts'
import { ACCOUNT } from '../../builders.ts'
import { PAGE } from '../apps/rows.ts'
import { begin, end, open, settle, until, watched } from '../options/page.tsx'
import { berlin, click, descriptionOf, find, findAll, type } from '../ui/screen.tsx'
import { dryRun, enter, field, isSaid, openForm, put, radio, stepNow, text } from './form.ts'
import { putRules, ruleOf } from './rules.ts'

beforeEach(begin)
afterEach(end)

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
  expect([...document.querySelectorAll('.pb-crumbs li')].map(crumb => crumb.textContent)).toEqual([
    'Notifications',
    'Acme Japan',
    'Other',
  ])
})
