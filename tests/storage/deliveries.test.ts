import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDb, type PatchbayDb } from '../../storage/db.ts'
import {
  beginTry,
  cancel,
  cancelOfRule,
  claimDue,
  deliveries,
  deliveriesOf,
  deliveryById,
  finish,
  nextDeliveryDue,
  pruneNotices,
  releaseWaiting,
  resend,
  shownTogether,
  unfinished,
} from '../../storage/deliveries.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { DAY, HOUR, MINUTE } from '../../storage/model/facts/time.ts'
import type { Delivery } from '../../storage/model/notices/rows.ts'
import { ACCOUNT, delivery, item, NOW, notice } from '../background/tell/notices.ts'

const OTHER: AccountId = 'hubspot:9911'
const UNTIL = NOW + 4 * MINUTE
let on: PatchbayDb
let made = 0

beforeEach(async () => {
  on = createDb(`deliveries-${made++}`)
  for (const id of [ACCOUNT, OTHER])
    await on.accounts.put({ id, label: id, host: null, addedAt: 1, automatic: false, zone: null })
})
afterEach(() => on.delete())

const put = (...rows: Partial<Delivery>[]) => on.deliveries.bulkPut(rows.map(row => delivery(row)))
const row = async (id: string): Promise<Delivery> => {
  const found = await deliveryById(id, on)
  if (!found) throw new Error(`No delivery ${id}`)
  return found
}
const ids = (rows: readonly Delivery[]) => rows.map(({ id }) => id)
/** A finished row: it is not in the index of what is due. */
const done = (change: Partial<Delivery>): Partial<Delivery> => {
  const { due: _, ...rest } = delivery({ state: 'accepted', ...change })
  return rest
}
const putDone = (...rows: Partial<Delivery>[]) => on.deliveries.bulkPut(rows.map(row => done(row) as Delivery))
const ACCEPTED = { state: 'accepted', reason: null, tries: 1, acceptedBy: 'Resend', providerId: 'one' } as const

describe('what is due', () => {
  it('is claimed once, the longest due first, over all accounts', async () => {
    await put(
      { id: 'late', due: NOW - MINUTE },
      { id: 'later', due: NOW + 1 },
      { id: 'latest', due: NOW - HOUR, account: OTHER, state: 'failed', tries: 2 },
    )
    const claimed = await claimDue(NOW, 10, UNTIL, on)
    expect(claimed.map(({ id, state, due, tries }) => [id, state, due, tries])).toEqual([
      ['latest', 'claimed', UNTIL, 2],
      ['late', 'claimed', UNTIL, 0],
    ])
    expect(await claimDue(NOW, 10, UNTIL, on)).toEqual([])
    expect(await row('late')).toEqual(claimed[1])
  })

  it('goes to one of two that ask at the same time', async () => {
    await put(...Array.from({ length: 30 }, (_, number) => ({ id: `d${number}` })))
    const [first, second] = await Promise.all([claimDue(NOW, 20, UNTIL, on), claimDue(NOW, 20, UNTIL, on)])
    expect([first.length, second.length]).toEqual([20, 10])
    expect(new Set(ids([...first, ...second])).size).toBe(30)
  })

  it('comes back when its claim ran out, untried, however often that is', async () => {
    await put({ id: 'dies' })
    for (let now = NOW; now < NOW + 10 * MINUTE; now += MINUTE)
      expect(await claimDue(now, 10, now + MINUTE, on)).toMatchObject([{ id: 'dies', tries: 0 }])
  })

  it('comes back when its claim ran out, until it was tried often enough', async () => {
    await put({ id: 'dies' })
    let now = NOW
    for (let tries = 1; tries <= 5; tries++) {
      const [claimed] = await claimDue(now, 10, now + MINUTE, on)
      expect(await beginTry(claimed as Delivery, on)).toMatchObject({ id: 'dies', tries })
      expect(await claimDue(now + MINUTE - 1, 10, UNTIL, on)).toEqual([])
      now += MINUTE
    }
    expect(await claimDue(now, 10, UNTIL, on)).toEqual([])
    const dead = await row('dies')
    expect(dead).toMatchObject({ state: 'dead', reason: 'timeout', tries: 5 })
    expect(dead).not.toHaveProperty('due')
  })

  it('is tried only by whom it belongs to, and not when it was called off', async () => {
    await put({ id: 'one' })
    const [first] = await claimDue(NOW, 1, UNTIL, on)
    const [second] = await claimDue(UNTIL, 1, UNTIL + MINUTE, on)
    expect(await beginTry(first as Delivery, on)).toBeNull()
    await cancel({ account: ACCOUNT, id: 'one' }, on)
    expect(await beginTry(second as Delivery, on)).toBeNull()
    expect(await row('one')).toMatchObject({ state: 'skipped', tries: 0 })
  })

  it('has a next time, and none when all is finished', async () => {
    expect(await nextDeliveryDue(on)).toBeNull()
    await put({ id: 'a', due: NOW + HOUR }, { id: 'b', due: NOW + MINUTE, account: OTHER })
    await putDone({ id: 'c' })
    expect(await nextDeliveryDue(on)).toBe(NOW + MINUTE)
    expect(ids(await unfinished(on))).toEqual(['b', 'a'])
    const [claimed] = await claimDue(NOW + MINUTE, 1, UNTIL, on)
    expect(await nextDeliveryDue(on)).toBe(UNTIL)
    await finish(claimed as Delivery, ACCEPTED, NOW, on)
    expect(await nextDeliveryDue(on)).toBe(NOW + HOUR)
  })
})

describe('the end of a try', () => {
  const claim = async () => {
    await put({ id: 'one' })
    const [claimed] = await claimDue(NOW, 1, UNTIL, on)
    return claimed as Delivery
  }

  it('is written: accepted, by whom, as what, and when', async () => {
    await finish(await claim(), ACCEPTED, NOW + 5, on)
    const kept = await row('one')
    expect(kept).toMatchObject({ ...ACCEPTED, acceptedAt: NOW + 5, providerId: 'one', detail: null })
    expect(kept).not.toHaveProperty('due')
  })

  it('is written: to be tried again, with what the other side said', async () => {
    const outcome = { state: 'failed', reason: 'server', tries: 1, due: NOW + MINUTE, detail: 'Sorry' } as const
    await finish(await claim(), outcome, NOW, on)
    expect(await row('one')).toMatchObject({ ...outcome, acceptedAt: null })
  })

  it('of a claim that ran out and is another’s now changes nothing, unless it was accepted', async () => {
    const first = await claim()
    const [second] = await claimDue(UNTIL, 1, UNTIL + MINUTE, on)
    await finish(first, { state: 'dead', reason: 'timeout', tries: 1 }, UNTIL, on)
    expect(await row('one')).toEqual(second)
    await finish(first, ACCEPTED, UNTIL, on)
    await finish(second as Delivery, { state: 'failed', reason: 'server', tries: 2, due: UNTIL + HOUR }, UNTIL, on)
    expect(await row('one')).toMatchObject({ state: 'accepted' })
  })

  it('after a person called it off: called off it stays, unless it was accepted', async () => {
    const claimed = await claim()
    expect(await cancel(claimed, on)).toBe(true)
    await finish(claimed, { state: 'failed', reason: 'server', tries: 1, due: UNTIL }, NOW, on)
    expect(await row('one')).toMatchObject({ state: 'skipped', reason: 'cancelled' })
    await finish(claimed, ACCEPTED, NOW, on)
    expect(await row('one')).toMatchObject({ state: 'accepted' })
  })
})

describe('by hand', () => {
  it.each(['dead', 'failed', 'skipped'] as const)('what is %s is sent again, as if for the first time', async state => {
    await on.deliveries.put({ ...(done({ id: 'x', reason: 'timeout', tries: 5 }) as Delivery), state })
    expect(await resend({ account: ACCOUNT, id: 'x' }, NOW + DAY, on)).toBe(true)
    expect(await row('x')).toMatchObject({ state: 'planned', reason: null, tries: 0, due: NOW + DAY, at: NOW + DAY })
  })

  it.each(['accepted', 'claimed', 'planned'] as const)('what is %s is not', async state => {
    await put({ id: 'x', state })
    expect(await resend({ account: ACCOUNT, id: 'x' }, NOW, on)).toBe(false)
  })

  it('what is finished cannot be called off', async () => {
    await putDone({ id: 'x' })
    expect(await cancel({ account: ACCOUNT, id: 'x' }, on)).toBe(false)
    expect(await cancel({ account: ACCOUNT, id: 'none' }, on)).toBe(false)
  })

  it('what is left of a deleted rule is called off, and nothing else', async () => {
    await put({ id: 'a' }, { id: 'b', state: 'failed', due: NOW + HOUR }, { id: 'c', rule: 'rule-2' })
    await put({ id: 'd', account: OTHER })
    await putDone({ id: 'e' })
    await cancelOfRule(ACCOUNT, 'rule-1', on)
    const states = await Promise.all([...'abcde'].map(async id => (await row(id)).state))
    expect(states).toEqual(['skipped', 'skipped', 'planned', 'planned', 'accepted'])
    expect(ids(await unfinished(on)).sort()).toEqual(['c', 'd'])
  })
})

it('what waits for a channel is due at once when it works; what waits for its next try, or is being sent, is not', async () => {
  const later = { due: NOW + HOUR }
  await put(
    { id: 'off', reason: 'channel-off', ...later },
    { id: 'locked', reason: 'locked', ...later, account: OTHER },
    { id: 'key', reason: 'refused-key', ...later, state: 'failed' },
    { id: 'retry', reason: 'server', ...later, state: 'failed' },
    { id: 'sending', reason: 'locked', ...later, state: 'claimed' },
    { id: 'shown', reason: 'channel-off', ...later, channel: 'in-app' },
  )
  await releaseWaiting('email', NOW, on)
  expect(ids((await unfinished(on)).filter(({ due }) => due === NOW)).sort()).toEqual(['key', 'locked', 'off'])
})

describe('the log', () => {
  beforeEach(() =>
    putDone(
      ...Array.from({ length: 25 }, (_, number) => ({
        id: `d${String(number).padStart(2, '0')}`,
        // Several were planned at the same moment.
        at: NOW - Math.floor(number / 5) * MINUTE,
        account: number % 3 === 0 ? OTHER : ACCOUNT,
        channel: number % 2 === 0 ? ('in-app' as const) : ('email' as const),
        state: number % 4 === 0 ? ('dead' as const) : ('accepted' as const),
        notice: `n${number % 2}`,
      })),
    ),
  )

  it.each([
    { account: null },
    { account: ACCOUNT },
    { account: null, channels: ['email'] as const },
    { account: ACCOUNT, states: ['dead'] as const, channels: ['in-app'] as const },
    { account: null, rule: 'rule-2' },
  ])('of %o comes page by page, newest first, each row once', async filter => {
    const all = (await on.deliveries.toArray()).filter(
      found =>
        (filter.account === null || found.account === filter.account) &&
        (!filter.channels || filter.channels.some(channel => channel === found.channel)) &&
        (!filter.states || filter.states.some(state => state === found.state)) &&
        (!filter.rule || found.rule === filter.rule),
    )
    const seen: Delivery[] = []
    for (let more = true; more; ) {
      const after = seen.at(-1)
      const page = await deliveries({ ...filter, limit: 4, ...(after ? { after } : {}) }, on)
      seen.push(...page.rows)
      more = page.more
      expect(page.rows.length === 4 || !more).toBe(true)
    }
    expect(ids(seen).sort()).toEqual(ids(all).sort())
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).toSorted((a, b) => b - a))
  })

  it('of one notice is all its deliveries', async () => {
    const found = await deliveriesOf({ account: ACCOUNT, id: 'n1' }, on)
    expect(found.length).toBeGreaterThan(3)
    expect(found.every(({ account, notice }) => account === ACCOUNT && notice === 'n1')).toBe(true)
  })
})

it('counts what stands together in one notification', async () => {
  await putDone(
    { id: 'a', channel: 'in-app', show: 'together', at: NOW - 9 * MINUTE },
    { id: 'b', channel: 'in-app', show: 'together', at: NOW - 10 * MINUTE },
    { id: 'c', channel: 'in-app', show: 'alone' },
    { id: 'd', channel: 'in-app', show: 'together', state: 'skipped' },
    { id: 'e', channel: 'in-app', show: 'together', account: OTHER },
  )
  expect(await shownTogether(NOW - 10 * MINUTE, on)).toBe(2)
})

it('keeps what is not older than asked, and what is not finished with its notice', async () => {
  const old = NOW - 100 * DAY
  await on.notices.bulkPut([
    notice([item()], { id: 'old', at: old }),
    notice([item()], { id: 'open', at: old }),
    notice([item()], { id: 'new', at: NOW }),
    notice([item()], { id: 'old', at: old, account: OTHER }),
  ])
  await putDone({ id: 'd1', notice: 'old', at: old }, { id: 'd2', notice: 'new' })
  await put({ id: 'd3', notice: 'open', at: old })
  await pruneNotices(NOW - 90 * DAY, on)
  expect((await on.notices.toArray()).map(({ id }) => id).sort()).toEqual(['new', 'open'])
  expect(ids(await on.deliveries.toArray()).sort()).toEqual(['d2', 'd3'])
})
