import type { Mapping, SectionKind } from '../recognise/recognised.ts'
import { attentionKind, statusOf } from '../recognise/statusWords.ts'
import {
  type Fact,
  type FactField,
  type FieldName,
  type FieldValue,
  fieldOf,
  type Source,
  type Status,
} from './facts.ts'
import { compareFacts } from './join.ts'
import { type AppGroups, groupApps } from './links.ts'
import type { AccountId, AppRef } from './refs.ts'
import { isAppRef, refValue, spaceOf } from './refs.ts'
import type { AppEvent, Link, Mark, Read, SectionRead } from './rows.ts'
import { earliest, latest } from './time.ts'

/** A value with where it comes from and as of when. */
export interface Known<T> {
  value: T
  source: Source
  at: number
}

/** An item of Needs your attention: the sentence, its button, and what trouble the sentence tells of. */
export type AttentionSaid = FieldValue<'attention'> & { trouble: ReturnType<typeof attentionKind> }

/** An app as the newest facts of all its refs tell it. A field that no source told is null: shown as "not reported". */
export interface App {
  account: AccountId
  key: AppRef
  refs: AppRef[]
  name: string
  /** The word's meaning beside the word; `not-reported` where the cell was blank. Null: no source ever told one. */
  status: Known<{ status: Status; word: string | null }> | null
  /**
   * Its items in Needs your attention, each while no complete read of that section has shown it gone; the newest first. Two
   * may have been seen by two reads.
   */
  attention: Known<AttentionSaid>[]
  installed: Known<FieldValue<'installed'>> | null
  installedBy: Known<FieldValue<'installedBy'>> | null
  /** Known null: the page has the column and leaves it blank for this app (user-level, several accounts). */
  lastActivity: Known<FieldValue<'lastActivity'>> | null
  connections: Known<number> | null
  severalConnections: Known<string> | null
  users: Known<FieldValue<'users'>> | null
  permissions: Known<FieldValue<'permissions'>> | null
  marketplace: Known<string> | null
  settings: Known<string> | null
  inMyApps: Known<true> | null
  inOtherApps: Known<true> | null
  /** Epoch ms at which any list or page last showed it. */
  seenAt: number
  /** Why it is no longer counted among the account's apps, or null. */
  gone: 'uninstalled' | 'said-by-you' | null
  /** At least two complete reads since did not list it: epoch ms of the first of them and of the newest. */
  absent: { since: number; newest: number } | null
  /** Another app carries the same name. */
  sameName: boolean
  /**
   * Only a name that several apps carry: what is said under it may be of any of them. It can have a problem, but it is no
   * app of its own and is counted nowhere.
   */
  anyOfSeveral: boolean
}

export interface Assembled {
  account: AccountId
  apps: App[]
  groups: AppGroups
  complete: CompleteSections
}

/** Section reads proven complete, oldest first: the only ground on which anything counts as absent. */
export type CompleteSections = ReadonlyMap<SectionKind, readonly SectionRead[]>

export interface AssembleInput {
  account: AccountId
  facts: readonly Fact[]
  links: readonly Link[]
  reads: readonly Read[]
  /** Only uninstalls matter here. */
  events: readonly AppEvent[]
  mapping: Mapping | null
  marks: readonly Mark[]
}

/** Turns facts into apps. Pure: the same facts, links, reads and mapping give the same apps, whatever was read in which order. */
export const assemble = (input: AssembleInput): Assembled => {
  const groups = groupApps(input.facts, input.links)
  const byKey = new Map<AppRef, Map<FactField, Fact>>()
  for (const fact of input.facts) {
    if (!isAppRef(fact.ref)) continue
    const key = groups.keyOf(fact.ref)
    const fields = byKey.get(key) ?? new Map<FactField, Fact>()
    const known = fields.get(fact.field)
    if (!known || compareFacts(fact, known) > 0) fields.set(fact.field, fact)
    byKey.set(key, fields)
  }
  const complete = completeSections(input.reads)
  const uninstalled = newestUninstalls(input.events, groups)
  const apps = [...byKey].map(([key, fields]) =>
    assembleApp(input, groups, complete, key, fields, uninstalled.get(key)),
  )
  markSameNames(apps, groups)
  return {
    account: input.account,
    apps: apps.sort((a, b) => compareText(a.name, b.name) || compareText(a.key, b.key)),
    groups,
    complete,
  }
}

const markSameNames = (apps: readonly App[], groups: AppGroups): void => {
  const names = new Map<string, number>()
  for (const app of apps) names.set(app.name, (names.get(app.name) ?? 0) + 1)
  const byKey = new Map(apps.map(app => [app.key, app]))
  for (const app of apps) {
    app.sameName = (names.get(app.name) ?? 0) > 1
    if (app.inMyApps || app.inOtherApps || spaceOf(app.key) !== 'name') continue
    const carriers = groups.carriersOf(app.key).flatMap(key => byKey.get(key) ?? [])
    if (carriers.length === 0) continue
    app.anyOfSeveral = true
    app.inMyApps = seenWithAll(carriers)
  }
}

/** When all of these apps that are not gone were last in My apps, by the one seen longest ago; null while one was in no list. */
const seenWithAll = (apps: readonly App[]): App['inMyApps'] => {
  const listed = apps.filter(app => !app.gone).map(app => app.inMyApps)
  return listed.reduce<App['inMyApps']>(
    (oldest, seen) => (seen && oldest && seen.at < oldest.at ? seen : seen && oldest),
    listed[0] ?? null,
  )
}

const assembleApp = (
  input: AssembleInput,
  groups: AppGroups,
  complete: CompleteSections,
  key: AppRef,
  fields: ReadonlyMap<FactField, Fact>,
  uninstalled: AppEvent | undefined,
): App => {
  const known = <F extends Exclude<FieldName, 'attention'>>(field: F): Known<FieldValue<F>> | null => {
    const fact = fields.get(field as FactField) as Fact<F> | undefined
    return fact ? { value: fact.value, source: fact.source, at: fact.observedAt } : null
  }
  const name = known('name')?.value ?? null
  const word = known('status')
  const items = [...fields.values()].filter((fact): fact is Fact<'attention'> => fieldOf(fact.field) === 'attention')
  const inMyApps = known('inMyApps')
  const inOtherApps = known('inOtherApps')
  const refs = groups.refsOf(key)
  const seenAt = Math.max(...[...fields.values()].map(fact => fact.observedAt))
  const listedAt = Math.max(inMyApps?.at ?? 0, inOtherApps?.at ?? 0, ...items.map(item => item.observedAt))
  const absent = absence(complete, inMyApps, inOtherApps)
  const saidGone = input.marks.some(
    mark => mark.kind === 'gone' && mark.at > listedAt && refs.includes(mark.subject as AppRef),
  )
  return {
    account: input.account,
    key,
    refs,
    name: name ?? refValue(refs.find(ref => ref.startsWith('name:')) ?? key),
    status: word && { ...word, value: statusOf(word.value, input.mapping) },
    attention: items
      .filter(item => !sectionWithout(complete, 'attention', item.observedAt))
      .sort((a, b) => b.observedAt - a.observedAt || compareText(a.value.reason, b.value.reason))
      .map(({ value, source, observedAt }) => ({
        value: { ...value, trouble: attentionKind(value.reason, input.mapping, name) },
        source,
        at: observedAt,
      })),
    installed: known('installed'),
    installedBy: known('installedBy'),
    lastActivity: known('lastActivity'),
    connections: known('connections'),
    severalConnections: known('severalConnections'),
    users: known('users'),
    permissions: known('permissions'),
    marketplace: known('marketplace'),
    settings: known('settings'),
    inMyApps,
    inOtherApps,
    seenAt,
    absent,
    gone:
      uninstalled && isGone(uninstalled, listedAt, complete, inMyApps !== null)
        ? 'uninstalled'
        : absent && saidGone
          ? 'said-by-you'
          : null,
    sameName: false,
    anyOfSeveral: false,
  }
}

/** The oldest complete read of a section that began after `seenAt`, i.e. was there and did not show the subject; null if none. */
export const sectionWithout = (complete: CompleteSections, kind: SectionKind, seenAt: number): SectionRead | null =>
  complete.get(kind)?.find(section => section.since > seenAt) ?? null

const completeSections = (reads: readonly Read[]): CompleteSections => {
  const complete = new Map<SectionKind, SectionRead[]>()
  for (const section of reads.flatMap(read => read.sections)) {
    if (!section.complete) continue
    const ofKind = complete.get(section.kind)
    if (ofKind) ofKind.push(section)
    else complete.set(section.kind, [section])
  }
  for (const sections of complete.values()) sections.sort((a, b) => a.since - b.since)
  return complete
}

/** Gone from every list that showed it: at least two complete reads of each since it was last seen there. */
const absence = (complete: CompleteSections, mine: Known<true> | null, others: Known<true> | null): App['absent'] => {
  const without = (kind: SectionKind, seenAt: number) =>
    (complete.get(kind) ?? []).filter(section => section.since > seenAt)
  const lists = [mine && without('my-apps', mine.at), others && without('other-apps', others.at)].filter(
    list => list !== null,
  )
  if (lists.length === 0 || lists.some(list => list.length < 2)) return null
  return {
    since: Math.max(...lists.map(list => list[0]?.since ?? 0)),
    newest: Math.max(...lists.map(list => list.at(-1)?.since ?? 0)),
  }
}

/** An uninstall in the log counts when it is surely later than the last listing, or when a complete read since then lacks the app. */
const isGone = (event: AppEvent, listedAt: number, complete: CompleteSections, mine: boolean): boolean =>
  earliest(event.time, 'UTC') > listedAt ||
  (latest(event.time, 'UTC') > listedAt && sectionWithout(complete, mine ? 'my-apps' : 'other-apps', listedAt) !== null)

const newestUninstalls = (events: readonly AppEvent[], groups: AppGroups): Map<AppRef, AppEvent> => {
  const newest = new Map<AppRef, AppEvent>()
  for (const event of events) {
    if (event.type !== 'uninstalled' || !event.app) continue
    const key = groups.keyOf(event.app)
    const known = newest.get(key)
    if (!known || event.at > known.at) newest.set(key, event)
  }
  return newest
}

export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
