import { canon } from '../canon.ts'
import { type Random, random } from '../random.ts'
import type { AppTruth, Person, Truth } from '../truth.ts'
import type { DateContext } from './dates.ts'
import type { Identity, Mapping } from './expect.ts'
import type { Style } from './style.ts'
import { halfEnglish, wordsOf } from './words/wordsOf.ts'
import type { Heading, Label, Words } from './words/wordTypes.ts'

/** What every part of a page needs while it is written. */
export type Desk = {
  truth: Truth
  style: Style
  words: Words
  draw: Random
  dates: DateContext
  mapping: Mapping
  /** The page's variant of a heading: the same each time it is asked. */
  heading(name: Heading): string
  label(name: Label): string
  /** The page's variant among several, the same each time for one `about`. */
  variant<T>(about: string, among: readonly T[]): T
  app(id: string): AppTruth | undefined
  person(id: string | undefined): Person | undefined
}

const OTHER_ZONES = ['America/New_York', 'Asia/Tokyo', 'Europe/London'] as const

/** A desk for one page. */
export function deskFor(truth: Truth, style: Style): Desk {
  const draw = random(style.seed, `page ${truth.portal}`)
  const own = wordsOf(style.language)
  const words = style.halfEnglish ? halfEnglish(own) : own
  const variant = <T>(about: string, among: readonly T[]) => draw.fork(`variant ${about}`).pick(among)
  const apps = new Map(truth.apps.map(app => [app.id, app]))
  const people = new Map(truth.people.map(person => [person.id, person]))
  const accountZone = OTHER_ZONES.find(zone => zone !== truth.zone) ?? 'UTC'
  return {
    truth,
    style,
    words,
    draw,
    variant,
    dates: { style: style.dates, language: style.language, now: truth.now, zone: truth.zone, accountZone },
    mapping: { headers: [], words: [] },
    heading: name => variant(`heading ${name}`, words.headings[name]),
    label: name => variant(`label ${name}`, words.labels[name]),
    app: id => apps.get(id),
    person: id => (id === undefined ? undefined : people.get(id)),
  }
}

/** What a link of this app says about which app it is; without a link only the name does. */
export function identityOf(app: AppTruth, linked = true): Identity {
  if (!linked || app.link.kind === 'none') return { kind: 'name', value: app.name }
  if (app.link.kind === 'id') return { kind: 'id', value: String(app.appId) }
  if (app.link.kind === 'page') return { kind: 'page', value: String(app.link.number) }
  return { kind: 'slug', value: app.link.slug }
}

/** The path of an app's own page, without host; undefined when nothing leads there. */
export function pathOf(app: AppTruth, portal: string, draw: Random): string | undefined {
  const from = draw.chance(0.15) ? `?eschref=%2Fconnected-apps%2F${portal}%2Finstalled` : ''
  if (app.link.kind === 'id') {
    const page = draw.chance(0.8) ? 'general-settings' : 'app-cards'
    return `/integrations-settings/${portal}/installed/framework/${app.appId}/${page}${from}`
  }
  if (app.link.kind === 'page') {
    return `/connected-apps/${portal}/installed/basic/${app.link.number}/overview${from}`
  }
  if (app.link.kind === 'slug') {
    return `/integrations-settings/${portal}/installed/${app.link.slug}/${draw.pick(['general', 'contacts', 'settings'])}${from}`
  }
  return undefined
}

/** A path as this page writes its links: relative, absolute, or either. */
export function hrefOf(desk: Desk, path: string | undefined, draw: Random): string | undefined {
  if (path === undefined) return undefined
  const absolute = desk.style.links === 'absolute' || (desk.style.links === 'mixed' && draw.chance(0.5))
  return absolute ? `https://${desk.truth.host}.hubspot.com${path}` : path
}

/** A marketplace address: its number is a listing's, never an app id. */
export function marketplacePath(portal: string, name: string, draw: Random): string {
  const slug =
    canon(name)
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '') || 'app'
  return `/ecosystem/${portal}/marketplace/apps/${draw.pick(['sales', 'marketing', 'service'])}/${slug.slice(0, 40)}-${draw.int(100_000, 999_999)}`
}

/** Names (as read) that more than one of My apps has: without a link nobody can tell which is meant. */
export function sharedNames(truth: Truth): Set<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const app of truth.apps) {
    if (app.place !== 'mine') continue
    const name = canon(app.name)
    if (seen.has(name)) shared.add(name)
    seen.add(name)
  }
  return shared
}
