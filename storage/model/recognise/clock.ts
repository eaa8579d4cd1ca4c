import { fold } from '../words/fold.ts'

/** A time of day as shown; `offset` in minutes east of UTC where the text names it. */
export interface Clock {
  /** Milliseconds since the beginning of the day. */
  at: number
  /** How long that moment may last: a minute or a second, whichever was shown. */
  unit: number
  offset: number | null
}

const HALF = '(?<half>[ap]\\.? ?m\\.?|午前|午後|上午|下午)'
const ZONE =
  '(?: ?\\(?(?:(?<utc>utc|gmt|z)(?<east>[+-]\\d{1,2}(?::?\\d{2})?)?|(?<bare>[+-]\\d{2}:?\\d{2})|[a-z]{1,3}[sd]?t)\\)?)?'
/** Not in the middle of a number; 午前 and the like may follow a year directly. */
const START = '(?:(?<![\\d:.])|(?=[午上下]))'
const TIMES = [
  new RegExp(
    `${START}${HALF}? ?(?<h>\\d{1,2})[:h](?<m>\\d{2})(?::(?<s>\\d{2}))?(?: ?${HALF.replace('half', 'late')})?(?: uhr)?${ZONE}$`,
    'u',
  ),
  new RegExp(`${START}(?<h>\\d{1,2}) ?${HALF}${ZONE}$`, 'u'),
  new RegExp(`${START}${HALF}?(?<h>\\d{1,2})[時时点](?:(?<m>\\d{1,2})分(?:(?<s>\\d{1,2})秒)?)?$`, 'u'),
]

/** Takes the time of day off the end of folded text. `clock` is null if there is none; null as a whole if there is an impossible one. */
export const splitClock = (folded: string): { rest: string; clock: Clock | null } | null => {
  for (const pattern of TIMES) {
    const match = pattern.exec(folded)
    if (!match?.groups) continue
    const { h, m, s, half, late, utc, east, bare } = match.groups
    const hour = hourOf(Number(h), late ?? half)
    const minute = Number(m ?? 0)
    const second = Number(s ?? 0)
    if (hour === null || minute > 59 || second > 59) return null
    const at = ((hour * 60 + minute) * 60 + second) * 1000
    const offset = utc || bare ? offsetOf(bare ?? east ?? '+0') : null
    return { rest: folded.slice(0, match.index).trim(), clock: { at, unit: s === undefined ? 60_000 : 1000, offset } }
  }
  return { rest: folded, clock: null }
}

const hourOf = (hour: number, half: string | undefined): number | null => {
  if (half === undefined) return hour < 24 ? hour : null
  if (hour > 12) return null
  const afternoon = /^p|午後|下午/.test(half)
  return (hour % 12) + (afternoon ? 12 : 0)
}

const offsetOf = (text: string): number => {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[t ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?(z|[+-]\d{2}:?\d{2})?)?$/

/**
 * A machine-readable date or date and time (ISO 8601, as in a `datetime` attribute): its day, its clock, and the
 * milliseconds beyond the second. Null if the text is anything else.
 */
export const isoParts = (text: string): { day: string; clock: Clock | null } | null => {
  const match = ISO.exec(fold(text))
  if (!match) return null
  const [, day = '', time, fraction, zone] = match
  if (time === undefined) return { day, clock: null }
  const split = splitClock(time)
  if (!split?.clock) return null
  const milliseconds = fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0
  const offset = zone === undefined ? null : zone === 'z' ? 0 : offsetOf(zone)
  return { day, clock: { ...split.clock, at: split.clock.at + milliseconds, offset } }
}
