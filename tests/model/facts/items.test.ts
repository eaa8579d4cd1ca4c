import { describe, expect, it } from 'vitest'
import { newAccount } from '../../../storage/intake.ts'
import { type Fact, fieldOf, parseFact } from '../../../storage/model/facts/facts.ts'
import { crowdedOut, itemField, MOST_ITEMS } from '../../../storage/model/facts/items.ts'
import { canonical, factKey } from '../../../storage/model/facts/join.ts'
import { applyBatch, assembleLedger, emptyLedger, forgetRead, type Ledger } from '../../../storage/model/ledger.ts'
import { ACCOUNT, type PageSpec, pageBatch, START } from '../../builders.ts'
import { random } from '../../random.ts'

const MINUTE = 60_000
const EXPIRED = 'The connection has expired'
const ASKS = 'Review the permissions it asks for'
const of = (...reasons: string[]) => reasons.map(reason => ({ name: 'Ledgerlane', ref: 'page:1' as const, reason }))

const ledger = (): Ledger => emptyLedger(newAccount(ACCOUNT, START))
const read = (on: Ledger, minutes: number, spec: PageSpec, device?: string) =>
  applyBatch(on, pageBatch(START + minutes * MINUTE, spec, device ? { device } : {}))
const listed = (on: Ledger, name = 'Ledgerlane') =>
  assembleLedger(on)
    .apps.filter(app => app.name === name)
    .flatMap(app => app.attention.map(item => item.value.reason))

describe('the items of Needs your attention of one app', () => {
  it('are kept each, with what trouble each tells of', () => {
    const on = ledger()
    read(on, 0, { attention: of(EXPIRED, ASKS) })
    expect(listed(on)).toEqual([ASKS, EXPIRED].sort())
    expect(
      assembleLedger(on)
        .apps[0]?.attention.map(item => item.value.trouble)
        .sort(),
    ).toEqual(['expired', 'unknown'])
  })
  it('stay when a part of the section shows another one only', () => {
    const on = ledger()
    read(on, 0, { attention: of(EXPIRED), partial: ['attention'] })
    read(on, 1, { attention: of(ASKS), partial: ['attention'] })
    expect(listed(on)).toEqual([ASKS, EXPIRED]) // newest first
  })
  it('go each with the first complete section that began later and lacks it', () => {
    const on = ledger()
    read(on, 0, { attention: of(EXPIRED, ASKS) })
    read(on, 1, { attention: of(ASKS) })
    expect(listed(on)).toEqual([ASKS])
    read(on, 2, { attention: [] })
    expect(listed(on)).toEqual([])
  })
  it('do not go with a complete section that began before they were last seen', () => {
    const on = ledger()
    read(on, 1, { attention: of(EXPIRED), partial: ['attention'] })
    read(on, 0, { attention: [] }, 'there')
    expect(listed(on)).toEqual([EXPIRED])
  })
  it('are one where a link and a bare name told the same sentence of one app', () => {
    const on = ledger()
    read(on, 0, { apps: [{ name: 'Ledgerlane', ref: 'page:1' }], attention: of(EXPIRED), partial: ['attention'] })
    read(on, 1, { attention: [{ name: 'Ledgerlane', reason: EXPIRED }], partial: ['attention'] })
    expect(listed(on)).toEqual([EXPIRED])
  })
  it('are all kept under a name that two apps share', () => {
    const on = ledger()
    const twins = [1, 2].map(n => ({ name: 'Ledgerlane', ref: `page:${n}` as const }))
    read(on, 0, { apps: twins, attention: [EXPIRED, ASKS].map(reason => ({ name: 'Ledgerlane', reason })) })
    const { apps } = assembleLedger(on)
    expect(apps.map(app => [app.key, app.attention.length])).toEqual([
      ['name:Ledgerlane', 2],
      ['page:1', 0],
      ['page:2', 0],
    ])
  })
  it('do not take the app’s own name for a trouble', () => {
    const on = ledger()
    read(on, 0, { attention: [{ name: 'Disconnected Cables', reason: 'Disconnected Cables has expired' }] })
    expect(assembleLedger(on).apps[0]?.attention[0]?.value.trouble).toBe('expired')
  })
  it('are what they are in whatever order they were told', () => {
    const reads: [number, PageSpec][] = [
      [0, { attention: of(EXPIRED, ASKS) }],
      [1, { attention: of(ASKS), partial: ['attention'] }],
      [2, { attention: of('It is disconnected'), partial: ['attention'] }],
      [3, { attention: of(ASKS) }],
      [4, { attention: of(EXPIRED), partial: ['attention'] }],
    ]
    const inOrder = ledger()
    for (const [at, spec] of reads) read(inOrder, at, spec)
    expect(listed(inOrder)).toEqual([EXPIRED, ASKS])
    for (let seed = 1; seed <= 20; seed++) {
      const on = ledger()
      for (const [at, spec] of random(seed).shuffle([...reads, ...reads.slice(seed % 5)])) read(on, at, spec)
      expect(assembleLedger(on).apps).toEqual(assembleLedger(inOrder).apps)
    }
  })
  it('of one read are told anew without those of other reads going', () => {
    const on = ledger()
    read(on, 0, { attention: of(EXPIRED), partial: ['attention'] })
    read(on, 1, { attention: of(''), partial: ['attention'] }) // the column was not understood
    forgetRead(on, `read-${START + MINUTE}-here`)
    read(on, 1, { attention: of(ASKS), partial: ['attention'] })
    expect(listed(on)).toEqual([ASKS, EXPIRED])
  })
  it('leave a past each', () => {
    const on = ledger()
    read(on, 0, { attention: of(EXPIRED, ASKS) })
    const past = [...on.sightings.values()].filter(sighting => sighting.field === 'attention')
    expect(past.map(({ value }) => (value as { reason: string }).reason).sort()).toEqual([ASKS, EXPIRED].sort())
  })
})

describe('a sentence that is another one each day', () => {
  const days = (from: number, to: number): [number, PageSpec][] =>
    Array.from({ length: to - from }, (_, n) => [
      from + n,
      { attention: of(`It expired ${from + n} days ago`), partial: ['attention'] },
    ])

  it('fills no more than the newest rows, whatever the order', () => {
    const inOrder = ledger()
    for (const [at, spec] of days(0, MOST_ITEMS + 20)) read(inOrder, at, spec)
    expect(listed(inOrder)).toHaveLength(MOST_ITEMS)
    expect(listed(inOrder)[0]).toBe(`It expired ${MOST_ITEMS + 19} days ago`)
    const rows = (on: Ledger) => canonical([...on.facts].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (let seed = 1; seed <= 5; seed++) {
      const on = ledger()
      for (const [at, spec] of random(seed).shuffle(days(0, MOST_ITEMS + 20))) read(on, at, spec)
      expect(rows(on)).toBe(rows(inOrder))
    }
  })
  it('is taken off the disk with what takes its place', () => {
    const on = ledger()
    for (const [at, spec] of days(0, MOST_ITEMS + 1)) read(on, at, spec)
    const [gone] = on.removedFacts
    expect(gone?.field).toBe(itemField('It expired 0 days ago'))
    expect(gone && on.dirty.facts.has(factKey(gone))).toBe(false)
  })
  it('crowds out none of another app or source', () => {
    const fact = (n: number, more: Partial<Fact> = {}): Fact => ({
      account: ACCOUNT,
      ref: 'page:1',
      field: itemField(`${n}`),
      value: { reason: `${n}`, button: null },
      observedAt: START + n,
      source: 'page',
      device: 'here',
      read: 'r',
      ...more,
    })
    const many = Array.from({ length: MOST_ITEMS }, (_, n) => fact(n + 1))
    const others = [fact(0, { ref: 'page:2' }), fact(0, { source: 'sample' }), { ...fact(0), field: 'name' } as Fact]
    expect(crowdedOut([...others, ...many])).toEqual([])
    expect(crowdedOut([...many, fact(0)])).toEqual([fact(0)])
  })
})

describe('an item as a stored fact', () => {
  const stored = {
    account: ACCOUNT,
    ref: 'page:1',
    field: itemField(EXPIRED),
    value: { reason: EXPIRED, button: 'Reconnect' },
    observedAt: START,
    source: 'page',
    device: 'here',
    read: 'r1',
  }
  it('comes back as it was', () => {
    expect(parseFact(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
    expect(fieldOf(itemField(EXPIRED))).toBe('attention')
  })
  it.each([
    ['no item at all', { field: 'attention' }],
    ['another field', { field: 'attentions:x' }],
    ['a field of the language', { field: 'toString' }],
    ['no sentence', { value: { button: null } }],
  ])('is nothing with %s', (_, damage) => expect(parseFact({ ...stored, ...damage })).toBeNull())
})
