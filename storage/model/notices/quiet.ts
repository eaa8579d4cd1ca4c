/** Hours of the day in which nothing is told, `HH:MM` to `HH:MM` on the clocks of an IANA zone; over midnight if `from` is later. */
export interface QuietHours {
  from: string
  to: string
  zone: string
}

/** Epoch ms at which the quiet hours around `now` end; null outside of them. Equal ends mean none. */
export const quietUntil = (quiet: QuietHours | null, now: number): number | null => {
  if (!quiet || quiet.from === quiet.to) return null
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(quiet.zone)
  const clock = here.toPlainTime()
  const from = Temporal.PlainTime.from(quiet.from)
  const to = Temporal.PlainTime.from(quiet.to)
  const after = Temporal.PlainTime.compare(clock, from) >= 0
  const before = Temporal.PlainTime.compare(clock, to) < 0
  const overnight = Temporal.PlainTime.compare(from, to) > 0
  if (overnight ? !after && !before : !after || !before) return null
  const day = overnight && after ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate()
  const end = day.toZonedDateTime({ timeZone: quiet.zone, plainTime: to }).epochMilliseconds
  return end > now ? end : now + 60_000 // a clock set back shows quiet minutes again: look once more in a minute
}
