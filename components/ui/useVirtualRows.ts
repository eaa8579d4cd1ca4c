import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'

/** Height of a plain row and of the sticky header, in px, as DataTable.css draws them. */
export const ROW_HEIGHT = 42
export const HEAD_HEIGHT = 36

/** Up to so many rows are all in the document, so that the browser's own search finds them. */
const ALL_UP_TO = 40

/** Height of a row and of what is open below it. */
const heightWithDetail = (row: HTMLElement): number => {
  const below = row.nextElementSibling
  const detail = below instanceof HTMLElement && below.classList.contains('pb-row-detail') ? below.offsetHeight : 0
  return row.offsetHeight + detail
}

const sameKeys = (before: readonly string[], now: readonly string[]): boolean =>
  before === now || (before.length === now.length && before.every((key, index) => key === now[index]))

interface VirtualRows {
  readonly items: readonly VirtualItem[]
  /** Height of everything, header included, in px. */
  readonly total: number
  /** First and last row in sight (0-based); undefined before the first measure. */
  readonly seen: { readonly first: number; readonly last: number } | undefined
  readonly measure: (row: HTMLElement | null) => void
  readonly scrollTo: (index: number) => void
}

/**
 * The window on a long list: which rows to put into the document. When the data changes under it, the row at the top
 * of the window stays where it is; when `placeKey` changes (another sort or filter), it goes back to the top.
 * @param pinned index of a row that must stay mounted wherever the window is (it has the focus)
 */
export function useVirtualRows(
  box: RefObject<HTMLElement | null>,
  keys: readonly string[],
  pinned: number | undefined,
  placeKey: string,
): VirtualRows {
  const [, repaint] = useReducer((turns: number, _: undefined) => turns + 1, 0)
  const count = keys.length
  const options = {
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index: number) => keys[index] ?? index,
    overscan: 6,
    measureElement: heightWithDetail,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const indexes = defaultRangeExtractor(range)
      if (pinned === undefined || pinned >= count || indexes.includes(pinned)) return indexes
      return [...indexes, pinned].sort((a, b) => a - b)
    },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => repaint(undefined),
  }
  const [virtual] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options))
  virtual.setOptions(options)
  useLayoutEffect(() => virtual._didMount(), [virtual])
  useLayoutEffect(() => virtual._willUpdate())

  const total = virtual.getTotalSize()
  const offset = virtual.scrollOffset ?? 0
  const height = virtual.scrollRect?.height ?? 0
  // A row counts as seen when half of it is.
  const top = virtual.getVirtualItemForOffset(offset + HEAD_HEIGHT + ROW_HEIGHT / 2)
  const bottom = virtual.getVirtualItemForOffset(offset + height - ROW_HEIGHT / 2)

  const place = useRef({ keys, placeKey, key: undefined as string | undefined, start: 0 })
  useLayoutEffect(() => {
    const before = place.current
    if (before.placeKey !== placeKey) virtual.scrollToOffset(0)
    else if (before.key !== undefined && offset > 0 && !sameKeys(before.keys, keys)) {
      // The row that stood at the top has moved so far in the list; the window moves with it.
      const start = virtual.measurementsCache[keys.indexOf(before.key)]?.start
      if (start !== undefined && start !== before.start) virtual.scrollToOffset(offset + start - before.start)
    }
    place.current = { keys, placeKey, key: top && keys[top.index], start: top?.start ?? 0 }
  })

  return {
    items: count <= ALL_UP_TO ? virtual.measurementsCache.slice(0, count) : virtual.getVirtualItems(),
    total,
    seen: height > 0 && top && bottom ? { first: top.index, last: bottom.index } : undefined,
    measure: virtual.measureElement,
    scrollTo: index => virtual.scrollToIndex(index),
  }
}
