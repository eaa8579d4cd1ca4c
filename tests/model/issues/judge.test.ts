import { describe, expect, it } from 'vitest'
import { newAccount } from '../../../storage/intake.ts'
import type { Mark } from '../../../storage/model/facts/rows.ts'
import { DAY, HOUR } from '../../../storage/model/facts/time.ts'
import { isOpen } from '../../../storage/model/issues/judge.ts'
import { applyBatch, emptyLedger, judgeLedger, type Ledger } from '../../../storage/model/ledger.ts'
import { ACCOUNT, type AppSpec, type PageSpec, pageBatch, START } from '../../builders.ts'

const ledger = () => emptyLedger(newAccount(ACCOUNT, START))
const read = (on: Ledger, at: number, spec: PageSpec) => {
  applyBatch(on, pageBatch(at, spec))
  return judgeLedger(on, at)
}
const issues = (on: Ledger) =>
  [...on.issues.values()].sort((a, b) => a.firstSeen - b.firstSeen || a.occurrence - b.occurrence)
const open = (on: Ledger) => issues(on).filter(isOpen)
const kinds = (on: Ledger) => open(on).map(issue => `${issue.subject} ${issue.kind}`)
const endings = (on: Ledger) => issues(on).map(issue => issue.ended?.how ?? 'open')
const mark = (on: Ledger, kind: Mark['kind'], at: number, subject: Mark['subject'] = 'page:1') => {
  on.marks = [...on.marks, { account: ACCOUNT, subject, kind, at, until: null }]
  judgeLedger(on, at)
}

const app = (more: Partial<AppSpec> = {}): AppSpec => ({ name: 'Ledgerlane', ref: 'page:1', ...more })
const expired = { apps: [app({ status: 'Expired' })], attention: [] }
const connected = { apps: [app({ status: 'Connected' })], attention: [] }
const silent = { apps: [app({ status: null })], attention: [] }
const inAttention = {
  apps: [app({ status: null })],
  attention: [{ name: 'Ledgerlane', ref: 'page:1' as const, reason: 'The connection has expired' }],
}

describe('an issue opens', () => {
  it('when the status column says expired, disconnected or error', () => {
    for (const [word, kind] of [
      ['Expired', 'expired'],
      ['Disconnected', 'disconnected'],
      ['Error', 'error'],
    ] as const) {
      const on = ledger()
      read(on, START, { apps: [app({ status: word })] })
      expect(kinds(on)).toEqual([`page:1 ${kind}`])
    }
  })
  it('when Needs your attention lists an app that reports no status', () => {
    const on = ledger()
    read(on, START, inAttention)
    expect(kinds(on)).toEqual(['page:1 expired'])
  })
  it('as attention when the reason is in words Patchbay does not know', () => {
    const on = ledger()
    read(on, START, { ...inAttention, attention: [{ name: 'Ledgerlane', ref: 'page:1', reason: 'Zorp the flux' }] })
    expect(kinds(on)).toEqual(['page:1 attention'])
  })
  it('once, however often it is seen and judged', () => {
    const on = ledger()
    for (const hours of [0, 1, 2]) read(on, START + hours * HOUR, expired)
    judgeLedger(on, START + 2 * HOUR)
    expect(issues(on)).toHaveLength(1)
    expect(open(on)[0]).toMatchObject({ firstSeen: START, lastSeen: START + 2 * HOUR, occurrence: 1 })
  })
  it('never for an unknown word, a blank cell or a missing column', () => {
    for (const status of ['Paused', null, undefined]) {
      const on = ledger()
      read(on, START, { apps: [status === undefined ? app() : app({ status })], attention: [] })
      expect(kinds(on)).toEqual([])
    }
  })
  it('between the last look that showed the app well and the first that did not', () => {
    const on = ledger()
    read(on, START, connected)
    read(on, START + HOUR, connected)
    read(on, START + 5 * HOUR, expired)
    expect(open(on)[0]?.began).toEqual({ kind: 'between', from: START + HOUR, to: START + 5 * HOUR })
  })
  it('at a time nobody knows when it was there at the first look', () => {
    const on = ledger()
    read(on, START, expired)
    expect(open(on)[0]?.began).toBeNull()
  })
  it('at the time the app log tells, when that fits', () => {
    const on = ledger()
    read(on, START, connected)
    const time = { kind: 'instant', at: START + 2 * HOUR } as const
    read(on, START + 5 * HOUR, { ...expired, log: [{ name: 'Ledgerlane', ref: 'page:1', type: 'disconnected', time }] })
    expect(open(on)[0]?.began).toEqual(time)
  })
})

describe('an issue ends', () => {
  it('when the status says connected later than the problem was seen', () => {
    const on = ledger()
    read(on, START, expired)
    read(on, START + HOUR, connected)
    expect(endings(on)).toEqual(['status-connected'])
    expect(issues(on)[0]?.ended?.time).toEqual({ kind: 'between', from: START, to: START + HOUR })
  })
  it('when it is missing from a complete attention section while still in My apps', () => {
    const on = ledger()
    read(on, START, inAttention)
    read(on, START + HOUR, silent)
    expect(endings(on)).toEqual(['not-in-attention'])
  })
  it('not when a later page shows only one of the two places that state it', () => {
    const on = ledger()
    const both = { apps: [app({ status: 'Expired' })], attention: inAttention.attention }
    read(on, START, both)
    read(on, START + HOUR, { apps: [], attention: inAttention.attention, partial: ['my-apps'] }) // a filter is on
    expect(kinds(on)).toEqual(['page:1 expired'])
    read(on, START + 2 * HOUR, { apps: both.apps })
    expect(kinds(on)).toEqual(['page:1 expired'])
    expect(issues(on)).toHaveLength(1)
  })
  it('when the app was active after the problem was last seen', () => {
    const on = ledger()
    read(on, START, inAttention)
    read(on, START + 3 * DAY, { apps: [app({ lastActivity: { kind: 'day', day: '2026-11-05' } })] })
    expect(endings(on)).toEqual(['newer-activity'])
  })
  it('not by activity on the very day it was seen: a day is not an hour', () => {
    const on = ledger()
    read(on, START, inAttention)
    read(on, START + HOUR, { apps: [app({ lastActivity: { kind: 'day', day: '2026-11-02' } })] })
    expect(endings(on)).toEqual(['open'])
  })
  it('not by a partial attention section', () => {
    const on = ledger()
    read(on, START, inAttention)
    read(on, START + HOUR, { ...silent, partial: ['attention'] })
    expect(endings(on)).toEqual(['open'])
  })
  it('not when the app is missing from My apps too', () => {
    const on = ledger()
    read(on, START, inAttention)
    read(on, START + HOUR, { apps: [], attention: [] })
    expect(endings(on)).toEqual(['open'])
  })
  it('not when the status merely went blank', () => {
    const on = ledger()
    read(on, START, { apps: [app({ status: 'Expired' })] })
    read(on, START + HOUR, { apps: [app({ status: null })] })
    expect(endings(on)).toEqual(['open'])
  })
  it('not when the status says connected but the attention list still has it', () => {
    const on = ledger()
    read(on, START, inAttention)
    read(on, START + HOUR, { ...inAttention, apps: [app({ status: 'Connected' })] })
    expect(kinds(on)).toEqual(['page:1 expired'])
  })
  it('as another problem when the status column now says another one', () => {
    const on = ledger()
    read(on, START, expired)
    read(on, START + HOUR, { apps: [app({ status: 'Error' })], attention: [] })
    expect(endings(on)).toEqual(['other-problem', 'open'])
    expect(kinds(on)).toEqual(['page:1 error'])
  })
  it('and a second break is a second occurrence', () => {
    const on = ledger()
    read(on, START, expired)
    read(on, START + HOUR, connected)
    read(on, START + 2 * HOUR, expired)
    expect(issues(on).map(issue => issue.occurrence)).toEqual([1, 2])
    expect(open(on)).toHaveLength(1)
  })
})

describe('"I fixed it"', () => {
  it('ends the issue as said by the user', () => {
    const on = ledger()
    read(on, START, expired)
    mark(on, 'fixed', START + HOUR)
    expect(endings(on)).toEqual(['said-by-you'])
  })
  it('reopens the same occurrence when the problem is seen again', () => {
    const on = ledger()
    read(on, START, expired)
    mark(on, 'fixed', START + HOUR)
    read(on, START + 2 * HOUR, expired)
    expect(issues(on)).toHaveLength(1)
    expect(open(on)[0]).toMatchObject({ occurrence: 1, lastSeen: START + 2 * HOUR })
  })
  it('is not contradicted by evidence from before it was said', () => {
    const on = ledger()
    read(on, START, expired)
    mark(on, 'fixed', START + 2 * HOUR)
    read(on, START + HOUR, expired)
    expect(endings(on)).toEqual(['said-by-you'])
  })
})

describe('an app that no list shows any more', () => {
  it('is an issue after two complete reads, not after one, not after partial ones', () => {
    const on = ledger()
    read(on, START, connected)
    read(on, START + HOUR, { apps: [] })
    expect(kinds(on)).toEqual([])
    read(on, START + 2 * HOUR, { apps: [], partial: ['my-apps'] })
    expect(kinds(on)).toEqual([])
    read(on, START + 3 * HOUR, { apps: [] })
    expect(kinds(on)).toEqual(['page:1 vanished'])
  })
  it('is well again when it is back', () => {
    const on = ledger()
    read(on, START, connected)
    for (const hours of [1, 2]) read(on, START + hours * HOUR, { apps: [] })
    read(on, START + 3 * HOUR, connected)
    expect(endings(on)).toEqual(['seen-again'])
  })
  it('is gone without a word when the app log says uninstalled', () => {
    const on = ledger()
    read(on, START, connected)
    const log = [
      {
        name: 'Ledgerlane',
        ref: 'page:1' as const,
        type: 'uninstalled' as const,
        time: { kind: 'instant', at: START + HOUR } as const,
      },
    ]
    const { apps } = read(on, START + 2 * HOUR, { apps: [], log })
    expect(apps[0]?.gone).toBe('uninstalled')
    expect(kinds(on)).toEqual([])
  })
  it('stays gone when the user confirmed it, through any number of later reads', () => {
    const on = ledger()
    read(on, START, connected)
    for (const hours of [1, 2]) read(on, START + hours * HOUR, { apps: [] })
    mark(on, 'gone', START + 2 * HOUR + 1)
    mark(on, 'fixed', START + 2 * HOUR + 1)
    expect(endings(on)).toEqual(['said-by-you'])
    for (let hours = 3; hours < 10; hours++) read(on, START + hours * HOUR, { apps: [] })
    expect(kinds(on)).toEqual([])
  })
})

describe('the account itself', () => {
  it('is an issue when nothing was read for more than seven days, and well at the next read', () => {
    const on = ledger()
    read(on, START, connected)
    judgeLedger(on, START + 7 * DAY)
    expect(kinds(on)).toEqual([])
    judgeLedger(on, START + 7 * DAY + 1)
    expect(kinds(on)).toEqual(['account:self stale'])
    read(on, START + 8 * DAY, connected)
    expect(endings(on)).toEqual(['read-again'])
  })
  it('is not seen by looking at one app alone', () => {
    const on = ledger()
    read(on, START, connected)
    read(on, START + 6 * DAY, {})
    judgeLedger(on, START + 7 * DAY + 1)
    expect(kinds(on)).toEqual(['account:self stale'])
  })
  it('is an issue at once without permission, and after ten minutes signed out', () => {
    const forbidden = ledger()
    read(forbidden, START, connected)
    read(forbidden, START + HOUR, { state: 'no-permission' })
    expect(kinds(forbidden)).toEqual(['account:self unreadable'])
    const out = ledger()
    read(out, START, connected)
    read(out, START + HOUR, { state: 'signed-out' })
    expect(kinds(out)).toEqual([])
    judgeLedger(out, START + HOUR + 10 * 60_000)
    expect(kinds(out)).toEqual(['account:self unreadable'])
    read(out, START + 2 * HOUR, connected)
    expect(kinds(out)).toEqual([])
  })
  it('none of these makes an app look healthy or gone', () => {
    for (const state of [
      'signed-out',
      'no-permission',
      'not-recognised',
      'moved',
      'challenge',
      'other-page',
    ] as const) {
      const on = ledger()
      read(on, START, expired)
      const before = judgeLedger(on, START + HOUR).apps
      const { apps } = read(on, START + HOUR, { state, apps: [], attention: [] })
      expect(apps).toEqual(before)
      expect(open(on).some(issue => issue.kind === 'expired')).toBe(true)
    }
  })
})

describe('two apps of one name', () => {
  it('an attention item without a link accuses neither', () => {
    const on = ledger()
    const twins = { apps: [app({ status: 'Connected' }), app({ ref: 'page:2', status: 'Connected' })] }
    const { apps } = read(on, START, {
      ...twins,
      attention: [{ name: 'Ledgerlane', reason: 'The connection has expired' }],
    })
    expect(kinds(on)).toEqual(['name:Ledgerlane expired'])
    expect(apps.filter(candidate => candidate.status?.value.status === 'connected')).toHaveLength(2)
  })
})
