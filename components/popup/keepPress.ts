const CONTROLS = 'button, a[href]'

/**
 * Keeps the first press on a popup that is painted but does not answer yet, and presses the same control again once it
 * does: both are made of the same looks, so the control has the same place among all.
 */
export const keepPress = (root: Element): { again: () => void } => {
  const controls = () => Array.from(root.querySelectorAll<HTMLElement>(CONTROLS))
  let pressed = -1
  const keep = (event: Event) => {
    const control = (event.target as Element).closest<HTMLElement>(CONTROLS)
    if (!control) return
    event.preventDefault() // a link too: Reconnect is more than its place
    if (pressed < 0) pressed = controls().indexOf(control)
  }
  root.addEventListener('click', keep)
  return {
    again: () => {
      root.removeEventListener('click', keep)
      controls()[pressed]?.click()
    },
  }
}
