import type { GridShape } from '../recognise/view.ts'
import type { CellReading } from './cells.ts'

/** A row as found in the document, before it has a key. */
export interface RawRow {
  element: Element
  cells: CellReading[]
  /** `aria-rowindex`, if the row states one. */
  index: number | null
}

/** A grid as found in the document, before its heading and its surroundings are known. */
export interface RawGrid {
  shape: Exclude<GridShape, 'lines' | 'file'>
  /** Smallest element that holds all rows. */
  root: Element
  /** Elements whose text is part of the grid and of nothing else. */
  owned: Element[]
  headers: string[]
  rows: RawRow[]
  rowCount: number | null
  busy: boolean
  /** Rows of grey bars or nothing stand before the first or behind the last drawn row. */
  undrawnBefore: boolean
  undrawnAfter: boolean
  /** Sentences in rows of their own. */
  notes: string[]
  /** Caption of the table. */
  caption: string | null
}

/** More rows than this in one list are left out, and the list stays partial. */
export const MOST_ROWS = 2000
export const MOST_GRIDS = 200
