import { describe, expect, it } from 'vitest'
import { latestTime, nextTimes, timesBetween } from '../../../storage/model/notices/calendar.ts'
import { quietUntil } from '../../../storage/model/notices/quiet.ts'

const days = (times: readonly number[], timeZone: string) =>
  times.map(at => new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at))
const utc = (text: string) => Date.parse(`${text}Z`)

describe('the calendar of reminders', () => {
  it('cuts the 31st to the length of each month, leap day included, and comes back to it', () => {
    const monthly = { every: 'month', anchor: '2028-01-31T09:00' } as const
    expect(days(nextTimes(monthly, 'UTC', utc('2028-01-01T00:00'), 4), 'UTC')).toEqual([
      '2028-01-31 09:00',
      '2028-02-29 09:00',
      '2028-03-31 09:00',
      '2028-04-30 09:00',
    ])
  })
  it('keeps the time of day over a clock change, moves on by a skipped hour, and takes the first of two', () => {
    const daily = { every: 'day', anchor: '2026-03-28T02:30' } as const
    expect(nextTimes(daily, 'Europe/Berlin', utc('2026-03-27T00:00'), 3).map(at => new Date(at).toISOString())).toEqual(
      [
        '2026-03-28T01:30:00.000Z',
        '2026-03-29T01:30:00.000Z', // 02:30 is skipped: 03:30 summer time
        '2026-03-30T00:30:00.000Z',
      ],
    )
    const autumn = { every: 'week', anchor: '2026-10-18T02:30' } as const
    expect(new Date(nextTimes(autumn, 'Europe/Berlin', utc('2026-10-20T00:00'), 1)[0] ?? 0).toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    )
  })
  it('counts hours as hours, also through a clock change', () => {
    const hourly = { every: 'hour', anchor: '2026-03-29T00:15' } as const
    expect(timesBetween(hourly, 'Europe/Berlin', utc('2026-03-28T23:15'), utc('2026-03-29T03:15'))).toBe(3)
  })
  it('is silent before its first time', () => {
    expect(latestTime({ every: 'day', anchor: '2026-11-02T09:00' }, 'UTC', utc('2026-11-02T08:59'))).toBe(null)
    expect(latestTime({ every: 'day', anchor: '2026-11-02T09:00' }, 'UTC', utc('2026-11-02T09:00'))).toBe(
      utc('2026-11-02T09:00'),
    )
  })
})

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:00', zone: 'Asia/Tokyo' }
  it('go over midnight on the clocks of their zone', () => {
    expect(quietUntil(night, utc('2026-11-02T12:59'))).toBe(null) // 21:59 in Tokyo
    expect(quietUntil(night, utc('2026-11-02T13:00'))).toBe(utc('2026-11-02T22:00'))
    expect(quietUntil(night, utc('2026-11-02T21:59'))).toBe(utc('2026-11-02T22:00'))
    expect(quietUntil(night, utc('2026-11-02T22:00'))).toBe(null)
  })
  it('are none when both ends are the same', () => {
    expect(quietUntil({ ...night, to: '22:00' }, utc('2026-11-02T13:00'))).toBe(null)
  })
  it('end a minute later at the earliest where the clock is set back over their end', () => {
    const quiet = { from: '01:00', to: '02:30', zone: 'Europe/Berlin' }
    const secondTwo = utc('2026-10-25T01:10') // 02:10 for the second time
    expect(quietUntil(quiet, secondTwo)).toBeGreaterThan(secondTwo)
  })
})
