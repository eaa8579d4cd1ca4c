import type { Source } from '../facts/facts.ts'
import type { Sighting } from '../facts/sightings.ts'
import { DAY, type Time } from '../facts/time.ts'

/** Rhythms are known from this many gaps on. */
export const LEAST_GAPS = 10
/** So many of the newest gaps tell the rhythm: what an app did long ago says little of today. */
const MOST_GAPS = 30
/** Activity longer than this before the newest one tells nothing. */
export const RHYTHM_REACH = 180 * DAY
/** Days on which nobody looked hide activity: a gap across more of them is used only while there are no better ones. */
const LONGEST_UNSEEN = 3.5 * DAY
/** Nine of ten gaps are no longer than the rhythm says. */
const SHARE = 0.9

/** How often an app is active, as far as it was observed. */
export interface Rhythm {
  /** How many gaps it is known from. */
  gaps: number
  /** Ms: the middle of the median gap, and the longest that nine of ten gaps can have been. Null: too few gaps. */
  usual: { least: number; most: number } | null
}

/** Some moment in this span of epoch ms at which the app was active, and the first and last read that showed it. */
interface Moment {
  from: number
  to: number
  first: number
  last: number
}

/** A time between two activities: how short and how long it can have been (ms), and how long nobody looked at its end. */
interface Gap {
  least: number
  most: number
  unseen: number
}

/**
 * The rhythm of an app by the sightings of its last activity: gaps between successive moments of which one was surely
 * later than the other. A gap between two days is a span, as each moment is; nothing is taken for more exact than it was
 * told.
 * @param source the one whose sightings count: two sources may show two days for one activity
 */
export const rhythmOf = (past: readonly Sighting[], source: Source): Rhythm => {
  const gaps = gapsBetween(distinct(past.filter(({ field, source: by }) => field === 'lastActivity' && by === source)))
  const seen = gaps.filter(gap => gap.unseen <= LONGEST_UNSEEN)
  const used = (seen.length >= LEAST_GAPS ? seen : gaps).slice(-MOST_GAPS)
  if (used.length < LEAST_GAPS) return { gaps: used.length, usual: null }
  const longest = used.map(gap => gap.most).sort(ascending)
  const middles = used.map(gap => (gap.least + gap.most) / 2).sort(ascending)
  return { gaps: used.length, usual: { least: ranked(middles, 0.5), most: ranked(longest, SHARE) } }
}

/** Moments none of which can be another one: of those that overlap, the one that ended first stands for all. */
const distinct = (past: readonly Sighting[]): Moment[] => {
  const moments: Moment[] = []
  for (const moment of past.map(momentOf).sort((a, b) => a.to - b.to || b.from - a.from || a.first - b.first)) {
    const known = moments.at(-1)
    if (!known || moment.from > known.to) moments.push({ ...moment })
    else {
      known.first = Math.min(known.first, moment.first)
      known.last = Math.max(known.last, moment.last)
    }
  }
  const newest = moments.at(-1)?.to ?? 0
  return moments.filter(({ to }) => to >= newest - RHYTHM_REACH)
}

const momentOf = ({ value, first, last }: Sighting): Moment => ({ ...spanOf(value as Time), first, last })

/** All days are of one zone, whichever that is: between two of them it makes no difference. */
const spanOf = (time: Time): { from: number; to: number } => {
  if (time.kind === 'instant') return { from: time.at, to: time.at }
  if (time.kind === 'between') return time
  const from = Date.parse(time.day)
  return { from, to: from + DAY - 1 }
}

const gapsBetween = (moments: readonly Moment[]): Gap[] =>
  moments.slice(1).map((moment, index) => {
    const before = moments[index] ?? moment
    return {
      least: moment.from - before.to,
      most: moment.to - before.from,
      unseen: Math.max(0, moment.first - before.last),
    }
  })

const ascending = (a: number, b: number) => a - b

/** The value that so great a share of the sorted ones does not exceed. */
const ranked = (sorted: readonly number[], share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
