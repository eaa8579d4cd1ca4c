import { expect, test } from 'vitest'
import { homeCounts } from '../../../components/home/homeCounts.ts'
import { composeGlance } from '../../../storage/model/glance.ts'
import { PAGE, READ_AT } from '../apps/rows.ts'
import { inJapan, item, japan, overview } from '../attention/rows.ts'
import { told } from '../options/account.ts'
import { NOW } from '../ui/screen.tsx'

const DAY = 86_400_000
const parts = (counts: ReturnType<typeof homeCounts>) =>
  counts.connected + counts.bad + counts.warn + counts.notReported

test('the bar adds up to all apps, and the number is the badge’s', () => {
  const { overview: one } = told([{ at: READ_AT, page: PAGE }], NOW)
  const counts = homeCounts([one])
  expect(parts(counts)).toBe(counts.apps)
  expect(counts.counted).toBe(composeGlance([one], NOW).accounts[0]?.counts.counted)
  expect(counts.kinds).toEqual([
    { kind: 'error', count: 1 },
    { kind: 'expired', count: 1 },
  ])
})

test('snoozed problems are in the bar and not in the number', () => {
  const counts = homeCounts([overview({ items: [item('error'), item('expired', { name: 'M', state: 'snoozed' })] })])
  expect(counts).toMatchObject({ counted: 1, snoozed: 1, bad: 2 })
  expect(parts(counts)).toBe(counts.apps)
})

test('what is said to be fixed is no problem any more', () => {
  expect(homeCounts([overview({ items: [item('error', { state: 'fixed' })] })])).toMatchObject({ counted: 0, bad: 0 })
})

test('of an account that cannot be seen nothing is connected, and its apps are in "not reported"', () => {
  const { overview: blind } = told([{ at: NOW - 9 * DAY, page: PAGE }], NOW)
  const counts = homeCounts([blind, japan({ items: [inJapan('expired')] })])
  expect(counts.blind).toBe(blind.summary.apps)
  expect(counts.connected).toBe(japan({ items: [inJapan('expired')] }).summary.connected)
  expect(parts(counts)).toBe(counts.apps)
  expect(counts.counted).toBe(2) // the blind account itself, and the expired app of the other
})

test('a problem of the account itself is counted and is no app', () => {
  const counts = homeCounts([overview({ items: [item('unreadable')] })])
  expect(counts).toMatchObject({ counted: 1, bad: 0, warn: 0 })
  expect(parts(counts)).toBe(counts.apps)
})
