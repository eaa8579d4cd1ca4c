import type { Time } from '../facts/time.ts'
import { DAY, HOUR } from '../facts/time.ts'
import type { AppRow, LogRow, Proof, Recognised, RowApp, RowPerson, Section } from '../recognise/recognised.ts'
import { type CastApp, PEOPLE, teamOf } from './cast.ts'
import { itemAt } from './chance.ts'
import { type Happening, happeningsIn } from './happenings.ts'
import { permissionsAt, permissionsRead } from './permissions.ts'
import { spansIn } from './rhythms.ts'
import { PAGE_WORDS, type SampleLanguage } from './words.ts'
import { appInTurn, isListRead, TROUBLE_RHYTHMS, TROUBLES, type WorldApp, worldAt } from './world.ts'

/** How one look at the page goes: by default a whole one, in English, with the thirty days of log that HubSpot shows. */
export interface Look {
  /** Epoch ms after which the log is read. */
  since?: number
  /** Only the head of the page: all of Needs your attention, but in My apps just the apps that were in trouble since. */
  head?: boolean
  /** Opens no list of users and no app's own page. */
  listsOnly?: boolean
  language?: SampleLanguage
}

/** What the Connected apps page of the sample would be recognised as at the epoch-ms `at`. */
export const sampleRecognised = (seed: number, at: number, look: Look = {}): Recognised => {
  const { since = at - 30 * DAY, head = false, listsOnly = false, language = 'en' } = look
  const words = PAGE_WORDS[language]
  const apps = worldAt(seed, at)
  const mine = apps.filter(app => app.mine)
  const shown = head ? mine.filter(({ ref }) => troubledIn(seed, since, at).has(ref)) : mine
  const section = (kind: keyof typeof words.headings, seen: number, stated: number) => ({
    heading: words.headings[kind],
    fingerprint: '',
    columns: [],
    skipped: [],
    seen,
    stated,
    complete: seen === stated,
    proof: (seen === stated ? 'rows-equal-stated' : 'fewer-than-stated') satisfies Proof as Proof,
    since: at,
    grid: -1,
  })
  const whole = (kind: keyof typeof words.headings, rows: readonly unknown[]) => section(kind, rows.length, rows.length)

  const asking = apps.flatMap(app => (app.trouble ? [attentionRow(app, app.trouble, words)] : []))
  const sections: Section[] = [
    { ...whole('attention', asking), kind: 'attention', rows: asking },
    { ...section('my-apps', shown.length, mine.length), kind: 'my-apps', rows: shown.map(app => myRow(app, words)) },
  ]
  if (!head) {
    const rows = apps.filter(app => !app.mine).map(otherRow)
    sections.push({ ...whole('other-apps', rows), kind: 'other-apps', rows })
  }
  if (!head && !listsOnly) {
    for (const app of apps.filter(isListRead)) {
      const rows = app.members.map(({ person, joined }) => ({
        person: personOf(itemAt(PEOPLE, person)),
        team: teamOf(person),
        installed: dayTime(joined),
      }))
      sections.push({ ...whole('users', rows), kind: 'users', of: rowApp(app), rows })
    }
    for (const app of permissionsRead()) {
      const rows = permissionsAt(seed, app, at, words.permissions.split('|'))
      sections.push({ ...whole('permissions', rows), kind: 'permissions', of: rowApp(app), rows })
    }
  }
  const log = happeningsIn(seed, since, at).map(happening => logRow(happening, words))
  sections.push({ ...whole('app-log', log), kind: 'app-log', rows: log })
  return { state: 'recognised', portal: null, host: null, languages: [language], home: 'new', sections, unplaced: [] }
}

type Words = (typeof PAGE_WORDS)[SampleLanguage]

/** Refs of the apps that were in trouble at any time of the epoch-ms span. */
const troubledIn = (seed: number, from: number, to: number): ReadonlySet<string> =>
  new Set(
    TROUBLES.flatMap(kind =>
      spansIn(seed, TROUBLE_RHYTHMS[kind], from, to).map(({ k }) => appInTurn(seed, kind, k).ref),
    ),
  )

const rowApp = (app: CastApp): RowApp => ({ refs: [app.ref], name: app.name, href: null })

const personOf = (name: string): RowPerson => ({ ref: `person:${name}`, name })

/**
 * The calendar day of the epoch-ms `at` where it begins last on Earth (UTC-11), so that it is nobody's tomorrow: the page
 * shows days, and the model knows no time zone.
 */
const dayTime = (at: number): Time => ({ kind: 'day', day: new Date(at - 11 * HOUR).toISOString().slice(0, 10) })

/** An item of Needs your attention is a card: some have no link, only the name. */
const attentionRow = (app: WorldApp, { kind, k }: NonNullable<WorldApp['trouble']>, words: Words) => ({
  app: kind === 'asks' ? { ...rowApp(app), refs: [`name:${app.name}`] satisfies RowApp['refs'] } : rowApp(app),
  reason: itemAt(words.reasons[kind].split('|'), k).replace('@', app.name),
  button: kind === 'asks' ? words.review : words.reconnect,
})

const myRow = (app: WorldApp, words: Words): AppRow => ({
  app: rowApp(app),
  status: statusWord(app, words),
  installed: dayTime(app.installed),
  lastActivity: app.lastActivity === null ? null : dayTime(app.lastActivity),
  ...(app.installer === null ? {} : { installedBy: personOf(app.installer) }),
  ...(app.role === 'several' ? { severalConnections: words.several } : {}),
})

const statusWord = ({ reports, role, trouble }: WorldApp, { status }: Words): string | null => {
  if (!reports) return null
  if (role === 'paused') return status.paused
  return trouble && trouble.kind !== 'asks' ? status[trouble.kind] : status.connected
}

const otherRow = (app: WorldApp): AppRow => ({ app: rowApp(app), connections: app.members.length })

const logRow = ({ type, app, person, at, exact }: Happening, words: Words): LogRow => ({
  app: app && rowApp(app),
  type,
  raw: words.events[type],
  person: person === null ? null : personOf(person),
  time: exact ? { kind: 'instant', at } : dayTime(at),
})
