/** Hours of the day in which nothing is told, `HH:MM` to `HH:MM` on the clocks of an IANA zone; over midnight if `from` is later. */
export interface QuietHours {
  from: string
  to: string
  zone: string
}

/** Epoch ms at which the quiet hours around `now` end; null outside of them. Equal ends mean none. */
export const quietUntil = (quiet: QuietHours | null, now: number): number | null => {
  if (!quiet || !isQuiet(quiet, clockAt(now, quiet))) return null
  const here = clockAt(now, quiet)
  const to = Temporal.PlainTime.from(quiet.to)
  const isTomorrow = Temporal.PlainTime.compare(here.toPlainTime(), to) >= 0
  const day = here.toPlainDate().add({ days: isTomorrow ? 1 : 0 })
  const end = day.toZonedDateTime({ timeZone: quiet.zone, plainTime: to }).epochMilliseconds
  const change = here.getTimeZoneTransition('next') // clocks that skip the end are past it at once
  if (change && change.epochMilliseconds < end && !isQuiet(quiet, change)) return change.epochMilliseconds
  return end > now ? end : now + 60_000 // clocks set back show quiet minutes again: look once more in a minute
}

const clockAt = (at: number, { zone }: QuietHours) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

const isQuiet = (quiet: QuietHours, clock: Temporal.ZonedDateTime): boolean => {
  const time = clock.toPlainTime()
  const isAfter = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(quiet.from)) >= 0
  const isBefore = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(quiet.to)) < 0
  const order = Temporal.PlainTime.compare(Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.to))
  return order > 0 ? isAfter || isBefore : order < 0 && isAfter && isBefore
}
