import { type CellReading, readCell } from './cells.ts'
import { folded, shown } from './characters.ts'
import type { Reading } from './reading.ts'

/** A cell element of a header or data row, with the column it says it stands in. */
export interface Placed {
  element: Element
  /** `aria-colindex`, 1-based. */
  stated: number | null
  span: number
  visible: boolean
}

export function placed(elements: readonly Element[], reading: Reading): Placed[] {
  return elements.map(element => {
    const span = Number(element.getAttribute('colspan') ?? element.getAttribute('aria-colspan') ?? 1)
    return {
      element,
      stated: positive(element.getAttribute('aria-colindex')) ?? orderOf(element),
      span: span >= 1 && span <= 100 ? Math.floor(span) : 1,
      visible: reading.shown(element),
    }
  })
}

/** Boxes in a flexible box may be shown in another order than they are written in. */
function orderOf(element: Element): number | null {
  return positive(/(?:^|;)\s*order:\s*(\d+)/.exec(element.getAttribute('style') ?? '')?.[1] ?? null)
}

export function positive(text: string | null): number | null {
  const value = text === null ? Number.NaN : Number(text)
  return Number.isInteger(value) && value > 0 ? value : null
}

/** Column of each cell: as stated, else counted on from the one before it within the row. */
function columnsOf(cells: readonly Placed[]): number[] {
  const columns: number[] = []
  let next = 1
  for (const cell of cells) {
    const column = cell.stated ?? next
    columns.push(column)
    next = column + cell.span
  }
  return columns
}

export interface Aligned {
  headers: string[]
  rows: CellReading[][]
}

/**
 * Puts cells under headers: by the column both state, else by position within the row. Columns whose head is hidden are
 * left out. A row with fewer heads than cells is taken to lack the head of its checkbox column, if it has one.
 */
export function align(head: readonly Placed[], rows: readonly (readonly Placed[])[], reading: Reading): Aligned {
  const read = (cell: Placed): CellReading =>
    cell.visible ? readCell([cell.element], reading) : { text: '', loading: false, fieldOnly: false }
  if (head.length === 0) return { headers: [], rows: rows.map(row => row.filter(cell => cell.visible).map(read)) }

  const states = head.every(cell => cell.stated !== null) && rows.every(row => row.every(cell => cell.stated !== null))
  if (states) return byColumn(head, columnsOf(head), rows, read, reading)

  const width = commonLength(rows)
  const counted = head.reduce((sum, cell) => sum + cell.span, 0)
  if (counted === width || rows.length === 0)
    return byColumn(unstated(head), columnsOf(unstated(head)), rows.map(unstated), read, reading)

  const seenHead = unstated(head.filter(cell => cell.visible))
  const seenRows = rows.map(row => unstated(row.filter(cell => cell.visible)))
  const seenWidth = commonLength(seenRows)
  const shift = seenHead.length < seenWidth ? leadingWithoutText(seenRows, seenWidth - seenHead.length, read) : 0
  return byColumn(
    seenHead,
    columnsOf(seenHead).map(column => column + shift),
    seenRows,
    read,
    reading,
  )
}

/** Where only one of head and rows states columns, the numbers may leave out what the other counts: position decides. */
const unstated = (cells: readonly Placed[]): Placed[] => cells.map(cell => ({ ...cell, stated: null }))

function byColumn(
  head: readonly Placed[],
  headColumns: readonly number[],
  rows: readonly (readonly Placed[])[],
  read: (cell: Placed) => CellReading,
  reading: Reading,
): Aligned {
  const kept: { column: number; header: string }[] = []
  head.forEach((cell, at) => {
    if (cell.visible) kept.push({ column: headColumns[at] ?? 0, header: readHeader(cell.element, reading) })
  })
  return {
    headers: kept.map(({ header }) => header),
    rows: rows.map(row => {
      const columns = columnsOf(row)
      return kept.map(({ column }) => {
        const cell = row[columns.indexOf(column)]
        return cell ? read(cell) : { text: '', loading: false, fieldOnly: false }
      })
    }),
  }
}

/** Number of cells that most rows have. */
export function commonLength(rows: readonly (readonly Placed[])[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const width = row.reduce((sum, cell) => sum + cell.span, 0)
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  let best = 0
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width
  return best
}

/** How many leading columns, at most `most`, hold nothing to read in any row: a checkbox, a picture, a button. */
function leadingWithoutText(
  rows: readonly (readonly Placed[])[],
  most: number,
  read: (cell: Placed) => CellReading,
): number {
  let shift = 0
  while (shift < most && rows.every(row => (row[shift] ? read(row[shift] as Placed).text : '') === '')) shift++
  return shift
}

/** Spoken hints of a head that sorts: "Press to sort ascending". */
const SORTING =
  /\bsort|\bascending|\bdescending|並べ替え|並び替え|昇順|降順|sortier|aufsteigend|absteigend|\btrier|\btri\b|croissant|ordenar|ascendente|descendente|classificar|ordina|crescente|decrescente|sorteer|oplopend|aflopend|sortuj|rosnąco|malejąco|排序|升序|降序/u
const ARROWS = /[\u2190-\u21FF\u25B2-\u25BF\u2B06\u2B07\u2B0D]\uFE0F?/g

/** What a column head says, without its sort control and counter. A head that is one button says what the button says. */
export function readHeader(element: Element, reading: Reading): string {
  const cell = readCell([element], reading)
  const lines = cell.lines ?? [cell.text]
  const kept = lines.filter((line, at) => at === 0 || !SORTING.test(folded(line)))
  const said =
    kept.join(' ') || cell.buttons?.[0] || element.getAttribute('aria-label') || element.getAttribute('abbr') || ''
  const words = shown(said.replace(ARROWS, ' '))
  return words.replace(/\s*[(（［[]\d+[)）］\]]$/u, '')
}
