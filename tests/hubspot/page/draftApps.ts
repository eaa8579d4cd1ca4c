import { CATEGORIES } from '../invented.ts'
import type { Random } from '../random.ts'
import type { AppTruth } from '../truth.ts'
import { showDay } from './dates.ts'
import { type Desk, hrefOf, identityOf, pathOf } from './desk.ts'
import { type CellDraft, cell, type RowDraft, type SectionDraft, section } from './draft.ts'
import { type PlannedColumn, planColumns } from './draftColumns.ts'
import {
  blank,
  connectionsNote,
  failed,
  installerCell,
  markAmbiguous,
  settleDates,
  stateTotal,
  statusCell,
} from './draftPieces.ts'
import { type FieldExpect, type FieldName, putInto, type RowExpect } from './expect.ts'
import { seenIn } from './walk.ts'

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
  const seen = seenIn(rows.length, desk.style.mine, desk.style.stopsShort)
  settleDates(rows.slice(0, seen), columns.length)
  markAmbiguous(rows.slice(0, seen).map(row => row.read))
  return section('mine', 'my-apps', heading, {
    total: stateTotal(desk, 'mine', rows.length),
    badge: desk.style.badges && desk.variant('badge mine', [true, false]) ? String(rows.length) : undefined,
    list: { id: 'mine', style: desk.style.mine, columns, rows, seen },
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
  const put = putInto(fields, !column.known)
  const ownLink = hrefOf(desk, pathOf(app, truth.portal, draw.fork('path')), draw)
  switch (column.role) {
    case 'name': {
      put('name', [app.name])
      const note = app.connections === undefined ? undefined : connectionsNote(desk, app.connections)
      if (note !== undefined && app.connections !== undefined) put('connections', app.connections, { shown: note })
      return cell(app.name, {
        href: style.linkInActions ? undefined : ownLink,
        second: note ?? (style.secondLine ? app.category : undefined),
      })
    }
    case 'status':
      return statusCell(desk, app.status, put)
    case 'installed': {
      const date = showDay(app.installed, desk.dates, false, draw.int(240, 1439))
      put('installed', [date.expect])
      return cell(date.text, { date: date.expect, datetime: date.datetime })
    }
    case 'installer':
      return installerCell(desk, app.installer, put)
    case 'lastActivity': {
      if (app.lastActivity === undefined) return cell(blank(desk))
      const date = showDay(app.lastActivity, desk.dates, style.dates.relative !== 'none', draw.int(240, 1439))
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
