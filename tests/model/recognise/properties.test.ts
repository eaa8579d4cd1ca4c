import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, earliest, type Time } from '../../../storage/model/facts/time.ts'
import { recognise } from '../../../storage/model/recognise/recognise.ts'
import type { Mapping, Recognised, Section } from '../../../storage/model/recognise/recognised.ts'
import type { Cell, Grid, PageView, Row } from '../../../storage/model/recognise/view.ts'
import { appLink, NOW } from './views.ts'

/** Texts that mean something somewhere, and texts that only look like it. */
const WORDS = [
  ...[
    'My apps',
    'マイ アプリ',
    'Needs your attention',
    '要確認 3',
    'Other apps',
    'App log',
    'App access and permissions',
  ],
  ...[
    'Available after reauthorization',
    'Recommendations',
    'App status',
    'Private apps',
    'Connections of Quillbox',
    'Users',
  ],
  ...[
    'App',
    'Name',
    'Status',
    'ステータス',
    'Install date',
    'Installed by',
    'Last activity',
    'Connections',
    'User',
    'Team',
    'Date',
  ],
  ...[
    'Activity',
    'Reason',
    'Email',
    'Permission',
    'Product',
    'Renewal date',
    'アクション',
    'Connected',
    'Disconnected',
    '期限切れ',
  ],
  ...[
    'Connection error',
    'Connected with limits',
    'Nov 9, 2026',
    '03/04/2026',
    '25/12/2025',
    '12/25/2025',
    '2 days ago',
    '昨日',
  ],
  ...[
    '2026-11-09 10:00',
    '2099-01-01',
    'Quillbox',
    'Harborline',
    'Disconnected Cables',
    'Lantern R…',
    '2048',
    '--',
    '',
    '–',
  ],
  ...[
    'a@b.example',
    '3 connections',
    'Multiple connections',
    'Your connection to Quillbox has expired.',
    'No apps installed',
  ],
  ...[
    'Something went wrong',
    'No apps match your search.',
    '<b>x</b>',
    '\u202eevil',
    'constructor',
    '__proto__',
    '[x',
    '(?<',
    '\ud800',
  ],
]
const text = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)
const href = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map(appLink),
  fc.constantFrom(
    'https://app-eu1.hubspot.com/integrations-settings/24681357/installed/framework/7/x',
    'https://app-eu1.hubspot.com/connected-apps/999/installed/basic/1/overview',
    'https://app-eu1.hubspot.com/ecosystem/24681357/marketplace/apps/sales/x-1',
    'javascript:alert(1)',
    'https://example.com/',
    'not an address',
  ),
)
const time = fc.oneof(fc.constant(NOW), fc.integer({ min: NOW - 99 * DAY, max: NOW }), fc.double())
const cell: fc.Arbitrary<Cell> = fc
  .record(
    {
      text,
      href,
      datetime: fc.oneof(fc.constantFrom('2026-11-09', '2026-11-09T10:00:00Z', '2026-13-40', 'P3D'), fc.string()),
      full: text,
      lines: fc.array(text, { minLength: 2, maxLength: 3 }),
      buttons: fc.array(fc.constantFrom('Reconnect', 'Disconnect', '3 connections', '7', 'アクション'), {
        maxLength: 2,
      }),
    },
    { requiredKeys: ['text'] },
  )
  .map(one => (one.lines ? { ...one, text: one.lines.join(' ') } : one))
const row = (width: number): fc.Arbitrary<Row> =>
  fc.record({ key: fc.string(), cells: fc.array(cell, { minLength: width, maxLength: width }), seenAt: time })
const grid: fc.Arbitrary<Grid> = fc.integer({ min: 0, max: 6 }).chain(width =>
  fc.record({
    shape: fc.constantFrom('table' as const, 'repeat' as const, 'lines' as const, 'file' as const),
    heading: fc.option(text),
    path: fc.array(text, { maxLength: 3 }),
    headers: fc.oneof(fc.constant<string[]>([]), fc.array(text, { minLength: width, maxLength: width })),
    rows: fc.array(row(width), { maxLength: 6 }),
    extent: fc.record({
      stated: fc.array(fc.record({ count: fc.nat(7), text }), { maxLength: 2 }),
      rowCount: fc.option(fc.nat(7)),
      next: fc.constantFrom('enabled' as const, 'disabled' as const, 'none' as const),
      filtered: fc.boolean(),
      busy: fc.boolean(),
      endSeen: fc.option(fc.boolean()),
      startSeen: fc.option(fc.boolean()),
    }),
    notes: fc.array(text, { maxLength: 3 }),
    since: time,
  }),
)
const view: fc.Arbitrary<PageView> = fc.record({
  url: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        'https://app-eu1.hubspot.com/connected-apps/24681357/installed',
        '',
        'https://app-eu1.hubspot.com/integrations-settings/24681357/installed/framework/7/x',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'https://app.hubspot.com/login',
        'https://example.com',
        'nonsense',
        'https://app.hubspot.com/contacts/1',
      ),
    },
  ),
  title: text,
  locales: fc.array(fc.constantFrom('en', 'ja-jp', 'xx', 'de'), { maxLength: 2 }),
  headings: fc.array(text, { maxLength: 4 }),
  prose: fc.array(text, { maxLength: 3 }),
  links: fc.array(fc.record({ text, href }), { maxLength: 3 }),
  fields: fc.array(fc.constantFrom('email', 'password', 'search'), { maxLength: 2 }),
  grids: fc.array(grid, { maxLength: 4 }),
  at: time,
  zone: fc.oneof(fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York'), fc.string({ maxLength: 8 })),
})
const mapping: fc.Arbitrary<Mapping | null> = fc.option(
  fc.record({
    columns: fc.constant([]),
    words: fc.dictionary(text, fc.constantFrom('connected' as const, 'error' as const)),
  }),
)

const read = (one: PageView, answers: Mapping | null = null) => recognise(one, { now: NOW, mapping: answers })
/** A fixed seed: the same pages every time, so that a failure is the change's and not the day's. */
const RUNS = { numRuns: 400, seed: 20261124 }

describe('whatever stands on a page', () => {
  test('reading it never throws, changes nothing, and gives the same answer twice', () => {
    fc.assert(
      fc.property(view, mapping, (one, answers) => {
        const before = structuredClone(one)
        const first = read(one, answers)
        expect(read(one, answers)).toEqual(first)
        expect(one).toEqual(before)
      }),
      RUNS,
    )
  })

  test('no text is told that does not stand on it', () => {
    fc.assert(
      fc.property(view, one => {
        const said = textsOf(one)
        for (const told of toldBy(read(one))) expect(said, told).toContain(told)
      }),
      RUNS,
    )
  })

  test('no time lies in the future, and none ends before it begins', () => {
    fc.assert(
      fc.property(view, one => {
        for (const told of timesIn(read(one).sections)) {
          expect(earliest(told, 'UTC')).toBeLessThanOrEqual(NOW + 2 * DAY)
          if (told.kind === 'between') expect(told.from).toBeLessThanOrEqual(told.to)
        }
      }),
      RUNS,
    )
  })

  test('a list is complete only if nothing speaks against it', () => {
    fc.assert(
      fc.property(view, one => {
        for (const section of read(one).sections.filter(({ complete }) => complete)) {
          const extent = one.grids[section.grid]?.extent
          expect([extent?.filtered, extent?.busy, extent?.next === 'enabled']).toEqual([false, false, false])
          if (section.stated !== null) expect(section.seen).toBe(section.stated)
          if (section.stated === null)
            expect(['attention', 'app', 'permissions', 'recommendations']).toContain(section.kind)
        }
      }),
      RUNS,
    )
  })

  test('a page that is not understood tells nothing', () => {
    fc.assert(
      fc.property(view, one => {
        const { state, sections } = read(one)
        if (!['recognised', 'partly', 'empty-account'].includes(state)) expect(sections).toEqual([])
      }),
      RUNS,
    )
  })

  test('links that are told lead to HubSpot or its marketplace', () => {
    fc.assert(
      fc.property(view, one => {
        for (const section of read(one).sections)
          if (section.kind === 'my-apps' || section.kind === 'other-apps')
            for (const { app, marketplace } of section.rows)
              for (const link of [app.href, marketplace])
                expect(link ?? 'https://app.hubspot.com').toMatch(/^https:\/\/[a-z0-9-]+\.hubspot\.com\b/)
      }),
      RUNS,
    )
  })

  test('the order of columns and of rows makes no difference to what an app is said to be', () => {
    fc.assert(
      fc.property(
        grid.filter(one => one.headers.some(header => header !== '')),
        fc.infiniteStream(fc.nat()),
        (one, numbers) => {
          const list: Grid = { ...one, heading: 'My apps', shape: 'table' }
          const columns = shuffled(
            list.headers.map((_, index) => index),
            numbers,
          )
          const moved: Grid = {
            ...list,
            headers: columns.map(index => list.headers[index] ?? ''),
            rows: shuffled(list.rows, numbers).map(one => ({
              ...one,
              cells: columns.map(index => one.cells[index] ?? { text: '' }),
            })),
          }
          // Two links to the marketplace in one row: the first one counts, which is a matter of order.
          const plain = (grids: Grid[]) =>
            read({ ...PAGE, grids }).sections.flatMap(section =>
              section.kind === 'my-apps'
                ? section.rows.map(({ marketplace: _, ...rest }) => JSON.stringify(rest, sortedKeys))
                : [],
            )
          expect(plain([moved]).sort()).toEqual(plain([list]).sort())
        },
      ),
      RUNS,
    )
  })
})

const PAGE: PageView = {
  url: 'https://app-eu1.hubspot.com/connected-apps/24681357/installed',
  title: '',
  locales: [],
  headings: [],
  prose: [],
  links: [],
  fields: [],
  grids: [],
  at: NOW,
  zone: 'UTC',
}

const sortedKeys = (_key: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value

const shuffled = <T>(list: readonly T[], numbers: Iterator<number>): T[] =>
  list
    .map(one => ({ one, at: numbers.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

/** Everything a page says, piece by piece, and pieces of one cell put together. */
const textsOf = (one: PageView): Set<string> => {
  const texts = new Set([
    one.title,
    one.title.replace(/\s*[|–—-]\s*HubSpot\s*$/i, '').trim(),
    ...one.headings,
    ...one.links.map(({ href }) => href),
  ])
  for (const { heading, rows, headers } of one.grids) {
    for (const said of [heading ?? '', ...headers]) texts.add(said)
    for (const { cells } of rows)
      for (const cell of cells) {
        for (const said of [
          cell.text,
          cell.full ?? '',
          cell.href ?? '',
          ...(cell.buttons ?? []),
          ...(cell.lines ?? []),
        ])
          texts.add(said)
        // A line cut short is told in full, beside the others of its cell.
        const lines = (cell.lines ?? [cell.text]).map(line => (/…$/.test(line) ? (cell.full ?? line) : line))
        texts.add(lines.join(' '))
      }
  }
  for (const title of one.grids.flatMap(({ heading, path }) => [heading ?? '', ...path]))
    texts.add(title.replace(/^Connections of /, ''))
  return texts
}

/** Every text that the answer tells as a value. */
const toldBy = ({ sections }: Recognised): string[] => {
  const told: (string | null | undefined)[] = []
  for (const section of sections)
    switch (section.kind) {
      case 'attention':
        for (const { app, reason, button } of section.rows) told.push(app.name, app.href, reason, button)
        break
      case 'users':
        told.push(section.of?.name)
        for (const { person, team } of section.rows) told.push(person.name, team)
        break
      case 'app-log':
        for (const { app, raw, person } of section.rows) told.push(app?.name, raw, person?.name)
        break
      case 'permissions':
        for (const { text: phrase } of section.rows) told.push(phrase)
        break
      case 'recommendations':
        for (const { name, text: why, href: link } of section.rows) told.push(name, why, link)
        break
      default:
        for (const { app, status, installedBy, severalConnections, marketplace } of section.rows)
          told.push(app.name, app.href, status, installedBy?.name, severalConnections, marketplace)
    }
  return told.filter(one => typeof one === 'string' && one !== '') as string[]
}

const timesIn = (sections: readonly Section[]): Time[] => {
  const times: (Time | null | undefined)[] = []
  for (const section of sections) {
    if (section.kind === 'my-apps' || section.kind === 'other-apps' || section.kind === 'app')
      for (const { installed, lastActivity } of section.rows) times.push(installed, lastActivity)
    if (section.kind === 'users') for (const { installed } of section.rows) times.push(installed)
    if (section.kind === 'app-log') for (const { time: when } of section.rows) times.push(when)
  }
  return times.filter(one => one !== null && one !== undefined)
}
