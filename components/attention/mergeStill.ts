import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { type PlacedRow, rowKey } from './placeRows.ts'

/** What the list shows while it must not move, and how many changes wait. */
export interface StillRows {
  readonly rows: readonly PlacedRow[]
  readonly waiting: number
}

/**
 * The rows to show while the pointer or the focus is in the list (UI.md 1.7): those shown stay, in their order and
 * place, and the rest waits. Ages and counts within a row follow at once; another kind of problem or another state
 * would change its controls, so it waits too, unless it follows from a deed of this person (`own`, by rowKey).
 * A mere change of order counts as one change.
 */
export const mergeStill = (
  shown: readonly PlacedRow[],
  next: readonly AttentionItem[],
  own: ReadonlySet<string>,
): StillRows => {
  const waitingFor = new Map(next.map(item => [rowKey(item), item]))
  let waiting = 0
  const rows = shown.map(row => {
    const key = rowKey(row.item)
    const item = waitingFor.get(key)
    waitingFor.delete(key)
    if (!item) {
      if (!own.has(key)) waiting++
      return { ...row, left: true }
    }
    if (own.has(key) || hasSameControls(row.item, item)) return { ...row, item, left: false }
    waiting++
    return { ...row, left: false }
  })
  waiting += waitingFor.size
  if (waiting === 0 && !isSameOrder(rows, next, own)) waiting = 1
  return { rows, waiting }
}

const hasSameControls = (a: AttentionItem, b: AttentionItem) =>
  a.kind === b.kind && a.state === b.state && a.reconnecting === b.reconnecting && a.url === b.url

const isSameOrder = (rows: readonly PlacedRow[], next: readonly AttentionItem[], own: ReadonlySet<string>) => {
  const keysOf = (items: readonly AttentionItem[]) => items.map(rowKey).filter(key => !own.has(key))
  return keysOf(rows.filter(row => !row.left).map(row => row.item)).join('\n') === keysOf(next).join('\n')
}
