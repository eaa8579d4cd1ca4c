import * as v from 'valibot'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/**
 * A moment exactly as precisely as it was told, never more:
 * `instant` (epoch ms), `day` (a calendar day as the page shows it, no time of day known),
 * `between` (epoch ms, both ends inclusive: some time in there, nobody knows when).
 */
export const TimeSchema = v.variant('kind', [
  v.object({ kind: v.literal('instant'), at: v.number() }),
  v.object({ kind: v.literal('day'), day: v.pipe(v.string(), v.isoDate()) }),
  v.object({ kind: v.literal('between'), from: v.number(), to: v.number() }),
])
export type Time = v.InferOutput<typeof TimeSchema>

/** Epoch ms at which the calendar day `YYYY-MM-DD` begins in the IANA `zone`. Throws RangeError on a day or zone that does not exist. */
export const startOfDay = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds

/** The calendar day `YYYY-MM-DD` on which the epoch-ms `at` falls in the IANA `zone`. */
export const dayOf = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** First epoch ms that `time` can mean; a day is taken in `zone`. */
export const earliest = (time: Time, zone: string): number => {
  if (time.kind === 'instant') return time.at
  return time.kind === 'between' ? time.from : startOfDay(time.day, zone)
}

/** Last epoch ms that `time` can mean; a day is taken in `zone`. */
export const latest = (time: Time, zone: string): number => {
  if (time.kind === 'instant') return time.at
  if (time.kind === 'between') return time.to
  return startOfDay(Temporal.PlainDate.from(time.day).add({ days: 1 }).toString(), zone) - 1
}
