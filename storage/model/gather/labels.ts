import { readCell } from './cells.ts'
import { shown } from './characters.ts'
import { counted } from './counted.ts'
import type { Reading } from './reading.ts'

/** Name of an element by `aria-labelledby`, else by `aria-label`; null if it has neither. */
export function labelOf(element: Element, reading: Reading): string | null {
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(id => id !== '')
  const named = ids.flatMap(id => element.ownerDocument.getElementById(id) ?? [])
  const text = named.map(other => counted(other, reading).words || readCell([other], reading).text).join(' ')
  return shown(text) || shown(element.getAttribute('aria-label') ?? '') || null
}

/** Name of the nearest named part of the page that the element is or stands in, up to `scope`. */
export function regionName(element: Element, scope: Element, reading: Reading): string | null {
  for (let at: Element | null = element; at && at !== scope; at = at.parentElement) {
    const label = at.tagName === 'BUTTON' ? null : labelOf(at, reading)
    if (label !== null) return label
  }
  return null
}
