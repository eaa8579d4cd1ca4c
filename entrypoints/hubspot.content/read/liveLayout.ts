import type { Box, Layout } from '../../../storage/model/gather/layout.ts'

/** What only a page on a screen can tell, asked of the page itself. Layout is computed in hidden tabs too; painting is not needed. */
export const liveLayout = (page: Window): Layout => ({
  visible: element => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const { width, height } = element.getBoundingClientRect()
    return !(width <= 1 && height <= 1) || getComputedStyle(element).overflow === 'visible'
  },
  box: element => {
    const rect = element.getBoundingClientRect()
    return rect.width === 0 && rect.height === 0 ? null : boxOf(rect)
  },
  content: element => {
    const rect = element.getBoundingClientRect()
    if (rect.width === 0 && rect.height === 0) return null
    return {
      top: rect.top - element.scrollTop,
      bottom: rect.top - element.scrollTop + Math.max(element.scrollHeight, rect.height),
      left: rect.left - element.scrollLeft,
      right: rect.left - element.scrollLeft + Math.max(element.scrollWidth, rect.width),
    }
  },
  scrollArea: element => {
    for (let up = element.parentElement; up; up = up.parentElement) if (scrolls(up)) return up
    return null
  },
  windowHeight: () => page.innerHeight,
  windowWidth: () => page.innerWidth,
  apart: element => {
    const { display } = getComputedStyle(element)
    if (!/^(?:inline|contents)/.test(display)) return true
    const parent = element.parentElement
    return parent !== null && /flex|grid/.test(getComputedStyle(parent).display)
  },
})

/** Whether an element is a scroll area of its own that has more than it shows. */
export const scrolls = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight + 8 &&
  element.clientHeight > 40 &&
  element !== element.ownerDocument.scrollingElement &&
  /auto|scroll|overlay/.test(getComputedStyle(element).overflowY)

const boxOf = ({ top, bottom, left, right }: DOMRect): Box => ({ top, bottom, left, right })
