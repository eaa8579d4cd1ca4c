import type { Grid, Row } from '../recognise/view.ts'
import { mergeRows, nameOf, ordered, replaceUpdated } from './mergeRows.ts'
import { MOST_ROWS } from './raw.ts'
import { indexInKey, keyedWithText, withText } from './rowKeys.ts'
import { linksReturn } from './sameLink.ts'
import { statedTotal } from './statedTotal.ts'

/** For this long the last row must stay the last before the list's end is believed: more may be on its way. */
export const END_SETTLES = 1_000

/** What was seen of one list. */
export interface GridCollection {
  /** What tells this list from the others of the page. */
  identity: string
  /** Everything collected, with `since` and `extent` for all of it. */
  grid: Grid
  /** Key of a row and the key of the row that was seen right behind it; `''` stands for the start of the list. */
  next: ReadonlyMap<string, string>
  /** Key of the row that was last on the page with nothing behind it, and since when (epoch ms) it has been. */
  end: { key: string; since: number } | null
  /** Tabs that were chosen when the list was last on the page. */
  tabs: string
  /** When the list was first missing from the page (epoch ms); null while it is there. */
  goneAt: number | null
}

export const gridIdentity = (grid: Grid): string =>
  [grid.place ?? 'page', grid.shape, grid.heading ?? '', grid.path.join('\n'), grid.headers.join('\t')].join('\n\n')

/** Adds a window of a list to what was seen of it. */
export function collectGrid(
  known: GridCollection | null,
  grid: Grid,
  identity: string,
  tabs: string,
  at: number,
): GridCollection {
  if (!known || startsAnew(known, grid)) return asFirst(grid, identity, tabs, at)
  const { old, fresh, changed } = rekeyed(known, grid.rows)
  const next = changed ? new Map<string, string>() : new Map(known.next)
  note(next, fresh, grid)
  const merged = replaceUpdated(mergeRows(old, fresh), old, fresh)
  const rows = ordered(merged, next).slice(0, MOST_ROWS)
  const end = endOf(known.end, fresh, grid, at)
  const collection: GridCollection = {
    identity,
    tabs,
    next,
    end,
    goneAt: null,
    grid: { ...grid, rows, since: known.grid.since },
  }
  return finished(collection, grid, fresh, at)
}

function asFirst(grid: Grid, identity: string, tabs: string, at: number): GridCollection {
  const next = new Map<string, string>()
  note(next, grid.rows, grid)
  const collection = {
    identity,
    tabs,
    grid: { ...grid, since: at },
    next,
    end: endOf(null, grid.rows, grid, at),
    goneAt: null,
  }
  return finished(collection, grid, grid.rows, at)
}

/** The list changed under the collection: another total, another filter, or other rows under the same numbers. */
function startsAnew(known: GridCollection, grid: Grid): boolean {
  const { grid: old } = known
  if (old.extent.filtered !== grid.extent.filtered) return true
  const [before, now] = [statedTotal(old), statedTotal(grid)]
  if (before !== null && now !== null && before !== now) return true
  const olds = new Map(old.rows.map(row => [row.key, row]))
  const shared = grid.rows.filter(row => olds.has(row.key))
  // A dialog that was closed and opened again, or shows other rows altogether, may be about another app.
  if (
    grid.place === 'dialog' &&
    (known.goneAt !== null || (shared.length === 0 && grid.rows.length > 0 && old.rows.length > 0))
  )
    return true
  return shared.some(row => indexInKey(row.key) !== null && nameOf(row) !== nameOf(olds.get(row.key) as Row))
}

/**
 * Keys of both made alike. One window may show that links repeat where another did not, or bring back a link with other
 * words at another place (a log): then every row gets a key with its text.
 */
function rekeyed(known: GridCollection, rows: readonly Row[]): { old: Row[]; fresh: Row[]; changed: boolean } {
  const old = known.grid.rows
  const had = keyedWithText(old)
  const text = had || keyedWithText(rows) || linksReturn(known, rows)
  return { old: text ? withText(old) : [...old], fresh: text ? withText(rows) : [...rows], changed: text && !had }
}

/** Writes down which rows stood next to each other, and which was first. */
function note(next: Map<string, string>, rows: readonly Row[], grid: Grid): void {
  if (grid.extent.startSeen === true && rows[0]) next.set('', rows[0].key)
  rows.forEach((row, at) => {
    const follower = rows[at + 1]
    if (follower) next.set(row.key, follower.key)
  })
}

function endOf(before: GridCollection['end'], rows: readonly Row[], grid: Grid, at: number): GridCollection['end'] {
  const last = rows[rows.length - 1]
  if (!last) return before
  if (grid.extent.endSeen === true && !grid.extent.busy)
    return before?.key === last.key ? before : { key: last.key, since: at }
  return before && rows.some(row => row.key === before.key) && last.key !== before.key ? null : before
}

/** Works out `since` and `extent` for everything collected. */
function finished(collection: GridCollection, window: Grid, fresh: readonly Row[], at: number): GridCollection {
  const { grid, next, end } = collection
  const total = statedTotal(grid)
  const whole = isWhole(window, fresh, total, end, at)
  const rows = whole ? [...fresh] : grid.rows
  const extent = { ...grid.extent }
  if (extent.startSeen !== null && extent.startSeen !== undefined) extent.startSeen = next.has('')
  if (extent.endSeen !== null) extent.endSeen = whole || reachesEnd(rows, next, end, at)
  if (total !== null && rows.length >= total && !extent.filtered)
    extent.next = extent.next === 'none' ? 'none' : 'disabled'
  return { ...collection, grid: { ...grid, rows, extent, since: whole ? at : grid.since } }
}

/** The window is the whole list: as many rows as stated, or start and end on the page at once. */
function isWhole(
  window: Grid,
  rows: readonly Row[],
  total: number | null,
  end: GridCollection['end'],
  at: number,
): boolean {
  const { extent } = window
  if (extent.busy || rows.length === 0) return false
  if (total !== null) return rows.length === total
  return extent.next === 'none' && extent.startSeen === true && extent.endSeen === true && settled(end, at)
}

const settled = (end: GridCollection['end'], at: number) => end !== null && at - end.since >= END_SETTLES

/** From the first row to the last, each was seen next to the one before it, and the last has stayed the last. */
function reachesEnd(
  rows: readonly Row[],
  next: ReadonlyMap<string, string>,
  end: GridCollection['end'],
  at: number,
): boolean {
  if (!end || !settled(end, at)) return false
  let key = ''
  for (const row of rows) {
    if (next.get(key) !== row.key) return false
    key = row.key
  }
  return key === end.key
}
