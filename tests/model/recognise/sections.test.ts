import { describe, expect, test } from 'vitest'
import { recognise } from '../../../storage/model/recognise/recognise.ts'
import type { Section, SectionKind } from '../../../storage/model/recognise/recognised.ts'
import type { GridExtent, PageView } from '../../../storage/model/recognise/view.ts'
import { appLink, cell, extent, grid, NOW, page } from './views.ts'

const read = (view: PageView) => recognise(view, { now: NOW, mapping: null })
const section = <K extends SectionKind>(view: PageView, kind: K) =>
  read(view).sections.find((one): one is Section & { kind: K } => one.kind === kind)
const kinds = (view: PageView) => read(view).sections.map(({ kind }) => kind)

const APPS = [['Quillbox', 'Connected', 'Nov 9, 2026']]
const HEADS = ['App', 'Status', 'Install date']

describe('a section is known', () => {
  test('by its heading, whatever stands above it', () => {
    expect(
      kinds(
        page([
          grid('Other apps', ['App', 'Connections'], [['Quillbox', '3']], { path: ['Connected Apps', 'My apps'] }),
        ]),
      ),
    ).toEqual(['other-apps'])
  })
  test('by the heading above, if the nearest one only names the page', () => {
    expect(kinds(page([grid('Connected Apps', HEADS, APPS, { path: ['My apps'] })]))).toEqual(['my-apps'])
  })
  test('by its headers, where there is no heading', () => {
    expect(
      kinds(
        page([
          grid(null, HEADS, APPS),
          grid(null, ['User', 'Email', 'Team'], [['Maren', 'a@b.example', '']]),
          grid(null, ['Date', 'Activity', 'App'], [['Nov 9, 2026', 'Installed', 'x']]),
        ]),
      ),
    ).toEqual(['my-apps', 'users', 'app-log'])
  })
  test('but a list of apps under unknown words may be anything', () => {
    const view = page([grid('Apps we removed', HEADS, APPS)])
    expect(kinds(view)).toEqual([])
    expect(read(view)).toMatchObject({
      state: 'not-recognised',
      unplaced: [{ heading: 'Apps we removed', headers: HEADS, rows: 1, grid: 0 }],
    })
  })
  test('and of two that could both be My apps neither is', () => {
    expect(kinds(page([grid(null, HEADS, APPS), grid(null, HEADS, APPS)]))).toEqual([])
    expect(kinds(page([grid('My apps', HEADS, APPS), grid(null, HEADS, APPS)]))).toEqual(['my-apps'])
  })
  test('something with a known other name is neither read nor asked about', () => {
    expect(read(page([grid('Private apps', HEADS, APPS), grid('My apps', HEADS, APPS)]))).toMatchObject({
      unplaced: [],
      state: 'recognised',
    })
  })
})

describe('Needs your attention', () => {
  const reconnect = cell('', { buttons: ['Reconnect', 'View details'] })
  test('as cards', () => {
    const one = section(
      page([
        grid(
          'Needs your attention',
          [],
          [
            ['Quillbox', 'Your connection to Quillbox has expired.', reconnect],
            [cell('Harborline', { href: appLink(2) }), 'Disconnected', reconnect],
            ['Connected', 'Connection errors', cell('', { buttons: ['View details'] })],
          ],
        ),
      ]),
      'attention',
    )
    expect(one?.rows).toEqual([
      {
        app: { refs: ['name:Quillbox'], name: 'Quillbox', href: null },
        reason: 'Your connection to Quillbox has expired.',
        button: 'Reconnect',
      },
      {
        app: { refs: ['page:2', 'name:Harborline'], name: 'Harborline', href: appLink(2) },
        reason: 'Disconnected',
        button: 'Reconnect',
      },
      {
        app: { refs: ['name:Connected'], name: 'Connected', href: null },
        reason: 'Connection errors',
        button: 'View details',
      },
    ])
  })
  test('as a table', () => {
    const one = section(
      page([grid('要確認', ['アプリ', '理由', ''], [['Quillbox', '接続エラー', cell('', { buttons: ['再接続'] })]])]),
      'attention',
    )
    expect(one?.rows).toEqual([
      { app: { refs: ['name:Quillbox'], name: 'Quillbox', href: null }, reason: '接続エラー', button: '再接続' },
    ])
  })
  test('an item without words is still an item', () => {
    const one = section(
      page([grid('Needs your attention', ['App', 'Since'], [['Quillbox', 'yesterday']])]),
      'attention',
    )
    expect(one?.rows).toEqual([
      { app: { refs: ['name:Quillbox'], name: 'Quillbox', href: null }, reason: '', button: null },
    ])
  })
  test('cards whose first line is a status, or a sentence, are not understood', () => {
    expect(
      kinds(
        page([
          grid(
            'Needs your attention',
            [],
            [
              ['Expired', 'Quillbox', reconnect],
              ['Disconnected', 'Harborline', reconnect],
            ],
          ),
        ]),
      ),
    ).toEqual([])
    expect(
      kinds(
        page([
          grid('Needs your attention', [], [['The connection of Quillbox has expired since Monday.', 'x', reconnect]]),
        ]),
      ),
    ).toEqual([])
  })
  test('its own sentence that all is well is a complete, empty section', () => {
    for (const note of [
      'Nothing needs your attention right now.',
      "You're all set.",
      '現在、確認が必要な項目はありません。',
    ])
      expect(section(page([grid('Needs your attention', [], [], { notes: [note] })]), 'attention')).toMatchObject({
        complete: true,
        proof: 'empty-sentence',
        rows: [],
      })
  })
})

describe('a name that sounds like an empty list', () => {
  const mend = cell('', { buttons: ['Reconnect'] })
  test('does not make its card one', () => {
    const cards = [
      ['You Are All Set CRM', 'Disconnected', mend],
      ['Quillbox', 'Expired', mend],
    ]
    expect(section(page([grid('Needs your attention', [], cards)]), 'attention')?.rows.length).toBe(2)
    const lone = section(
      page([grid('Needs your attention', [], [], { notes: ['No Apps Studio', 'Finish setting up No Apps Studio.'] })]),
      'attention',
    )
    expect(lone?.complete ?? false).toBe(false)
    const broken = section(
      page([grid('Needs your attention', [], [], { notes: ['Quillbox', 'Nothing needs your attention'] })]),
      'attention',
    )
    expect(broken?.complete ?? false).toBe(false)
  })
})

describe('sections built of boxes that look alike are taken apart', () => {
  test('each with its sentence or its card', () => {
    const view = page([
      grid(
        'Connected Apps',
        [],
        [
          ['Needs your attention 1', 'Quillbox', 'Disconnected', cell('', { buttons: ['Reconnect'] })],
          ['My apps', "You don't have any connected apps yet.", '', ''],
        ],
      ),
    ])
    expect(section(view, 'attention')?.rows.map(({ app, reason }) => [app.name, reason])).toEqual([
      ['Quillbox', 'Disconnected'],
    ])
    expect(section(view, 'my-apps')).toMatchObject({ rows: [], complete: true })
  })
})

describe('complete is only what is proven', () => {
  const seen = (kind: 'my-apps' | 'attention', changes: Partial<GridExtent>, notes: string[] = []) => {
    const rows =
      kind === 'my-apps'
        ? [
            ['Quillbox', 'Connected'],
            ['Harborline', 'Expired'],
          ]
        : [
            ['Quillbox', 'Expired.'],
            ['Harborline', 'Expired.'],
          ]
    const headers = kind === 'my-apps' ? ['App', 'Status'] : []
    const one = section(
      page([
        grid(kind === 'my-apps' ? 'My apps' : 'Needs your attention', headers, rows, {
          extent: extent(changes),
          notes,
        }),
      ]),
      kind,
    )
    return [one?.complete, one?.proof, one?.stated]
  }
  const stated = (...counts: number[]) => counts.map(count => ({ count, text: `${count} apps` }))
  test.each<[string, Partial<GridExtent>, unknown[]]>([
    ['rows equal the number stated', { stated: stated(2) }, [true, 'rows-equal-stated', 2]],
    ['fewer', { stated: stated(3) }, [false, 'fewer-than-stated', 3]],
    ['more', { stated: stated(1) }, [false, 'fewer-than-stated', 1]],
    ['two numbers that differ', { stated: stated(2, 3) }, [false, 'fewer-than-stated', 3]],
    ['aria-rowcount', { rowCount: 2 }, [true, 'rows-equal-row-count', 2]],
    ['nothing stated', {}, [false, 'nothing-stated', null]],
    ['nothing stated, end seen', { endSeen: true }, [false, 'nothing-stated', null]],
    ['a next page', { stated: stated(2), next: 'enabled' }, [false, 'next-page', 2]],
    ['the last page', { stated: stated(2), next: 'disabled' }, [true, 'rows-equal-stated', 2]],
    ['a filter', { stated: stated(2), filtered: true }, [false, 'filtered', 2]],
    ['still loading', { stated: stated(2), busy: true }, [false, 'busy', 2]],
  ])('My apps, %s', (_name, changes, expected) => {
    expect(seen('my-apps', changes)).toEqual(expected)
  })
  test.each<[string, Partial<GridExtent>, unknown[]]>([
    ['end seen', { endSeen: true }, [true, 'drawn-whole', null]],
    ['end not known', {}, [false, 'nothing-stated', null]],
    ['end not seen', { endSeen: false }, [false, 'end-not-seen', null]],
    ['start not seen', { endSeen: true, startSeen: false }, [false, 'end-not-seen', null]],
  ])('short lists, %s', (_name, changes, expected) => {
    expect(seen('attention', changes)).toEqual(expected)
  })
  test('a paste proves nothing but an empty list: nobody sees what stands in the search box', () => {
    const apps = grid('My apps', HEADS, APPS, { extent: extent({ stated: stated(1) }) })
    expect(section(page([apps], { url: '' }), 'my-apps')).toMatchObject({ complete: false, proof: 'copied' })
    const none = grid('My apps', [], [], { notes: ['No apps installed'] })
    expect(section(page([none], { url: '' }), 'my-apps')).toMatchObject({ complete: true })
  })
  test('a row that nobody can place keeps it partial', () => {
    const one = section(
      page([
        grid(
          'My apps',
          ['App', 'Status'],
          [
            ['Quillbox', 'Connected'],
            ['--', 'Expired'],
          ],
          { extent: extent({ stated: stated(2) }) },
        ),
      ]),
      'my-apps',
    )
    expect(one).toMatchObject({ complete: false, proof: 'rows-skipped', seen: 1 })
  })
  test('an error, a search without hits and an empty list are three things', () => {
    const empty = (note: string) =>
      section(
        page([grid('My apps', [], [], { notes: [note, 'Try again'].slice(0, note.startsWith('Something') ? 2 : 1) })]),
        'my-apps',
      )
    expect(empty('Something went wrong while loading this section.')).toMatchObject({
      complete: false,
      proof: 'section-error',
    })
    expect(empty('No apps match your search.')).toMatchObject({ complete: false, proof: 'filtered' })
    expect(empty("You don't have permission to see apps.")).toMatchObject({ complete: false, proof: 'section-error' })
    expect(empty("You don't have any connected apps yet.")).toMatchObject({
      complete: true,
      proof: 'empty-sentence',
      stated: 0,
    })
    expect(empty('Connect apps to HubSpot')).toBeUndefined()
  })
})

describe('the page of one app', () => {
  const url = 'https://app-eu1.hubspot.com/integrations-settings/24681357/installed/framework/77/general-settings'
  const permissions = [
    grid('App access and permissions', [], [['View contacts'], ['Edit deals']], { path: ['Quillbox'] }),
    grid('Available after reauthorization', [], [['Read tickets']], {
      path: ['Quillbox', 'App access and permissions'],
    }),
  ]
  const view = (grids: PageView['grids']) => page(grids, { url, title: 'Quillbox | HubSpot', headings: ['Quillbox'] })
  test('its facts', () => {
    const facts = grid(
      'App status',
      [],
      [
        ['Status', 'Expired'],
        ['Install date', 'Nov 9, 2026'],
        ['Installed by', cell('Maren Farrow a@b.example', { lines: ['Maren Farrow', 'a@b.example'] })],
      ],
    )
    expect(section(view([facts]), 'app')?.rows).toEqual([
      {
        app: { refs: ['id:77', 'name:Quillbox'], name: 'Quillbox', href: null },
        status: 'Expired',
        installed: { kind: 'day', day: '2026-11-09' },
        installedBy: { ref: 'email:a@b.example', name: 'Maren Farrow' },
      },
    ])
  })
  test('a fact told twice in two ways is not told', () => {
    const facts = grid(
      'App status',
      [],
      [
        ['Status', 'Expired'],
        ['Status', 'Connected'],
        ['Install date', 'Nov 9, 2026'],
      ],
    )
    expect(section(view([facts]), 'app')?.rows[0]).not.toHaveProperty('status')
  })
  test('what it may do, by group', () => {
    expect(section(view(permissions), 'permissions')).toMatchObject({
      of: { refs: ['id:77', 'name:Quillbox'] },
      rows: [
        { text: 'View contacts', group: 'granted' },
        { text: 'Edit deals', group: 'granted' },
        { text: 'Read tickets', group: 'after-reauthorization' },
      ],
    })
  })
  test('half of what it may do is not told at all', () => {
    const [granted, later] = permissions
    const cut = { ...(later as PageView['grids'][number]), extent: extent({ next: 'enabled' }) }
    expect(kinds(view([granted as PageView['grids'][number], cut]))).toEqual([])
    const unknown = { ...(later as PageView['grids'][number]), heading: 'Optional' }
    expect(kinds(view([granted as PageView['grids'][number], unknown]))).toEqual([])
  })
})

describe('when it is not the page', () => {
  const state = (changes: Partial<PageView>, grids: PageView['grids'] = []) =>
    read(page(grids, { headings: [], title: '', ...changes })).state
  test('the address says so', () => {
    expect(state({ url: 'https://app.hubspot.com/login?x' })).toBe('signed-out')
    expect(state({ url: 'https://app.hubspot.com/login/two-factor' })).toBe('second-factor')
    expect(state({ url: 'https://app.hubspot.com/myaccounts-beta' })).toBe('no-account')
    expect(state({ url: 'https://app.hubspot.com/contacts/1' })).toBe('other-page')
    expect(state({ url: 'https://example.com/' })).toBe('other-page')
    expect(state({ url: 'https://app.hubspot.com/login', prose: ['Verify you are human'] })).toBe('challenge')
  })
  test('or its words, in English and Japanese, where nothing else was understood', () => {
    expect(state({ prose: ['Your session is not valid or has expired, please log in again'] })).toBe('signed-out')
    expect(state({ prose: ['セッションの有効期限が切れました。'] })).toBe('signed-out')
    expect(state({ fields: ['email', 'password'] })).toBe('signed-out')
    expect(state({ headings: ['You don’t have permission to access connected apps'] })).toBe('no-permission')
    expect(state({ headings: ['接続されたアプリにアクセスする権限がありません'] })).toBe('no-permission')
    expect(state({ headings: ['Your integrations settings have moved'] })).toBe('moved')
    expect(state({ prose: ['人間であることを確認しています。'] })).toBe('challenge')
    expect(state({})).toBe('not-recognised')
  })
  test('words never outweigh a list that was understood', () => {
    expect(state({ prose: ["You don't have permission to change this."] }, [grid('My apps', HEADS, APPS)])).toBe(
      'recognised',
    )
  })
  test('an account without apps says so itself', () => {
    const none = (heading: string, note: string) => grid(heading, [], [], { notes: [note] })
    expect(
      state({}, [
        none('My apps', 'No apps installed'),
        none('Other apps', 'Nobody else in your organization has installed an app.'),
      ]),
    ).toBe('empty-account')
    expect(state({}, [none('マイアプリ', '接続されたアプリはまだありません。')])).toBe('empty-account')
    expect(state({}, [none('My apps', 'No apps match your search.')])).toBe('recognised')
    expect(
      state({}, [
        none('My apps', 'No apps installed'),
        grid('Other apps', ['App', 'Connections'], [['Quillbox', '3']]),
      ]),
    ).toBe('recognised')
  })
})

describe('account, language, kind of home', () => {
  test('a paste has the account that all its links agree on', () => {
    const paste = (...links: string[]) =>
      read(
        page([grid('My apps', HEADS, [[cell('Quillbox', { href: links[0] as string }), 'Connected', '']])], {
          url: '',
          links: links.slice(1).map(href => ({ text: '', href })),
        }),
      )
    expect(paste(appLink(1), appLink(2))).toMatchObject({ portal: '24681357', host: 'app-eu1.hubspot.com' })
    expect(paste(appLink(1), 'https://app-eu1.hubspot.com/connected-apps/999/')).toMatchObject({ portal: null })
    expect(paste('https://example.com/')).toMatchObject({ portal: null, host: null })
  })
  test('two languages at once', () => {
    const view = page([grid('My apps', ['アプリ', 'ステータス'], [['Quillbox', '接続済み']])], { locales: ['ja-jp'] })
    expect(read(view).languages).toEqual(['ja', 'en'])
    expect(read(page([grid('My apps', HEADS, APPS)], { locales: ['ja', 'en-us'] })).languages).toEqual(['en'])
  })
  test('the new home and the classic page', () => {
    expect(read(page([grid('My apps', HEADS, APPS)], { headings: ['Connections home'] })).home).toBe('new')
    expect(read(page([], { url: 'https://app.hubspot.com/connected-apps/1/overview' })).home).toBe('classic')
    expect(read(page([grid('My apps', HEADS, APPS)])).home).toBeNull()
  })
})
