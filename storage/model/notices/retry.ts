import { DAY, HOUR, MINUTE } from '../facts/time.ts'
import type { Delivery, DeliveryReason, DeliveryState } from './rows.ts'

/** What one try came to. */
export type TryResult =
  | { ok: true; by: string; id: string | null }
  | {
      ok: false
      reason: DeliveryReason
      /** What the other side said, shortened; never a secret. */
      detail: string | null
      /** Epoch ms before which it asked not to be tried again. */
      notBefore: number | null
    }

/** What becomes of a delivery, and why. `due` (epoch ms) stands only where it is to be tried again. */
export interface Decision {
  state: Exclude<DeliveryState, 'claimed'>
  reason: DeliveryReason | null
  tries: number
  due?: number
}

/** Pauses after the first, second, … failed try; there is no try after the last pause. */
const PAUSES = [1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE]
/** The fifth failure is the last. */
export const MOST_TRIES = PAUSES.length + 1
/** A message that could not go for so long is given up: what it says is old, and what lasts is said by the next reminder. */
export const LONGEST_WAIT = DAY

/** Failures that another try can mend. */
const PASSING: readonly DeliveryReason[] = ['offline', 'timeout', 'busy', 'server']
/** The message is right, the channel is not: the delivery waits, and that is no try. */
const OF_THE_CHANNEL: readonly DeliveryReason[] = [
  'refused-key',
  'locked',
  'not-set-up',
  'no-permission',
  'channel-off',
]

/**
 * What follows a try. `tries` counts this one; `at` is when the delivery was planned; `chance` in [0, 1) spreads the tries of
 * many messages over a fifth of the pause to either side.
 */
export const afterTry = (
  result: TryResult,
  { at, tries }: Pick<Delivery, 'at' | 'tries'>,
  now: number,
  chance: number,
): Decision => {
  if (result.ok) return { state: 'accepted', reason: null, tries }
  const { reason, notBefore } = result
  if (OF_THE_CHANNEL.includes(reason)) return wait({ at, tries: tries - 1 }, reason, now + HOUR, now)
  const pause = PAUSES[tries - 1]
  if (!PASSING.includes(reason) || pause === undefined) return { state: 'dead', reason, tries }
  const due = Math.max(Math.round(now + pause * (0.8 + 0.4 * chance)), notBefore ?? 0)
  return due - now > LONGEST_WAIT ? { state: 'dead', reason, tries } : { state: 'failed', reason, tries, due }
}

/** What becomes of a delivery that was not tried, because its channel does not work now: it waits until `until`, at most a day in all. */
export const wait = (
  { at, tries }: Pick<Delivery, 'at' | 'tries'>,
  reason: DeliveryReason | null,
  until: number,
  now: number,
): Decision =>
  now >= at + LONGEST_WAIT
    ? { state: 'dead', reason, tries }
    : { state: tries > 0 ? 'failed' : 'planned', reason, tries, due: Math.min(until, at + LONGEST_WAIT) }

/** How a channel does: out since when, why, and when one delivery may try whether it works again (null: a person has to mend it). */
export interface Health {
  outSince: number | null
  outReason: DeliveryReason | null
  tryAt: number | null
  /** Failures in a row. */
  failures: number
}

export const HEALTHY: Health = { outSince: null, outReason: null, tryAt: null, failures: 0 }

/** So many failures in a row, of whichever deliveries, mean that the channel is out and not the messages wrong. */
const ENOUGH = 5
/** An outage is tried again after this time, by one delivery. */
export const TRIAL_AFTER = HOUR

/** How the channel does after a try: any answer that is about the message shows that it works. */
export const healthAfter = (health: Health, result: TryResult, now: number): Health => {
  if (result.ok) return HEALTHY
  const { reason } = result
  const outSince = health.outSince ?? now
  if (reason === 'refused-key') return { ...health, outSince, outReason: reason, tryAt: null }
  if (reason === 'refused-message') return HEALTHY
  if (reason === 'busy' || !PASSING.includes(reason)) return health
  const failures = health.failures + 1
  return failures < ENOUGH && health.outSince === null
    ? { ...health, failures }
    : { outSince, outReason: reason, tryAt: now + TRIAL_AFTER, failures }
}

/** Epoch ms that a Retry-After header names: seconds from now, or an HTTP date (RFC 9110, 10.2.3); null for none, and for nonsense. */
export const retryAfter = (header: string | null, now: number): number | null => {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return now + Math.ceil(Number(text) * 1000)
  const date = /GMT$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : date
}

/** What an HTTP status says of the try; null: accepted. */
export const reasonOf = (status: number): DeliveryReason | null => {
  if (status >= 200 && status < 300) return null
  if (status === 401 || status === 403) return 'refused-key'
  if (status === 408 || status === 429) return 'busy'
  if (status >= 400 && status < 500) return 'refused-message'
  return status >= 500 && status < 600 ? 'server' : 'wrong-answer'
}
