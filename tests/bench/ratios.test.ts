import { describe, expect, test } from 'vitest'
import { judged, ratioRow } from './figure.ts'
import { compare, inTurn, median } from './ratios.ts'
import { tableOf } from './table.ts'

describe('median', () => {
  test.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  test('of nothing is no number', () => {
    expect(() => median([])).toThrow(RangeError)
  })
})

test('a ratio is made of neighbours: a machine that slows down for both changes nothing', () => {
  const pairs = [
    { ours: 12, baseline: 10 },
    { ours: 120, baseline: 100 },
  ]
  expect(compare(pairs)).toEqual({ ratios: [1.2, 1.2], ours: 66, baseline: 55 })
  expect(compare([{ ours: 20, baseline: 10 }], 'rates').ratios).toEqual([0.5])
})

test('both are measured in turn, who goes first alternates, and the first pair does not count', async () => {
  const order: string[] = []
  const measure = (name: string) => async () => `${name}${order.push(name)}`
  const pairs = await inTurn(2, measure('a'), measure('b'))
  expect(order.join('')).toBe('baabba')
  expect(pairs).toEqual([
    { ours: 'a3', baseline: 'b4' },
    { ours: 'a6', baseline: 'b5' },
  ])
})

test.each([
  [1.15, { atMost: 1.15 }, true],
  [1.16, { atMost: 1.15 }, false],
  [0.8, { atLeast: 0.8 }, true],
  [0.79, { atLeast: 0.8 }, false],
])('%d holds %j: %s', (value, goal, holds) => {
  expect(judged(value, goal).holds).toBe(holds)
})

test('a line tells the median of the ratios, their range and whether the goal holds', () => {
  const row = ratioRow('Opening', { ratios: [1, 1.4, 1.1], ours: 110, baseline: 100 }, { atMost: 1.15 })
  expect(row).toMatchObject({ value: '1.10 ×', range: '1.00 – 1.40', goal: '≤ 1.15', holds: true })
  const [heads, rule, line] = tableOf([row]).split('\n')
  expect(heads).toContain('figure')
  expect(rule).toMatch(/^\|[-|]+\|$/)
  expect(line).toMatch(/^\| Opening +\| 1\.10 × +\| 1\.00 – 1\.40 +\| ≤ 1\.15 +\| yes +\|/)
})
