import { useId, useLayoutEffect, useRef } from 'preact/hooks'

/** Where an anchored box opens; the other side is taken by itself when there is no room. */
export type Side = 'below-start' | 'below-end' | 'above'

/**
 * Ties a box (menu, tooltip, filter panel) to the element that opened it: the box goes to the browser's top layer, so
 * no scrolling table clips it, and CSS anchor positioning keeps it in place. Styled by anchored.css.
 * @returns refs for both; give the box `popover="manual"` and the class `pb-anchored`, and render it only while open
 */
export function useAnchored<Anchor extends HTMLElement, Box extends HTMLElement>(open: boolean, side: Side) {
  const anchor = useRef<Anchor>(null)
  const box = useRef<Box>(null)
  const name = `--pb-${useId()}`

  useLayoutEffect(() => {
    if (!open || !anchor.current || !box.current) return
    anchor.current.style.setProperty('anchor-name', name)
    box.current.style.setProperty('position-anchor', name)
    box.current.dataset.side = side
    // A test's DOM may know no top layer; the box is then simply there.
    box.current.showPopover?.()
  }, [open, side, name])

  return { anchor, box }
}
