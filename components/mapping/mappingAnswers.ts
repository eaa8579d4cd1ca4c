import { columnKeys, foldWord } from '../../storage/model/recognise/mapping.ts'
import type { ColumnMeaning, Mapping, WordMeaning } from '../../storage/model/recognise/recognised.ts'

/** A header row as a mapping names it: its fingerprint, and the header of each column. */
export interface HeaderRow {
  fingerprint: string
  headers: readonly string[]
}

/** What the user said the column at `index` means, or null. */
export const columnAnswer = (mapping: Mapping, row: HeaderRow, index: number): ColumnMeaning | null => {
  const meanings = mapping.columns.find(({ fingerprint }) => fingerprint === row.fingerprint)?.meanings
  const key = columnKeys(row.headers)[index]
  return meanings && key !== undefined && Object.hasOwn(meanings, key) ? (meanings[key] ?? null) : null
}

/** The mapping with another answer for that column; null takes the answer back. A header row without answers goes. */
export const withColumn = (mapping: Mapping, row: HeaderRow, index: number, meaning: ColumnMeaning | null): Mapping => {
  const key = columnKeys(row.headers)[index]
  if (key === undefined) return mapping
  const known = mapping.columns.find(({ fingerprint }) => fingerprint === row.fingerprint)?.meanings ?? {}
  const rest = Object.entries(known).filter(([name]) => name !== key)
  const meanings = Object.fromEntries(meaning === null ? rest : [...rest, [key, meaning]])
  const others = mapping.columns.filter(({ fingerprint }) => fingerprint !== row.fingerprint)
  const own = Object.keys(meanings).length > 0 ? [{ fingerprint: row.fingerprint, meanings }] : []
  return { ...mapping, columns: [...others, ...own] }
}

/** What the user said the word means, or null. */
export const wordAnswer = (mapping: Mapping, word: string): WordMeaning | null => {
  const key = foldWord(word)
  return Object.hasOwn(mapping.words, key) ? (mapping.words[key] ?? null) : null
}

/** The mapping with another meaning for the word; null takes it back. */
export const withWord = (mapping: Mapping, word: string, meaning: WordMeaning | null): Mapping => {
  const key = foldWord(word)
  const rest = Object.entries(mapping.words).filter(([name]) => name !== key)
  return { ...mapping, words: Object.fromEntries(meaning === null ? rest : [...rest, [key, meaning]]) }
}

/** Whether two mappings say the same. */
export const sameMapping = (a: Mapping, b: Mapping): boolean => text(a) === text(b)

const text = ({ columns, words }: Mapping): string =>
  JSON.stringify([columns.map(({ fingerprint, meanings }) => [fingerprint, sorted(meanings)]).sort(), sorted(words)])

const sorted = (record: Readonly<Record<string, string>>) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
