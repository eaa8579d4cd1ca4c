// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { intake } from '../../../storage/intake.ts'
import { setQuiet } from '../../../storage/marks.ts'
import { DAY } from '../../../storage/model/facts/time.ts'
import { ACCOUNT, pageBatch } from '../../builders.ts'
import { begin, end, open, sent, until, workerDoes } from '../options/page.tsx'
import { click, find, findAll, NOW, press } from '../ui/screen.tsx'

const LAST = NOW - 9 * DAY
const dayAt = (at: number) => ({ kind: 'day' as const, day: new Date(at).toISOString().slice(0, 10) })

/** Looked at each day for forty days: Ringdesk was active each day until nine days ago, Chatdock is, Newcomer is new. */
const live = () =>
  intake(
    Array.from({ length: 41 }, (_, n) => {
      const at = NOW - (40 - n) * DAY
      return pageBatch(at, {
        apps: [
          { name: 'Ringdesk', ref: 'page:1', lastActivity: dayAt(Math.min(at, LAST)) },
          { name: 'Chatdock', ref: 'page:2', lastActivity: dayAt(at) },
          { name: 'Formwell', ref: 'page:3', status: 'Connected', lastActivity: dayAt(at) },
          ...(n > 36 ? [{ name: 'Newcomer', ref: 'page:4' as const, lastActivity: dayAt(at) }] : []),
        ],
        attention: [],
      })
    }),
    { now: NOW },
  )

beforeEach(async () => {
  await begin()
  await live()
  workerDoes(async command => {
    if (command.type === 'quiet') await setQuiet(command, command.quiet, NOW)
    return { ok: true }
  })
})
afterEach(end)

const page = () => (document.body.textContent ?? '').replace(/\s+/g, ' ')
const details = () => (document.querySelector('.pb-quiet')?.textContent ?? '').replace(/\s+/g, ' ')
const select = () => document.querySelector('.pb-quiet select') as HTMLSelectElement
const choose = (value: string) => {
  select().value = value
  select().dispatchEvent(new Event('change', { bubbles: true }))
}
const SINCE = 'Usually active every 1–2 days; silent since 3 Nov (8 days)'

describe('an app that went quiet', () => {
  it('is a row of Needs your attention, and counted in Not reported too, as the tile says', async () => {
    await open('#/home')
    await until(() => expect(page()).toContain('Gone quiet'))
    const [connected, attention, unreported] = findAll('button')
      .filter(button => button.className.includes('pb-tile'))
      .map(tile => tile.textContent)
    expect(connected).toContain('1')
    expect(attention).toMatch(/Needs attention1.*1 gone quiet/)
    expect(unreported).toMatch(/Not reported3.*1 of them has gone quiet/)
    expect(document.querySelector('.pb-bar')?.getAttribute('aria-label')).toBe('1 connected, 3 not reported')
    expect(page()).toContain('It has been silent for longer than usual and may have stopped.')
    expect(page()).toContain('Since 3 Nov, time not reported')
  })

  it('says in its details how often it is active, and lets it be silent for longer, with Undo', async () => {
    await open('#/home')
    await until(() => expect(findAll('button', 'Details').length).toBeGreaterThan(0))
    await click(findAll('button', 'Details')[0] as HTMLElement)
    await until(() => expect(details()).toContain(SINCE))
    expect(details()).toContain('Gone quiet after 6 days of silence.')
    choose('off')
    await until(() => expect(sent.at(-1)).toEqual({ type: 'quiet', account: ACCOUNT, subject: 'page:1', quiet: 'off' }))
    await until(() => expect(document.querySelector('.pb-toast')?.textContent).toContain('Ringdesk: Never'))
    await press('z', { ctrlKey: true })
    await until(() => expect(sent.at(-1)).toEqual({ type: 'quiet', account: ACCOUNT, subject: 'page:1', quiet: null }))
    await until(() => expect(details()).toContain('Gone quiet after 6 days of silence.'))
  })

  it('is found by its filter and by Not reported', async () => {
    for (const status of ['gone-quiet', 'not-reported']) {
      await open(`#/home?status=${status}`)
      await until(() => expect(document.querySelector('table')?.textContent).toContain('Ringdesk'))
      expect(document.querySelector('table')?.textContent).not.toContain('Formwell')
    }
  })
})

describe('the details of an app', () => {
  const opened = async (ref: string) => {
    await open(`#/home?open=hubspot%3A4411007+page%3A${ref}`)
    await until(() => expect(details()).not.toBe(''))
  }
  it('say its rhythm while it is well, and take a number of days', async () => {
    await opened('2')
    expect(details()).toContain('Usually active every 1–2 days')
    expect(details()).not.toContain('silent')
    choose('14')
    await until(() => expect(details()).toContain('Gone quiet after 14 days of silence.'))
    expect(select().value).toBe('14')
  })
  it('say how many activities are missing, and that a status makes the alarm needless', async () => {
    await opened('4')
    expect(details()).toContain('7 more activities have to be observed')
  })
  it('say that a status makes the alarm needless', async () => {
    await opened('3')
    expect(details()).toContain('HubSpot tells a status of this app, so its silence is no alarm.')
  })
})

it('What I can watch here tells for how many apps the rhythm is known, and what the others need', async () => {
  await open('#/accounts')
  await until(() => expect(page()).toContain('1 more needs up to 7 more observed activities'))
  const row = [...document.querySelectorAll('tr')].find(one => one.textContent?.startsWith('Gone quiet'))
  expect(row?.textContent).toContain('2 of 4')
})

it('speaks Japanese', async () => {
  await open('#/home', {}, 'ja')
  await until(() => expect(page()).toContain('動きなし'))
  await click(find('button', '詳細'))
  await until(() => expect(details()).toContain('普段は1〜2日ごとに動作。11月3日から動きなし（8日）'))
})
