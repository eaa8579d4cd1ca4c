import { type AppTruth, PERMISSION_GROUPS, type PermissionGroup } from '../truth.ts'
import { showDay, widenAmbiguous } from './dates.ts'
import { type Desk, identityOf } from './desk.ts'
import { cell, type FactDraft, type GroupDraft, type SectionDraft, section } from './draft.ts'
import { installerCell, statusCell } from './draftPieces.ts'
import { putInto, type RowExpect } from './expect.ts'

/** An app's own page: its status and a few facts, then what it may do. */
export function draftAppPage(desk: Desk, app: AppTruth): { status: SectionDraft; permissions: SectionDraft } {
  const fields: RowExpect['fields'] = {}
  const put = putInto(fields)
  put('name', app.name)
  const facts: FactDraft[] = []
  const fact = (role: 'status' | 'installed' | 'installer' | 'lastActivity', value: FactDraft['cell']) =>
    facts.push({ label: desk.variant(`column my-apps ${role}`, desk.words.columns[role]), cell: value })
  fact('status', statusCell(desk, app.status, put))
  if (desk.variant('facts', [true, true, false])) {
    fact('installer', installerCell(desk, app.installer, put))
    const date = showDay(app.installed, desk.dates, false, 600)
    put('installed', date.expect)
    widenAmbiguous([date.expect])
    fact('installed', cell(date.text, { date: date.expect, datetime: date.datetime }))
  }
  const identity = identityOf(app)
  const read: RowExpect = { identity, person: undefined, fields, ambiguous: false, optional: false }
  const status = section('app-status', 'app', desk.heading('appStatus'), { facts, app: identity, reads: [read] })
  return { status, permissions: draftPermissions(desk, app) }
}

const GROUP_HEADINGS: Record<PermissionGroup, 'reauthorization' | 'upgrade' | undefined> = {
  granted: undefined,
  'after reauthorization': 'reauthorization',
  'needs upgrade': 'upgrade',
}

function draftPermissions(desk: Desk, app: AppTruth): SectionDraft {
  const groups = PERMISSION_GROUPS.flatMap((group): GroupDraft[] => {
    const phrases = app.permissions.flatMap(one =>
      one.group === group ? (desk.words.permissions[one.phrase] ?? []) : [],
    )
    if (phrases.length === 0) return []
    const heading = GROUP_HEADINGS[group]
    return [
      {
        heading: heading ? desk.heading(heading) : undefined,
        phrases,
        button: group === 'after reauthorization' ? desk.label('reauthorize') : undefined,
      },
    ]
  })
  return section('permissions', 'permissions', desk.heading('permissions'), { groups, app: identityOf(app) })
}

/** What the permissions of an app can be read as: one row per phrase, the value `<group>: <phrase>`. */
export function permissionReads(desk: Desk, app: AppTruth): RowExpect[] {
  return app.permissions.map(({ phrase, group }) => {
    const shown = desk.words.permissions[phrase] ?? ''
    const fields: RowExpect['fields'] = {}
    putInto(fields)('permission', `${group}: ${shown}`, { shown })
    return {
      identity: identityOf(app),
      person: undefined,
      fields,
      ambiguous: false,
      optional: false,
    }
  })
}
