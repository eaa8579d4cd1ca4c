import { foldWord } from '../words/fold.ts'
import type { ColumnMeaning, Mapping, WordMeaning } from './recognised.ts'
import type { Grid } from './view.ts'

/** What stands in for the header of a column that has none, or shares it with another one. */
const NUMBERED = '#'

/** How the user's answers name each column of a header row: its folded text, or `#<index>` where that is blank or not the only one. */
export const columnKeys = (headers: readonly string[]): string[] => {
  const folded = headers.map(foldWord)
  return folded.map((text, index) =>
    text === '' || folded.indexOf(text) !== folded.lastIndexOf(text) ? `${NUMBERED}${index}` : text,
  )
}

/** Identifies a header row: the same on the next read, another one when a column comes, goes or moves. Without headers: the heading and the number of columns. */
export const fingerprintOf = (grid: Grid): string => {
  const folded = grid.headers.map(foldWord)
  if (folded.some(text => text !== '')) return folded.join('|')
  return `${foldWord(grid.heading ?? '')}${NUMBERED}${Math.max(0, ...grid.rows.map(row => row.cells.length))}`
}

/** What the user said a column means, by column index; undefined where nothing was said. */
export const mappedColumns = (grid: Grid, mapping: Mapping | null): (ColumnMeaning | undefined)[] => {
  const fingerprint = fingerprintOf(grid)
  const meanings = mapping?.columns.find(columns => columns.fingerprint === fingerprint)?.meanings
  // A list without heads has columns too: they are named by their place.
  const width = Math.max(grid.headers.length, ...grid.rows.map(row => row.cells.length))
  const headers = Array.from({ length: width }, (_, index) => grid.headers[index] ?? '')
  return columnKeys(headers).map(key => (meanings && Object.hasOwn(meanings, key) ? meanings[key] : undefined))
}

/** What the user said a status word means; null where nothing was said. */
export const mappedWord = (word: string, mapping: Mapping | null): WordMeaning | null => {
  const key = foldWord(word)
  return mapping && Object.hasOwn(mapping.words, key) ? (mapping.words[key] ?? null) : null
}

export { foldWord }
