import { describe, expect, it } from 'vitest'
import en from '../../public/_locales/en/messages.json'
import ja from '../../public/_locales/ja/messages.json'
import {
  ageText,
  agoText,
  clockText,
  dateTimeAttribute,
  dayText,
  durationText,
  exactText,
  sinceText,
  type TimeFrame,
  tableDayText,
  timeText,
} from '../../storage/formatTime.ts'
import { createTranslator, messagesFrom } from '../../storage/i18n.ts'
import type { Time } from '../../storage/model/facts/time.ts'

const berlin = (time: string): number => Temporal.ZonedDateTime.from(`${time}[Europe/Berlin]`).epochMilliseconds
const at = (time: string): Time => ({ kind: 'instant', at: berlin(time) })
const between = (from: string, to: string): Time => ({ kind: 'between', from: berlin(from), to: berlin(to) })
const day = (value: string): Time => ({ kind: 'day', day: value })

// The moment of the design's pictures: a Thursday.
const now = berlin('2026-11-12T14:08')
const EN: TimeFrame = { t: createTranslator(messagesFrom(en), 'en'), now, zone: 'Europe/Berlin' }
const JA: TimeFrame = { t: createTranslator(messagesFrom(ja), 'ja'), now, zone: 'Europe/Berlin' }

describe('a time in running text', () => {
  it.each([
    [at('2026-11-12T14:05'), '14:05', '14:05'],
    [at('2026-11-12T09:05'), '09:05', '9:05'],
    [at('2026-11-09T14:05'), '9 Nov, 14:05', '11月9日 14:05'],
    [at('2025-09-03T08:00'), '3 Sep 2025, 08:00', '2025年9月3日 8:00'],
    [day('2026-11-11'), '11 Nov, time not reported', '11月11日（時刻は報告なし）'],
    [between('2026-11-09T09:00', '2026-11-09T14:05'), '9 Nov, 09:00–14:05', '11月9日 9:00〜14:05'],
    [between('2026-11-12T09:00', '2026-11-12T14:05'), '09:00–14:05', '9:00〜14:05'],
    [between('2026-11-08T22:00', '2026-11-09T07:00'), '8 Nov, 22:00 – 9 Nov, 07:00', '11月8日 22:00〜11月9日 7:00'],
  ])('%o', (time, english, japanese) => {
    expect(timeText(time, EN)).toBe(english)
    expect(timeText(time, JA)).toBe(japanese)
  })

  it('names the weekday where asked', () => {
    expect(timeText(at('2026-11-09T14:05'), EN, 'weekday')).toBe('Mon 9 Nov, 14:05')
    expect(timeText(at('2026-11-09T14:05'), JA, 'weekday')).toBe('11月9日（月）14:05')
    expect(dayText('2026-11-16', EN, 'weekday')).toBe('Mon 16 Nov')
  })

  it('is that of the reader’s zone', () => {
    const tokyo = { ...EN, zone: 'Asia/Tokyo' }
    expect(timeText(at('2026-11-11T23:30'), tokyo)).toBe('07:30')
    expect(clockText(berlin('2026-03-29T03:30'), EN)).toBe('03:30')
  })
})

describe('a time in a table', () => {
  it.each([
    [at('2026-11-12T14:05'), '12 Nov 2026', '2026年11月12日'],
    [day('2024-02-14'), '14 Feb 2024', '2024年2月14日'],
    [between('2026-11-09T09:00', '2026-11-09T14:05'), '9 Nov 2026', '2026年11月9日'],
    [between('2026-11-09T09:00', '2026-11-10T14:05'), '9 Nov 2026 – 10 Nov 2026', '2026年11月9日〜2026年11月10日'],
  ])('%o', (time, english, japanese) => {
    expect(tableDayText(time, EN)).toBe(english)
    expect(tableDayText(time, JA)).toBe(japanese)
  })
})

describe('since when', () => {
  it.each([
    [at('2026-11-09T10:12'), 'Since 9 Nov, 10:12', 'Since 9 Nov, 10:12', '11月9日 10:12から'],
    [
      day('2026-11-11'),
      'Since 11 Nov, time not reported',
      'Since 11 Nov, time not reported',
      '11月11日から（時刻は報告なし）',
    ],
    [
      between('2026-11-09T09:00', '2026-11-09T14:05'),
      'Since 9 Nov, between 09:00 and 14:05',
      'Since 9 Nov, 09:00–14:05',
      '11月9日 9:00〜14:05の間から',
    ],
    [
      between('2026-11-09T10:12', '2026-11-09T10:12:40'),
      'Since 9 Nov, 10:12',
      'Since 9 Nov, 10:12',
      '11月9日 10:12から',
    ],
    [
      between('2026-11-08T22:00', '2026-11-09T07:00'),
      'Began between 8 Nov, 22:00 and 9 Nov, 07:00',
      'Since 8 Nov, 22:00 – 9 Nov, 07:00',
      '11月8日 22:00〜11月9日 7:00の間から',
    ],
  ])('%o', (time, long, short, japanese) => {
    expect(sinceText(time, EN)).toBe(long)
    expect(sinceText(time, EN, 'short')).toBe(short)
    expect(sinceText(time, JA)).toBe(japanese)
    expect(sinceText(time, JA, 'short')).toBe(japanese)
  })
})

describe('ages', () => {
  it.each([
    ['2026-11-12T14:07:30', 'just now', 'たった今'],
    ['2026-11-12T14:05', '3 min ago', '3分前'],
    ['2026-11-12T11:05', '3 h ago', '3時間前'],
    ['2026-11-11T23:50', '14 h ago', '14時間前'],
    ['2026-11-11T14:00', '1 day ago', '1日前'],
    ['2026-11-09T14:05', '3 days ago', '3日前'],
    ['2026-11-09T23:59', '3 days ago', '3日前'],
    ['2025-11-12T14:00', '365 days ago', '365日前'],
  ])('%s', (time, english, japanese) => {
    expect(agoText(berlin(time), EN)).toBe(english)
    expect(agoText(berlin(time), JA)).toBe(japanese)
  })

  it('shows a time today, else a date, and a distance where asked', () => {
    expect(ageText(berlin('2026-11-12T14:05'), EN)).toBe('14:05')
    expect(ageText(berlin('2026-11-02T14:05'), EN)).toBe('2 Nov')
    expect(ageText(berlin('2026-11-12T14:05'), EN, true)).toBe('14:05, 3 min ago')
    expect(ageText(berlin('2026-11-12T14:05'), JA, true)).toBe('14:05、3分前')
    expect(ageText(berlin('2026-11-09T14:05'), EN, true)).toBe('Mon 9 Nov, 3 days ago')
  })

  it('never speaks of the future, whatever the clocks say', () => {
    expect(agoText(now + 90_000, EN)).toBe('just now')
  })
})

describe('all that is known, for a tooltip', () => {
  it.each([
    [
      at('2026-11-09T14:05:12'),
      'Mon 9 Nov 2026, 14:05:12 (Europe/Berlin)',
      '2026年11月9日（月）14:05:12（Europe/Berlin）',
    ],
    [
      day('2026-11-11'),
      'Wed 11 Nov 2026. HubSpot gives no time of day.',
      '2026年11月11日（水）。時刻はHubSpotから報告されません。',
    ],
  ])('%o', (time, english, japanese) => {
    expect(exactText(time, EN)).toBe(english)
    expect(exactText(time, JA)).toBe(japanese)
  })

  it('says that a range lies between two reads', () => {
    expect(exactText(between('2026-11-09T09:00', '2026-11-09T14:05:30'), EN)).toBe(
      'Between Mon 9 Nov 2026, 09:00:00 and Mon 9 Nov 2026, 14:05:30 (Europe/Berlin): seen between two reads',
    )
  })
})

it.each([
  [76 * 3_600_000, '3 d 4 h', '3日4時間'],
  [20 * 60_000, '20 minutes', '20分'],
  [60_000, '1 minute', '1分'],
  [5_000, '1 minute', '1分'],
  [90 * 60_000, '1 h 30 min', '1時間30分'],
  [2 * 3_600_000, '2 hours', '2時間'],
  [48 * 3_600_000, '2 days', '2日'],
])('a length of %d ms', (ms, english, japanese) => {
  expect(durationText(ms, EN)).toBe(english)
  expect(durationText(ms, JA)).toBe(japanese)
})

it('gives machines a time they can read, and none for a range', () => {
  expect(dateTimeAttribute(at('2026-11-12T14:05'))).toBe('2026-11-12T13:05:00.000Z')
  expect(dateTimeAttribute(day('2026-11-11'))).toBe('2026-11-11')
  expect(dateTimeAttribute(between('2026-11-09T09:00', '2026-11-09T14:05'))).toBeUndefined()
})
