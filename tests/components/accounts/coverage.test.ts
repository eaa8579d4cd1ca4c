import { expect, test } from 'vitest'
import { coverageOf } from '../../../components/accounts/coverage.ts'
import { levelOf } from '../../../components/accounts/readLevel.ts'
import { SIGNALS } from '../../../storage/model/facts/capabilities.ts'
import { ACCOUNT } from '../../builders.ts'
import { PAGE, READ_AT } from '../apps/rows.ts'
import { told } from '../options/account.ts'
import { NOW } from '../ui/screen.tsx'

const { apps } = told([{ at: READ_AT, page: PAGE }], NOW)
const covered = (signal: string, read: readonly string[] = [ACCOUNT]) =>
  coverageOf(apps, ['page'], new Set(read)).find(row => row.signal === signal)

test('every signal has a row, counted from the apps themselves', () => {
  const rows = coverageOf(apps, ['page'], new Set())
  expect(rows.map(row => row.signal)).toEqual([...SIGNALS])
  for (const row of rows) expect(row.apps).toBe(apps.length)
})

test('a word nobody knows and a blank cell cover nothing', () => {
  expect(covered('status')?.covered).toBe(5) // of seven in the list: one says "Paused", one says nothing
})

test('activity and installer are covered where they are told', () => {
  expect(covered('lastActivity')?.covered).toBe(6)
  expect(covered('installedBy')?.covered).toBe(6)
  expect(covered('permissions')?.covered).toBe(0)
})

test('Needs your attention covers all apps of an account where it was read, else none', () => {
  expect(covered('attention')?.covered).toBe(apps.length)
  expect(covered('attention', [])?.covered).toBe(0)
})

test('what no source that is built tells is covered for none', () => {
  expect(covered('recordsCreated')).toMatchObject({ covered: 0, sources: [{ capability: 'never', covered: 0 }] })
})

test.each([
  [true, 'all', undefined, 'automatic'],
  [true, 'some', 'click', 'automatic'],
  [true, undefined, undefined, 'automatic'], // not known yet: what was chosen
  [true, 'none', 'automatic', 'click'], // the access was taken back
  [false, 'all', 'paste', 'paste'],
  [false, 'none', 'click', 'click'],
  [false, 'none', undefined, 'click'],
] as const)('chosen %s, access %s, last read by %s: level %s', (automatic, access, way, level) => {
  expect(levelOf(automatic, access, way)).toBe(level)
})
