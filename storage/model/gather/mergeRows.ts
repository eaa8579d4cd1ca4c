import type { Row } from '../recognise/view.ts'
import { indexInKey } from './rowKeys.ts'

/**
 * Puts the rows of a window among those seen before. A known row is updated where it stands; a new one goes behind the row
 * it follows in the window, or before the first known one; a window without any known row goes to the end.
 */
export function mergeRows(old: readonly Row[], fresh: readonly Row[]): Row[] {
  const byKey = new Map(fresh.map(row => [row.key, row]))
  const known = new Set(old.map(row => row.key))
  const before = new Map<string, Row[]>()
  const behind = new Map<string, Row[]>()
  let anchor: string | null = null
  let waiting: Row[] = []
  for (const row of fresh) {
    if (known.has(row.key)) {
      if (anchor === null && waiting.length > 0) before.set(row.key, waiting)
      anchor = row.key
      waiting = []
    } else if (anchor === null) waiting.push(row)
    else behind.set(anchor, [...(behind.get(anchor) ?? []), row])
  }
  const merged = old.flatMap(row => [
    ...(before.get(row.key) ?? []),
    byKey.get(row.key) ?? row,
    ...(behind.get(row.key) ?? []),
  ])
  if (anchor === null) merged.push(...waiting)
  return merged
}

/**
 * Rows in the order of the list: by index where rows have one, else each behind the row it was seen behind, beginning with
 * the row that was seen at the start. Windows that were seen out of order fall into place when one bridges the gap.
 */
export function ordered(rows: readonly Row[], next: ReadonlyMap<string, string>): Row[] {
  if (rows.every(row => indexInKey(row.key) !== null)) {
    return [...rows].sort((one, other) => (indexInKey(one.key) ?? 0) - (indexInKey(other.key) ?? 0))
  }
  const byKey = new Map(rows.map(row => [row.key, row]))
  const followers = new Set([...next].flatMap(([key, follower]) => (byKey.has(key) ? follower : [])))
  const result = new Map<string, Row>()
  const follow = (start: string | undefined) => {
    for (let key = start; key !== undefined && byKey.has(key) && !result.has(key); key = next.get(key)) {
      result.set(key, byKey.get(key) as Row)
    }
  }
  follow(next.get(''))
  for (const row of rows) if (!followers.has(row.key)) follow(row.key)
  // What is left goes round in a circle: the list was sorted anew while it was read.
  for (const row of rows) follow(row.key)
  return [...result.values()]
}

export const nameOf = (row: Row): string => row.cells.find(cell => cell.text !== '')?.text ?? ''

/**
 * A row known by its text changes its key when its text changes ("2 minutes ago"). If between the same two neighbours as
 * many rows are new as have gone, and they bear the same names, they are the same rows.
 */
export function replaceUpdated(merged: Row[], old: readonly Row[], fresh: readonly Row[]): Row[] {
  const now = new Set(fresh.map(row => row.key))
  const before = new Set(old.map(row => row.key))
  const dropped = new Set<string>()
  let run: Row[] | null = null
  for (const row of merged) {
    if (!now.has(row.key) || !before.has(row.key)) {
      run?.push(row)
      continue
    }
    const added = run?.filter(other => now.has(other.key)) ?? []
    const gone = run?.filter(other => !now.has(other.key)) ?? []
    const renamed = gone.some((other, at) => nameOf(other) !== nameOf(added[at] ?? other))
    if (added.length === gone.length && !renamed) {
      for (const other of gone) if (other.key.startsWith('t:') || other.key.includes('\n')) dropped.add(other.key)
    }
    run = []
  }
  return dropped.size > 0 ? merged.filter(row => !dropped.has(row.key)) : merged
}
