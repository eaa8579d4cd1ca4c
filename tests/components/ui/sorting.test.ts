import { describe, expect, it } from 'vitest'
import { matchesText } from '../../../components/ui/matchText.ts'
import { nextSort, sortRows } from '../../../components/ui/sortRows.ts'

describe('sorting rows', () => {
  const names = (list: readonly (string | number | undefined)[], direction: 'ascending' | 'descending') =>
    sortRows(list, value => value, direction, 'en')

  it('orders text by the language, numbers inside it as numbers', () => {
    expect(names(['App 10', 'app 2', 'Éclair', 'Zeta', 'Delta'], 'ascending')).toEqual([
      'app 2',
      'App 10',
      'Delta',
      'Éclair',
      'Zeta',
    ])
  })

  it('puts the unknown last either way', () => {
    expect(names([2, undefined, 1, undefined, 3], 'ascending')).toEqual([1, 2, 3, undefined, undefined])
    expect(names([2, undefined, 1, undefined, 3], 'descending')).toEqual([3, 2, 1, undefined, undefined])
  })

  it('keeps the order of equals and does not touch the list it was given', () => {
    const rows = Object.freeze([
      { id: 'b', value: 1 },
      { id: 'a', value: 1 },
      { id: 'c', value: 0 },
    ])
    const sorted = sortRows(rows, row => row.value, 'descending', 'en')
    expect(sorted.map(row => row.id)).toEqual(['b', 'a', 'c'])
  })

  it('turns round on the same column only', () => {
    const byName = { column: 'name', direction: 'ascending' } as const
    expect(nextSort(undefined, 'name')).toEqual(byName)
    expect(nextSort(byName, 'name')).toEqual({ column: 'name', direction: 'descending' })
    expect(nextSort({ column: 'name', direction: 'descending' }, 'name', 'descending')).toEqual(byName)
    expect(nextSort(byName, 'installed', 'descending')).toEqual({ column: 'installed', direction: 'descending' })
  })
})

describe('searching a text', () => {
  it.each([
    ['Ledgerlane Acme Trading', 'ledger', true],
    ['Ledgerlane Acme Trading', 'trading LEDGER', true],
    ['Ledgerlane Acme Trading', 'ledger japan', false],
    ['ＬＥＤＧＥＲ連携', 'ledger', true],
    ['サンプルアプリ', 'ｱﾌﾟﾘ', true],
    ['Ledgerlane', '', true],
    ['Ledgerlane', '   ', true],
    ['a.b', '.*', false],
  ])('%s / %s', (text, search, found) => {
    expect(matchesText(text, search)).toBe(found)
  })
})
