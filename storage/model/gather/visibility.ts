import type { Layout } from './layout.ts'

/** Elements that never hold text for a reader. */
const NOT_TEXT = new Set(
  `SCRIPT STYLE TEMPLATE NOSCRIPT SVG CANVAS VIDEO AUDIO OBJECT EMBED IFRAME HEAD META LINK DATALIST MAP
   PICTURE IMG PATCHBAY-OVERLAY`.split(/\s+/),
)

/** Tag name of our own overlay: never part of what is read. */
export const OVERLAY_TAG = 'patchbay-overlay'

export type Shown = (element: Element) => boolean

/**
 * Decides whether one element is shown, its ancestors taken as shown. Markup alone decides where there is no layout; where
 * there is one it has the last word, except that markup meant for machines (closed panels) is hidden either way.
 *
 * `spared`: elements whose `aria-hidden` is not believed, because they hold the page that an open dialog dims.
 */
export function shownBy(layout: Partial<Layout> | undefined, spared: ReadonlySet<Element>): Shown {
  const known = new Map<Element, boolean>()
  return element => {
    let answer = known.get(element)
    if (answer === undefined) {
      answer =
        !NOT_TEXT.has(element.tagName.toUpperCase()) &&
        markupShows(element, spared) &&
        (layout?.visible?.(element) ?? true)
      known.set(element, answer)
    }
    return answer
  }
}

function markupShows(element: Element, spared: ReadonlySet<Element>): boolean {
  if (element.hasAttribute('hidden')) return false
  if (element.getAttribute('aria-hidden') === 'true' && !spared.has(element)) return false
  const style = element.getAttribute('style')
  if (style && styleHides(style)) return false
  if (element.tagName === 'DIALOG' && !element.hasAttribute('open')) return false
  if (element.parentElement?.tagName === 'DETAILS' && !element.parentElement.hasAttribute('open')) {
    return element.tagName === 'SUMMARY'
  }
  return element.getAttribute('role') !== 'tabpanel' || !panelIsInactive(element)
}

/** Whether an inline style takes an element from the eye. */
export function styleHides(style: string): boolean {
  const text = style.toLowerCase().replace(/\s+/g, '')
  if (/(?:^|;)(?:display:none|visibility:(?:hidden|collapse))/.test(text)) return true
  // Text for screen readers only: taken out of the flow and cut down to a pixel or moved off the page.
  return (
    /(?:^|;)position:(?:absolute|fixed)/.test(text) &&
    /(?:^|;)(?:clip:rect\((?:0|1px)|clip-path:inset\((?:50%|100%)|width:1px|height:1px|left:-\d{3,})/.test(text)
  )
}

/** Panels of tabs that are not chosen stay in the page; the tab says which is chosen. */
function panelIsInactive(panel: Element): boolean {
  const document = panel.ownerDocument
  for (const id of (panel.getAttribute('aria-labelledby') ?? '').split(/\s+/)) {
    const tab = id ? document.getElementById(id) : null
    if (tab?.getAttribute('role') === 'tab') return tab.getAttribute('aria-selected') === 'false'
  }
  if (!panel.id) return false
  for (const tab of document.querySelectorAll('[role="tab"][aria-controls]')) {
    if (tab.getAttribute('aria-controls') === panel.id) return tab.getAttribute('aria-selected') === 'false'
  }
  return false
}
