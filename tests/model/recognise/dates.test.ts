import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, type Time } from '../../../storage/model/facts/time.ts'
import { type DateCell, readDates } from '../../../storage/model/recognise/dates.ts'
import { LANGUAGES } from '../../../storage/model/recognise/recognised.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const cell = (text: string, datetime?: string): DateCell => ({
  text,
  seenAt: NOW,
  ...(datetime === undefined ? {} : { datetime }),
})
const column = (texts: string[], { zone = 'UTC', clock = 'day' as 'day' | 'span' } = {}) =>
  readDates(
    texts.map(text => cell(text)),
    { zone, now: NOW, clock },
  )
const one = (text: string, options?: { zone?: string; clock?: 'day' | 'span' }) => column([text], options)[0] ?? null
const day = (text: string): Time => ({ kind: 'day', day: text })
const between = (from: string, to: string): Time => ({ kind: 'between', from: Date.parse(from), to: Date.parse(to) })

describe('a date that leaves no doubt is that day', () => {
  test.each([
    '2026-11-09',
    '2026/11/09',
    '2026/11/9',
    '2026.11.09',
    '2026年11月9日',
    '2026年11月9日（月）',
    '2026 年 11 月 9 日',
    '２０２６／１１／０９',
    'Nov 9, 2026',
    'November 9th, 2026',
    'Mon, Nov 9, 2026',
    'Monday, 9 November 2026',
    '9 Nov 2026',
    '9-Nov-2026',
    '9. November 2026',
    'Mo., 9. Nov. 2026',
    '9 de noviembre de 2026',
    '9 de nov. de 2026',
    '9 listopada 2026',
    'le 9 novembre 2026',
    'Nov 9, 2026 3:45 PM',
    'Nov 9, 2026 at 3:45 p.m.',
    'Nov 9, 2026, 15:45:10',
    'Nov 9, 2026 午後3:45',
    '2026/11/09 15:45',
    '2026年11月9日 15時45分',
    '2026年11月9日午後3時45分',
    '9. November 2026 um 15:45 Uhr',
    '9 novembre 2026 à 15h45',
  ])('%s', text => {
    expect(one(text)).toEqual(day('2026-11-09'))
  })

  test('in the short and long month names of ten languages', () => {
    for (const language of LANGUAGES)
      for (const style of ['short', 'long'] as const)
        for (let month = 0; month < 12; month++) {
          const date = new Date(Date.UTC(2025, month, 14))
          const text = new Intl.DateTimeFormat(language, {
            day: 'numeric',
            month: style,
            year: 'numeric',
            timeZone: 'UTC',
          }).format(date)
          expect([text, one(text)]).toEqual([text, day(date.toISOString().slice(0, 10))])
          const weekday = new Intl.DateTimeFormat(language, {
            weekday: 'short',
            day: 'numeric',
            month: style,
            year: 'numeric',
            timeZone: 'UTC',
          })
          expect([weekday.format(date), one(weekday.format(date))]).toEqual([
            weekday.format(date),
            day(date.toISOString().slice(0, 10)),
          ])
        }
  })
})

describe('one column has one format', () => {
  test('one value that only fits day-first decides for all', () => {
    expect(column(['03/04/2026', '25/12/2025'])).toEqual([day('2026-04-03'), day('2025-12-25')])
  })
  test('one value that only fits month-first decides for all', () => {
    expect(column(['03/04/2026', '12/25/2025'])).toEqual([day('2026-03-04'), day('2025-12-25')])
  })
  test('when both fit, a value is between the two days, and a day where they are the same', () => {
    expect(column(['03/04/2026', '05/05/2026'])).toEqual([
      between('2026-03-04T00:00:00.000Z', '2026-04-03T23:59:59.999Z'),
      day('2026-05-05'),
    ])
  })
  test('a future day excludes its order', () => {
    expect(column(['03/04/2026', '12/11/2026'])).toEqual([day('2026-04-03'), day('2026-11-12')])
  })
  test('values that contradict each other are left out', () => {
    expect(column(['25/12/2025', '12/25/2025', 'Nov 9, 2026'])).toEqual([null, null, day('2026-11-09')])
  })
  test('a value that is no date in any order is left out and decides nothing', () => {
    expect(column(['25/12/2025', '45/45/2025', '03/04/2026'])).toEqual([day('2025-12-25'), null, day('2026-04-03')])
  })
  test('two-digit years may stand on either side', () => {
    expect(column(['26/11/09'])).toEqual([between('2009-11-26T00:00:00.000Z', '2026-11-09T23:59:59.999Z')])
    expect(column(['26/11/09', '26/10/31'])).toEqual([day('2026-11-09'), day('2026-10-31')])
  })
  test('the day begins where the reader is', () => {
    expect(column(['03/04/2026'], { zone: 'Asia/Tokyo' })).toEqual([
      between('2026-03-03T15:00:00.000Z', '2026-04-03T14:59:59.999Z'),
    ])
  })
})

describe('what is no past date is not read', () => {
  test.each([
    'Nov 31, 2026',
    '2026-02-30',
    'Dec 24, 2026',
    '2027-01-01',
    'Nov 9',
    '3.14',
    '24/7',
    '1.2.3',
    '10:45',
    'Nov 9, 2026 25:00',
    'May 2026',
    'in 3 days',
    'more than a year ago',
    'over 2 years ago',
    '30+ days ago',
    'last week',
    'Never',
    'Installed by Nov 9, 2026',
    'Expired, Nov 9, 2026',
    'Disconnected Cables 2026-11-09',
    '2048',
    '3 apps ago',
    '',
    '--',
  ])('%s', text => {
    expect(one(text)).toBeNull()
  })
})

describe('a time of day', () => {
  test('without a zone is a span that is true in every zone', () => {
    expect(one('Nov 9, 2026 3:45 PM', { clock: 'span' })).toEqual(
      between('2026-11-09T01:45:00.000Z', '2026-11-10T03:45:59.999Z'),
    )
    expect(one('2026-11-09 15:45:07', { clock: 'span', zone: 'Asia/Tokyo' })).toEqual(
      between('2026-11-09T01:45:07.000Z', '2026-11-10T03:45:07.999Z'),
    )
  })
  test('is never later than it was read', () => {
    expect(one('Nov 24, 2026 11:00', { clock: 'span' })).toEqual(
      between('2026-11-23T21:00:00.000Z', '2026-11-24T12:00:00.000Z'),
    )
  })
  test('with its offset told is that minute', () => {
    expect(one('Nov 9, 2026 3:45 PM GMT+09:00')).toEqual(
      between('2026-11-09T06:45:00.000Z', '2026-11-09T06:45:59.999Z'),
    )
    expect(one('2026/11/09 15:45 UTC')).toEqual(between('2026-11-09T15:45:00.000Z', '2026-11-09T15:45:59.999Z'))
    expect(one('2026-11-09 15:45 -0530')).toEqual(between('2026-11-09T21:15:00.000Z', '2026-11-09T21:15:59.999Z'))
  })
  test('with a zone named by letters is as if none was told: CST is three zones', () => {
    expect(one('Nov 9, 2026 3:45 PM CST')).toEqual(day('2026-11-09'))
  })
})

describe('the datetime attribute wins', () => {
  const read = (text: string, datetime: string) =>
    readDates([cell(text, datetime)], { zone: 'UTC', now: NOW, clock: 'day' })[0]
  test('a date is a day', () => expect(read('03/04/2026', '2026-04-03')).toEqual(day('2026-04-03')))
  test('an instant is an instant', () =>
    expect(read('yesterday', '2026-11-22T23:30:00.5+09:00')).toEqual({
      kind: 'instant',
      at: Date.parse('2026-11-22T14:30:00.500Z'),
    }))
  test('without an offset it is what a text would be', () =>
    expect(read('x', '2026-11-09T10:00')).toEqual(day('2026-11-09')))
  test('one that makes no sense is as if it were not there', () => {
    expect(read('2026-11-09', 'P3D')).toEqual(day('2026-11-09'))
    expect(read('2026-11-09', '2031-01-01')).toEqual(day('2026-11-09'))
  })
})

describe('times ago', () => {
  const ago = (from: number, to: number): Time => ({ kind: 'between', from: NOW - from, to: NOW - to })
  test.each([
    ['2 days ago', 3 * DAY, DAY],
    ['2日前', 3 * DAY, DAY],
    ['２日前', 3 * DAY, DAY],
    ['2 日前', 3 * DAY, DAY],
    ['a day ago', 2 * DAY, 0],
    ['an hour ago', 2 * HOUR, 0],
    ['約2時間前', 3 * HOUR, HOUR],
    ['about 2 hours ago', 3 * HOUR, HOUR],
    ['5 minutes ago', 6 * MINUTE, 4 * MINUTE],
    ['0 minutes ago', MINUTE, 0],
    ['vor 2 Tagen', 3 * DAY, DAY],
    ['il y a 2 jours', 3 * DAY, DAY],
    ['hace 2 días', 3 * DAY, DAY],
    ['há 2 dias', 3 * DAY, DAY],
    ['2 giorni fa', 3 * DAY, DAY],
    ["un'ora fa", 2 * HOUR, 0],
    ['2 dagen geleden', 3 * DAY, DAY],
    ['2 dni temu', 3 * DAY, DAY],
    ['2天前', 3 * DAY, DAY],
    ['3 weeks ago', 28 * DAY, 14 * DAY],
    ['2週間前', 21 * DAY, 7 * DAY],
    ['a month ago', 62 * DAY, 0],
    ['3か月前', 124 * DAY, 59.8 * DAY],
    ['2 years ago', 3 * 366 * DAY, 364 * DAY],
    ['just now', HOUR, 0],
    ['たった今', HOUR, 0],
  ])('%s', (text, from, to) => {
    expect(one(text)).toEqual(ago(from, to))
  })
  test('today and yesterday are days where the reader is', () => {
    expect(one('Today')).toEqual(day('2026-11-24'))
    expect(one('昨日')).toEqual(day('2026-11-23'))
    expect(one('Yesterday at 3:45 PM')).toEqual(day('2026-11-23'))
    expect(one('today', { zone: 'Pacific/Kiritimati' })).toEqual(day('2026-11-25'))
  })
  test('count from when the row was on the screen', () => {
    expect(readDates([{ text: '2 days ago', seenAt: NOW - DAY }], { zone: 'UTC', now: NOW, clock: 'day' })).toEqual([
      { kind: 'between', from: NOW - 4 * DAY, to: NOW - 2 * DAY },
    ])
  })
  test('stand beside dates of one format', () => {
    expect(column(['2 hours ago', '25/12/2025', '03/04/2026'])).toEqual([
      ago(3 * HOUR, HOUR),
      day('2025-12-25'),
      day('2026-04-03'),
    ])
  })
})
