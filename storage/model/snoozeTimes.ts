const today = (now: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()

/** 09:00 of a calendar day `YYYY-MM-DD` in the IANA `zone`, in epoch ms; where the clock skips 09:00, the moment after the gap. */
export const morningOf = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toPlainDateTime({ hour: 9 }).toZonedDateTime(zone).epochMilliseconds

/** The day after today, `YYYY-MM-DD`: the first that a snooze can end on. */
export const tomorrow = (now: number, zone: string): string => today(now, zone).add({ days: 1 }).toString()

/** The Monday after today. On a Monday it is a week away, on a Sunday it is tomorrow. */
export const nextMonday = (now: number, zone: string): { day: string; daysAway: number } => {
  const from = today(now, zone)
  const daysAway = 8 - from.dayOfWeek
  return { day: from.add({ days: daysAway }).toString(), daysAway }
}
