/**
 * Times as text, never more exact than they are known (promise 2). Used by the screens and by the worker's badge
 * titles, so it lives here and knows no Preact. Month and weekday names are spelled out below because `Intl` writes
 * "Sept" and "Mon, 9 Nov"; the wanted forms are those of UI.md 6.
 */
import type { Translator } from './i18n.ts'
import type { Time } from './model/facts/time.ts'

/** What a time is shown against. */
export interface TimeFrame {
  readonly t: Translator
  /** Epoch ms of the reader's now. */
  readonly now: number
  /** IANA zone of the reader's clock. */
  readonly zone: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const WEEKDAYS_JA = ['月', '火', '水', '木', '金', '土', '日'] as const

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const inZone = (at: number, { zone }: TimeFrame): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

const dateOf = (at: number, frame: TimeFrame): Temporal.PlainDate => inZone(at, frame).toPlainDate()

const isJapanese = ({ t }: TimeFrame): boolean => t.lang === 'ja'

const two = (value: number): string => String(value).padStart(2, '0')

/** Time of day of an epoch-ms instant: "09:05", ja "9:05". */
export function clockText(at: number, frame: TimeFrame): string {
  const { hour, minute } = inZone(at, frame)
  return `${isJapanese(frame) ? hour : two(hour)}:${two(minute)}`
}

/**
 * - `short` "9 Nov", ja "11月9日" (the year is added when it is not this year's)
 * - `weekday` "Mon 9 Nov", ja "11月9日（月）"
 * - `full` "9 Nov 2026", ja "2026年11月9日"
 * - `exact` "Mon 9 Nov 2026", ja "2026年11月9日（月）"
 */
export type DayStyle = 'short' | 'weekday' | 'full' | 'exact'

const dateText = (date: Temporal.PlainDate, frame: TimeFrame, style: DayStyle): string => {
  const otherYear = date.year !== dateOf(frame.now, frame).year
  const withYear = otherYear || style === 'full' || style === 'exact'
  const withWeekday = style === 'weekday' || style === 'exact'
  if (isJapanese(frame)) {
    const year = withYear ? `${date.year}年` : ''
    return `${year}${date.month}月${date.day}日${withWeekday ? `（${WEEKDAYS_JA[date.dayOfWeek - 1]}）` : ''}`
  }
  const weekday = withWeekday ? `${WEEKDAYS[date.dayOfWeek - 1]} ` : ''
  return `${weekday}${date.day} ${MONTHS[date.month - 1]}${withYear ? ` ${date.year}` : ''}`
}

/** A calendar day "2026-11-09", or the day on which an epoch-ms instant falls in the reader's zone, as text. */
export const dayText = (day: string | number, frame: TimeFrame, style: DayStyle = 'short'): string =>
  dateText(typeof day === 'string' ? Temporal.PlainDate.from(day) : dateOf(day, frame), frame, style)

const withDay = (day: string, clock: string, frame: TimeFrame): string => {
  if (!isJapanese(frame)) return `${day}, ${clock}`
  return day.endsWith('）') ? `${day}${clock}` : `${day} ${clock}`
}

const instantText = (at: number, frame: TimeFrame, style: DayStyle): string =>
  withDay(dayText(at, frame, style), clockText(at, frame), frame)

const isToday = (at: number, frame: TimeFrame): boolean => dateOf(at, frame).equals(dateOf(frame.now, frame))

const onOneDay = (time: { from: number; to: number }, frame: TimeFrame): boolean =>
  dateOf(time.from, frame).equals(dateOf(time.to, frame))

const clockRange = (time: { from: number; to: number }, frame: TimeFrame): string =>
  `${clockText(time.from, frame)}${isJapanese(frame) ? '〜' : '–'}${clockText(time.to, frame)}`

/**
 * A time in running text: "14:05" today and "9 Nov, 14:05" before (`weekday`: always "Mon 9 Nov, 14:05"); a day
 * "11 Nov, time not reported"; between two reads "9 Nov, 09:00–14:05", ja "11月9日 9:00〜14:05".
 */
export function timeText(time: Time, frame: TimeFrame, style: 'short' | 'weekday' = 'short'): string {
  if (time.kind === 'day') return frame.t('time_day_only', { day: dayText(time.day, frame, style) })
  if (time.kind === 'instant') {
    return style === 'short' && isToday(time.at, frame) ? clockText(time.at, frame) : instantText(time.at, frame, style)
  }
  if (onOneDay(time, frame)) {
    const range = clockRange(time, frame)
    return style === 'short' && isToday(time.to, frame) ? range : withDay(dayText(time.to, frame, style), range, frame)
  }
  const dash = isJapanese(frame) ? '〜' : ' – '
  return `${instantText(time.from, frame, style)}${dash}${instantText(time.to, frame, style)}`
}

/** A time as a table shows it, the day alone with its year: "12 Nov 2026", ja "2026年11月12日". */
export function tableDayText(time: Time, frame: TimeFrame): string {
  if (time.kind === 'day') return dayText(time.day, frame, 'full')
  if (time.kind === 'instant') return dayText(time.at, frame, 'full')
  const first = dayText(time.from, frame, 'full')
  if (onOneDay(time, frame)) return first
  return `${first}${isJapanese(frame) ? '〜' : ' – '}${dayText(time.to, frame, 'full')}`
}

/**
 * Since when something lasts: "Since 9 Nov, 10:12", "Since 11 Nov, time not reported", between two reads
 * "Since 9 Nov, between 09:00 and 14:05", in the `short` style "Since 9 Nov, 09:00–14:05".
 */
export function sinceText(time: Time, frame: TimeFrame, style: 'long' | 'short' = 'long'): string {
  const { t } = frame
  if (time.kind === 'day') return t('time_since_day', { day: dayText(time.day, frame) })
  const minute =
    time.kind === 'between' && instantText(time.from, frame, 'short') === instantText(time.to, frame, 'short')
  if (minute) return t('time_since', { time: timeText({ kind: 'instant', at: time.to }, frame) })
  if (time.kind === 'instant' || (style === 'short' && !isJapanese(frame))) {
    return t('time_since', { time: timeText(time, frame) })
  }
  const oneDay = onOneDay(time, frame)
  const edge = (at: number) => (oneDay ? clockText(at, frame) : instantText(at, frame, 'short'))
  const edges = { from: edge(time.from), to: edge(time.to) }
  return oneDay
    ? t('time_since_between', { day: dayText(time.to, frame), ...edges })
    : t('time_since_between_days', edges)
}

/** How long ago an epoch-ms instant was: "just now", "3 min ago", "2 h ago", "3 days ago" (days by the calendar). */
export function agoText(at: number, frame: TimeFrame): string {
  const { t } = frame
  const passed = Math.max(0, frame.now - at)
  if (passed < MINUTE) return t('age_just_now')
  if (passed < HOUR) return t('age_minutes', { count: Math.floor(passed / MINUTE) })
  if (passed < DAY) return t('age_hours', { count: Math.floor(passed / HOUR) })
  return t('age_days', { count: dateOf(at, frame).until(dateOf(frame.now, frame)).days })
}

/**
 * The age of a figure as it stands beside it: "14:05" today, else "9 Nov"; with distance "14:05, 3 min ago" or
 * "Mon 9 Nov, 3 days ago" (a stale figure always shows its distance).
 */
export function ageText(at: number, frame: TimeFrame, withDistance = false): string {
  const today = isToday(at, frame)
  if (!withDistance) return today ? clockText(at, frame) : dayText(at, frame)
  const time = today ? clockText(at, frame) : dayText(at, frame, 'weekday')
  return frame.t('age_with_time', { time, age: agoText(at, frame) })
}

/** All that is known of a time, for a tooltip: "Mon 9 Nov 2026, 14:05:12 (Europe/Berlin)". */
export function exactText(time: Time, frame: TimeFrame): string {
  const { t, zone } = frame
  if (time.kind === 'day') return t('time_exact_day', { day: dayText(time.day, frame, 'exact') })
  const exact = (at: number) => `${instantText(at, frame, 'exact')}:${two(inZone(at, frame).second)}`
  if (time.kind === 'instant') return t('time_exact', { time: exact(time.at), zone })
  return t('time_exact_between', { from: exact(time.from), to: exact(time.to), zone })
}

/** A length of time in ms by its two largest units: "3 d 4 h", "20 minutes", ja "3日4時間". Below a minute: one minute. */
export function durationText(ms: number, { t }: TimeFrame): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE))
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return t('duration_minutes', { count: minutes })
  if (hours < 24) {
    const rest = minutes % 60
    return rest === 0 ? t('duration_hours', { count: hours }) : t('duration_hours_minutes', { hours, minutes: rest })
  }
  const days = Math.floor(hours / 24)
  const rest = hours % 24
  return rest === 0 ? t('duration_days', { count: days }) : t('duration_days_hours', { days, hours: rest })
}

/** The value for `<time datetime>`; undefined for a range, which that attribute cannot say. */
export function dateTimeAttribute(time: Time): string | undefined {
  if (time.kind === 'day') return time.day
  return time.kind === 'instant' ? new Date(time.at).toISOString() : undefined
}
