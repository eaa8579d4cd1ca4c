import type { Grid, GridExtent, PageView, Row } from '../recognise/view.ts'
import { LONGEST_CELL } from './cells.ts'
import { clipped, shown } from './characters.ts'
import { MOST_GRIDS, MOST_ROWS } from './raw.ts'
import { keysFor } from './rowKeys.ts'
import { counterIn, type Stated, statedIn } from './stated.ts'

interface Block {
  lines: string[][]
  /** Words of the line before, if it can be a heading. */
  heading: string | null
  stated: Stated[]
  notes: string[]
}

/**
 * What plain text says that was copied from a page: rows of cells parted by tabs, and lines between them. Links, what is
 * hidden and how much there is are not in such text, so its lists are never complete by themselves. Never throws.
 */
export function gatherText(text: string, options: { at: number; zone: string }): PageView {
  const blocks = blocksOf(rowsOf(text))
  const lines = blocks.flatMap(block => [block.heading ?? [], ...block.notes].flat())
  return {
    url: '',
    title: '',
    locales: [],
    headings: lines.filter(line => isHeading(line)).slice(0, 60),
    prose: lines.map(line => clipped(line, 300)).slice(0, 40),
    links: [],
    fields: [],
    grids: blocks.flatMap(block => gridsOf(block, options.at)).slice(0, MOST_GRIDS),
    at: options.at,
    zone: options.zone,
  }
}

/**
 * Lines as lists of cells. Browsers write a cell whose text stands in a box of its own as "name, new line, tab, new line":
 * there the tab parts cells, and only a new line without a tab parts rows.
 */
function rowsOf(text: string): string[][] {
  const lines = (joined: string) => joined.split('\n').map(line => line.split('\t').map(cell => shown(cell)))
  const plain = text.replace(/\r\n?/g, '\n')
  if (!/\n[ ]*\t[ ]*\n/.test(plain)) return lines(plain)
  const boxed = lines(plain.replace(/[ ]*\n*[ ]*\t[ ]*\n*/g, '\t'))
  return evenness(boxed) >= evenness(lines(plain)) ? boxed : lines(plain)
}

/** Share of lines with tabs that have as many cells as most. */
function evenness(rows: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return all < 2 ? 0 : Math.max(...counts.values()) / all
}

/** Runs of lines with cells, each with the lines before and behind it. */
function blocksOf(rows: readonly string[][]): Block[] {
  const blocks: Block[] = []
  let block: Block = { lines: [], heading: null, stated: [], notes: [] }
  for (const row of rows) {
    if (row.length > 1) {
      block.lines.push(row)
      continue
    }
    const line = row[0] ?? ''
    if (line === '') continue
    const stated = statedIn(line)
    if (stated) {
      block.stated.push(stated)
      continue
    }
    if (block.lines.length > 0 || (block.heading !== null && isHeading(line))) {
      blocks.push(block)
      block = { lines: [], heading: null, stated: [], notes: [] }
    }
    if (isHeading(line)) {
      const { words, stated: counted } = counterIn(line)
      block.heading = words
      if (counted) block.stated.push(counted)
    } else block.notes.push(line)
  }
  return [...blocks, block]
}

/** Short, and no sentence. */
const isHeading = (line: string) => line.length <= 60 && !/[.。!！?？,、:：]$/.test(line)

function gridsOf(block: Block, at: number): Grid[] {
  if (block.lines.length === 0 && block.notes.length === 0) return []
  const width = Math.max(0, ...block.lines.map(row => row.length))
  const [first, ...rest] = block.lines
  const head = first && rest.length > 0 && isHead(first, width) ? first : null
  const rows = (head ? rest : block.lines)
    .slice(0, MOST_ROWS)
    .map(row => row.map(text => ({ text: clipped(text, LONGEST_CELL) })))
  const keys = keysFor(rows.map(cells => ({ cells, index: null })))
  return [
    {
      shape: 'lines',
      heading: block.heading,
      path: [],
      headers: head ?? [],
      rows: rows.map((cells, index): Row => ({ key: keys[index] ?? '', cells, seenAt: at })),
      extent: { ...UNKNOWN, stated: block.stated },
      notes: block.notes.slice(0, 20),
      since: at,
    },
  ]
}

/** Words only, none twice, as many as the rows have. */
function isHead(row: readonly string[], width: number): boolean {
  const words = row.filter(cell => cell !== '')
  return (
    row.length === width &&
    words.length >= 2 &&
    new Set(words).size === words.length &&
    words.every(cell => cell.length <= 40 && !/\d|@|[.。!！?？]$/.test(cell))
  )
}

const UNKNOWN: GridExtent = { stated: [], rowCount: null, next: 'none', filtered: false, busy: false, endSeen: null }
