import { describe, expect, it } from 'vitest'
import { untilText } from '../../../components/attention/untilText.ts'
import { morningOf, nextMonday, tomorrow } from '../../../storage/model/snoozeTimes.ts'
import { berlin, NOW, translator } from '../ui/screen.tsx'

const ZONE = 'Europe/Berlin'

describe('the mornings a snooze can end on', () => {
  it('are those of the reader’s own clock', () => {
    expect(morningOf(tomorrow(NOW, ZONE), ZONE)).toBe(berlin('2026-11-13T09:00'))
    expect(tomorrow(berlin('2026-11-12T23:59'), 'Asia/Tokyo')).toBe('2026-11-14')
  })

  it('stay at nine across a change of the clock', () => {
    expect(morningOf(tomorrow(berlin('2026-03-28T20:00'), ZONE), ZONE)).toBe(berlin('2026-03-29T09:00'))
    expect(morningOf(tomorrow(berlin('2026-10-24T20:00'), ZONE), ZONE)).toBe(berlin('2026-10-25T09:00'))
  })

  it.each([
    ['Thursday', '2026-11-12T14:08', '2026-11-16', 4],
    ['Sunday', '2026-11-15T23:00', '2026-11-16', 1],
    ['Monday', '2026-11-16T08:00', '2026-11-23', 7],
  ])('on a %s: the Monday after', (_, now, day, daysAway) => {
    expect(nextMonday(berlin(now), ZONE)).toEqual({ day, daysAway })
  })
})

describe('the end of a snooze in words', () => {
  const text = (until: string, lang: 'en' | 'ja' = 'en') =>
    untilText(berlin(until), { t: translator(lang), now: NOW, zone: ZONE })

  it('says tomorrow, or which day', () => {
    expect(text('2026-11-13T09:00')).toBe('tomorrow, 09:00')
    expect(text('2026-11-16T09:00')).toBe('Mon 16 Nov, 09:00')
    expect(text('2026-11-13T09:00', 'ja')).toBe('明日9:00')
    expect(text('2026-11-16T09:00', 'ja')).toBe('11月16日（月）9:00')
  })
})
