import type { PermissionGroup } from '../facts/facts.ts'
import { isBlank } from '../words/fold.ts'
import { eventNamed, groupNamed, sectionNamed } from '../words/lookup.ts'
import { isPlaceholder, type RowsRead } from './appRows.ts'
import { namedApp, rowApp } from './apps.ts'
import { columnAt } from './columns.ts'
import { linesOf, personIn } from './people.ts'
import { type Reader, rowText, timesAt } from './reader.ts'
import type { Column, LogRow, PermissionRow, SkipReason, UserRow } from './recognised.ts'
import type { Grid, Row } from './view.ts'

const none = <R>(): RowsRead<R> => ({ rows: [], skipped: [], seen: 0, unread: 0 })
const skipped = <R>(read: RowsRead<R>, row: Row, reason: SkipReason): void => {
  read.skipped.push({ text: rowText(row).slice(0, 200), reason })
}

/** Reads the list of people who connected one app. */
export const userRows = (grid: Grid, columns: readonly Column[], reader: Reader): RowsRead<UserRow> => {
  const read = none<UserRow>()
  const times = timesAt(grid, columnAt(columns, 'installed'), reader, 'day')
  const texts = new Set<string>()
  for (const [index, row] of grid.rows.entries()) {
    if (isPlaceholder(row)) {
      skipped(read, row, 'placeholder')
      continue
    }
    const person = personIn(row.cells[columnAt(columns, 'person')], row.cells[columnAt(columns, 'email')])
    if (!person) {
      read.unread++
      skipped(read, row, 'no-name')
      continue
    }
    if (texts.has(rowText(row))) {
      skipped(read, row, 'duplicate')
      continue
    }
    texts.add(rowText(row))
    const team = row.cells[columnAt(columns, 'team')]
    read.seen++
    read.rows.push({
      person,
      team: team && !isBlank(team.text) ? (linesOf(team)[0] ?? null) : null,
      installed: times[index] ?? null,
    })
  }
  return read
}

/** Reads the app log. Entries without a readable time, or without saying what happened, are left out. */
export const logRows = (grid: Grid, columns: readonly Column[], reader: Reader): RowsRead<LogRow> => {
  const read = none<LogRow>()
  const times = timesAt(grid, columnAt(columns, 'time'), reader, 'span')
  const appAt = columnAt(columns, 'app')
  for (const [index, row] of grid.rows.entries()) {
    if (isPlaceholder(row)) {
      skipped(read, row, 'placeholder')
      continue
    }
    read.seen++
    const raw = row.cells[columnAt(columns, 'event')]?.text ?? ''
    const time = times[index]
    const named = namedApp(row, row.cells[appAt], reader.portal)
    if (!time || isBlank(raw) || named.foreign) {
      skipped(read, row, 'unreadable')
      continue
    }
    const meanings = eventNamed(raw)?.meanings ?? []
    read.rows.push({
      app: appAt < 0 && named.ref === null ? reader.pageApp : rowApp(named),
      type: meanings.length === 1 ? (meanings[0] as LogRow['type']) : 'other',
      raw,
      person: personIn(row.cells[columnAt(columns, 'person')]),
      time,
    })
  }
  return read
}

/**
 * The group of a list of permissions: the one its heading names; what is granted stands under the section's own heading.
 * Null if the heading is neither, or if words stand beside the list that may be a heading nobody knows.
 */
export const groupOf = (grid: Grid): PermissionGroup | null => {
  const named = groupNamed(grid.heading ?? '')?.meanings
  if (named) return named.length === 1 ? (named[0] as PermissionGroup) : null
  if (!sectionNamed(grid.heading ?? '')?.meanings.includes('permissions')) return null
  const words = grid.notes.filter(note => !/[.。!?:：]$/.test(note) && (groupNamed(note) || !sectionNamed(note)))
  if (words.length === 0) return 'granted'
  const [only, second] = words.flatMap(note => groupNamed(note)?.meanings ?? [])
  return only && !second && words.length === 1 ? (only as PermissionGroup) : null
}

/** Reads what an app may do: one phrase a row. */
export const permissionRows = (grid: Grid, columns: readonly Column[]): RowsRead<PermissionRow> => {
  const read = none<PermissionRow>()
  const group = groupOf(grid)
  const at = Math.max(0, columnAt(columns, 'permission'))
  for (const row of grid.rows) {
    if (isPlaceholder(row)) {
      skipped(read, row, 'placeholder')
      continue
    }
    const cell = row.cells[at]
    const text = cell && !isBlank(cell.text) ? linesOf(cell)[0] : null
    if (!text || group === null) {
      read.unread++
      skipped(read, row, text ? 'unreadable' : 'no-name')
    } else if (read.rows.some(known => known.text === text)) skipped(read, row, 'duplicate')
    else {
      read.seen++
      read.rows.push({ text, group })
    }
  }
  return read
}
