import { buttonLabel, readCell } from './cells.ts'
import { clipped } from './characters.ts'
import { saysLoading } from './controlWords.ts'
import { counted } from './counted.ts'
import type { RawGrid } from './raw.ts'
import {
  children,
  DEEPEST,
  headingLevel,
  isButton,
  isField,
  isFloating,
  isHeading,
  linkOf,
  type Reading,
  role,
  spacing,
} from './reading.ts'
import type { Stated } from './stated.ts'

/** What stands on a page, in the order in which it stands there; each with its element, to tell what is near what. */
export type Token = { element: Element } & (
  | { kind: 'heading'; level: number; text: string; stated: Stated | null }
  /** `words` and `stated`: the text without a counter that stands in a box of its own in it. */
  | { kind: 'prose'; text: string; words: string; stated: Stated | null; alert: boolean }
  | { kind: 'link'; text: string; href: string; next: boolean }
  | { kind: 'button'; label: string; disabled: boolean; opens: boolean; pressed: boolean }
  | { kind: 'field'; type: string; filled: boolean }
  | { kind: 'busy' }
  | { kind: 'grid'; grid: RawGrid }
)

/** Reads everything below `scope` that no grid owns, and names each grid where its first element stands. */
export function tokensOf(scope: Element, grids: readonly RawGrid[], reading: Reading): Token[] {
  const owners = new Map<Element, RawGrid>()
  for (const grid of grids) for (const element of grid.owned) owners.set(element, grid)
  const named = new Set<RawGrid>()
  const tokens: Token[] = []

  const visit = (element: Element, depth: number) => {
    const grid = owners.get(element)
    if (grid) {
      if (!named.has(grid)) tokens.push({ kind: 'grid', grid, element })
      named.add(grid)
      return
    }
    if (depth > DEEPEST || !reading.shown(element)) return
    if (isWaiting(element)) tokens.push({ kind: 'busy', element })
    else if (isTitle(element) && !holds(element)) heading(element)
    else if (isButton(element)) button(element)
    else if (isField(element)) tokens.push({ kind: 'field', element, ...fieldOf(element) })
    else if (isFloating(element)) return
    else if (holds(element) || children(element, reading).some(inner => breaks(inner))) {
      ownText(element)
      for (const child of children(element, reading)) visit(child, depth + 1)
    } else block(element)
  }
  const isTitle = (element: Element) => isHeading(element) || reading.titles.has(element)
  /** Whether a grid stands somewhere inside. */
  const holders = holdersOf(owners)
  const holds = (element: Element) => holders.has(element)
  const breaks = (element: Element): boolean =>
    spacing(element, reading) === 'line' ||
    isButton(element) ||
    isField(element) ||
    isWaiting(element) ||
    isTitle(element) ||
    children(element, reading).some(breaks)

  const heading = (element: Element) => {
    const { words, stated } = counted(element, reading)
    if (words !== '') tokens.push({ kind: 'heading', level: headingLevel(element), text: words, stated, element })
    linksIn(element)
  }
  const button = (element: Element) => {
    const href = linkOf(element, reading)
    const label = buttonLabel(element, reading)
    if (href) tokens.push({ kind: 'link', text: label, href, element, next: isNextLink(element) })
    tokens.push({
      kind: 'button',
      label,
      element,
      disabled: element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true',
      opens: element.hasAttribute('aria-haspopup') || element.hasAttribute('aria-expanded'),
      pressed: element.getAttribute('aria-pressed') === 'true',
    })
  }
  const block = (element: Element) => {
    const cell = readCell([element], reading)
    if (cell.text !== '') prose(cell.text, element, cell.text.length <= 80 ? counted(element, reading) : null)
    else if (cell.loading) tokens.push({ kind: 'busy', element })
    linksIn(element)
  }
  /** Text that stands beside boxes in the same element. */
  const ownText = (element: Element) => {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      const text = node.nodeType === 3 ? (node.nodeValue ?? '').replace(/\s+/g, ' ').trim() : ''
      if (text !== '') prose(text, element)
    }
  }
  const prose = (text: string, element: Element, parts: ReturnType<typeof counted> | null = null) => {
    if (saysLoading(text)) tokens.push({ kind: 'busy', element })
    else {
      const { words, stated } = parts ?? { words: text, stated: null }
      tokens.push({ kind: 'prose', text: clipped(text, 300), words, stated, element, alert: isAlert(element) })
    }
  }
  const linksIn = (element: Element) => {
    for (const link of [element, ...element.querySelectorAll('a[href]')]) {
      const href = linkOf(link, reading)
      if (href && reading.shown(link))
        tokens.push({ kind: 'link', text: readCell([link], reading).text, href, element: link, next: isNextLink(link) })
    }
  }

  visit(scope, 0)
  return tokens
}

function holdersOf(owners: ReadonlyMap<Element, RawGrid>): Set<Element> {
  const holders = new Set<Element>()
  for (const owned of owners.keys()) {
    for (let at = owned.parentElement; at && !holders.has(at); at = at.parentElement) holders.add(at)
  }
  return holders
}

/** A spinner or grey bars: by role, by the busy mark, or by a spoken label and nothing else. */
function isWaiting(element: Element): boolean {
  if (role(element) === 'progressbar') return true
  const label = element.getAttribute('aria-label')
  return label !== null && saysLoading(label)
}

const isNextLink = (element: Element) => /(?:^|\s)next(?:\s|$)/i.test(element.getAttribute('rel') ?? '')

function isAlert(element: Element): boolean {
  return element.closest('[role="alert"],[role="status"],[role="alertdialog"]') !== null
}

/** What kind of field it is and whether something is chosen in it; never what is in it. */
function fieldOf(element: Element): { type: string; filled: boolean } {
  if (element.tagName === 'SELECT') {
    const options = [...element.querySelectorAll('option')]
    const chosen = options.findIndex(
      option => (option as HTMLOptionElement).selected === true || option.hasAttribute('selected'),
    )
    const numbers = options.every(option => /\d/.test(option.textContent ?? ''))
    return { type: 'select', filled: chosen > 0 && !numbers }
  }
  const input = element as HTMLInputElement
  const stated = (element.getAttribute('autocomplete') ?? '').toLowerCase()
  const type = (element.getAttribute('type') ?? '').toLowerCase()
  const kind = stated.includes('one-time-code')
    ? 'one-time-code'
    : role(element) === 'searchbox' || element.closest('[role="search"],search') !== null
      ? 'search'
      : type || (element.tagName === 'TEXTAREA' ? 'textarea' : 'text')
  if (kind === 'checkbox' || kind === 'radio') return { type: kind, filled: false }
  const value = typeof input.value === 'string' ? input.value : (element.textContent ?? '')
  return { type: kind, filled: value.trim() !== '' }
}
