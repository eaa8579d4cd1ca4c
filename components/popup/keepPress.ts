const CONTROLS = 'button, a[href]'
/** A row of Needs your attention: more of them come with the popup that answers than were painted. */
const ROW = '[data-key]'
/** Nobody holds a button down for longer (ms) before it is done, or the pointer was let go outside. */
const LONGEST_PRESS = 1000

export interface KeptPress {
  /** Resolves when no press is half done: a button that is replaced under the pointer never hears of its click. */
  ended(): Promise<void>
  /** Presses the control that answers now in place of the painted one that was pressed, if one was. */
  again(): void
}

/**
 * Keeps the first press on a popup that is painted but does not answer yet, to press the same control again once it
 * does: both are made of the same looks, so the control has the same place in its row, or among those of no row.
 */
export const keepPress = (root: Element): KeptPress => {
  let pressed: Place | undefined
  let isHalfDone = false
  let done = () => {}
  const keep = (event: Event) => {
    const control = (event.target as Element).closest<HTMLElement>(CONTROLS)
    if (!control) return
    event.preventDefault() // a link too: Reconnect is more than its place
    pressed ??= placeOf(root, control)
  }
  const begin = () => {
    isHalfDone = true
  }
  const end = () =>
    setTimeout(() => {
      isHalfDone = false // after the click, which follows at once
      done()
    })
  const listeners = { click: keep, pointerdown: begin, pointerup: end, pointercancel: end }
  for (const [type, listener] of Object.entries(listeners)) root.addEventListener(type, listener)
  return {
    ended: () =>
      new Promise(resolve => {
        done = resolve
        if (isHalfDone) setTimeout(resolve, LONGEST_PRESS)
        else resolve()
      }),
    again: () => {
      for (const [type, listener] of Object.entries(listeners)) root.removeEventListener(type, listener)
      if (pressed) controlsOf(root, pressed.row)[pressed.nth]?.click()
    },
  }
}

interface Place {
  /** The row's key, or null for a control in no row. */
  readonly row: string | null
  readonly nth: number
}

const placeOf = (root: Element, control: HTMLElement): Place => {
  const row = rowOf(control)
  return { row, nth: controlsOf(root, row).indexOf(control) }
}

const controlsOf = (root: Element, row: string | null): HTMLElement[] =>
  Array.from(root.querySelectorAll<HTMLElement>(CONTROLS)).filter(control => rowOf(control) === row)

const rowOf = (control: Element): string | null => control.closest<HTMLElement>(ROW)?.dataset.key ?? null
