import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { isTyping } from '../ui/keys.ts'

const ROWS = 'li[data-key]'
const DEEDS: Readonly<Record<string, string>> = { r: 'reconnect', s: 'snooze', f: 'fixed' }

/** Puts the focus on the first row of a list; false when it has none. */
export const focusFirstRow = (list: Element | null | undefined): boolean => focusRow(list?.querySelector(ROWS))

const focusRow = (row: Element | null | undefined): boolean => {
  if (!(row instanceof HTMLElement)) return false
  row.focus()
  row.scrollIntoView?.({ block: 'nearest' })
  return true
}

/**
 * The keys of a row while the focus is in it (UI.md 4, AttentionRow): ↑ ↓ another row, Enter on the row itself opens
 * its details, R S F press its controls. Also keeps the focus in the row when the control that had it goes away.
 * @param letters whether single letters act; they can be switched off in Settings
 * @param controls changes when the row's controls do
 */
export function useRowKeys(element: RefObject<HTMLLIElement | null>, letters: boolean, controls: string) {
  const inside = useRef(false)

  useLayoutEffect(() => {
    const row = element.current
    if (inside.current && row && !row.contains(document.activeElement)) row.focus()
  }, [controls])

  const press = (deed: string): boolean => {
    const marked = element.current?.querySelector<HTMLElement>(`[data-deed="${deed}"]`)
    const control = marked?.matches('button') ? marked : marked?.querySelector<HTMLElement>('a[href], button')
    control?.click()
    return control !== null && control !== undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
    const row = element.current
    const target = event.target as Element
    if (!row || target.closest('[popover]')) return // a menu has keys of its own
    const deed = DEEDS[event.key.toLowerCase()]
    const taken =
      event.key === 'ArrowDown' || event.key === 'ArrowUp'
        ? focusNeighbour(row, event.key === 'ArrowDown')
        : event.key === 'Enter' && target === row
          ? press('details')
          : deed !== undefined && letters && !event.shiftKey && press(deed)
    if (taken) event.preventDefault()
  }
  return {
    onKeyDown,
    onFocusIn: () => {
      inside.current = true
    },
    onFocusOut: ({ target }: FocusEvent) => {
      // A control that goes away gives its focus to nobody: only one that is still there has lost it to another place.
      queueMicrotask(() => {
        const lost = (target as Element).isConnected && !element.current?.contains(document.activeElement)
        if (lost) inside.current = false
      })
    },
  }
}

/** The next or previous row of the same section, over the borders of its lists. */
const focusNeighbour = (row: Element, forward: boolean): boolean => {
  const section = row.closest('[data-attention]') ?? row.parentElement
  const rows = Array.from(section?.querySelectorAll(ROWS) ?? [])
  return focusRow(rows[rows.indexOf(row) + (forward ? 1 : -1)])
}
