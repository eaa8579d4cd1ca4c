import type { Day } from '../truth.ts'
import type { DateFormat, DateStyle } from './style.ts'
import type { Language } from './words/wordTypes.ts'

/**
 * What a date on the page may be read as.
 *
 * Right is any span of days that holds one of `days` and stays within `widest`; a span is *too wide* (not wrong, but not
 * read either) when it leaves `widest`. `days` has a second entry only where text and `datetime` show different days.
 * `instants`: what the time of day says, to the minute; two in the hour that comes twice; none where no time is shown.
 */
export type DateExpect = { days: Day[]; widest: { from: Day; to: Day }; instants: string[]; shown: string }

export type DateContext = { style: DateStyle; language: Language; now: string; zone: string; accountZone: string }

/** A shown date: its text, what it may be read as, and the machine-readable value if the page gives one. */
export type ShownDate = { text: string; expect: DateExpect; datetime: string | undefined }

const plain = (day: Day) => Temporal.PlainDate.from(day)
const exactly = (day: Day, shown: string): DateExpect => ({
  days: [day],
  widest: { from: day, to: day },
  instants: [],
  shown,
})

/** The instants that a time on the clock of a zone can be, to the minute. */
function instantsOf(local: Temporal.PlainDateTime, zone: string): string[] {
  const at = (disambiguation: 'earlier' | 'later') =>
    local.toZonedDateTime(zone, { disambiguation }).toInstant().toString()
  return [...new Set([at('earlier'), at('later')])]
}

/** A day as the page writes it; `relative` when the column is one of "2 days ago". `minute` (0 to 1439) is only decoration. */
export function showDay(day: Day, context: DateContext, relative: boolean, minute: number): ShownDate {
  const today = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone).toPlainDate()
  const datetime = context.style.machine ? day : undefined
  const inWords = relative ? relativeDay(plain(day), today, context) : undefined
  if (inWords) return { text: inWords.text, expect: { ...inWords.expect, shown: inWords.text }, datetime }
  const text = formatDay(plain(day), context) + clockText(minute, context)
  const noted = plain(day).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const instants = context.style.clock === 'none' ? [] : instantsOf(noted, context.zone)
  return { text, expect: { ...exactly(day, text), instants }, datetime }
}

/** An instant as the page writes it, always with the time of day unless it is relative or the page shows none. */
export function showInstant(at: string, context: DateContext, relative: boolean): ShownDate {
  const instant = Temporal.Instant.from(at)
  const own = instant.toZonedDateTimeISO(context.zone)
  const today = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone).toPlainDate()
  const datetime = context.style.machine ? instant.toString() : undefined
  const exact = datetime ? [datetime] : []
  if (relative) {
    const minutes = Temporal.Instant.from(context.now).since(instant).total('minutes')
    const hours = Math.floor(minutes / 60)
    if (hours < 24 && context.style.relative === 'activity') {
      const text = ago(hours < 1 ? Math.floor(minutes) : hours, hours < 1 ? 'minute' : 'hour', context.language)
      const day = own.toPlainDate()
      const widest = { from: day.subtract({ days: 1 }).toString(), to: day.add({ days: 1 }).toString() }
      return { text, expect: { days: [day.toString()], widest, instants: exact, shown: text }, datetime }
    }
    const inWords = relativeDay(own.toPlainDate(), today, context)
    if (inWords)
      return { text: inWords.text, expect: { ...inWords.expect, instants: exact, shown: inWords.text }, datetime }
  }
  const shown = context.style.accountZone ? instant.toZonedDateTimeISO(context.accountZone) : own
  const offset = context.style.accountZone && context.style.clock !== 'none' ? ` GMT${shown.offset}` : ''
  const text = formatDay(shown.toPlainDate(), context) + clockText(shown.hour * 60 + shown.minute, context) + offset
  const days = [...new Set([shown.toPlainDate().toString(), own.toPlainDate().toString()])].sort()
  // Without a time on the page nobody can know that another zone is meant: then only the day written is right,
  // unless a machine-readable instant says more.
  const right = offset || datetime ? days : [shown.toPlainDate().toString()]
  // A time of day without its zone may be the computer's or the account's: whoever keeps it keeps a span.
  const slack = context.style.clock !== 'none' && !offset && !datetime ? 1 : 0
  const widest = {
    from: plain(right[0] as Day)
      .subtract({ days: slack })
      .toString(),
    to: plain(right.at(-1) as Day)
      .add({ days: slack })
      .toString(),
  }
  const wall = shown.toPlainDateTime().round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const readings = offset ? [instant.toString()] : instantsOf(wall, shown.timeZoneId)
  const instants = context.style.clock === 'none' ? exact : [...exact, ...readings]
  return { text, expect: { days: right, widest, instants, shown: text }, datetime }
}

function clockText(minute: number, { style, language }: DateContext): string {
  if (style.clock === 'none') return ''
  const hour = Math.floor(minute / 60)
  const two = (value: number) => String(value).padStart(2, '0')
  if (style.clock === '24h') return ` ${two(hour)}:${two(minute % 60)}`
  const twelve = `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute % 60)}`
  if (language === 'ja') return ` ${hour < 12 ? '午前' : '午後'}${twelve}`
  return ` ${twelve} ${hour < 12 ? 'AM' : 'PM'}`
}

function formatDay(day: Temporal.PlainDate, { style, language }: DateContext): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const month = (locale: string) => day.toLocaleString(locale, { month: 'short' })
  const forms: Record<DateFormat, () => string> = {
    'mdy-name': () => `${month('en-US')} ${day.day}, ${day.year}`,
    'dmy-name': () => `${day.day} ${month('en-GB').slice(0, 3)} ${day.year}`,
    'dmy-slash': () => `${two(day.day)}/${two(day.month)}/${day.year}`,
    'mdy-slash': () => `${two(day.month)}/${two(day.day)}/${day.year}`,
    iso: () => day.toString(),
    'ja-long': () => `${day.year}年${day.month}月${day.day}日`,
    'ymd-slash': () => `${day.year}/${two(day.month)}/${two(day.day)}`,
    'local-name': () => day.toLocaleString(language, { day: 'numeric', month: 'short', year: 'numeric' }),
  }
  return forms[style.format]()
}

function ago(count: number, unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year', language: Language): string {
  if (language === 'ja') {
    const words = { minute: '分前', hour: '時間前', day: '日前', week: '週間前', month: 'か月前', year: '年前' }
    return `${count}${words[unit]}`
  }
  return new Intl.RelativeTimeFormat(language).format(-count, unit)
}

/** Undefined when the style writes this day absolutely. Weeks and months are vague: any day they can mean is right. */
function relativeDay(day: Temporal.PlainDate, today: Temporal.PlainDate, { style, language }: DateContext) {
  const days = day.until(today, { largestUnit: 'days' }).days
  const about = (text: string, slack: number) => ({
    text,
    expect: {
      days: [day.toString()],
      instants: [] as string[],
      widest: { from: day.subtract({ days: slack }).toString(), to: day.add({ days: slack }).toString() },
    },
  })
  if (days <= 1) {
    const word = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day')
    return about(language === 'ja' ? word : word.charAt(0).toUpperCase() + word.slice(1), 1)
  }
  if (style.relative === 'recent') return undefined
  const cut = style.rounding === 'floor' ? Math.floor : Math.round
  if (days < 14) return about(ago(days, 'day', language), 1)
  if (days < 45) return about(ago(cut(days / 7), 'week', language), 14)
  if (days < 500) return about(ago(cut(days / 30.44), 'month', language), 62)
  return about(ago(cut(days / 365.25), 'year', language), 740)
}

const SLASHED = /^(\d{2})\/(\d{2})\/(\d{4})/u

/**
 * Applies "one column, one format" (HUBSPOT-PAGE.md 6) to all dates that one column shows: when day-first and
 * month-first both fit every value, the other reading of each value is possible too, so a span over both is right.
 */
export function widenAmbiguous(dates: readonly DateExpect[]): boolean {
  const slashed = dates.flatMap(date => {
    const match = SLASHED.exec(date.shown)
    return match ? [{ date, first: Number(match[1]), second: Number(match[2]), year: Number(match[3]) }] : []
  })
  if (slashed.length === 0 || slashed.some(({ first, second }) => first > 12 || second > 12)) return false
  let widened = false
  for (const { date, first, second, year } of slashed) {
    const readings = [
      new Temporal.PlainDate(year, first, second).toString(),
      new Temporal.PlainDate(year, second, first).toString(),
    ]
    const span = [...readings, date.widest.from, date.widest.to].sort()
    if (readings[0] !== readings[1]) widened = true
    date.widest = { from: span[0] as Day, to: span.at(-1) as Day }
  }
  return widened
}
