import { toBatch } from '../storage/model/facts/batch.ts'
import type { AccountId, AppRef } from '../storage/model/facts/refs.ts'
import type { Batch, ReadWay } from '../storage/model/facts/rows.ts'
import type { Time } from '../storage/model/facts/time.ts'
import type {
  AttentionRow,
  LogRow,
  ReadState,
  Recognised,
  RowApp,
  Section,
  SectionKind,
} from '../storage/model/recognise/recognised.ts'

/** Monday 2 November 2026, 09:00 UTC: where the stories in these tests begin. */
export const START = Date.UTC(2026, 10, 2, 9)

export const ACCOUNT: AccountId = 'hubspot:4411007'

/** One app as a row of a list: what is left out is not on the page. */
export interface AppSpec {
  name: string
  /** Its link, as a ref; none: the row has no link. */
  ref?: AppRef
  /** Null: the status cell is blank. */
  status?: string | null
  installed?: Time
  installedBy?: string
  lastActivity?: Time | null
  connections?: number
}

export interface PageSpec {
  state?: ReadState
  apps?: AppSpec[]
  others?: AppSpec[]
  attention?: { name: string; ref?: AppRef; reason: string }[]
  /** Opened lists of users; whole unless more are stated than seen. */
  users?: { of: Pick<AppSpec, 'name' | 'ref'>; people: string[]; stated?: number | null }[]
  log?: { name: string; ref?: AppRef; type: LogRow['type']; time: Time; person?: string }[]
  /** Sections that were not read to their end. */
  partial?: SectionKind[]
  portal?: string
}

export const rowApp = ({ name, ref }: Pick<AppSpec, 'name' | 'ref'>): RowApp => ({
  refs: [ref ?? `name:${name}`],
  name,
  href: null,
})

/** A page as the recogniser would give it, read at the epoch-ms `at`. */
export const page = (at: number, spec: PageSpec): Recognised => {
  const common = (kind: SectionKind, seen: number) => {
    const complete = !spec.partial?.includes(kind)
    return {
      heading: null,
      fingerprint: kind,
      columns: [],
      skipped: [],
      seen,
      stated: complete ? seen : seen + 10,
      complete,
      proof: complete ? ('rows-equal-stated' as const) : ('fewer-than-stated' as const),
      since: at,
      grid: 0,
    }
  }
  const row = (app: AppSpec) => ({
    app: rowApp(app),
    ...(app.status === undefined ? {} : { status: app.status }),
    ...(app.installed === undefined ? {} : { installed: app.installed }),
    ...(app.installedBy === undefined
      ? {}
      : { installedBy: { ref: `person:${app.installedBy}` as const, name: app.installedBy } }),
    ...(app.lastActivity === undefined ? {} : { lastActivity: app.lastActivity }),
    ...(app.connections === undefined ? {} : { connections: app.connections }),
  })
  const sections: Section[] = []
  if (spec.attention) {
    const rows: AttentionRow[] = spec.attention.map(item => ({
      app: rowApp(item),
      reason: item.reason,
      button: 'Reconnect',
    }))
    sections.push({ kind: 'attention', ...common('attention', rows.length), rows })
  }
  if (spec.apps) sections.push({ kind: 'my-apps', ...common('my-apps', spec.apps.length), rows: spec.apps.map(row) })
  if (spec.others)
    sections.push({ kind: 'other-apps', ...common('other-apps', spec.others.length), rows: spec.others.map(row) })
  for (const { of, people, stated = people.length } of spec.users ?? [])
    sections.push({
      kind: 'users',
      ...common('users', people.length),
      stated,
      complete: stated === people.length,
      proof: stated === null ? 'nothing-stated' : stated === people.length ? 'rows-equal-stated' : 'fewer-than-stated',
      of: rowApp(of),
      rows: people.map(name => ({ person: { ref: `person:${name}`, name }, team: null, installed: null })),
    })
  if (spec.log)
    sections.push({
      kind: 'app-log',
      ...common('app-log', spec.log.length),
      rows: spec.log.map(({ name, ref, type, time, person }) => ({
        app: rowApp({ name, ...(ref ? { ref } : {}) }),
        type,
        raw: type,
        person: person ? { ref: `person:${person}` as const, name: person } : null,
        time,
      })),
    })
  return {
    state: spec.state ?? 'recognised',
    portal: spec.portal ?? '4411007',
    host: 'app-eu1.hubspot.com',
    languages: ['en'],
    home: 'new',
    sections,
    unplaced: [],
  }
}

/** The batch of a page read at `at`; the read's id is made of the time. */
export const pageBatch = (
  at: number,
  spec: PageSpec,
  more: { way?: ReadWay; device?: string; account?: AccountId } = {},
): Batch =>
  toBatch(page(at, spec), {
    account: more.account ?? ACCOUNT,
    read: `read-${at}-${more.device ?? 'here'}`,
    way: more.way ?? 'click',
    device: more.device ?? 'here',
    source: 'page',
    at,
  })
