import { DAY, HOUR } from '../facts/time.ts'
import { chance } from './chance.ts'
import { turnsIn } from './happenings.ts'
import type { Look } from './page.ts'
import { spansIn } from './rhythms.ts'
import { HIDDEN } from './world.ts'

/** How far back the sample's history goes: 14 months. */
export const HISTORY = 425 * DAY

/** So long before now the page was opened several times a day. */
const BUSY = 45 * DAY

/** Before that, the whole page was read no more often than this, unless an app came or went. */
const WHOLE = 11 * DAY

/**
 * The looks at the page that make up the history until the epoch-ms `now`, oldest first; the last is at `now`. Long ago
 * there is a look at the head of the page in the evening of a day on which something changed, and a whole one every few
 * days: as much as tells the story, and no more than is quickly stored.
 */
export const looksUntil = (seed: number, now: number): { at: number; look: Look }[] => {
  const looks: { at: number; look: Look }[] = []
  const start = now - HISTORY
  const turns = turnsIn(seed, start, now)
  const moments = [...momentsIn(seed, start, now), now]
  let whole = { at: Number.NEGATIVE_INFINITY, number: 0 }
  let since = start
  for (const at of [start, ...moments]) {
    const news = turns.filter(turn => turn.at > since && turn.at <= at)
    // Only whole looks show that an app is gone from the list, or new on it.
    const gone = spansIn(seed, HIDDEN, since, at).length > 0
    const isWhole = at - whole.at >= WHOLE || at > now - BUSY || gone || news.some(({ role }) => role.endsWith('guest'))
    if (!isWhole && news.length === 0) continue
    if (isWhole) whole = { at, number: whole.number + 1 }
    const opensMore = at === now || whole.number % 2 === 1
    looks.push({ at, look: { since, head: !isWhole, listsOnly: !opensMore } })
    since = at
  }
  return looks
}

/** When somebody might have opened the page: each evening, of late also in the morning and after lunch, some weekends not. */
const momentsIn = (seed: number, start: number, now: number): number[] => {
  const moments: number[] = []
  for (let day = Math.ceil(start / DAY); day * DAY < now; day++) {
    const weekend = (day + 4) % 7 === 0 || (day + 4) % 7 === 6 // day 0 was a Thursday
    if (weekend && chance(seed, 'weekend', Math.floor((day + 3) / 7)) < 0.4) continue
    for (const hour of day * DAY > now - BUSY ? [8, 13, 18] : [18])
      moments.push(Math.floor(day * DAY + (hour + 0.1 + chance(seed, 'look', day, hour) * 0.8) * HOUR))
  }
  return moments.filter(at => at > start && at < now - HOUR / 2)
}
