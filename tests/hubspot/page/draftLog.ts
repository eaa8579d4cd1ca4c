import { canon } from '../canon.ts'
import type { EventTruth } from '../truth.ts'
import { showDay, showInstant } from './dates.ts'
import { type Desk, hrefOf, identityOf, pathOf, sharedNames } from './desk.ts'
import { type CellDraft, cell, type RowDraft, type SectionDraft, section } from './draft.ts'
import { planColumns } from './draftColumns.ts'
import { failed, settleDates, stateTotal } from './draftPieces.ts'
import { keyOf, putInto, type RowExpect } from './expect.ts'
import { seenIn } from './walk.ts'
import type { ColumnRole } from './words/wordTypes.ts'

/** The app log: of the account, or of one app, where the column "app" is left out. */
export function draftLog(desk: Desk, events: readonly EventTruth[], ofOneApp = false): SectionDraft {
  const heading = desk.heading('log')
  if (desk.style.failing === 'log') return failed(desk, 'log', 'app-log', heading)
  if (events.length === 0) {
    return section('log', 'app-log', heading, { state: 'empty', notice: desk.label('noEvents') })
  }
  const roles: ColumnRole[] = ofOneApp ? ['time', 'type', 'user'] : ['time', 'type', 'app', 'user']
  const columns = planColumns(desk, 'app-log', roles)
  const linked = ofOneApp || desk.variant('log linked', [true, false])
  const rows = events.map((event, index) =>
    logRow(
      desk,
      columns.map(column => column.role as ColumnRole),
      event,
      index,
      linked,
    ),
  )
  const seen = seenIn(rows.length, desk.style.log, desk.style.stopsShort)
  settleDates(rows.slice(0, seen), columns.length)
  return section('log', 'app-log', heading, {
    total: stateTotal(desk, 'log', rows.length),
    list: { id: 'log', style: desk.style.log, columns, rows, seen },
  })
}

function logRow(desk: Desk, roles: readonly ColumnRole[], event: EventTruth, index: number, linked: boolean): RowDraft {
  const draw = desk.draw.fork(`event ${index}`)
  const app = desk.app(event.app)
  const name = app?.name ?? event.app.replace(/^gone:/u, '')
  const identity = app ? identityOf(app, linked) : ({ kind: 'name', value: name } as const)
  const person = desk.person(event.person)
  const fields: RowExpect['fields'] = {}
  const put = putInto(fields)
  const cells = roles.map((role): CellDraft => {
    if (role === 'time') {
      const date = showInstant(event.at, desk.dates, desk.style.dates.relative !== 'none')
      put('time', date.expect)
      return cell(date.text, { date: date.expect, datetime: date.datetime })
    }
    if (role === 'type') {
      const word = desk.variant(`event ${event.type}`, desk.words.events[event.type])
      put('type', event.type, { shown: word })
      return cell(word, { messageKey: `connected-apps.events.${event.type}` })
    }
    if (role === 'app') {
      put('app', keyOf(identity), { shown: name })
      const href = app && linked ? hrefOf(desk, pathOf(app, desk.truth.portal, draw), draw) : undefined
      return cell(name, { href })
    }
    if (!person) return cell('--')
    put('user', desk.style.installerAs === 'email' ? person.email : person.name)
    return cell(desk.style.installerAs === 'email' ? person.email : person.name)
  })
  // On an app's own page there is no such column: the address says which app it is.
  if (!roles.includes('app')) put('app', keyOf(identity), { shown: '' })
  const ambiguous = identity.kind === 'name' && sharedNames(desk.truth).has(canon(name))
  const optional = desk.style.log.form === 'feed'
  return { cells, rowName: name, read: { identity, person: person?.name, fields, ambiguous, optional } }
}

/** Users of one of the Other apps: the list that its count opens. */
export function draftUsers(desk: Desk, appId: string): SectionDraft | undefined {
  const app = desk.app(appId)
  if (!app) return undefined
  const columns = planColumns(desk, 'other-users', ['user', 'team', 'installed'])
  const rows = app.users.flatMap(({ person: id, installed }): RowDraft[] => {
    const person = desk.person(id)
    if (!person) return []
    const fields: RowExpect['fields'] = {}
    const put = putInto(fields)
    const cells = columns.map(({ role }): CellDraft => {
      if (role === 'user') {
        put('user', person.name)
        return cell(person.name, { second: desk.style.installerAs === 'both' ? person.email : undefined })
      }
      if (role === 'team') {
        if (person.team) put('team', person.team)
        return cell(person.team ?? '--')
      }
      const date = showDay(installed, desk.dates, false, 600)
      put('installed', date.expect)
      return cell(date.text, { date: date.expect, datetime: date.datetime })
    })
    const read = { identity: identityOf(app), person: person.name, fields, ambiguous: false, optional: false }
    return [{ cells, rowName: person.name, read }]
  })
  settleDates(rows, columns.length)
  return section(`users-${app.id}`, 'other-users', '', {
    app: identityOf(app),
    list: {
      id: `users-${app.id}`,
      style: { form: desk.style.usersPanel === 'panel' ? 'divs' : 'native', lazy: 'none', drawn: 25 },
      columns,
      rows,
      seen: rows.length,
    },
  })
}
