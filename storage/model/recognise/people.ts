import { isBlank } from '../words/fold.ts'
import { isEmail } from './columns.ts'
import type { RowPerson } from './recognised.ts'
import type { Cell } from './view.ts'

/** A text cut short with dots and nothing to tell the rest. */
const isCut = (text: string): boolean => /(?:…|\.{3})$/.test(text)

/** The lines of a cell as they are in full; null for a line that is cut short with nothing to tell the rest. */
export const linesOf = (cell: Cell): (string | null)[] =>
  (cell.lines ?? [cell.text]).map(line => {
    if (!isCut(line)) return line
    const start = line.replace(/(?:…|\.{3})$/, '').trimEnd()
    return cell.full?.startsWith(start) && cell.full.length > start.length ? cell.full : null
  })

/** The person a cell names: a name, an address, or both in two lines. Null for a blank one, or one that is cut short. */
export const personIn = (cell: Cell | undefined, address?: Cell): RowPerson | null => {
  const lines = cell ? linesOf(cell) : []
  const first = lines[0]
  if (first === null || first === undefined || isBlank(first)) return address ? personIn(address) : null
  const email = [...lines, ...(address ? linesOf(address) : [])].find(line => line !== null && isEmail(line))
  return { ref: email ? `email:${email.toLowerCase()}` : `person:${first}`, name: first }
}
