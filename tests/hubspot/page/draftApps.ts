import { canon } from '../canon.ts'
import { CATEGORIES } from '../invented.ts'
import type { Random } from '../random.ts'
import type { AppTruth, StatusTruth } from '../truth.ts'
import { showDay, widenAmbiguous } from './dates.ts'
import { type Desk, hrefOf, identityOf, marketplacePath, pathOf } from './desk.ts'
import { type CellDraft, cell, type RowDraft, type SectionDraft, section } from './draft.ts'
import { type PlannedColumn, planColumns } from './draftColumns.ts'
import { type FieldExpect, type FieldName, keyOf, type RowExpect, type Value } from './expect.ts'
import { ODD_STATUS, side } from './words/oddWords.ts'

/** The section My apps, as far as a filter in force lets it through. */
export function draftMine(desk: Desk, shown: readonly AppTruth[], filtered: boolean): SectionDraft {
  const heading = desk.heading('mine')
  if (desk.style.failing === 'mine') return failed(desk, 'mine', 'my-apps', heading)
  if (shown.length === 0) {
    const notice = desk.label(filtered ? 'noHits' : 'noApps')
    return section('mine', 'my-apps', heading, { state: 'empty', notice })
  }
  const columns = planColumns(desk, 'my-apps', ['name', 'status', 'installed', 'installer', 'lastActivity'], {
    odd: true,
    extras: true,
    actions: true,
  })
  const rows = shown.map(app => mineRow(desk, columns, app))
  settleDates(rows, columns.length)
  markAmbiguous(rows.map(row => row.read))
  return section('mine', 'my-apps', heading, {
    total: stateTotal(desk, 'mine', rows.length),
    badge: desk.style.badges && desk.variant('badge mine', [true, false]) ? String(rows.length) : undefined,
    list: { id: 'mine', style: desk.style.mine, columns, rows },
  })
}

function mineRow(desk: Desk, columns: readonly PlannedColumn[], app: AppTruth): RowDraft {
  const draw = desk.draw.fork(`row ${app.id}`)
  const identity = identityOf(app)
  const fields: Partial<Record<FieldName, FieldExpect>> = {}
  const nameKnown = columns.some(column => column.role === 'name' && column.known)
  const cells = columns.map(column => mineCell(desk, draw, column, app, fields))
  if (!nameKnown && identity.kind === 'name') {
    for (const value of Object.values(fields)) value.needsMapping = true
  }
  const read: RowExpect = { identity, person: undefined, fields, ambiguous: false, optional: false }
  return { cells, read, rowName: app.name }
}

function mineCell(
  desk: Desk,
  draw: Random,
  column: PlannedColumn,
  app: AppTruth,
  fields: Partial<Record<FieldName, FieldExpect>>,
): CellDraft {
  const { style, truth } = desk
  const put = (field: FieldName, allowed: readonly Value[], mapped = allowed, unclear = false) => {
    fields[field] = { allowed, mapped, needsMapping: unclear || !column.known }
  }
  const ownLink = hrefOf(desk, pathOf(app, truth.portal, draw.fork('path')), draw)
  switch (column.role) {
    case 'name': {
      put('name', [app.name])
      if (app.connections !== undefined) put('connections', [app.connections])
      const note = app.connections === undefined ? undefined : connectionsNote(desk, app.connections)
      return cell(app.name, {
        href: style.linkInActions ? undefined : ownLink,
        second: note ?? (style.secondLine ? app.category : undefined),
      })
    }
    case 'status':
      return statusCell(desk, app.status, put)
    case 'installed': {
      const date = showDay(app.installed, desk.dates, false, draw.int(0, 1439))
      put('installed', [date.expect])
      return cell(date.text, { date: date.expect, datetime: date.datetime })
    }
    case 'installer':
      return installerCell(desk, app.installer, put)
    case 'lastActivity': {
      if (app.lastActivity === undefined) return cell(blank(desk))
      const date = showDay(app.lastActivity, desk.dates, style.dates.relative !== 'none', draw.int(0, 1439))
      put('lastActivity', [date.expect])
      return cell(date.text, { date: date.expect, datetime: date.datetime })
    }
    case 'actions':
      return cell('', {
        actions: [
          ...(style.linkInActions && ownLink ? [{ label: desk.label('viewDetails'), href: ownLink }] : []),
          ...(style.noise.rowButtons
            ? [
                { label: desk.label('disconnect'), href: undefined },
                { label: desk.label('uninstall'), href: undefined },
              ]
            : [{ label: desk.label('actions'), href: undefined }]),
        ],
      })
    case 'extra':
      return extraCell(desk, draw, column)
    case 'hidden':
      return cell(String(draw.int(10_000, 99_999_999)))
    default:
      return cell('')
  }
}

/** The cell of a status, and what it can be read as: an unknown word stays unknown until a person says more. */
export function statusCell(
  desk: Desk,
  status: StatusTruth,
  put: (field: FieldName, allowed: readonly Value[], mapped?: readonly Value[], unclear?: boolean) => void,
): CellDraft {
  if (status.kind === 'none') return cell(blank(desk))
  if (status.kind === 'odd') {
    const odd = ODD_STATUS[status.index]
    if (!odd) throw new RangeError(`no odd status ${status.index}`)
    const word = side(odd, desk.style.language)
    const kept = `unknown:${word}`
    if (!desk.mapping.words.some(known => known.word === word)) desk.mapping.words.push({ word, meaning: odd.means })
    if (odd.means === 'unknown') put('status', [kept])
    else put('status', [kept, odd.means], [odd.means], true)
    return cell(word, { tag: 'warn' })
  }
  put('status', [status.kind])
  const tag = status.kind === 'connected' ? 'good' : status.kind === 'expired' ? 'warn' : 'bad'
  const word = desk.variant(`status ${status.kind}`, desk.words.status[status.kind])
  return cell(word, { tag, messageKey: `connected-apps.status.${status.kind}` })
}

/** The cell of the person who installed an app: name, address, or both in two lines. */
export function installerCell(
  desk: Desk,
  installer: string | undefined,
  put: (field: FieldName, allowed: readonly Value[]) => void,
): CellDraft {
  const person = desk.person(installer)
  if (!person) return cell(blank(desk))
  const { installerAs } = desk.style
  put('installer', installerAs === 'both' ? [person.name, person.email] : [person[installerAs]])
  if (installerAs === 'email') return cell(person.email)
  return cell(person.name, { second: installerAs === 'both' ? person.email : undefined })
}

function extraCell(desk: Desk, draw: Random, column: PlannedColumn): CellDraft {
  const day = Temporal.Instant.from(desk.truth.now).toZonedDateTimeISO(desk.truth.zone).toPlainDate()
  switch (column.extra) {
    case 'category':
      return cell(draw.pick(CATEGORIES))
    case 'plan':
      return cell(draw.pick(['Free', 'Starter', 'Pro']))
    case 'number':
      return cell(draw.pick([String(draw.int(0, 99)), draw.int(1000, 99_999).toLocaleString('en-US')]))
    case 'date':
      return cell(showDay(day.add({ days: draw.int(-400, 400) }).toString(), desk.dates, false, 600).text)
    case 'person':
      return cell(draw.pick(desk.truth.people).name)
    case 'version':
      return cell(`${draw.int(1, 9)}.${draw.int(0, 20)}.${draw.int(0, 9)}`)
    case 'maker':
      return cell(draw.pick(['Tidewater Labs', 'Old Mill Software', 'HubSpot']))
    default:
      return cell(draw.pick(desk.style.language === 'ja' ? ['オン', 'オフ'] : ['On', 'Off']))
  }
}

/** The section Other apps; each count opens the list of users where the page has such a panel. */
export function draftOther(desk: Desk, apps: readonly AppTruth[]): SectionDraft {
  const heading = desk.heading('other')
  if (desk.style.failing === 'other') return failed(desk, 'other', 'other-apps', heading)
  if (apps.length === 0) {
    return section('other', 'other-apps', heading, { state: 'empty', notice: desk.label('noOther') })
  }
  const columns = planColumns(desk, 'other-apps', ['name', 'connections'], { actions: true })
  const rows = apps.map((app): RowDraft => {
    const draw = desk.draw.fork(`other ${app.id}`)
    const market = hrefOf(desk, marketplacePath(desk.truth.portal, app.name, draw), draw)
    const opens = desk.style.usersPanel === 'none' ? undefined : `users-${app.id}`
    const inWords = desk.variant('count in words', [true, false])
    const cells = columns.map(({ role }) => {
      if (role === 'name')
        return cell(app.name, {
          href: desk.variant('other linked', [true, false]) ? market : undefined,
          external: true,
        })
      if (role === 'connections') {
        return cell(inWords ? desk.words.connections(app.users.length) : String(app.users.length), { opens })
      }
      if (role !== 'actions') return cell('')
      const actions = [
        { label: desk.label('viewConnections'), href: undefined },
        { label: desk.label('marketplace'), href: market },
        { label: desk.label('installForMe'), href: undefined },
      ]
      return cell('', {
        actions: desk.style.noise.rowButtons ? actions : [{ label: desk.label('actions'), href: undefined }],
      })
    })
    const plainly = (value: Value): FieldExpect => ({ allowed: [value], mapped: [value], needsMapping: false })
    const fields = { name: plainly(app.name), connections: plainly(app.users.length) }
    return {
      cells,
      rowName: app.name,
      read: { identity: identityOf(app), person: undefined, fields, ambiguous: false, optional: false },
    }
  })
  return section('other', 'other-apps', heading, {
    total: stateTotal(desk, 'other', rows.length),
    badge: desk.style.badges && desk.variant('badge other', [true, false]) ? String(rows.length) : undefined,
    list: { id: 'other', style: desk.style.other, columns, rows },
  })
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
        if (!same) row.fields[field] = { allowed: [], mapped: [], needsMapping: false }
      }
    }
  }
}

/** Whether two rows of a list cannot be told apart by anything but their place. */
export function hasTwins(rows: readonly RowExpect[]): boolean {
  const keys = rows.map(row => keyOf(row.identity))
  return new Set(keys).size < keys.length
}
