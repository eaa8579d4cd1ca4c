// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '../../../storage/db.ts'
import { ACCOUNT } from '../../builders.ts'
import { PAGE } from '../apps/rows.ts'
import { putRules } from '../notifications/rules.ts'
import { begin, end, open, sent, until, watched } from '../options/page.tsx'
import { click, find, findAll, NOW, press } from '../ui/screen.tsx'

beforeEach(async () => {
  await begin()
  await watched(PAGE)
})
afterEach(end)

const toast = () => document.querySelector('.pb-toast')?.textContent ?? ''
const subject = { account: ACCOUNT, subject: 'id:1' }
const REMINDER = { every: 'day', anchor: '2026-11-01T09:00' } as const

const openDetails = async () => {
  await open('#/home')
  await until(() => expect(findAll('button', 'Details').length).toBeGreaterThan(0))
  await click(findAll('button', 'Details')[0] as HTMLElement)
  await until(() => expect(find('button', 'Mute')).toBeTruthy())
}

describe('the details of a row of Needs your attention', () => {
  it('mute the app, say what that does, and take it back', async () => {
    await openDetails()
    await click(find('button', 'Mute'))
    expect(sent).toEqual([{ type: 'mute', ...subject }])
    await until(() => expect(toast()).toContain('Ledgerlane muted: not counted, and nothing is told of it'))
    await press('z', { ctrlKey: true })
    expect(sent.at(-1)).toEqual({ type: 'unmute', ...subject })
  })

  it('offer Acknowledge only where a rule that is on reminds of it', async () => {
    await openDetails()
    expect(findAll('button', 'Acknowledge')).toEqual([])
    await putRules({ reminder: REMINDER })
    await until(() => expect(find('button', 'Acknowledge')).toBeTruthy())
    await click(find('button', 'Acknowledge'))
    expect(sent).toEqual([{ type: 'acknowledge', ...subject }])
  })

  it('say what was said before, with the way back', async () => {
    await putRules({ reminder: REMINDER })
    await openDetails()
    const said = { account: ACCOUNT, subject: 'id:1' as const, at: NOW, until: null }
    await db.marks.bulkPut([
      { ...said, kind: 'muted' },
      { ...said, kind: 'acknowledged' },
    ])
    await until(() => expect(find('button', 'Unmute')).toBeTruthy())
    const details = document.querySelector('.attn-details')?.textContent ?? ''
    expect(details).toContain('Muted: not counted, and nothing is told of it.')
    expect(details).toContain('Acknowledged: no more reminders of this.')
    await click(find('button', 'Unmute'))
    expect(sent).toEqual([{ type: 'unmute', ...subject }])
  })
})

describe('the details of an app', () => {
  it('mute it, also where nothing is wrong with it', async () => {
    await open('#/home?open=hubspot%3A4411007+id%3A2')
    await until(() => expect(find('button', 'Mute')).toBeTruthy())
    await click(find('button', 'Mute'))
    expect(sent).toEqual([{ type: 'mute', account: ACCOUNT, subject: 'id:2' }])
    expect(findAll('button', 'Acknowledge')).toEqual([])
  })
})
