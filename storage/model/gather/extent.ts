import type { GridExtent } from '../recognise/view.ts'
import { restricts, saysClearFilter, saysFilter, saysMore, saysNext } from './controlWords.ts'
import { endsOf } from './ends.ts'
import { type Reading, role } from './reading.ts'
import type { Section } from './sections.ts'
import { type Stated, statedIn } from './stated.ts'
import type { Token } from './tokens.ts'

/**
 * What the page says about how much of one list is shown. `loose`: things that stand under no list's heading (a search box
 * for the whole page); they can only make a read less sure.
 */
export function extentOf(section: Section, loose: readonly Token[], url: string, reading: Reading): GridExtent {
  const grid = section.grid
  const around = section.around
  const ends = grid ? endsOf(grid, reading.layout) : { startSeen: null, endSeen: null }
  return {
    stated: statedOf(section),
    rowCount: grid?.rowCount ?? null,
    next: nextOf(around),
    filtered: around.some(leavesOut) || loose.some(leavesOut) || addressFilters(url),
    busy: (grid?.busy ?? false) || around.some(token => token.kind === 'busy') || insideBusy(grid?.root ?? null),
    ...ends,
  }
}

function statedOf(section: Section): Stated[] {
  const found = [...section.stated]
  const add = (stated: Stated | null) => {
    if (stated && !found.some(other => other.text === stated.text)) found.push(stated)
  }
  for (const token of section.around) if (token.kind === 'prose') add(statedIn(token.text) ?? token.stated)
  for (const note of section.grid?.notes ?? []) add(statedIn(note))
  return found.slice(0, 8)
}

/** A control that leads to more rows: by `rel`, by its words or label, or because the pager's page is not its last. */
function nextOf(around: readonly Token[]): GridExtent['next'] {
  let disabled = false
  for (const token of around) {
    if (
      token.kind === 'link' &&
      (token.next || saysNext(labelOf(token.element) || token.text)) &&
      role(token.element) !== 'button'
    )
      return 'enabled'
    if (token.kind !== 'button') continue
    const label = labelOf(token.element)
    if (!saysNext(token.label) && !saysNext(label) && !saysMore(token.label) && !hinted(token.element)) continue
    if (!token.disabled) return 'enabled'
    disabled = true
  }
  const pages = numberedPages(around)
  if (pages) return pages.current < pages.last ? 'enabled' : 'disabled'
  if (disabled) return 'disabled'
  return around.some(inPager) ? 'enabled' : 'none'
}

/** A pager whose words are not known may have more pages: a list is rather held to be partial than to be whole. */
function inPager(token: Token): boolean {
  if (token.kind !== 'button' || token.disabled || role(token.element) === 'tab') return false
  return token.element.closest('nav,[role="navigation"]') !== null || /^\d{1,4}$/.test(token.label)
}

const labelOf = (element: Element) => element.getAttribute('aria-label') ?? element.getAttribute('title') ?? ''

/** HubSpot's texts carry the key of the message, the same in every language: a hint where the words are unknown. */
function hinted(element: Element): boolean {
  const key = (element.querySelector('[data-key]') ?? element).getAttribute('data-key')
  return key !== null && /(?:^|[._-])(?:next|nextPage|loadMore|showMore)(?:[._-]|$)/i.test(key)
}

/** Buttons or links that are numbers, one of them marked as the page shown. */
function numberedPages(around: readonly Token[]): { current: number; last: number } | null {
  const numbers: { page: number; current: boolean }[] = []
  for (const token of around) {
    const label = token.kind === 'button' ? token.label : token.kind === 'link' ? token.text : ''
    if (!/^\d{1,4}$/.test(label)) continue
    const mark = token.element.getAttribute('aria-current')
    numbers.push({ page: Number(label), current: mark !== null && mark !== 'false' })
  }
  const current = numbers.find(number => number.current)
  if (!current || numbers.length < 2) return null
  return { current: current.page, last: Math.max(...numbers.map(({ page }) => page)) }
}

/** A search that holds text, a choice that leaves rows out, or the control that takes such a choice back. */
function leavesOut(token: Token): boolean {
  if (token.kind === 'field') return token.filled && token.type !== 'hidden'
  if (token.kind !== 'button') return false
  const label = labelOf(token.element)
  if (saysClearFilter(token.label) || saysClearFilter(label)) return !token.disabled
  if (saysFilter(token.label) && /[(（]?[1-9]\d*[)）]?$/.test(token.label)) return true
  return ((token.opens || token.pressed) && restricts(token.label)) || (token.pressed && saysFilter(token.label))
}

/** A filter or a search may be kept in the address only. */
function addressFilters(url: string): boolean {
  try {
    for (const [name, value] of new URL(url).searchParams) {
      if (value !== '' && /^(?:q|query|search|searchTerm|term|keyword|filters?|status|state)$/i.test(name)) return true
    }
  } catch {
    // No address: a paste.
  }
  return false
}

const insideBusy = (element: Element | null) => (element?.closest('[aria-busy="true"]') ?? null) !== null
