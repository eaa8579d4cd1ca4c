import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isTyping } from './keys.ts'
import { focusedPlace, focusPlace, type PlaceInRow } from './rowKeys.ts'

interface RowFocus {
  /** The row that has the focus, or is about to get it: it must be in the document. */
  readonly pinned: number | undefined
  readonly enter: (event: FocusEvent) => void
  readonly leave: (event: FocusEvent) => void
  /** ↑ ↓: the same control in the next row, also when that row is not in the document yet. */
  readonly move: (event: KeyboardEvent, scrollTo: (index: number) => void) => void
}

/**
 * Where the focus is in a table's rows. It follows its row by key when the data changes, and goes to the row that took
 * the place of a row that left; it never falls back to the top of the page.
 */
export function useRowFocus(box: RefObject<HTMLElement | null>, keys: readonly string[]): RowFocus {
  const [focused, setFocused] = useState<{ readonly key: string; readonly place: PlaceInRow }>()
  const [wanted, setWanted] = useState<{ readonly index: number; readonly place: PlaceInRow }>()
  const lastIndex = useRef(0)
  const at = focused ? keys.indexOf(focused.key) : -1

  useLayoutEffect(() => {
    if (!wanted || !box.current) return
    if (focusPlace(box.current, wanted.index, wanted.place)) setWanted(undefined)
  })

  useLayoutEffect(() => {
    if (!focused) return
    if (at >= 0) lastIndex.current = at
    else if (document.activeElement === document.body) {
      setFocused(undefined)
      if (keys.length > 0) setWanted({ index: Math.min(lastIndex.current, keys.length - 1), place: focused.place })
    }
  }, [focused, at, keys])

  return {
    pinned: wanted?.index ?? (at >= 0 ? at : undefined),
    enter: event => {
      const found = focusedPlace(event.target as Element)
      const key = found && keys[found.index]
      if (found && key !== undefined) setFocused({ key, place: found.place })
    },
    leave: event => {
      const next = event.relatedTarget
      if (!(next instanceof Node && (event.currentTarget as Node).contains(next))) setFocused(undefined)
    },
    move: (event, scrollTo) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      const found = focusedPlace(event.target as Element)
      if (!found || !box.current) return
      event.preventDefault()
      const index = found.index + (event.key === 'ArrowDown' ? 1 : -1)
      if (index < 0 || index >= keys.length || focusPlace(box.current, index, found.place)) return
      scrollTo(index)
      setWanted({ index, place: found.place })
    },
  }
}
