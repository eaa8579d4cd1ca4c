import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { mergeStill } from './mergeStill.ts'
import { type PlacedRow, placeRows, rowKey } from './placeRows.ts'

interface StillList {
  readonly rows: readonly PlacedRow[]
  /** Changes that wait until the list may move. */
  readonly waiting: number
  /** Lets them in. */
  readonly showWaiting: () => void
  /** Says that what happens to this row next was done here. */
  readonly claim: (item: AttentionItem) => void
  /** For the element that must not move. */
  readonly hold: {
    readonly onMouseEnter: () => void
    readonly onMouseLeave: () => void
    readonly onFocusIn: () => void
    readonly onFocusOut: (event: FocusEvent) => void
  }
}

/** Keeps the rows of a list where they are while the pointer or the focus is in it. */
export function useStillRows(items: readonly AttentionItem[]): StillList {
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  const [, repaint] = useState(0)
  const own = useRef(new Set<string>())
  const shown = useRef(placeRows(items) as readonly PlacedRow[])
  const held = hovered || focused
  const { rows, waiting } = held
    ? mergeStill(shown.current, items, own.current)
    : { rows: placeRows(items), waiting: 0 }

  useLayoutEffect(() => {
    shown.current = rows
    if (!held) own.current.clear()
  })

  return {
    rows,
    waiting,
    showWaiting: () => {
      shown.current = placeRows(items)
      own.current.clear()
      repaint(turn => turn + 1)
    },
    claim: item => own.current.add(rowKey(item)),
    hold: {
      onMouseEnter: () => setHovered(true),
      onMouseLeave: () => setHovered(false),
      onFocusIn: () => setFocused(true),
      onFocusOut: event => {
        const next = event.relatedTarget
        if (!(next instanceof Node && (event.currentTarget as Node).contains(next))) setFocused(false)
      },
    },
  }
}
