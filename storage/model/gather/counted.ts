import { buttonLabel, readCell } from './cells.ts'
import { type Reading, withShown } from './reading.ts'
import { bareCount, counterIn, type Stated } from './stated.ts'

/** A heading's or a tab's words and its counter, which may stand in the text or in a box of its own inside it. */
export function counted(element: Element, reading: Reading): { words: string; stated: Stated | null } {
  const box = /\d/.test(element.textContent ?? '')
    ? [...element.querySelectorAll('*')].find(inner => bareCount(inner.textContent ?? '') !== null)
    : undefined
  const without: Reading = box ? withShown(reading, inner => inner !== box && reading.shown(inner)) : reading
  const cell = readCell([element], without)
  // A name that is cut short for want of room tells itself in full in its title.
  const label =
    (cell.lines ? cell.text : (cell.full ?? cell.text)) || cell.buttons?.[0] || buttonLabel(element, without)
  const count = box && reading.shown(box) ? bareCount(box.textContent ?? '') : null
  if (label !== '' && count !== null) return { words: label, stated: { count, text: `${label} ${count}` } }
  return counterIn(label)
}
