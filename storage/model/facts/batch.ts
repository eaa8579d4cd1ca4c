import type { AppRow, LogRow, Recognised, RowApp, Section } from '../recognise/recognised.ts'
import { unsureHeaders } from '../recognise/unsure.ts'
import { eventId } from './events.ts'
import type { Fact, FactField, FieldName, FieldValue, Source } from './facts.ts'
import { itemField } from './items.ts'
import { canonical, timeKey } from './join.ts'
import type { AccountId, AppRef } from './refs.ts'
import type { AppEvent, Batch, Link, ReadWay } from './rows.ts'
import { earliest } from './time.ts'

export interface BatchContext {
  account: AccountId
  read: string
  way: ReadWay
  device: string
  source: Source
  /** Epoch ms of the newest thing on the page. */
  at: number
}

/** Turns what was recognised on a page into facts, links, events and the read itself. Pure; says nothing the rows do not. */
export const toBatch = (recognised: Recognised, context: BatchContext): Batch => {
  const facts: Fact[] = []
  const links: Link[] = []
  const events: AppEvent[] = []
  const { account, read, device, source, at } = context
  const tell = (app: RowApp, field: FactField, value: FieldValue) => {
    facts.push({ account, ref: app.refs[0], field, value, observedAt: at, source, device, read } as Fact)
  }
  const say: Say = (app, field, value) => {
    if (value !== undefined) tell(app, field, value)
  }
  const introduce = (app: RowApp) => {
    if (app.name !== null) say(app, 'name', app.name)
    const names: AppRef[] = app.name === null ? [] : [`name:${app.name}`]
    for (const ref of new Set([...app.refs.slice(1), ...names]))
      if (ref !== app.refs[0]) links.push({ account, from: app.refs[0], to: ref, by: 'row', observedAt: at })
  }

  const sections = mayStore(recognised) ? recognised.sections : []
  for (const section of sections) {
    switch (section.kind) {
      case 'attention':
        for (const row of section.rows) {
          introduce(row.app)
          tell(row.app, itemField(row.reason), { reason: row.reason, button: row.button })
        }
        break
      case 'my-apps':
      case 'other-apps':
      case 'app':
        for (const row of section.rows) {
          introduce(row.app)
          if (section.kind !== 'app') say(row.app, section.kind === 'my-apps' ? 'inMyApps' : 'inOtherApps', true)
          sayApp(row, say)
        }
        break
      case 'users':
        break // below: the page may show one list in several pieces
      case 'permissions':
        if (section.of)
          say(section.of, 'permissions', {
            language: recognised.languages[0] ?? 'unknown',
            phrases: section.rows.map(({ text, group }) => ({ text, group })),
          })
        break
      case 'app-log':
        for (const row of section.rows) if (row.app) introduce(row.app)
        events.push(...logEvents(section.rows, context))
        break
      case 'recommendations':
        break // not kept: shown with recommendations, see PRODUCT H6
    }
  }
  for (const { app, users } of userLists(sections)) say(app, 'users', users)
  return {
    account,
    host: recognised.host,
    facts,
    links,
    events,
    reads: [
      {
        account,
        id: read,
        way: context.way,
        source,
        device,
        state: recognised.state,
        home: recognised.home,
        languages: recognised.languages,
        startedAt: Math.min(at, ...sections.map(section => section.since)),
        observedAt: at,
        sections: sections.map(sectionRead),
      },
    ],
  }
}

/** Only a page that was understood may change facts. */
const mayStore = ({ state }: Recognised) => state === 'recognised' || state === 'partly' || state === 'empty-account'

/** Tells a field of an app, if the page has it. An item of Needs your attention is a field of its own, see items.ts. */
type Say = <F extends Exclude<FieldName, 'attention'>>(app: RowApp, field: F, value: FieldValue<F> | undefined) => void

/**
 * The lists of users on a page, one per app. A list that stands there in several pieces (a dialog behind a panel) is put
 * together; it is whole if one piece of it was, and that piece is the list then.
 */
const userLists = (sections: readonly Section[]): { app: RowApp; users: FieldValue<'users'> }[] => {
  const lists = new Map<AppRef, { app: RowApp; users: FieldValue<'users'> }>()
  for (const section of sections) {
    if (section.kind !== 'users' || !section.of) continue
    const users = {
      people: section.rows.map(({ person, team, installed }) => ({ person, team, installed })),
      stated: section.stated,
      complete: section.complete,
    }
    const known = lists.get(section.of.refs[0])
    lists.set(section.of.refs[0], { app: section.of, users: known ? together(known.users, users) : users })
  }
  return [...lists.values()]
}

const together = (one: FieldValue<'users'>, other: FieldValue<'users'>): FieldValue<'users'> => {
  if (one.complete || other.complete) return one.complete ? one : other
  const people = new Map([...one.people, ...other.people].map(row => [canonical(row), row]))
  const stated =
    one.stated === null || other.stated === null ? (one.stated ?? other.stated) : Math.max(one.stated, other.stated)
  return { people: [...people.values()], stated, complete: false }
}

const sayApp = (row: AppRow, say: Say) => {
  say(row.app, 'status', row.status)
  say(row.app, 'installed', row.installed)
  say(row.app, 'installedBy', row.installedBy)
  say(row.app, 'lastActivity', row.lastActivity)
  say(row.app, 'connections', row.connections)
  say(row.app, 'severalConnections', row.severalConnections)
  say(row.app, 'marketplace', row.marketplace)
  say(row.app, 'settings', row.settings)
}

const logEvents = (rows: readonly LogRow[], { account, source, at }: BatchContext): AppEvent[] => {
  const counts = new Map<string, number>()
  return rows.map(row => {
    const event = {
      type: row.type,
      raw: row.raw,
      app: row.app?.refs[0] ?? null,
      appName: row.app?.name ?? null,
      person: row.person?.ref ?? null,
      personName: row.person?.name ?? null,
      time: row.time,
    }
    const same = [event.type, event.app, event.person, timeKey(event.time)].join('|')
    const nth = counts.get(same) ?? 0
    counts.set(same, nth + 1)
    return { ...event, account, source, id: eventId(event, nth), at: earliest(row.time, 'UTC'), firstSeen: at }
  })
}

const sectionRead = (section: Section) => ({
  kind: section.kind,
  heading: section.heading,
  seen: section.seen,
  stated: section.stated,
  skipped: section.skipped.length,
  complete: section.complete,
  proof: section.proof,
  since: section.since,
  unsure: unsureHeaders(section),
})
