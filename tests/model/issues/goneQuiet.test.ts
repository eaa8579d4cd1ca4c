import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newAccount } from '../../../storage/intake.ts'
import type { Mark, QuietSetting } from '../../../storage/model/facts/rows.ts'
import { DAY, HOUR, type Time } from '../../../storage/model/facts/time.ts'
import { isOpen } from '../../../storage/model/issues/judge.ts'
import { LEAST_GAPS, rhythmOf } from '../../../storage/model/issues/rhythm.ts'
import { applyBatch, emptyLedger, judgeLedger, type Ledger, pastIn } from '../../../storage/model/ledger.ts'
import { ACCOUNT, type AppSpec, type PageSpec, pageBatch, START } from '../../builders.ts'

const ledger = () => emptyLedger(newAccount(ACCOUNT, START))
const dayAt = (at: number): Time => ({ kind: 'day', day: new Date(at).toISOString().slice(0, 10) })
const exactly = (at: number): Time => ({ kind: 'instant', at })

/** A look at a page on which Ringdesk was last active then. */
const look = (on: Ledger, at: number, lastActivity: Time | null, more: Partial<AppSpec> = {}, page: PageSpec = {}) => {
  applyBatch(on, pageBatch(at, { apps: [{ name: 'Ringdesk', ref: 'page:1', lastActivity, ...more }], ...page }))
  judgeLedger(on, at)
}
/** Looked at each day, active each day: ten gaps after eleven days. Gives the time of the last look. */
const daily = (on: Ledger, days: number, from = START, more: Partial<AppSpec> = {}) => {
  for (let n = 0; n < days; n++) look(on, from + n * DAY, dayAt(from + n * DAY), more)
  return from + (days - 1) * DAY
}
/** The page goes on being looked at each day, and shows no newer activity. */
const silence = (on: Ledger, since: number, days: number, more: Partial<AppSpec> = {}) => {
  for (let n = 1; n <= days; n++) look(on, since + n * DAY, dayAt(since), more)
  return since + days * DAY
}
const issues = (on: Ledger) => [...on.issues.values()].filter(issue => issue.kind === 'gone-quiet')
const isQuiet = (on: Ledger) => issues(on).some(isOpen)
const endings = (on: Ledger) => issues(on).map(issue => issue.ended?.how ?? 'open')
const mark = (on: Ledger, kind: Mark['kind'], at: number, quiet?: QuietSetting) => {
  const said: Mark = { account: ACCOUNT, subject: 'page:1', kind, at, until: null }
  on.marks = [...on.marks.filter(other => other.kind !== kind), quiet === undefined ? said : { ...said, quiet }]
  judgeLedger(on, at)
}
const rhythm = (on: Ledger) => rhythmOf(pastIn(on)(['page:1']), 'page')

describe('an app has gone quiet', () => {
  it('when it was active each day and was not for more than three times as long as its gaps can have been', () => {
    const on = ledger()
    const last = daily(on, 20)
    silence(on, last, 7)
    expect(isQuiet(on)).toBe(false) // two days at most between two days: six days, from the end of the last one anywhere on Earth
    look(on, last + 8 * DAY, dayAt(last))
    expect(isQuiet(on)).toBe(true)
    expect(issues(on)[0]).toMatchObject({
      began: dayAt(last),
      firstSeen: last + 8 * DAY,
      evidence: { from: 'silence', text: null },
    })
  })
  it('after a day where its activity is told to the minute and comes every hour', () => {
    const on = ledger()
    for (let n = 0; n < 40; n++) look(on, START + n * 8 * HOUR, exactly(START + n * 8 * HOUR - HOUR))
    const last = START + 39 * 8 * HOUR - HOUR
    look(on, last + 24 * HOUR, exactly(last))
    expect(isQuiet(on)).toBe(false)
    look(on, last + 50 * HOUR, exactly(last))
    expect(isQuiet(on)).toBe(true)
  })
  it('only by what was looked at: time in which nobody opens the page proves no silence', () => {
    const on = ledger()
    const last = daily(on, 20)
    judgeLedger(on, last + 6.9 * DAY)
    judgeLedger(on, last + 60 * DAY)
    expect(isQuiet(on)).toBe(false)
  })
  it('not while its rhythm is known from fewer than ten gaps', () => {
    const on = ledger()
    silence(on, daily(on, 10), 40)
    expect(rhythm(on)).toMatchObject({ gaps: 9, usual: null })
    expect(isQuiet(on)).toBe(false)
  })
  it('not when HubSpot says that it is connected, or what is wrong with it', () => {
    for (const status of ['Connected', 'Expired']) {
      const on = ledger()
      silence(on, daily(on, 20, START, { status }), 30, { status })
      expect(issues(on)).toEqual([])
    }
  })
  it('also when HubSpot has a word for it that Patchbay does not know', () => {
    const on = ledger()
    silence(on, daily(on, 20, START, { status: 'Paused' }), 30, { status: 'Paused' })
    expect(isQuiet(on)).toBe(true)
  })
  it('not while it stands under Needs your attention: that explains it', () => {
    const on = ledger()
    const last = daily(on, 20)
    const attention = [{ name: 'Ringdesk', ref: 'page:1' as const, reason: 'Finish setting it up' }]
    for (let n = 1; n < 30; n++) look(on, last + n * DAY, dayAt(last), {}, { attention })
    expect(issues(on)).toEqual([])
  })
  it('by its own rhythm: what is used once a week may be silent for weeks', () => {
    const on = ledger()
    const at = (n: number) => START + n * DAY
    for (let n = 0; n < 98; n++) look(on, at(n), dayAt(at(n - (n % 7))))
    for (let n = 98; n < 113; n++) look(on, at(n), dayAt(at(91)))
    expect(isQuiet(on)).toBe(false)
    for (let n = 113; n < 120; n++) look(on, at(n), dayAt(at(91)))
    expect(isQuiet(on)).toBe(true)
  })
  it('by days that were looked at, once there are enough: weeks in which nobody looked say little of it', () => {
    const on = ledger()
    for (let n = 0; n < 20; n++) look(on, START + n * 11 * DAY, dayAt(START + n * 11 * DAY))
    silence(on, daily(on, 15, START + 220 * DAY), 9)
    expect(rhythm(on).gaps).toBe(14)
    expect(isQuiet(on)).toBe(true)
  })
  it('never by a time that is told as so long ago and may be the same again and again', () => {
    const on = ledger()
    for (let n = 0; n < 60; n++) {
      const at = START + n * 6 * HOUR
      look(on, at, { kind: 'between', from: START - 30 * DAY, to: at - DAY })
    }
    expect(rhythm(on).gaps).toBe(0)
    expect(isQuiet(on)).toBe(false)
  })
  it('nowhere in an account that cannot be seen', () => {
    const on = ledger()
    const last = daily(on, 20)
    applyBatch(
      on,
      pageBatch(last + 20 * DAY, { apps: [{ name: 'Ringdesk', ref: 'page:1', lastActivity: dayAt(last) }] }),
    )
    judgeLedger(on, last + 40 * DAY)
    expect(issues(on)).toEqual([])
  })
})

describe('a silence ends', () => {
  const quiet = () => {
    const on = ledger()
    const at = silence(on, daily(on, 20), 9)
    expect(isQuiet(on)).toBe(true)
    return { on, at, last: START + 19 * DAY }
  }
  it('when the app was surely active since', () => {
    const { on, at, last } = quiet()
    look(on, at + DAY, dayAt(last + DAY))
    expect(endings(on)).toEqual(['newer-activity'])
    expect(issues(on)[0]?.ended?.time).toEqual(dayAt(last + DAY))
  })
  it('not when its day is blank, when it stands in no list that was read whole, or when Needs your attention is empty', () => {
    const { on, at, last } = quiet()
    look(on, at + DAY, null)
    look(on, at + 2 * DAY, dayAt(last), {}, { attention: [] })
    applyBatch(on, pageBatch(at + 3 * DAY, { apps: [], partial: ['my-apps'] }))
    judgeLedger(on, at + 3 * DAY)
    expect(endings(on)).toEqual(['open'])
  })
  it('when no list shows the app any more, or the log says that it was uninstalled', () => {
    const { on, at } = quiet()
    for (const n of [1, 2]) {
      applyBatch(on, pageBatch(at + n * DAY, { apps: [] }))
      judgeLedger(on, at + n * DAY)
    }
    expect(endings(on)).toEqual(['other-problem'])
    const { on: other, at: then } = quiet()
    const time = exactly(then + HOUR)
    applyBatch(
      other,
      pageBatch(then + DAY, { apps: [], log: [{ name: 'Ringdesk', ref: 'page:1', type: 'uninstalled', time }] }),
    )
    judgeLedger(other, then + DAY)
    expect(endings(other)).toEqual(['uninstalled'])
  })
  it('when HubSpot tells what is wrong, or that it is connected', () => {
    for (const [status, how] of [
      ['Expired', 'other-problem'],
      ['Connected', 'status-connected'],
    ] as const) {
      const { on, at, last } = quiet()
      look(on, at + DAY, dayAt(last), { status })
      expect(endings(on)).toEqual([how])
    }
  })
  it('by “I fixed it”, until it goes on for as long again and is seen', () => {
    const { on, at, last } = quiet()
    mark(on, 'fixed', at + HOUR)
    expect(endings(on)).toEqual(['said-by-you'])
    for (let n = 1; n <= 6; n++) look(on, at + n * DAY, dayAt(last))
    judgeLedger(on, at + 6.9 * DAY)
    expect(endings(on)).toEqual(['said-by-you'])
    look(on, at + 7 * DAY, dayAt(last))
    expect(issues(on)).toMatchObject([{ open: 1, occurrence: 1, began: dayAt(last) }])
  })
  it('for good after “I fixed it” and activity; the next silence is another one', () => {
    const { on, at } = quiet()
    mark(on, 'fixed', at + HOUR)
    silence(on, daily(on, 3, at + DAY), 9)
    expect(endings(on)).toEqual(['said-by-you', 'open'])
  })
  it('while the user lets it be silent for longer, and is there again when that is taken back', () => {
    for (const setting of ['off', 'patient', 30] as const) {
      const { on, at } = quiet()
      mark(on, 'quiet', at + HOUR, setting)
      expect(endings(on)).toEqual(['set-by-you'])
      on.marks = []
      judgeLedger(on, at + 2 * HOUR)
      expect(issues(on)).toMatchObject([{ open: 1, occurrence: 1 }])
    }
  })
})

describe('the user says how long an app may be silent', () => {
  const silentFor = (days: number, setting: QuietSetting) => {
    const on = ledger()
    mark(on, 'quiet', START, setting)
    silence(on, daily(on, 20), days)
    return isQuiet(on)
  }
  it('twice as long as usual, so many days, or for ever', () => {
    expect(silentFor(13, 'patient')).toBe(false)
    expect(silentFor(15, 'patient')).toBe(true)
    expect(silentFor(3, 3)).toBe(false)
    expect(silentFor(5, 3)).toBe(true)
    expect(silentFor(60, 'off')).toBe(false)
  })
})

describe('whatever happens', () => {
  /** Gaps between looks in hours, and whether the app was active in each; how its activity is told. */
  const looks = fc.array(fc.record({ hours: fc.integer({ min: 2, max: 70 }), active: fc.boolean() }), { maxLength: 60 })
  const written = fc.constantFrom(dayAt, exactly, (at: number): Time => ({ kind: 'between', from: at - DAY, to: at }))
  const lived = (on: Ledger, story: { hours: number; active: boolean }[], write: (at: number) => Time) => {
    let [at, last] = [START, START]
    for (const { hours, active } of story) {
      at += hours * HOUR
      if (active) last = at - HOUR
      look(on, at, write(last))
    }
    return { at, last }
  }

  it('more observed silence never ends a silence without newer activity', () => {
    fc.assert(
      fc.property(
        looks,
        written,
        fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 12 }),
        (story, write, more) => {
          const on = ledger()
          const { at, last } = lived(on, story, write)
          let [then, wasQuiet] = [at, isQuiet(on)]
          for (const hours of more) {
            then += hours * HOUR
            look(on, then, write(last))
            if (wasQuiet) expect(isQuiet(on)).toBe(true)
            wasQuiet = isQuiet(on)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
  it('nothing is called quiet that was seen active fewer than eleven times', () => {
    fc.assert(
      fc.property(looks, written, (story, write) => {
        const on = ledger()
        const { at, last } = lived(on, story, write)
        for (let n = 1; n < 60; n += 6) look(on, at + n * DAY, write(last))
        const moments = new Set<number>()
        let now = START
        for (const { hours, active } of story) {
          now += hours * HOUR
          if (active) moments.add(now)
        }
        if (moments.size <= LEAST_GAPS - 1) expect(issues(on)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
  it('judging again at the same evidence changes nothing, and the order of arrival does not change the rhythm', () => {
    fc.assert(
      fc.property(looks, written, (story, write) => {
        const [on, backwards] = [ledger(), ledger()]
        const { at } = lived(on, story, write)
        const before = JSON.stringify([...on.issues])
        judgeLedger(on, at)
        expect(JSON.stringify([...on.issues])).toBe(before)
        let [now, last] = [START, START]
        const batches = story.map(({ hours, active }) => {
          now += hours * HOUR
          if (active) last = now - HOUR
          return pageBatch(now, { apps: [{ name: 'Ringdesk', ref: 'page:1', lastActivity: write(last) }] })
        })
        for (const batch of batches.reverse()) applyBatch(backwards, batch)
        expect(rhythm(backwards)).toEqual(rhythm(on))
      }),
      { numRuns: 100 },
    )
  })
})
