import { clockText, dayText, type TimeFrame, timeText } from '../../storage/formatTime.ts'

/** The end of a snooze in a sentence: "tomorrow, 09:00", "Mon 16 Nov, 09:00". */
export function untilText(until: number, frame: TimeFrame): string {
  const dayAfter = (days: number) =>
    Temporal.Instant.fromEpochMilliseconds(frame.now).toZonedDateTimeISO(frame.zone).add({ days }).toPlainDate()
  const isTomorrow = dayText(until, frame, 'full') === dayText(dayAfter(1).toString(), frame, 'full')
  if (isTomorrow) return frame.t('attention_until_tomorrow', { time: clockText(until, frame) })
  return timeText({ kind: 'instant', at: until }, frame, 'weekday')
}
