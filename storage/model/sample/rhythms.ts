import { DAY, HOUR } from '../facts/time.ts'
import { chance } from './chance.ts'

/** Something that comes again and again, for ever in both directions, worked out by arithmetic. */
export interface Rhythm {
  /** Tells it from the others. */
  key: string
  /** Mean days from one time to the next; each comes up to half of that later than its turn. */
  days: number
  /**
   * How long it lasts: `[least, most]` days (at most half of `days`), or `until-next`: some hours into the next one, so
   * that there is always one.
   */
  lasts: readonly [number, number] | 'until-next'
}

/** The `k`-th time of a rhythm, `start` to `end` in epoch ms. */
export interface Span {
  k: number
  start: number
  end: number
}

/** When the `k`-th time begins: between 01:00 and 11:00 UTC, before people mend anything. */
export const startOf = (seed: number, { key, days }: Rhythm, k: number): number => {
  const day = Math.floor(k * days + (chance(seed, key, k) * days) / 2)
  return Math.floor((day * 24 + 1 + chance(seed, key, k, 'hour') * 10) * HOUR)
}

const endOf = (seed: number, rhythm: Rhythm, k: number): number => {
  const some = chance(seed, rhythm.key, k, 'end')
  if (rhythm.lasts === 'until-next')
    return Math.floor(startOf(seed, rhythm, k + 1) / DAY) * DAY + Math.floor((12 + some * 6) * HOUR)
  const [least, most] = rhythm.lasts
  return startOf(seed, rhythm, k) + Math.floor((least + some * (most - least)) * DAY)
}

/** The times that have begun by `to` and do not end before `from` (epoch ms), oldest first. */
export const spansIn = (seed: number, rhythm: Rhythm, from: number, to: number): Span[] => {
  const spans: Span[] = []
  const last = Math.floor(to / DAY / rhythm.days)
  for (let k = Math.floor(from / DAY / rhythm.days) - 2; k <= last; k++) {
    const span = { k, start: startOf(seed, rhythm, k), end: endOf(seed, rhythm, k) }
    if (span.start <= to && span.end > from) spans.push(span)
  }
  return spans
}

/** The newest time that has begun by `at` (epoch ms), ended or not. */
export const newestSpan = (seed: number, rhythm: Rhythm, at: number): Span => {
  let k = Math.floor(at / DAY / rhythm.days)
  if (startOf(seed, rhythm, k) > at) k--
  return { k, start: startOf(seed, rhythm, k), end: endOf(seed, rhythm, k) }
}
