import type { AttentionItem } from '../../storage/model/issues/attention.ts'

/** A row where it stands on the screen: among the counted ones, the snoozed or the fixed. */
export interface PlacedRow {
  readonly item: AttentionItem
  readonly place: AttentionItem['state']
  /** Not in the newest data any more; it stays, dimmed, until the list may move. */
  readonly left: boolean
}

/** Identity of a row from one repaint to the next. */
export const rowKey = (item: Pick<AttentionItem, 'account' | 'subject'>): string => `${item.account} ${item.subject}`

/** Every item in the place that its state gives it, in the order given. */
export const placeRows = (items: readonly AttentionItem[]): PlacedRow[] =>
  items.map(item => ({ item, place: item.state, left: false }))

/** Id of the row's heading, which names the row and says of its buttons what they are for. */
export const headingId = (item: AttentionItem): string => `attention-${encodeURIComponent(rowKey(item))}`
