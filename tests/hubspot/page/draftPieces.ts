import { canon } from '../canon.ts'
import type { StatusTruth } from '../truth.ts'
import { widenAmbiguous } from './dates.ts'
import type { Desk } from './desk.ts'
import { type CellDraft, cell, type RowDraft, type SectionDraft, section } from './draft.ts'
import { type FieldExpect, type FieldName, keyOf, type Put, type RowExpect } from './expect.ts'
import { ODD_STATUS, side } from './words/oddWords.ts'

/** The cell of a status, and what it can be read as: an unknown word stays unknown until a person says more. */
export function statusCell(desk: Desk, status: StatusTruth, put: Put): CellDraft {
  if (status.kind === 'none') return cell(blank(desk))
  if (status.kind === 'odd') {
    const odd = ODD_STATUS[status.index]
    if (!odd) throw new RangeError(`no odd status ${status.index}`)
    const word = side(odd, desk.style.language)
    const kept = `unknown:${word}`
    if (!desk.mapping.words.some(known => known.word === word)) desk.mapping.words.push({ word, meaning: odd.means })
    if (odd.means === 'unknown') put('status', kept, { shown: word })
    else put('status', [kept, odd.means], { shown: word, mapped: [odd.means], unclear: true })
    return cell(word, { tag: 'warn' })
  }
  const tag = status.kind === 'connected' ? 'good' : status.kind === 'expired' ? 'warn' : 'bad'
  const word = desk.variant(`status ${status.kind}`, desk.words.status[status.kind])
  put('status', status.kind, { shown: word })
  return cell(word, { tag, messageKey: `connected-apps.status.${status.kind}` })
}

/** The cell of the person who installed an app: name, address, or both in two lines. */
export function installerCell(desk: Desk, installer: string | undefined, put: Put): CellDraft {
  const person = desk.person(installer)
  if (!person) return cell(blank(desk))
  const { installerAs } = desk.style
  put('installer', installerAs === 'both' ? [person.name, person.email] : [person[installerAs]])
  if (installerAs === 'email') return cell(person.email)
  return cell(person.name, { second: installerAs === 'both' ? person.email : undefined })
}

/** How the page writes "no value": two hyphens, a dash, or nothing. */
export function blank(desk: Desk): string {
  return desk.variant('blank', ['--', '–', '', '—'])
}

/** HubSpot's note that an app has several connections. */
export function connectionsNote(desk: Desk, connections: number | 'several'): string {
  return connections === 'several' ? desk.label('severalConnections') : desk.words.connections(connections)
}

/** A section that could not be loaded, which is not the same as an empty one. */
export function failed(desk: Desk, id: string, kind: SectionDraft['kind'], heading: string): SectionDraft {
  return section(id, kind, heading, { state: 'failed', notice: desk.label('failed') })
}

/** The total a list states in words, in the look the page has; undefined when it states none there. */
export function stateTotal(desk: Desk, id: string, count: number): SectionDraft['total'] {
  if (desk.style.totals !== 'words' && desk.style.totals !== 'range') return undefined
  return { count, text: desk.variant(`total ${id}`, desk.words.total)(count) }
}

/** Settles day-first against month-first over each column of a list. */
export function settleDates(rows: readonly RowDraft[], width: number): void {
  for (let column = 0; column < width; column++) {
    widenAmbiguous(rows.flatMap(row => row.cells[column]?.date ?? []))
  }
}

/**
 * Marks rows known by name alone whose name another row of the list has as well, and withdraws what they say where the
 * rows differ.
 */
export function markAmbiguous(rows: readonly RowExpect[]): void {
  const byName = Map.groupBy(rows, row => canon(String(row.fields.name?.allowed[0] ?? row.identity.value)))
  for (const sharers of byName.values()) {
    if (sharers.length < 2) continue
    for (const row of sharers) {
      if (row.identity.kind !== 'name') continue
      row.ambiguous = true
    }
    for (const row of sharers.filter(sharer => sharer.ambiguous)) {
      for (const [field, value] of Object.entries(row.fields) as [FieldName, FieldExpect][]) {
        const same = sharers.every(
          other => JSON.stringify(other.fields[field]?.mapped) === JSON.stringify(value.mapped),
        )
        if (!same) row.fields[field] = { allowed: [], mapped: [], needsMapping: false, shown: value.shown }
      }
    }
  }
}

/** Whether two rows of a list cannot be told apart by anything but their place. */
export function hasTwins(rows: readonly RowExpect[]): boolean {
  const keys = rows.map(row => keyOf(row.identity))
  return new Set(keys).size < keys.length
}
