import { HOUR } from '../facts/time.ts'
import type { Reminder } from './rows.ts'

/**
 * The times of a reminder in an IANA zone, counted from its anchor: every 60 minutes, or on the calendar (a month's last
 * days are cut to its length; clock changes as `Temporal`'s "compatible" reads them). See docs/notifications.md.
 */
const timeAt = ({ every, anchor }: Reminder, zone: string, n: number): number => {
  const first = Temporal.PlainDateTime.from(anchor)
  const local =
    every === 'day'
      ? first.add({ days: n })
      : every === 'week'
        ? first.add({ weeks: n })
        : every === 'month'
          ? first.add({ months: n })
          : first
  return local.toZonedDateTime(zone).epochMilliseconds + (every === 'hour' ? n * HOUR : 0)
}

/** Number of the latest time that is not after the epoch-ms `at`: -1 while the first is still to come. */
const indexAt = (reminder: Reminder, zone: string, at: number): number => {
  const { every, anchor } = reminder
  const since = Temporal.PlainDateTime.from(anchor).until(
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime(),
    { largestUnit: every === 'hour' ? 'hour' : every },
  )
  const guess = { hour: since.hours, day: since.days, week: since.weeks, month: since.months }[every]
  let n = Math.max(-1, guess + 2) // clock changes and cut months move a time by less than two steps
  while (n >= 0 && timeAt(reminder, zone, n) > at) n--
  return n
}

/** Epoch ms of the latest time ≤ `now`; null before the first. */
export const latestTime = (reminder: Reminder, zone: string, now: number): number | null => {
  const n = indexAt(reminder, zone, now)
  return n < 0 ? null : timeAt(reminder, zone, n)
}

/** How many times lie between two epoch-ms moments, both left out. */
export const timesBetween = (reminder: Reminder, zone: string, from: number, to: number): number =>
  Math.max(0, indexAt(reminder, zone, to - 1) - indexAt(reminder, zone, from))

/** The first `count` times after the epoch-ms `after`. */
export const nextTimes = (reminder: Reminder, zone: string, after: number, count: number): number[] => {
  const next = indexAt(reminder, zone, after) + 1
  return Array.from({ length: count }, (_, nth) => timeAt(reminder, zone, next + nth))
}
