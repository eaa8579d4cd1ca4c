import type { App } from '../../storage/model/facts/assemble.ts'
import { MEANINGS } from '../../storage/model/recognise/columns.ts'
import { factsOf } from '../../storage/model/recognise/facts.ts'
import { fingerprintOf } from '../../storage/model/recognise/mapping.ts'
import {
  COLUMN_MEANINGS,
  type Column,
  type ColumnMeaning,
  type Recognised,
  type Section,
  type SectionKind,
} from '../../storage/model/recognise/recognised.ts'
import { attentionKind, statusOf } from '../../storage/model/recognise/statusWords.ts'
import { tidied } from '../../storage/model/recognise/tidy.ts'
import type { Grid, PageView } from '../../storage/model/recognise/view.ts'
import type { HeaderRow } from './mappingAnswers.ts'

/** A list of the page whose columns the user can explain: as it was read, and what was made of it. */
export interface EditableGrid extends HeaderRow {
  key: string
  heading: string | null
  /** Null: nothing could place it. */
  kind: SectionKind | null
  columns: readonly Column[]
  /** Cells of the first rows, as text. */
  rows: readonly (readonly string[])[]
  total: number
  /** What its columns may be. */
  meanings: readonly ColumnMeaning[]
}

/** How many rows are shown of each list. */
const SHOWN = 5
/** Lists whose rows are single phrases or are not kept: there is no column to explain. */
const WITHOUT_COLUMNS: readonly SectionKind[] = ['permissions', 'recommendations']

/** The lists of a page with columns to explain, in the order of the page; those that nothing placed last. */
export const editableGrids = (view: PageView, recognised: Recognised): EditableGrid[] => {
  const { grids } = tidied(view, view.at)
  const placed = recognised.sections.flatMap((section, index) => {
    const grid = grids[section.grid]
    if (!grid || WITHOUT_COLUMNS.includes(section.kind) || section.columns.length === 0) return []
    return [fromSection(section, grid, index)]
  })
  const unplaced = recognised.unplaced.flatMap(({ grid: index }) => {
    const grid = grids[index]
    return grid ? [fromUnplaced(grid, index)] : []
  })
  return [...placed, ...unplaced]
}

const fromSection = (section: Section, grid: Grid, index: number): EditableGrid => {
  const drawn = section.kind === 'app' ? (factsOf(grid) ?? grid) : grid
  return {
    key: `section ${index}`,
    heading: section.heading,
    kind: section.kind,
    fingerprint: section.fingerprint,
    headers: section.columns.map(column => column.header),
    columns: section.columns,
    ...firstRows(drawn, section.columns.length),
    meanings: [...MEANINGS[section.kind], 'ignore'],
  }
}

const fromUnplaced = (grid: Grid, index: number): EditableGrid => {
  const width = Math.max(grid.headers.length, ...grid.rows.map(row => row.cells.length), 0)
  const headers = Array.from({ length: width }, (_, at) => grid.headers[at] ?? '')
  return {
    key: `unplaced ${index}`,
    heading: grid.heading,
    kind: null,
    fingerprint: fingerprintOf(grid),
    headers,
    columns: headers.map((header, at) => ({ index: at, header, meaning: null, how: 'nothing' })),
    ...firstRows(grid, width),
    meanings: COLUMN_MEANINGS,
  }
}

const firstRows = (grid: Grid, width: number): Pick<EditableGrid, 'rows' | 'total'> => ({
  rows: grid.rows
    .slice(0, SHOWN)
    .map(row => Array.from({ length: width }, (_, at) => row.cells[at]?.full ?? row.cells[at]?.text ?? '')),
  total: grid.rows.length,
})

/** A status word or a sentence of Needs your attention that Patchbay's own words do not explain. */
export interface UnknownWord {
  word: string
  from: 'status' | 'attention'
}

/** The words without a meaning of Patchbay's own, of apps on record and of pages just read; each once. */
export const unknownWords = (apps: readonly App[], pages: readonly Recognised[]): UnknownWord[] => {
  const found = new Map<string, UnknownWord>()
  const status = (word: string | null | undefined) => {
    if (word && statusOf(word, null).status === 'unknown') found.set(word, { word, from: 'status' })
  }
  const reason = (text: string, name: string | null) => {
    if (text !== '' && attentionKind(text, null, name) === 'unknown') found.set(text, { word: text, from: 'attention' })
  }
  for (const app of apps) {
    if (app.gone) continue
    status(app.status?.value.word)
    for (const { value } of app.attention) reason(value.reason, app.name)
  }
  for (const section of pages.flatMap(page => page.sections)) {
    if (section.kind === 'my-apps' || section.kind === 'other-apps' || section.kind === 'app')
      for (const row of section.rows) status(row.status)
    if (section.kind === 'attention') for (const row of section.rows) reason(row.reason, row.app.name)
  }
  return [...found.values()]
}
