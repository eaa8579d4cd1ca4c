import type { Cell, Row } from '../recognise/view.ts'

/** What a row can be told apart by. */
export interface KeyParts {
  cells: readonly Cell[]
  /** `aria-rowindex`, if stated. */
  index: number | null
}

/**
 * Keys of the rows of one grid, all different. By the row's own link; where two rows have the same link (a log with several
 * lines of one app), by link and text for every row of the grid; without a link by the index the page states, else by text.
 */
export function keysFor(rows: readonly KeyParts[], withText = linksRepeat(rows)): string[] {
  const seen = new Map<string, number>()
  return rows.map(row => {
    const key = keyOf(row, withText)
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times === 1 ? key : `${key}#${times}`
  })
}

function keyOf({ cells, index }: KeyParts, withText: boolean): string {
  const link = linkKey(cells)
  if (link !== null) return withText ? `p:${link}\n${textKey(cells)}` : `p:${link}`
  return index !== null ? `i:${index}` : `t:${textKey(cells)}`
}

/** Host, path and query of the row's first link. The hash may change while a list is read. */
export function linkKey(cells: readonly Cell[]): string | null {
  const href = cells.find(cell => cell.href)?.href
  if (!href) return null
  const hash = href.indexOf('#')
  const bare = hash < 0 ? href : href.slice(0, hash)
  return bare.replace(/^https?:\/\//, '').slice(0, 600)
}

export const textKey = (cells: readonly Cell[]): string =>
  cells
    .flatMap(cell => cell.full || cell.text || [])
    .join('\t')
    .slice(0, 600)

export function linksRepeat(rows: readonly Pick<KeyParts, 'cells'>[]): boolean {
  const seen = new Set<string>()
  for (const { cells } of rows) {
    const link = linkKey(cells)
    if (link === null) continue
    if (seen.has(link)) return true
    seen.add(link)
  }
  return false
}

/** Whether keys of these rows were made with text, because links repeat. */
export const keyedWithText = (rows: readonly Row[]): boolean =>
  rows.some(row => row.key.startsWith('p:') && row.key.includes('\n'))

/** Index in a key made of the index the page states. */
export function indexInKey(key: string): number | null {
  const found = /^i:(\d+)/.exec(key)
  return found ? Number(found[1]) : null
}

/** The same rows with text in their keys. */
export function withText(rows: readonly Row[]): Row[] {
  if (keyedWithText(rows)) return [...rows]
  const keys = keysFor(
    rows.map(row => ({ cells: row.cells, index: indexInKey(row.key) })),
    true,
  )
  return rows.map((row, at) => ({ ...row, key: keys[at] ?? row.key }))
}
