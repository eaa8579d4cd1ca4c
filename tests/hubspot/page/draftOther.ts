import type { AppTruth } from '../truth.ts'
import { type Desk, hrefOf, identityOf, marketplacePath } from './desk.ts'
import { cell, type RowDraft, type SectionDraft, section } from './draft.ts'
import { planColumns } from './draftColumns.ts'
import { failed, stateTotal } from './draftPieces.ts'
import { putInto, type RowExpect } from './expect.ts'
import { seenIn } from './walk.ts'

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
    const fields: RowExpect['fields'] = {}
    const put = putInto(fields)
    put('name', app.name)
    put('connections', app.users.length, {
      shown: inWords ? desk.words.connections(app.users.length) : String(app.users.length),
    })
    return {
      cells,
      rowName: app.name,
      read: { identity: identityOf(app), person: undefined, fields, ambiguous: false, optional: false },
    }
  })
  return section('other', 'other-apps', heading, {
    total: stateTotal(desk, 'other', rows.length),
    badge: desk.style.badges && desk.variant('badge other', [true, false]) ? String(rows.length) : undefined,
    list: {
      id: 'other',
      style: desk.style.other,
      columns,
      rows,
      seen: seenIn(rows.length, desk.style.other, desk.style.stopsShort),
    },
  })
}
