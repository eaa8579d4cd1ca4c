import type { Box, Layout, Spacing } from '../../../storage/model/gather/layout.ts'

/**
 * The layout of the page on the screen, for one look at it: answers are kept, so a new one is made for each look.
 * Only reads; asking for boxes makes the browser work out a layout that is due anyway.
 */
export function liveLayout(window: Window): Layout {
  const styles = new Map<Element, CSSStyleDeclaration>()
  const areas = new Map<Element, Element | null>()
  const drawn = new Map<Element, boolean>()
  const spacings = new Map<Element, Spacing>()
  const styleOf = (element: Element): CSSStyleDeclaration => {
    let style = styles.get(element)
    if (!style) {
      style = (element.ownerDocument.defaultView ?? window).getComputedStyle(element)
      styles.set(element, style)
    }
    return style
  }
  const scrollArea = (element: Element): Element | null => {
    const passed: Element[] = []
    let found: Element | null = null
    for (let at = element.parentElement; at?.parentElement; at = at.parentElement) {
      const known = areas.get(at)
      if (known !== undefined || scrolls(at, styleOf)) {
        found = known === undefined ? at : known
        break
      }
      passed.push(at)
    }
    // An element's own area is itself only for what lies in it, so it is remembered for the elements passed on the way.
    for (const at of passed) areas.set(at, found)
    return found
  }
  return {
    visible: element => answered(drawn, element, () => isDrawn(element, styleOf)),
    box: element => boxOf(element),
    content(element) {
      const box = boxOf(element)
      if (!box) return null
      const top = box.top + element.clientTop - element.scrollTop
      return { ...box, top, bottom: top + Math.max(element.scrollHeight, element.clientHeight) }
    },
    scrollArea,
    windowHeight: () => window.innerHeight,
    windowWidth: () => window.innerWidth,
    spacing: element => answered(spacings, element, () => spacingOf(styleOf(element).display)),
  }
}

function answered<T>(known: Map<Element, T>, element: Element, ask: () => T): T {
  let answer = known.get(element)
  if (answer === undefined) {
    answer = ask()
    known.set(element, answer)
  }
  return answer
}

/** For so long (ms) the browser is asked at a stretch; then the page has its turn. */
const STRETCH = 10

/**
 * A layout that knows already what a look at `root` will ask of it, which is half the work of a look at a long list. `turn`
 * lets the page have its turn; a page that `isStale` then is not asked any further.
 */
export async function askAhead(
  window: Window,
  root: Element,
  turn: () => Promise<void>,
  isStale: () => boolean,
): Promise<Layout> {
  const layout = liveLayout(window)
  let began = performance.now()
  for (const element of root.querySelectorAll('*')) {
    layout.visible(element)
    layout.spacing(element)
    if (performance.now() - began < STRETCH) continue
    await turn()
    if (isStale()) break
    began = performance.now()
  }
  return layout
}

/** Whether an element is a scroll area of its own that has more than it shows. The page itself is none. */
export function scrolls(
  element: Element,
  styleOf: (element: Element) => CSSStyleDeclaration = getComputedStyle,
): boolean {
  return (
    element.scrollHeight > element.clientHeight + 8 &&
    element.clientHeight > 40 &&
    element !== element.ownerDocument.scrollingElement &&
    /auto|scroll|overlay/.test(styleOf(element).overflowY)
  )
}

function boxOf(element: Element): Box | null {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  return { top, bottom, left, right }
}

/**
 * Drawn, and not cut down to nothing or moved off the page for screen readers only. `checkVisibility` also sees what lies
 * off screen under `content-visibility: auto`, which `innerText` does not.
 */
function isDrawn(element: Element, styleOf: (element: Element) => CSSStyleDeclaration): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false
  const box = element.getBoundingClientRect()
  const speck = box.width <= 1 && box.height <= 1
  const away = box.right < 0 || box.bottom < 0
  if (!speck && !away) return true
  const style = styleOf(element)
  if (speck && style.display !== 'contents' && element.firstChild) {
    return style.overflow === 'visible' && style.clip === 'auto' && style.clipPath === 'none'
  }
  return !(away && isTakenOut(style) && isBeyondThePage(element, box))
}

const isTakenOut = ({ position }: CSSStyleDeclaration) => position === 'absolute' || position === 'fixed'

/** No scrolling brings it back: it lies left of the page's edge or above it. */
function isBeyondThePage(element: Element, box: DOMRect): boolean {
  const view = element.ownerDocument.defaultView
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at.scrollTop > 0 || at.scrollLeft > 0) return false
  return box.right + (view?.scrollX ?? 0) < 0 || box.bottom + (view?.scrollY ?? 0) < 0
}

function spacingOf(display: string): Spacing {
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return 'none'
  return display.startsWith('inline-') ? 'space' : 'line'
}
