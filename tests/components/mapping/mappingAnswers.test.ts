import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  columnAnswer,
  sameMapping,
  withColumn,
  withWord,
  wordAnswer,
} from '../../../components/mapping/mappingAnswers.ts'
import type { ColumnMeaning, Mapping } from '../../../storage/model/recognise/recognised.ts'

const NONE: Mapping = { columns: [], words: {} }
const ROW = { fingerprint: 'app|zustand', headers: ['App', 'Zustand'] }

test('an answer is found again, and taken back it leaves nothing', () => {
  const said = withColumn(NONE, ROW, 1, 'status')
  expect(columnAnswer(said, ROW, 1)).toBe('status')
  expect(columnAnswer(said, ROW, 0)).toBe(null)
  expect(withColumn(said, ROW, 1, null)).toEqual(NONE)
})

test('header rows of other fingerprints keep their answers', () => {
  const other = { fingerprint: 'app|status', headers: ['App', 'Status'] }
  const said = withColumn(withColumn(NONE, ROW, 1, 'status'), other, 1, 'ignore')
  expect([columnAnswer(said, ROW, 1), columnAnswer(said, other, 1)]).toEqual(['status', 'ignore'])
})

test('columns without a head, or with the same one, are told apart by their place', () => {
  const row = { fingerprint: '#3', headers: ['', 'Date', 'Date'] }
  const said = [0, 1, 2].reduce(
    (mapping, index) => withColumn(mapping, row, index, (['app', 'installed', 'lastActivity'] as const)[index] ?? null),
    NONE,
  )
  expect([0, 1, 2].map(index => columnAnswer(said, row, index))).toEqual(['app', 'installed', 'lastActivity'])
})

test('a word is known in any case and width', () => {
  expect(wordAnswer(withWord(NONE, 'Ｐaused', 'disconnected'), 'paused')).toBe('disconnected')
  expect(withWord(withWord(NONE, 'Paused', 'error'), 'PAUSED', null)).toEqual(NONE)
})

test('a header called like a property of every object is a header like any other', () => {
  const row = { fingerprint: 'x', headers: ['constructor', '__proto__'] }
  expect(columnAnswer(NONE, row, 0)).toBe(null)
  expect(wordAnswer(NONE, 'toString')).toBe(null)
  expect(columnAnswer(withColumn(NONE, row, 0, 'app'), row, 0)).toBe('app')
})

test('two mappings that say the same are the same, in whatever order it was said', () => {
  const meanings = fc.constantFrom<ColumnMeaning>('app', 'status', 'ignore')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), meanings), { maxLength: 6 }), said => {
      const last = [0, 1].map(index => said.findLast(([at]) => at === index)?.[1] ?? null)
      const inOrder = said.reduce((mapping, [at, meaning]) => withColumn(mapping, ROW, at, meaning), NONE)
      const direct = withColumn(withColumn(NONE, ROW, 1, last[1] ?? null), ROW, 0, last[0] ?? null)
      return sameMapping(inOrder, direct)
    }),
  )
  expect(sameMapping(withWord(NONE, 'a', 'error'), withWord(NONE, 'a', 'expired'))).toBe(false)
})
