/** What only a page on a screen can tell. Absent for a paste, where markup alone decides. */
export interface Layout {
  /** Whether the element is drawn and not cut down to nothing for screen readers only. */
  visible(element: Element): boolean
  /** Its box in the window's coordinates, or null if it has none. */
  box(element: Element): Box | null
  /** The box of everything in the element, parts scrolled away included. */
  content(element: Element): Box | null
  /** The scroll area the element lies in; null where the page itself scrolls. */
  scrollArea(element: Element): Element | null
  /** Height of the window, in the same unit as the boxes. */
  windowHeight(): number
  windowWidth(): number
  /** Whether the element starts a line or a column of its own (not `display: inline`, or a child of a flex or grid box). */
  apart(element: Element): boolean
}

export interface Box {
  top: number
  bottom: number
  left: number
  right: number
}
