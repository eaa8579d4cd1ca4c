import { describe, expect, test } from 'vitest'
import { recognise } from '../../../storage/model/recognise/recognise.ts'
import type { Mapping, Section, SectionKind } from '../../../storage/model/recognise/recognised.ts'
import type { PageView } from '../../../storage/model/recognise/view.ts'
import { appLink, cell, extent, grid, NOW, page } from './views.ts'

const read = (view: PageView, mapping: Mapping | null = null) => recognise(view, { now: NOW, mapping })
const section = <K extends SectionKind>(view: PageView, kind: K, mapping: Mapping | null = null) =>
  read(view, mapping).sections.find((one): one is Section & { kind: K } => one.kind === kind)
const meanings = (one: Section | undefined) => one?.columns.map(({ meaning }) => meaning)

const HEADS = ['App', 'Status', 'Install date', 'Installed by', 'Last activity date']
const linked = (name: string, number: number) => cell(name, { href: appLink(number) })

describe('My apps', () => {
  test('is read row by row, each value under its head', () => {
    const one = section(
      page([
        grid('My apps', HEADS, [
          [linked('Quillbox', 1), 'Connected', 'Nov 9, 2026', 'Maren Farrow', '2 days ago'],
          ['Harborline', '--', 'Jan 2, 2025', 'ulric@example.com', '–'],
        ]),
      ]),
      'my-apps',
    )
    expect(one?.rows).toEqual([
      {
        app: { refs: ['page:1', 'name:Quillbox'], name: 'Quillbox', href: appLink(1) },
        status: 'Connected',
        installed: { kind: 'day', day: '2026-11-09' },
        installedBy: { ref: 'person:Maren Farrow', name: 'Maren Farrow' },
        lastActivity: { kind: 'between', from: NOW - 3 * 86_400_000, to: NOW - 86_400_000 },
      },
      {
        app: { refs: ['name:Harborline'], name: 'Harborline', href: null },
        status: null,
        installed: { kind: 'day', day: '2025-01-02' },
        installedBy: { ref: 'email:ulric@example.com', name: 'ulric@example.com' },
        lastActivity: null,
      },
    ])
  })

  test('in whatever order, with a checkbox column and columns of somebody else', () => {
    const one = section(
      page([
        grid(
          'マイ アプリ',
          ['', '前回のアクティビティー日', '担当者', 'ステータス', '契約更新日', 'アプリ', 'アクション'],
          [
            [
              '',
              '2026/11/01',
              'Nobody',
              '接続済み',
              '2026/11/02',
              linked('港ノート', 4),
              cell('', { buttons: ['接続解除'] }),
            ],
          ],
        ),
      ]),
      'my-apps',
    )
    expect(meanings(one)).toEqual([null, 'lastActivity', null, 'status', null, 'app', null])
    expect(one?.rows).toEqual([
      {
        app: { refs: ['page:4', 'name:港ノート'], name: '港ノート', href: appLink(4) },
        status: '接続済み',
        lastActivity: { kind: 'day', day: '2026-11-01' },
      },
    ])
  })

  test('a button is no status, and a name may be anything', () => {
    const one = section(
      page([
        grid(
          'My apps',
          ['App', 'Install date', ''],
          [
            [linked('Disconnected Cables', 1), 'Nov 9, 2026', cell('', { buttons: ['Disconnect'] })],
            [linked('2026-11-09', 2), 'Nov 9, 2026', cell('', { buttons: ['Disconnect'] })],
            [linked('2048', 3), 'Nov 9, 2026', cell('', { buttons: ['Disconnect'] })],
            [linked('Connected', 4), 'Nov 9, 2026', cell('', { buttons: ['Disconnect'] })],
          ],
        ),
      ]),
      'my-apps',
    )
    expect(one?.rows.map(({ app, status }) => [app.name, status])).toEqual([
      ['Disconnected Cables', undefined],
      ['2026-11-09', undefined],
      ['2048', undefined],
      ['Connected', undefined],
    ])
  })

  test('a note below the name is no part of it', () => {
    const one = section(
      page([
        grid(
          'My apps',
          ['App', 'Status'],
          [
            [linked('x', 1), 'Connected'],
            [cell('Quillbox 3 connections', { lines: ['Quillbox', '3 connections'] }), 'Connected'],
            [cell('Tallydesk Multiple connections', { lines: ['Tallydesk', 'Multiple connections'] }), 'Connected'],
            [cell('Emberline Sales', { lines: ['Emberline', 'Sales'] }), 'Connected'],
          ],
        ),
      ]),
      'my-apps',
    )
    expect(
      one?.rows.slice(1).map(({ app, connections, severalConnections }) => [app.name, connections, severalConnections]),
    ).toEqual([
      ['Quillbox', 3, '3 connections'],
      ['Tallydesk', undefined, 'Multiple connections'],
      ['Emberline', undefined, undefined],
    ])
  })

  test('a name cut short is told in full or not at all', () => {
    const one = section(
      page([
        grid(
          'My apps',
          ['App', 'Status'],
          [
            [cell('Lantern R…', { full: 'Lantern Reviews' }), 'Connected'],
            [cell('Harbor Si…'), 'Connected'],
            [cell('Copper Ca…', { href: appLink(3) }), 'Expired'],
          ],
        ),
      ]),
      'my-apps',
    )
    expect(one?.rows.map(({ app, status }) => [app.refs, status])).toEqual([
      [['name:Lantern Reviews'], 'Connected'],
      [['page:3'], 'Expired'],
    ])
    expect(one?.skipped).toEqual([{ text: 'Harbor Si… | Connected', reason: 'no-name' }])
  })

  test('a link may stand in the row menu', () => {
    const one = section(
      page([
        grid('My apps', ['App', 'Status', ''], [['Quillbox', 'Connected', cell('View details', { href: appLink(9) })]]),
      ]),
      'my-apps',
    )
    expect(one?.rows[0]?.app.refs).toEqual(['page:9', 'name:Quillbox'])
  })

  test('an unreadable date leaves its field out and says so', () => {
    const one = section(
      page([grid('My apps', ['App', 'Install date'], [[linked('Quillbox', 1), 'long ago']])]),
      'my-apps',
    )
    expect(one?.rows[0]).not.toHaveProperty('installed')
    expect(one?.skipped).toEqual([{ text: 'Quillbox: long ago', reason: 'unreadable' }])
  })

  test('while a list loads, an empty cell says nothing', () => {
    const rows = [[linked('Quillbox', 1), '', 'Nov 9, 2026']]
    const heads = ['App', 'Status', 'Install date']
    const busy = section(page([grid('My apps', heads, rows, { extent: extent({ busy: true }) })]), 'my-apps')
    expect(busy?.rows[0]).not.toHaveProperty('status')
    expect(section(page([grid('My apps', heads, rows)]), 'my-apps')?.rows[0]?.status).toBeNull()
  })

  test('rows of another account are not read', () => {
    const href = 'https://app-eu1.hubspot.com/connected-apps/999/installed/basic/1/overview'
    const one = section(
      page([grid('My apps', ['App', 'Status'], [[cell('Quillbox', { href }), 'Connected']])]),
      'my-apps',
    )
    expect(one?.rows).toEqual([])
    expect(one?.skipped.map(({ reason }) => reason)).toEqual(['unreadable'])
  })
})

describe('two rows of one name', () => {
  test('without links nobody can tell which is which', () => {
    const one = section(
      page([
        grid(
          'My apps',
          ['App', 'Status'],
          [
            ['Quillbox', 'Connected'],
            ['Quillbox', 'Expired'],
            ['Harborline', 'Connected'],
          ],
        ),
      ]),
      'my-apps',
    )
    expect(one?.rows.map(({ app }) => app.name)).toEqual(['Harborline'])
    expect(one?.skipped).toEqual([
      { text: 'Quillbox', reason: 'ambiguous-name' },
      { text: 'Quillbox', reason: 'ambiguous-name' },
    ])
    expect(one?.seen).toBe(3)
  })

  test('with links they are two apps, and the name stands for neither', () => {
    const one = section(
      page([
        grid(
          'My apps',
          ['App', 'Status'],
          [
            [linked('Quillbox', 1), 'Connected'],
            [linked('Quillbox', 2), 'Expired'],
          ],
        ),
      ]),
      'my-apps',
    )
    expect(one?.rows.map(({ app, status }) => [app.refs, app.name, status])).toEqual([
      [['page:1'], 'Quillbox', 'Connected'],
      [['page:2'], 'Quillbox', 'Expired'],
    ])
  })

  test('one with a link and one without: the second could be either', () => {
    const one = section(
      page([
        grid(
          'My apps',
          ['App', 'Status'],
          [
            [linked('Quillbox', 1), 'Connected'],
            ['Quillbox', 'Expired'],
          ],
        ),
      ]),
      'my-apps',
    )
    expect(one?.rows.map(({ app, status }) => [app.refs, status])).toEqual([[['page:1'], 'Connected']])
  })

  test('the same row drawn twice counts once', () => {
    const row = [linked('Quillbox', 1), 'Connected']
    const one = section(page([grid('My apps', ['App', 'Status'], [row, row])]), 'my-apps')
    expect([one?.rows.length, one?.seen, one?.skipped.map(({ reason }) => reason)]).toEqual([1, 1, ['duplicate']])
  })

  test('one app in two rows that differ: what both say', () => {
    const one = section(
      page([
        grid(
          'My apps',
          ['App', 'Status', 'Install date'],
          [
            [linked('Quillbox', 1), 'Connected', 'Nov 9, 2026'],
            [linked('Quillbox', 1), 'Expired', 'Nov 9, 2026'],
          ],
        ),
      ]),
      'my-apps',
    )
    expect(one?.rows).toEqual([
      {
        app: { refs: ['page:1', 'name:Quillbox'], name: 'Quillbox', href: appLink(1) },
        installed: { kind: 'day', day: '2026-11-09' },
      },
    ])
  })
})

describe('columns without known heads', () => {
  test('a column of status words is the status, if it is the only one', () => {
    const rows = [
      [linked('Quillbox', 1), 'Connected', 'On'],
      [linked('Harborline', 2), 'Expired', 'Off'],
    ]
    expect(meanings(section(page([grid('My apps', ['App', 'Health', 'Sync'], rows)]), 'my-apps'))).toEqual([
      'app',
      'status',
      null,
    ])
    const two = rows.map(row => [row[0], row[1], row[1]]) as typeof rows
    expect(meanings(section(page([grid('My apps', ['App', 'Health', 'Mood'], two)]), 'my-apps'))).toEqual([
      'app',
      null,
      null,
    ])
    expect(meanings(section(page([grid('My apps', ['App', 'Previous status', 'x'], rows)]), 'my-apps'))).toEqual([
      'app',
      null,
      null,
    ])
  })

  test('a date column of an app list could be anything', () => {
    const rows = [
      [linked('Quillbox', 1), 'Nov 9, 2026', 'Nov 8, 2026'],
      [linked('Harborline', 2), 'Nov 7, 2026', 'Nov 8, 2026'],
    ]
    expect(meanings(section(page([grid('My apps', ['App', 'Aboard since', 'Renewal'], rows)]), 'my-apps'))).toEqual([
      'app',
      null,
      null,
    ])
    expect(meanings(section(page([grid('My apps', ['App', 'Install date', 'Renewal'], rows)]), 'my-apps'))).toEqual([
      'app',
      'installed',
      null,
    ])
  })

  test('the column with the links is the app, unless its texts are a button', () => {
    expect(
      meanings(
        section(
          page([
            grid(
              'My apps',
              ['Product', 'Status'],
              [
                [linked('Quillbox', 1), 'x'],
                [linked('Harborline', 2), 'y'],
              ],
            ),
          ]),
          'my-apps',
        ),
      ),
    ).toEqual(['app', 'status'])
    const menu = section(
      page([
        grid(
          'My apps',
          ['Product', 'Status', ''],
          [
            ['Quillbox', 'x', linked('View', 1)],
            ['Harborline', 'y', linked('View', 2)],
          ],
        ),
      ]),
      'my-apps',
    )
    expect(meanings(menu)).toEqual([null, 'status', null])
    expect(menu?.rows.map(({ app }) => [app.refs, app.name])).toEqual([
      [['page:1'], null],
      [['page:2'], null],
    ])
  })

  test('two equal heads are neither', () => {
    const one = section(
      page([grid('My apps', ['App', 'Status', 'Status'], [[linked('Quillbox', 1), 'Connected', 'Expired']])]),
      'my-apps',
    )
    expect(meanings(one)).toEqual(['app', null, null])
  })

  test('the user outranks everything', () => {
    const view = page([
      grid(
        'My apps',
        ['App', 'Status', 'Mood', 'Status'],
        [
          [linked('Quillbox', 1), 'Connected', 'Gloomy', 'x'],
          [linked('Harborline', 2), 'Expired', '', 'y'],
        ],
      ),
    ])
    const plain = section(view, 'my-apps')
    const mapping: Mapping = {
      columns: [
        { fingerprint: plain?.fingerprint ?? '', meanings: { mood: 'status', '#1': 'ignore', '#3': 'installedBy' } },
      ],
      words: { gloomy: 'error' },
    }
    const mapped = section(view, 'my-apps', mapping)
    expect(mapped?.columns.map(({ meaning, how }) => [meaning, how])).toEqual([
      ['app', 'words'],
      ['ignore', 'mapping'],
      ['status', 'mapping'],
      ['installedBy', 'mapping'],
    ])
    expect(mapped?.rows.map(({ status }) => status)).toEqual(['Gloomy', null])
    const other: Mapping = { columns: [{ fingerprint: 'another', meanings: { mood: 'status' } }], words: {} }
    expect(meanings(section(view, 'my-apps', other))).toEqual(meanings(plain))
  })
})

describe('Other apps and their users', () => {
  const other = (rows: (string | ReturnType<typeof cell>)[][]) =>
    grid('Other apps installed by users in my organization', ['Name', 'Connections', ''], rows)
  test('connections as a number, in words, or on a button', () => {
    const one = section(
      page([
        other([
          ['Quillbox', '4', ''],
          ['Harborline', '1 connection', ''],
          ['Emberdesk', cell('', { buttons: ['12'] }), ''],
          ['Tallybox', 'many', ''],
        ]),
      ]),
      'other-apps',
    )
    expect(one?.rows.map(({ app, connections }) => [app.name, connections])).toEqual([
      ['Quillbox', 4],
      ['Harborline', 1],
      ['Emberdesk', 12],
      ['Tallybox', undefined],
    ])
  })

  const users = (title: string) =>
    grid(
      title,
      ['User', 'Team', 'Install date'],
      [
        ['Maren Farrow', 'Sales', 'Nov 9, 2026'],
        ['Ulric Larkspur', '--', '--'],
      ],
      { place: 'dialog' },
    )

  test('a list of users belongs to the app in its title', () => {
    const one = section(page([other([['Quillbox', '2', '']]), users('Connections of Quillbox')]), 'users')
    expect(one?.of?.refs).toEqual(['name:Quillbox'])
    expect(one?.rows).toEqual([
      {
        person: { ref: 'person:Maren Farrow', name: 'Maren Farrow' },
        team: 'Sales',
        installed: { kind: 'day', day: '2026-11-09' },
      },
      { person: { ref: 'person:Ulric Larkspur', name: 'Ulric Larkspur' }, team: null, installed: null },
    ])
  })

  test('and to nobody where the title names none, or two apps have that name', () => {
    expect(section(page([other([['Quillbox', '2', '']]), users('Users')]), 'users')?.of).toBeNull()
    expect(section(page([other([['Quillbox', '2', '']]), users('Users of this app')]), 'users')?.of).toBeNull()
    const twice = [
      ['Quillbox', '2', ''],
      ['Quillbox', '3', ''],
    ]
    expect(section(page([other(twice), users('Connections of Quillbox')]), 'users')?.of).toBeNull()
  })
})

describe('the app log', () => {
  test('each entry with what happened as written', () => {
    const one = section(
      page([
        grid(
          'App log',
          ['Date', 'Activity', 'App', 'User'],
          [
            ['Nov 9, 2026', 'App connected', linked('Quillbox', 1), 'Maren Farrow'],
            ['Nov 8, 2026', 'Something new', '--', '--'],
            ['', 'Installed', 'Harborline', '--'],
          ],
        ),
      ]),
      'app-log',
    )
    expect(one?.rows).toEqual([
      {
        app: { refs: ['page:1', 'name:Quillbox'], name: 'Quillbox', href: appLink(1) },
        type: 'connected',
        raw: 'App connected',
        person: { ref: 'person:Maren Farrow', name: 'Maren Farrow' },
        time: { kind: 'day', day: '2026-11-09' },
      },
      { app: null, type: 'other', raw: 'Something new', person: null, time: { kind: 'day', day: '2026-11-08' } },
    ])
    expect(one?.skipped.map(({ reason }) => reason)).toEqual(['unreadable'])
  })
})
