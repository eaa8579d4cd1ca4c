import { role } from './reading.ts'

/** Parts of a page that repeat without being lists of anything. */
const NO_LIST = new Set('navigation tablist toolbar menubar menu listbox radiogroup tree progressbar'.split(' '))
export const isNoList = (element: Element) => element.tagName === 'NAV' || NO_LIST.has(role(element))
