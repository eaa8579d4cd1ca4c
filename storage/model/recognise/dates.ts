/*
 * Dates, as precisely as the page tells them and never more. The rules:
 *
 * 1. A `datetime` attribute wins over the text: a date is a `day`, a date and time with a zone is an `instant`. One that
 *    cannot be read, or lies in the future, is as if it were not there.
 * 2. One column, one format. Three numbers can be year-first, day-first or month-first. Every order that gives a real,
 *    past date for *all* such values of the column is kept; a value that is no date in any order is no evidence. The
 *    language of the page says nothing: HubSpot sets language and date format separately.
 * 3. If the kept orders agree on a value it is a `day`; if they do not, it is `between` from the start of the earlier day
 *    to the end of the later one. If no order is kept, none of these values is read. A four-digit year in front, a month
 *    name, and 年月日 leave no doubt and take no part in this.
 * 4. A date more than a day in the future is no date of an installation or an activity: it excludes its order. In a
 *    column with month names it is left out.
 * 5. A time of day without a zone may be the reader's or the account's (HubSpot uses both), so it is never an instant.
 *    Where only the day matters (installed, last activity) it is the `day` as written. Where entries of one day must be
 *    told apart (the app log) it is `between` 14 hours before and 12 hours after what it would be in UTC, which is true
 *    in every zone, and never later than it was read. With its offset told ("UTC", "GMT+9") it is `between` the first and
 *    the last moment of that minute or second.
 * 6. "N units ago" is `between` N+1 and N-1 units before the reading, which holds for rounding up, down and to nearest.
 *    "Today" and "yesterday" are a `day` in the reader's zone. "More than a year ago" and "last week" are not read.
 * 7. A date without a year is not read.
 */
import { DAY, dayOf, earliest, HOUR, latest, startOfDay, type Time } from '../facts/time.ts'
import {
  DATE_JOINTS,
  justNow,
  monthNumbers,
  namedDays,
  timesAgo,
  UNITS,
  weekdays,
  withoutNumber,
} from '../words/dates.ts'
import { fold } from '../words/fold.ts'
import { type Clock, isoParts, splitClock } from './clock.ts'

export interface DateCell {
  text: string
  datetime?: string
  /** Epoch ms at which the cell was on the screen: what "2 days ago" counts from. */
  seenAt: number
}
export interface DateContext {
  /** IANA zone of the reader. */
  zone: string
  /** Epoch ms; nothing read lies more than a day after it. */
  now: number
  /** What becomes of a time of day without a zone: dropped, or kept as the span it can mean (rule 5). */
  clock: 'day' | 'span'
}

const ORDERS = ['ymd', 'dmy', 'mdy'] as const
type Order = (typeof ORDERS)[number]
/** A calendar date that may still be one of several. */
interface Shown {
  days: Partial<Record<Order, string>>
  /** Nothing to decide: the same whatever the order of the column. */
  plain: string | null
  clock: Clock | null
}

/** The times of one column, cell by cell; null where a cell cannot be read as a past date. Blank cells are the caller's. */
export const readDates = (cells: readonly DateCell[], context: DateContext): (Time | null)[] => {
  const read = cells.map(cell => readAlone(cell, context) ?? shownDate(cell.text))
  const orders = ordersOf(read.filter(isShown), context)
  return cells.map((cell, index) => {
    const one = read[index]
    if (!one) return null
    return checked(isShown(one) ? timeOf(one, orders, cell, context) : one, cell, context)
  })
}

/** Whether a text on its own looks like a date or a time ago, whatever its order. */
export const looksLikeDate = (cell: DateCell, context: DateContext): boolean => readDates([cell], context)[0] !== null

const isShown = (read: Time | Shown | null | undefined): read is Shown => !!read && 'days' in read

const readAlone = (cell: DateCell, context: DateContext): Time | null =>
  (cell.datetime === undefined ? null : checked(isoTime(cell.datetime, context), cell, context)) ??
  isoTime(cell.text, context) ??
  relative(fold(cell.text), cell.seenAt, context)

/** A time that is possible: real, not after it was read by more than a day, and not ending before it began. */
const checked = (time: Time | null, cell: DateCell, { zone, now }: DateContext): Time | null => {
  if (!time) return null
  const first = earliest(time, zone)
  if (first > now + DAY) return null
  if (time.kind !== 'between') return time
  const to = Math.min(time.to, cell.seenAt)
  return time.from > to ? null : { kind: 'between', from: time.from, to }
}

// ——— machine-readable ———

const isoTime = (text: string, context: DateContext): Time | null => {
  const parts = isoParts(text)
  if (!parts || !isDay(parts.day)) return null
  if (!parts.clock) return { kind: 'day', day: parts.day }
  const { clock, day } = parts
  if (clock.offset === null) return wallClock([day], clock, context)
  return { kind: 'instant', at: startOfDay(day, 'UTC') + clock.at - clock.offset * 60_000 }
}

// ——— calendar dates ———

const YEAR_MONTH_DAY = /^(\d{4})[年/.-] ?(\d{1,2})[月/.-] ?(\d{1,2})日?\.?$/u
const THREE_NUMBERS = /^(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})\.?$/
const CJK_WEEKDAY = /[,(]?(?:[日月火水木金土](?:曜日?)?|(?:星期|周|週)[一二三四五六日天])\)?$/u

const shownDate = (text: string): Shown | null => {
  const split = splitClock(fold(text))
  if (!split) return null
  const rest = withoutJoints(split.rest)
  const day = (plain: string | null): Shown | null => (plain && { days: {}, plain, clock: split.clock }) || null
  const sure = YEAR_MONTH_DAY.exec(rest) ?? YEAR_MONTH_DAY.exec(rest.replace(CJK_WEEKDAY, ''))
  if (sure) return day(dayFrom(sure[1], sure[2], sure[3]))
  const three = THREE_NUMBERS.exec(rest) ?? THREE_NUMBERS.exec(rest.replace(CJK_WEEKDAY, ''))
  if (three) return numbers(three, split.clock)
  return day(namedMonth(rest))
}

const numbers = ([, a, , b, c]: RegExpExecArray, clock: Clock | null): Shown | null => {
  if (!a || !b || !c || a.length > 2) return null
  const year = c.length === 4 ? c : `20${c}`
  const days: Shown['days'] = {}
  const put = (order: Order, day: string | null) => {
    if (day) days[order] = day
  }
  put('dmy', dayFrom(year, b, a))
  put('mdy', dayFrom(year, a, b))
  if (c.length === 2 && a.length === 2) put('ymd', dayFrom(`20${a}`, b, c))
  return { days, plain: null, clock }
}

/** "Nov 24, 2026", "24. November 2026", "Tue, 24 de nov. de 2026": one month, one day, one year and nothing but joints and a weekday. */
const namedMonth = (text: string): string | null => {
  const all = text.split(/[\s,./()-]+/).filter(word => word !== '')
  // "mar" is a month and, in French, Spanish and Italian, a Tuesday too.
  const words = monthNumbers().has(all[0] ?? '') && weekdays().has(all[0] ?? '') && all.length > 3 ? all.slice(1) : all
  const months = words.flatMap(word => monthNumbers().get(word) ?? [])
  const years = words.filter(word => /^\d{4}$/.test(word))
  const days = words.flatMap(word => /^(\d{1,2})(?:st|nd|rd|th|er|º|ª|o)?$/.exec(word)?.[1] ?? [])
  const others = words.filter(word => !monthNumbers().has(word) && !/^\d/.test(word))
  if (months.length !== 1 || years.length !== 1 || days.length !== 1 || words.length > 6) return null
  if (others.some(word => !weekdays().has(word))) return null
  return dayFrom(years[0], String(months[0]), days[0])
}

/** Words that only join the parts, and a comma at the end, taken out. */
const withoutJoints = (text: string): string =>
  text
    .split(' ')
    .filter(word => !DATE_JOINTS.has(word.replace(/[.,]$/, '')))
    .join(' ')
    .replace(/[\s,·|(]+$/, '')

const dayFrom = (year: string | undefined, month: string | undefined, day: string | undefined): string | null => {
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** A day that exists, in years an installation can lie in. */
const isDay = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day) && day >= '1990' && day < '2200'
}

// ——— one column, one order ———

const ordersOf = (shown: readonly Shown[], context: DateContext): Order[] => {
  const open = shown.map(one => ordersFor(one, context)).filter(orders => orders.length > 0)
  return ORDERS.filter(order => open.every(orders => orders.includes(order)))
}

const ordersFor = (shown: Shown, { zone, now }: DateContext): Order[] =>
  ORDERS.filter(order => {
    const day = shown.days[order]
    return day !== undefined && startOfDay(day, zone) <= now + DAY
  })

const timeOf = (shown: Shown, orders: readonly Order[], _cell: DateCell, context: DateContext): Time | null => {
  const possible = new Set(
    orders.filter(order => ordersFor(shown, context).includes(order)).map(order => shown.days[order] as string),
  )
  const days = shown.plain ? [shown.plain] : [...possible].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  return shown.clock ? wallClock([first, last], shown.clock, context) : daysOf(first, last, context.zone)
}

const daysOf = (first: string, last: string, zone: string): Time =>
  first === last
    ? { kind: 'day', day: first }
    : { kind: 'between', from: startOfDay(first, zone), to: latest({ kind: 'day', day: last }, zone) }

/** A clock time on one of the sorted `days`: its minute if the offset is told, else the day, or wide enough for every zone on earth. */
const wallClock = (days: readonly string[], clock: Clock, context: DateContext): Time => {
  const [from, to] = [days[0] as string, days.at(-1) as string]
  if (clock.offset === null && context.clock === 'day') return daysOf(from, to, context.zone)
  const first = startOfDay(from, 'UTC') + clock.at
  const last = startOfDay(to, 'UTC') + clock.at + clock.unit - 1
  if (clock.offset === null) return { kind: 'between', from: first - 14 * HOUR, to: last + 12 * HOUR }
  return { kind: 'between', from: first - clock.offset * 60_000, to: last - clock.offset * 60_000 }
}

// ——— times ago ———

const relative = (folded: string, seenAt: number, context: DateContext): Time | null => {
  if (justNow().has(folded)) return { kind: 'between', from: seenAt - HOUR, to: seenAt }
  const back = namedDays().get(folded)
  if (back !== undefined) return { kind: 'day', day: dayBack(back, seenAt, context.zone) }
  const unit = timesAgo().get(withoutNumber(folded))
  if (unit) return ago(Number(/\d+/.exec(folded)?.[0] ?? 1), UNITS[unit], seenAt)
  return dayAndClock(folded, seenAt, context)
}

const ago = (count: number, [longest, shortest]: readonly [number, number], seenAt: number): Time => ({
  kind: 'between',
  from: Math.floor(seenAt - (count + 1) * longest * DAY),
  to: Math.ceil(seenAt - Math.max(0, (count - 1) * shortest - (shortest > 7 ? 1 : 0)) * DAY),
})

/** "Today at 15:45", "昨日 15:45". */
const dayAndClock = (folded: string, seenAt: number, context: DateContext): Time | null => {
  const split = splitClock(folded)
  if (!split?.clock) return null
  const back = namedDays().get(withoutJoints(split.rest))
  return back === undefined ? null : wallClock([dayBack(back, seenAt, context.zone)], split.clock, context)
}

const dayBack = (back: number, seenAt: number, zone: string): string =>
  Temporal.PlainDate.from(dayOf(seenAt, zone)).subtract({ days: back }).toString()
