import { shown } from './characters.ts'
import { counted } from './counted.ts'
import { labelOf } from './labels.ts'
import type { Layout } from './layout.ts'
import { newMemo, type Reading, role } from './reading.ts'
import type { Stated } from './stated.ts'
import { shownBy } from './visibility.ts'

/** A part of the document that is read on its own: the main part, or a dialog or side panel over it. */
export interface Scope {
  element: Element
  place: 'dialog' | null
  /** Name of the dialog. */
  name: string | null
  /** Elements inside that are read on their own. */
  without: ReadonlySet<Element>
  /** Name (and counter) of the tab panel an element of this scope stands in. */
  panelOf(element: Element): { words: string; stated: Stated | null } | null
}

interface Scopes {
  document: Document
  /** Address of the frame, where the content stands in one. */
  frame: string | null
  scopes: Scope[]
  /** Not believed to be hidden, see `shownBy`. */
  spared: ReadonlySet<Element>
}

const LISTS = 'table,[role="table"],[role="grid"],[role="treegrid"],[role="row"],ul li a,[role="list"]'
const DIALOGS = '[role="dialog"],[role="alertdialog"],[aria-modal="true"],dialog'

/**
 * What to read of a document: the main part without bars and menus, and dialogs and panels, which stand beside it. If the
 * page itself has no list and one frame of the same host fills most of it, the frame's document is read.
 */
export function scopesOf(top: Document, layout: Partial<Layout> | undefined): Scopes {
  const framed = frameThatFills(top, layout)
  const document = framed?.document ?? top
  const body = document.body ?? document.documentElement
  const bare = shownBy(layout, new Set())
  const main = mainOf(document, bare)
  const asides = main ? panelsBeside(main, body, bare) : []
  const dialogs = outermost([...document.querySelectorAll(DIALOGS)].filter(dialog => openIn(dialog, bare)))
  const floating = outermost([...dialogs, ...asides])

  const root = main ?? body
  const spared = dialogs.length > 0 ? dimmed(root, body) : new Set<Element>()
  const reading: Reading = { layout, base: null, titles: new Set(), memo: newMemo(), shown: shownBy(layout, spared) }
  const without = new Set<Element>(floating)
  if (!main) for (const bar of barsIn(document)) without.add(bar)
  const scope = (element: Element, place: 'dialog' | null): Scope => ({
    element,
    place,
    name: place ? nameOf(element, reading) : null,
    without: place ? new Set([...floating].filter(other => other !== element)) : without,
    panelOf: inner => panelNameOf(inner, reading),
  })
  const scopes = [scope(root, null), ...floating.map(element => scope(element, 'dialog'))]
  return { document, frame: framed?.url ?? null, scopes, spared }
}

/** Bars and menus that lead to other pages. The pager of a list is a `nav` too, but leads nowhere else. */
function barsIn(document: Document): Element[] {
  const path = document.location?.pathname ?? ''
  const leadsAway = (link: Element) => !/^(?:[?#]|$)/.test((link.getAttribute('href') ?? '').replace(path, ''))
  const bars = [...document.querySelectorAll('nav,[role="navigation"],[role="banner"],[role="contentinfo"]')]
  return bars.filter(
    bar => bar.querySelector('[role="menuitem"]') || [...bar.querySelectorAll('a[href]')].some(leadsAway),
  )
}

/** The main part; of several, the first that is shown. */
function mainOf(document: Document, isShown: (element: Element) => boolean): Element | null {
  const mains = [...document.querySelectorAll('main,[role="main"]')]
  return mains.find(isShown) ?? mains.find(main => main.getAttribute('aria-hidden') === 'true') ?? null
}

/** Asides and named regions that stand beside the app's root: side panels without a dialog's role. */
function panelsBeside(main: Element, body: Element, isShown: (element: Element) => boolean): Element[] {
  const panels = [
    ...document(main).querySelectorAll(
      'aside,[role="complementary"],[role="region"],section[aria-label],section[aria-labelledby]',
    ),
  ]
  return panels.filter(panel => {
    if (panel.contains(main) || main.contains(panel) || panel.closest('nav,[role="navigation"],[role="banner"],header'))
      return false
    if (!shownUpTo(panel, body, isShown)) return false
    return panel.querySelector(LISTS) !== null && panel.querySelector('h1,h2,h3,h4,h5,h6,[role="heading"]') !== null
  })
}

const document = (element: Element) => element.ownerDocument

function openIn(dialog: Element, isShown: (element: Element) => boolean): boolean {
  return shownUpTo(dialog, dialog.ownerDocument.body, isShown)
}

function shownUpTo(element: Element, top: Element | null, isShown: (element: Element) => boolean): boolean {
  for (let at: Element | null = element; at && at !== top; at = at.parentElement) if (!isShown(at)) return false
  return true
}

function outermost(elements: Element[]): Element[] {
  const all = [...new Set(elements)]
  return all.filter(element => !all.some(other => other !== element && other.contains(element)))
}

/** An open dialog hides the rest of the page from assistive technology, though everyone else still sees it. */
function dimmed(root: Element, body: Element): Set<Element> {
  const held = new Set<Element>([root])
  for (let at: Element | null = root; at; at = at.parentElement) held.add(at)
  for (const child of body.children) held.add(child)
  return held
}

function nameOf(element: Element, reading: Reading): string | null {
  const labelled = labelOf(element, reading)
  if (labelled !== null) return labelled
  const heading = element.querySelector('h1,h2,h3,h4,h5,h6,[role="heading"]')
  return heading && reading.shown(heading) ? counted(heading, reading).words || null : null
}

function panelNameOf(element: Element, reading: Reading): { words: string; stated: Stated | null } | null {
  const panel = element.closest('[role="tabpanel"]')
  if (!panel || role(panel) !== 'tabpanel') return null
  const id = panel.getAttribute('aria-labelledby')
  const tab = (id ? panel.ownerDocument.getElementById(id) : null) ?? tabFor(panel)
  if (tab) return counted(tab, reading)
  const label = panel.getAttribute('aria-label')
  return label ? { words: shown(label), stated: null } : null
}

function tabFor(panel: Element): Element | null {
  if (!panel.id) return null
  const tabs = [...panel.ownerDocument.querySelectorAll('[role="tab"][aria-controls]')]
  return tabs.find(tab => tab.getAttribute('aria-controls') === panel.id) ?? null
}

function frameThatFills(
  top: Document,
  layout: Partial<Layout> | undefined,
): { document: Document; url: string } | null {
  if ((top.querySelector('main,[role="main"]') ?? top.body ?? top)?.querySelector(LISTS)) return null
  const width = layout?.windowWidth?.() ?? 0
  const height = layout?.windowHeight?.() ?? 0
  for (const frame of top.querySelectorAll('iframe')) {
    const inner = documentIn(frame as HTMLIFrameElement)
    if (!inner?.body?.querySelector(`${LISTS},h1,h2`)) continue
    if (!layout?.box) return { document: inner, url: addressOf(inner) }
    const box = layout.box(frame)
    if (
      box &&
      layout.visible?.(frame) !== false &&
      (box.right - box.left) * (box.bottom - box.top) >= 0.5 * width * height
    ) {
      return { document: inner, url: addressOf(inner) }
    }
  }
  return null
}

const addressOf = (inner: Document) => inner.location?.href ?? inner.URL

/** A frame of another host gives no document. */
function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument
  } catch {
    return null
  }
}
