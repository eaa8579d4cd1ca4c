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
  /** What parts the element's text from its neighbours': it starts a line or a column of its own, stands in a box within the line, or is plain text. */
  spacing(element: Element): Spacing
}

export type Spacing = 'line' | 'space' | 'none'

export interface Box {
  top: number
  bottom: number
  left: number
  right: number
}
