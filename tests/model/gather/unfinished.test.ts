import { expect, test } from 'vitest'
import { type Collection, collect } from '../../../storage/model/gather/collect.ts'
import { endInDoubt, isUnsettled, missesRows } from '../../../storage/model/gather/unfinished.ts'
import type { Grid, GridExtent, PageView } from '../../../storage/model/recognise/view.ts'

const EXTENT: GridExtent = {
  stated: [],
  rowCount: null,
  next: 'none',
  filtered: false,
  busy: false,
  startSeen: true,
  endSeen: true,
}

/** Rows `from` to `to` of a list, looked at at that time. */
function look(
  before: Collection | null,
  from: number,
  to: number,
  extent: Partial<GridExtent> = {},
  at = 0,
): Collection {
  const grid: Grid = {
    shape: 'table',
    heading: 'My apps',
    path: [],
    headers: [],
    rows: Array.from({ length: to - from }, (_, index) => ({
      key: `t:${from + index}`,
      cells: [{ text: `${from + index}` }],
      seenAt: at,
    })),
    extent: { ...EXTENT, startSeen: from === 0, ...extent },
    notes: [],
    since: at,
  }
  const view: PageView = {
    url: 'https://app.hubspot.com/connected-apps/1',
    title: '',
    locales: [],
    headings: [],
    prose: [],
    links: [],
    fields: [],
    grids: [grid],
    at,
    zone: 'UTC',
  }
  return collect(before, view)
}
const stated = (count: number) => ({ stated: [{ count, text: `${count} apps` }] })

test('rows are missing while fewer are known than stated, unless the rest is on further pages', () => {
  expect(missesRows(look(null, 0, 5, stated(9)))).toBe(true)
  expect(missesRows(look(null, 0, 9, stated(9)))).toBe(false)
  expect(missesRows(look(null, 0, 5, { ...stated(9), next: 'enabled' }))).toBe(false)
})

test('rows are missing between two windows that have not met', () => {
  const gap = look(look(null, 0, 5), 8, 12)
  expect(missesRows(gap)).toBe(true)
  expect(missesRows(look(gap, 4, 9))).toBe(false)
})

test('the end of a list without a total is in doubt for a second', () => {
  const first = look(null, 0, 5)
  expect(endInDoubt(first)).toBe(true)
  expect(endInDoubt(look(first, 0, 5, {}, 999))).toBe(true)
  expect(endInDoubt(look(first, 0, 5, {}, 1000))).toBe(false)
  expect(endInDoubt(look(null, 0, 5, { endSeen: false }))).toBe(false)
  expect(endInDoubt(look(null, 0, 5, stated(5)))).toBe(false)
})

test('a list that loads is not settled', () => {
  expect(isUnsettled(look(null, 0, 5, { ...stated(5), busy: true }))).toBe(true)
  expect(isUnsettled(look(null, 0, 5, stated(5)))).toBe(false)
})
