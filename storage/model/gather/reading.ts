import type { Layout, Spacing } from './layout.ts'
import type { Shown } from './visibility.ts'

/** What every part of the gatherer needs to know about the document it reads. */
export interface Reading {
  shown: Shown
  layout: Partial<Layout> | undefined
  /** Elements that name a part of the page (`aria-labelledby`): headings, whatever their element. */
  titles: ReadonlySet<Element>
  /** Address that links are relative to; null for a paste without one. */
  base: URL | null
  /** Answers found so far for this document as it stands now. */
  memo: Memo
}

/** The same part of a page is looked at as a row, as what rows are in, and as a part of one; it is read once. */
export interface Memo {
  cells: Map<Element, unknown>
  leaves: Map<Element, unknown>
  breaks: Map<Element, boolean>
}

/** The same reading of a document of which other parts are shown. */
export const withShown = (reading: Reading, shown: Shown): Reading => ({ ...reading, shown, memo: newMemo() })

export const newMemo = (): Memo => ({ cells: new Map(), leaves: new Map(), breaks: new Map() })

/** Deeper nesting than this is no page but an accident; what lies below is left out. */
export const DEEPEST = 400

const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE
   FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN NAV OL P PRE SEARCH SECTION SUMMARY TABLE
   TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
)

/** Elements that only change how letters look; a word may go on across them. */
const LETTERS = new Set(
  'ABBR B BDI BDO CITE CODE DFN EM FONT I I18N-STRING KBD MARK Q RUBY S SAMP STRONG SUB SUP U VAR WBR'.split(' '),
)

/** What stands between an element's text and its neighbour's: a new line, a space, or nothing. */
export function spacing(element: Element, reading: Reading): Spacing {
  if (element.tagName === 'BR') return 'line'
  if (reading.layout?.spacing) return reading.layout.spacing(element)
  if (BLOCKS.has(element.tagName)) return 'line'
  return LETTERS.has(element.tagName) ? 'none' : 'space'
}

/** The first role an element states, or '' if none. */
export function role(element: Element): string {
  const stated = element.getAttribute('role')
  return stated ? (stated.trim().split(/\s+/)[0]?.toLowerCase() ?? '') : ''
}

const BUTTON_ROLES = new Set(['button', 'menuitem', 'menuitemradio', 'menuitemcheckbox', 'switch', 'tab', 'combobox'])

/** A thing to press: a button, or a link that says it is one, or a link to nowhere that can be reached with the keyboard. */
export function isButton(element: Element): boolean {
  const tag = element.tagName
  if (tag === 'BUTTON') return role(element) !== 'link'
  if (tag === 'INPUT') return /^(?:button|submit|reset|image)$/i.test(element.getAttribute('type') ?? '')
  return BUTTON_ROLES.has(role(element))
}

/** A thing to fill in or to choose from; its content is the person's, not the page's, and is never read. */
export function isField(element: Element): boolean {
  const tag = element.tagName
  if (tag === 'INPUT' || tag === 'SELECT' || tag === 'TEXTAREA') return true
  if (element.getAttribute('contenteditable') === 'true') return true
  const as = role(element)
  return (
    as === 'textbox' ||
    as === 'searchbox' ||
    as === 'checkbox' ||
    as === 'radio' ||
    as === 'slider' ||
    as === 'spinbutton'
  )
}

/** Lists of choices, hints and pictures that float over the page: not part of the place they stand in. */
const FLOATING = new Set(['tooltip', 'menu', 'menubar', 'listbox', 'tree'])
export const isFloating = (element: Element) => FLOATING.has(role(element))

export const isHeading = (element: Element): boolean => /^H[1-6]$/.test(element.tagName) || role(element) === 'heading'

const PARTS =
  'section,table,ul,ol,div,[role="region"],[role="group"],[role="list"],[role="table"],[role="grid"],[role="treegrid"]'

/** Elements that parts of the page are named by. Names of controls, tabs and single things are no headings. */
export function titlesIn(document: Document): Set<Element> {
  const titles = new Set<Element>()
  for (const part of document.querySelectorAll('[aria-labelledby]')) {
    if (!part.matches(PARTS) || BUTTON_ROLES.has(role(part)) || role(part) === 'tabpanel' || role(part) === 'listitem')
      continue
    for (const id of (part.getAttribute('aria-labelledby') ?? '').split(/\s+/)) {
      const title = id === '' ? null : document.getElementById(id)
      if (title && role(title) !== 'tab' && !isButton(title) && !title.contains(part)) titles.add(title)
    }
  }
  return titles
}

/** 1 to 6; a heading without a level counts as 2, as browsers do. */
export function headingLevel(element: Element): number {
  const stated = Number(element.getAttribute('aria-level'))
  if (stated >= 1) return Math.min(6, Math.floor(stated))
  const tag = /^H([1-6])$/.exec(element.tagName)
  return tag ? Number(tag[1]) : 2
}

/** A link's absolute address, or null for a link to nowhere, to a script, or to a place on the same page. */
export function linkOf(element: Element, reading: Reading): string | null {
  if (element.tagName !== 'A') return null
  const href = element.getAttribute('href')?.trim()
  if (!href || href.startsWith('#') || /^javascript:/i.test(href)) return null
  try {
    return new URL(href, reading.base ?? undefined).href
  } catch {
    return null
  }
}

/** Children that are elements and shown. */
export function children(element: Element, reading: Reading): Element[] {
  const found: Element[] = []
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (reading.shown(child)) found.push(child)
  return found
}
