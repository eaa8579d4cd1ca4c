import { HOUR, MINUTE } from './world.ts'

/**
 * What the clocks on the wall of a zone show, found by looking at them (Intl) hour by hour and remembering. Wall-clock
 * times are numbers: the epoch ms at which a clock in UTC shows the same.
 */
export class WallClock {
  readonly #format: Intl.DateTimeFormat
  /** Ms that the wall is ahead of UTC at the start of each UTC hour. */
  readonly #ahead = new Map<number, number>()

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  }

  /** What the wall shows at the epoch-ms minute `at`. */
  shows(at: number): number {
    const hour = Math.floor(at / HOUR)
    const ahead = this.#aheadAtHour(hour)
    return ahead === this.#aheadAtHour(hour + 1) ? at + ahead : this.#look(at)
  }

  /**
   * The epoch ms at which the wall first shows `wall`. The clock is watched minute by minute from a day before; when it
   * jumps over `wall`, that time is as long after the jump as it would have been after the hour that was left out.
   */
  firstShows(wall: number): number {
    let at = Math.floor(wall / HOUR) * HOUR - 26 * HOUR
    for (;;) {
      const hour = at / HOUR
      const ahead = this.#aheadAtHour(hour)
      if (ahead === this.#aheadAtHour(hour + 1)) {
        const missing = wall - (at + ahead)
        if (missing >= 0 && missing < HOUR) return at + missing
      } else
        for (let minute = at; minute <= at + HOUR; minute += MINUTE) {
          const before = this.#look(minute - MINUTE) + MINUTE
          const shown = this.#look(minute)
          if (shown === wall) return minute
          if (before <= wall && wall < shown) return minute + (wall - before)
        }
      at += HOUR
    }
  }

  #aheadAtHour(hour: number): number {
    let ahead = this.#ahead.get(hour)
    if (ahead === undefined) {
      ahead = this.#look(hour * HOUR) - hour * HOUR
      this.#ahead.set(hour, ahead)
    }
    return ahead
  }

  #look(at: number): number {
    const shown: Record<string, number> = {}
    for (const { type, value } of this.#format.formatToParts(at)) shown[type] = Number(value)
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = shown
    return Date.UTC(year, month - 1, day, hour, minute)
  }
}

const clocks = new Map<string, WallClock>()

/** The one clock of the zone. */
export const wallClock = (zone: string): WallClock => {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new WallClock(zone)
    clocks.set(zone, clock)
  }
  return clock
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number

/** Every time (epoch ms) of a reminder's calendar before `end`, leafing through the calendar from the anchor's page on. */
export const calendarTimes = (
  every: 'hour' | 'day' | 'week' | 'month',
  anchor: string,
  zone: string,
  end: number,
): number[] => {
  const clock = wallClock(zone)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = anchor.split(/\D/).map(Number)
  const onDay = (y: number, m: number, d: number) => clock.firstShows(Date.UTC(y, m - 1, d, hour, minute))
  const times: number[] = []
  if (every === 'hour') {
    for (let at = onDay(year, month, day); at < end; at += HOUR) times.push(at)
    return times
  }
  let [y, m, d] = [year, month, day]
  for (let leaf = 0; ; leaf++) {
    const isTime = every === 'month' ? d === Math.min(day, daysIn(y, m)) : leaf % (every === 'week' ? 7 : 1) === 0
    if (isTime) {
      const at = onDay(y, m, d)
      if (at >= end) return times
      times.push(at)
    }
    d++
    if (d > daysIn(y, m)) {
      d = 1
      m++
    }
    if (m > 12) {
      m = 1
      y++
    }
  }
}
