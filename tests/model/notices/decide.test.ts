import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../storage/model/facts/rows.ts'
import { decide } from '../../../storage/model/notices/decide.ts'
import type { Happening, Reminder } from '../../../storage/model/notices/rows.ts'
import { ACCOUNT } from '../../builders.ts'
import { DAY, ended, follow, HOUR, input, issue, MINUTE, NINE, rule, said } from './stories.ts'

const DAILY: Reminder = { every: 'day', anchor: '2026-11-02T09:00' }
const mark = (kind: Mark['kind'], at: number, until: number | null = null): Mark => ({
  account: ACCOUNT,
  subject: 'id:7',
  kind,
  at,
  until,
})

describe('a problem that opens', () => {
  it('is told once, when it was seen twice', () => {
    const once = input({ issues: [issue({ seen: [NINE + HOUR] })], now: NINE + HOUR })
    const twice = input({ issues: [issue()] })
    expect(follow([once, twice, twice])).toEqual([[], ['opened id:7'], []])
  })

  it('is told after ten minutes, seen once; and says that it waits for them', () => {
    const waiting = decide(input({ issues: [issue({ seen: [NINE + HOUR] })], now: NINE + HOUR + 9 * MINUTE }))
    expect(said(waiting)).toEqual([])
    expect(waiting.next).toBe(NINE + HOUR + 10 * MINUTE)
    expect(said(decide(input({ issues: [issue({ seen: [NINE + HOUR] })], now: NINE + HOUR + 10 * MINUTE })))).toEqual([
      'opened id:7',
    ])
  })

  it('is not told when it was there at the first read, or before the rule', () => {
    const old = [issue({ seen: [NINE - HOUR, NINE + HOUR] })]
    expect(said(decide(input({ issues: old, rules: [rule({ since: 0 })] })))).toEqual([])
    const before = [issue({ seen: [NINE - MINUTE, NINE + HOUR] })]
    expect(said(decide(input({ issues: before })))).toEqual([])
    expect(said(decide(input({ issues: before, rules: [rule({ since: 0 })] })))).toEqual(['opened id:7'])
  })

  it('is not told by a rule of another type, of other apps, or one that is off', () => {
    const issues = [issue()]
    for (const change of [{ type: 'error' }, { apps: ['id:8'] }, { on: false }] as const)
      expect(
        said(decide(input({ issues, rules: [rule({ ...change, apps: change.apps ? [...change.apps] : 'all' })] }))),
      ).toEqual([])
    const byOtherName = input({ issues, rules: [rule({ apps: ['slug:seven'] })] })
    const subjectOf = () => ({ refs: ['id:7', 'slug:seven'] as const, name: 'Seven', person: null, url: null })
    expect(said(decide({ ...byOtherName, subjectOf }))).toEqual(['opened id:7'])
  })

  it('is one message for forty apps', () => {
    const issues = Array.from({ length: 40 }, (_, nth) => issue({ subject: `id:${nth + 1}` }))
    const { notices } = decide(input({ issues }))
    expect(notices.map(({ items }) => items.length)).toEqual([40])
  })

  it('waits while Patchbay cannot see, and is told when it can', () => {
    const blind = issue({ subject: 'account:self', kind: 'unreadable', seen: [NINE + HOUR] })
    const open = [issue(), blind]
    const rules = [rule(), rule({ id: 'r2', type: 'cannot-see' })]
    const seesAgain = [issue(), { ...blind, open: 0 as const, ended: ended(NINE + 3 * HOUR, 'read-again') }]
    expect(follow([input({ issues: open, rules }), input({ issues: seesAgain, rules, now: NINE + 3 * HOUR })])).toEqual(
      [['opened account:self'], ['opened id:7', 'resolved account:self']],
    )
  })

  it('is told of after quiet hours, if it still lasts then', () => {
    const quiet = { from: '10:30', to: '12:00', zone: 'UTC' }
    const issues = [issue()]
    const inQuiet = decide(input({ issues, quiet }))
    expect(said(inQuiet)).toEqual([])
    expect(inQuiet.next).toBe(NINE + 3 * HOUR)
    expect(said(decide(input({ issues, quiet, now: NINE + 3 * HOUR })))).toEqual(['opened id:7'])
    const over = [issue({ ended: ended(NINE + 2.5 * HOUR) })]
    expect(said(decide(input({ issues: over, quiet, now: NINE + 3 * HOUR })))).toEqual([])
  })

  it('is not told while it is snoozed or muted', () => {
    const issues = [issue()]
    const snoozed = input({ issues, marks: [mark('snooze', NINE + HOUR, NINE + 3 * HOUR)] })
    expect(decide(snoozed)).toMatchObject({ notices: [], next: NINE + 3 * HOUR })
    expect(said(decide({ ...snoozed, now: NINE + 3 * HOUR }))).toEqual(['opened id:7'])
    expect(said(decide(input({ issues, marks: [mark('muted', NINE)] })))).toEqual([])
  })
})

describe('a problem that ends', () => {
  const now = NINE + 3 * HOUR
  it('is told to those who were told that it opened, once', () => {
    const over = input({ issues: [issue({ ended: ended(now) })], now })
    expect(follow([input({ issues: [issue()] }), over, over])).toEqual([['opened id:7'], ['resolved id:7'], []])
    expect(follow([over])).toEqual([[]])
  })

  it('is not over when it goes on under another name', () => {
    const over = input({ issues: [issue({ ended: ended(now, 'same-app') })], now })
    expect(follow([input({ issues: [issue()] }), over])).toEqual([['opened id:7'], []])
  })

  it('opens anew as another occurrence, and is told again', () => {
    const second = issue({ occurrence: 2, seen: [NINE + 5 * HOUR, NINE + 6 * HOUR] })
    const first = issue({ ended: ended(now) })
    expect(
      follow([
        input({ issues: [issue()] }),
        input({ issues: [first], now }),
        input({ issues: [first, second], now: NINE + 6 * HOUR }),
      ]),
    ).toEqual([['opened id:7'], ['resolved id:7'], ['opened id:7']])
  })

  it('comes back after "I fixed it" when it is seen again', () => {
    const said = issue({ ended: ended(now, 'said-by-you') })
    const again = issue({ seen: [NINE + HOUR, NINE + 4 * HOUR] })
    expect(
      follow([
        input({ issues: [issue()] }),
        input({ issues: [said], now }),
        input({ issues: [again], now: NINE + 4 * HOUR }),
        input({ issues: [{ ...again, open: 0, ended: ended(NINE + 5 * HOUR) }], now: NINE + 5 * HOUR }),
      ]),
    ).toEqual([['opened id:7'], ['resolved id:7'], ['reopened id:7'], ['resolved id:7']])
  })
})

describe('a problem that comes and goes', () => {
  it('is told once as unstable, then nothing until it was steady for an hour', () => {
    const at = (minute: number) => NINE + HOUR + minute * MINUTE
    const one = issue({ seen: [at(0)], ended: ended(at(5)) })
    const two = issue({ occurrence: 2, seen: [at(20)], ended: ended(at(30)) })
    const open = issue({ occurrence: 3, seen: [at(40), at(41)] })
    const moments = [
      input({ issues: [one], now: at(5) }),
      input({ issues: [one, { ...two, open: 1, ended: null }], now: at(20) }),
      input({ issues: [one, two], now: at(30) }),
      input({ issues: [one, two, open], now: at(41) }),
      input({ issues: [one, two, open], now: at(99) }),
      input({ issues: [one, two, open], now: at(100) }),
    ]
    expect(follow(moments)).toEqual([[], ['unstable id:7'], [], [], [], ['opened id:7']])
    expect(decide(moments[3] as (typeof moments)[0]).next).toBe(at(100))
  })
})

describe('a reminder', () => {
  const rules = [rule({ reminder: DAILY })]
  const tomorrow = NINE + DAY
  const opened = input({ rules, issues: [issue()] })

  it('goes out at its time if the problem was seen again since the last message', () => {
    const seenAgain = [issue({ seen: [NINE + HOUR, NINE + 20 * HOUR] })]
    expect(
      follow([
        opened,
        input({ rules, issues: seenAgain, now: tomorrow }),
        input({ rules, issues: seenAgain, now: tomorrow + HOUR }),
      ]),
    ).toEqual([['opened id:7'], ['reminder id:7'], []])
    expect(decide({ ...opened, told: [] }).next).toBe(tomorrow)
  })

  it('else says once that it was not checked, and then is silent until it is seen again', () => {
    const seen = [issue({ seen: [NINE + HOUR, NINE + 3 * DAY + HOUR] })]
    expect(
      follow([
        opened,
        input({ rules, issues: [issue()], now: tomorrow }),
        input({ rules, issues: [issue()], now: NINE + 2 * DAY }),
        input({ rules, issues: seen, now: NINE + 3 * DAY + HOUR }),
        input({ rules, issues: seen, now: NINE + 4 * DAY }),
      ]),
    ).toEqual([['opened id:7'], ['unchecked id:7'], [], ['reminder id:7'], ['unchecked id:7']])
  })

  it('also of what was there before the rule, but never as its first word that nobody looked', () => {
    const old = (last: number) => [issue({ seen: [NINE - 2 * HOUR, last] })]
    expect(
      follow([
        input({ rules, issues: old(NINE - HOUR), now: tomorrow }),
        input({ rules, issues: old(tomorrow + HOUR), now: NINE + 2 * DAY }),
      ]),
    ).toEqual([[], ['reminder id:7']])
  })

  it('says how many of its times went by in a sleep, in one', () => {
    const seen = [issue({ seen: [NINE + HOUR, NINE + 4 * DAY] })]
    const asleep = { from: NINE + 3 * HOUR, to: NINE + 4 * DAY }
    const told = decide(opened).told
    const [notice] = decide(input({ rules, issues: seen, told, asleep, now: NINE + 4 * DAY + HOUR })).notices
    expect(notice?.items.map(({ what, missed }) => [what, missed])).toEqual([['reminder', 3]])
    expect(notice?.asleep).toEqual(asleep)
  })

  it('is silent after "I know", and the end is told all the same', () => {
    const seen = [issue({ seen: [NINE + HOUR, NINE + 20 * HOUR] })]
    const marks = [mark('acknowledged', NINE + 3 * HOUR)]
    const over = [issue({ seen: [NINE + HOUR, NINE + 20 * HOUR], ended: ended(NINE + 2 * DAY) })]
    expect(
      follow([
        opened,
        input({ rules, marks, issues: seen, now: tomorrow }),
        input({ rules, marks, issues: over, now: NINE + 2 * DAY }),
      ]),
    ).toEqual([['opened id:7'], [], ['resolved id:7']])
  })
})

describe('an app that comes', () => {
  const happening = (change: Partial<Happening> = {}): Happening => ({
    key: 'k',
    type: 'installed',
    subject: 'id:9',
    name: 'Nine',
    person: 'Jo',
    time: { kind: 'day', day: '2026-11-02' },
    firstSeen: NINE + HOUR,
    ...change,
  })
  const rules = [rule({ type: 'install' })]
  it('is told once, to rules of its type', () => {
    const moment = input({ rules: [...rules, rule({ id: 'r2', type: 'uninstall' })], happenings: [happening()] })
    expect(follow([moment, moment])).toEqual([['happened id:9'], []])
  })
  it('is not told if it came or was seen before the rule', () => {
    const before = happening({ time: { kind: 'day', day: '2026-11-01' } })
    expect(said(decide(input({ rules, happenings: [before, happening({ firstSeen: NINE })] })))).toEqual([])
  })
})

it('nothing is told of an account that was never read well', () => {
  expect(decide(input({ issues: [issue()], watchedSince: null }))).toMatchObject({ notices: [], told: [], next: null })
})
