import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../../storage/model/facts/time.ts'
import {
  afterTry,
  HEALTHY,
  type Health,
  healthAfter,
  MOST_TRIES,
  reasonOf,
  retryAfter,
  type TryResult,
  wait,
} from '../../../storage/model/notices/retry.ts'
import type { DeliveryReason } from '../../../storage/model/notices/rows.ts'

const NOW = Date.UTC(2026, 10, 12, 14)
const OK: TryResult = { ok: true, by: 'Resend', id: '49a3999c' }
const failed = (reason: DeliveryReason, notBefore: number | null = null): TryResult => ({
  ok: false,
  reason,
  detail: null,
  notBefore,
})
/** The middle of the spread. */
const EVEN = 0.5

describe('after a try', () => {
  it('that was accepted nothing is left to do', () => {
    expect(afterTry(OK, { at: NOW, tries: 3 }, NOW, EVEN)).toEqual({ state: 'accepted', reason: null, tries: 3 })
  })

  it.each([
    [1, 1 * MINUTE],
    [2, 5 * MINUTE],
    [3, 15 * MINUTE],
    [4, 60 * MINUTE],
  ])('number %d that another may mend, the next follows after %d ms, a fifth to either side', (tries, pause) => {
    const dueAt = (chance: number) => afterTry(failed('server'), { at: NOW, tries }, NOW, chance).due
    expect(afterTry(failed('server'), { at: NOW, tries }, NOW, EVEN)).toEqual({
      state: 'failed',
      reason: 'server',
      tries,
      due: NOW + pause,
    })
    expect(dueAt(0)).toBe(NOW + 0.8 * pause)
    expect(dueAt(0.999999)).toBeLessThanOrEqual(NOW + 1.2 * pause)
    expect(dueAt(0.999999)).toBeGreaterThan(NOW + 1.19 * pause)
  })

  it('the fifth failure is the last', () => {
    expect(MOST_TRIES).toBe(5)
    for (const reason of ['server', 'timeout', 'offline', 'busy'] as const)
      expect(afterTry(failed(reason), { at: NOW, tries: 5 }, NOW, EVEN)).toEqual({ state: 'dead', reason, tries: 5 })
  })

  it.each(['refused-message', 'wrong-answer'] as const)('that came to %s there is no other', reason => {
    expect(afterTry(failed(reason), { at: NOW, tries: 1 }, NOW, EVEN)).toEqual({ state: 'dead', reason, tries: 1 })
  })

  it('never sooner than the other side asked, however near that is or far', () => {
    const due = (notBefore: number) => afterTry(failed('busy', notBefore), { at: NOW, tries: 1 }, NOW, EVEN).due
    expect(due(NOW + 20 * MINUTE)).toBe(NOW + 20 * MINUTE)
    expect(due(NOW + 3 * SECOND)).toBe(NOW + MINUTE)
  })

  it('is given up when the other side asked for more than a day', () => {
    expect(afterTry(failed('busy', NOW + 2 * DAY), { at: NOW, tries: 1 }, NOW, EVEN).state).toBe('dead')
  })

  it('that failed by the channel and not the message, the message waits, and that was no try', () => {
    expect(afterTry(failed('refused-key'), { at: NOW, tries: 1 }, NOW, EVEN)).toEqual({
      state: 'planned',
      reason: 'refused-key',
      tries: 0,
      due: NOW + HOUR,
    })
    expect(afterTry(failed('locked'), { at: NOW, tries: 5 }, NOW, EVEN)).toMatchObject({ state: 'failed', tries: 4 })
  })
})

describe('a message whose channel does not work', () => {
  const at = NOW - 23 * HOUR

  it('waits, and comes up again at a day at the latest', () => {
    expect(wait({ at, tries: 0 }, 'channel-off', NOW + 10 * MINUTE, NOW).due).toBe(NOW + 10 * MINUTE)
    expect(wait({ at, tries: 0 }, 'channel-off', NOW + 5 * HOUR, NOW).due).toBe(at + DAY)
  })

  it('is given up after a day, with the reason it waited for', () => {
    expect(wait({ at, tries: 0 }, 'locked', NOW + 5 * HOUR, at + DAY)).toEqual({
      state: 'dead',
      reason: 'locked',
      tries: 0,
    })
  })
})

describe('a channel', () => {
  const healthOf = (...results: TryResult[]): Health =>
    results.reduce((health, result) => healthAfter(health, result, NOW), HEALTHY)
  const FIVE = ['server', 'timeout', 'offline', 'server', 'server'] as const

  it('is out at once when its key is refused, and only a person mends it', () => {
    expect(healthOf(failed('refused-key'))).toMatchObject({ outSince: NOW, outReason: 'refused-key', tryAt: null })
  })

  it('is out after five failures in a row, and is tried again after an hour', () => {
    const results = FIVE.map(reason => failed(reason))
    expect(healthOf(...results.slice(1))).toMatchObject({ outSince: null, failures: 4 })
    expect(healthOf(...results)).toEqual({ outSince: NOW, outReason: 'server', tryAt: NOW + HOUR, failures: 5 })
  })

  it('counts anew after one that was accepted, or that was refused for what it says', () => {
    const four = FIVE.slice(1).map(reason => failed(reason))
    expect(healthOf(...four, OK, ...four)).toMatchObject({ outSince: null })
    expect(healthOf(...four, failed('refused-message'), ...four)).toMatchObject({ outSince: null })
  })

  it('that is only busy, locked or unanswerable is neither out nor mended', () => {
    const out = healthOf(failed('refused-key'))
    for (const reason of ['busy', 'locked', 'wrong-answer', 'not-set-up'] as const) {
      expect(healthOf(failed(reason))).toEqual(HEALTHY)
      expect(healthAfter(out, failed(reason), NOW + HOUR)).toEqual(out)
    }
  })

  it('stays out since when it went out, as long as trials fail, and works again with the first that does not', () => {
    const out = healthOf(...FIVE.map(reason => failed(reason)))
    const later = healthAfter(out, failed('timeout'), NOW + HOUR)
    expect(later).toMatchObject({ outSince: NOW, outReason: 'timeout', tryAt: NOW + 2 * HOUR })
    expect(healthAfter(later, OK, NOW + 2 * HOUR)).toEqual(HEALTHY)
  })
})

describe('Retry-After', () => {
  it.each([
    ['120', NOW + 2 * MINUTE],
    [' 0 ', NOW],
    ['1.5', NOW + 1500],
    ['Thu, 12 Nov 2026 14:08:00 GMT', NOW + 8 * MINUTE],
  ])('%j is understood', (header, at) => expect(retryAfter(header, NOW)).toBe(at))

  it.each([null, '', 'soon', '-5', '1e9', '9999999999', '2026-11-12', 'NaN'])('%j says nothing', header =>
    expect(retryAfter(header, NOW)).toBeNull(),
  )
})

it.each([
  [200, null],
  [202, null],
  [301, 'wrong-answer'],
  [400, 'refused-message'],
  [401, 'refused-key'],
  [402, 'refused-message'],
  [403, 'refused-key'],
  [404, 'refused-message'],
  [408, 'busy'],
  [422, 'refused-message'],
  [429, 'busy'],
  [500, 'server'],
  [503, 'server'],
  [600, 'wrong-answer'],
])('status %d means %s', (status, reason) => expect(reasonOf(status)).toBe(reason))
