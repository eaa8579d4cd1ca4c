import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appsOf } from '../../storage/apps.ts'
import { createDb, type PatchbayDb } from '../../storage/db.ts'
import { saveMapping } from '../../storage/mappings.ts'
import { fingerprintOf, foldWord } from '../../storage/model/recognise/mapping.ts'
import type { Mapping } from '../../storage/model/recognise/recognised.ts'
import type { Grid, PageView } from '../../storage/model/recognise/view.ts'
import { readAgain, readPage } from '../../storage/readPage.ts'
import { newestReads } from '../../storage/reads.ts'
import { START } from '../builders.ts'

const PORTAL = '4411007'
const rows = [
  ['Ledgerlane', 'Zorped', '2026-03-04'],
  ['Mailharbor', 'Connected', '2026-05-06'],
]
const grid = (headers: string[]): Grid => ({
  shape: 'table',
  heading: 'My apps',
  path: [],
  headers,
  rows: rows.map(([name = '', ...rest], index) => ({
    key: String(index),
    cells: [
      { text: name, href: `https://app.hubspot.com/connected-apps/${PORTAL}/installed/basic/${index + 1}/overview` },
      ...rest.map(text => ({ text })),
    ],
    seenAt: START,
  })),
  extent: {
    stated: [{ count: 2, text: '2 apps' }],
    rowCount: null,
    next: 'none',
    filtered: false,
    busy: false,
    endSeen: true,
  },
  notes: [],
  since: START,
})
const view = (headers: string[]): PageView => ({
  url: `https://app.hubspot.com/connected-apps/${PORTAL}/installed`,
  title: 'Connected apps | HubSpot',
  locales: ['en'],
  headings: ['Connected Apps', 'My apps'],
  prose: [],
  links: [],
  fields: [],
  grids: [grid(headers)],
  at: START,
  zone: 'UTC',
})

describe('a page read and read again', () => {
  let db: PatchbayDb
  beforeEach(() => {
    db = createDb(`read page ${Math.random()}`)
  })
  afterEach(() => db.delete())
  const read = (headers: string[], more: object = {}) =>
    readPage(view(headers), { id: 'r1', way: 'click', device: 'here', now: START, ...more }, db)
  const statuses = async () =>
    (await appsOf(`hubspot:${PORTAL}`, db)).map(app => [app.name, app.status?.value.status ?? null])
  const map = async (mapping: Mapping) => {
    await saveMapping(`hubspot:${PORTAL}`, mapping, db)
    await readAgain(`hubspot:${PORTAL}`, mapping, START + 1000, 'here', db)
  }

  it('keeps an unknown word as unknown, and takes its meaning from the user without a new read', async () => {
    await read(['Name', 'Status', 'Install date'])
    expect(await statuses()).toEqual([
      ['Ledgerlane', 'unknown'],
      ['Mailharbor', 'connected'],
    ])
    await map({ columns: [], words: { [foldWord('Zorped')]: 'expired' } })
    expect(await statuses()).toEqual([
      ['Ledgerlane', 'expired'],
      ['Mailharbor', 'connected'],
    ])
    expect(await db.issues.toArray()).toMatchObject([{ kind: 'expired', open: 1 }])
  })

  it('reads a column whose head it does not know once the user says what it is', async () => {
    const headers = ['Name', 'Quux', 'Flumph']
    await read(headers)
    const meanings = { quux: 'status', flumph: 'installed' } as const
    await map({ columns: [{ fingerprint: fingerprintOf(grid(headers)), meanings }], words: {} })
    expect(await statuses()).toEqual([
      ['Ledgerlane', 'unknown'],
      ['Mailharbor', 'connected'],
    ])
    expect((await appsOf(`hubspot:${PORTAL}`, db))[0]?.installed?.value).toEqual({ kind: 'day', day: '2026-03-04' })
  })

  it('forgets what a column said when the user says to leave it out', async () => {
    const headers = ['Name', 'Status', 'Install date']
    await read(headers)
    await map({ columns: [{ fingerprint: fingerprintOf(grid(headers)), meanings: { status: 'ignore' } }], words: {} })
    expect(await statuses()).toEqual([
      ['Ledgerlane', null],
      ['Mailharbor', null],
    ])
    expect((await newestReads(`hubspot:${PORTAL}`, 5, db)).map(({ id, way }) => [id, way])).toEqual([['r1', 'click']])
  })

  it('adds an account only by a read that is done', async () => {
    expect((await read(['Name', 'Status', 'Install date'], { mayAdd: false })).account).toBeNull()
    expect(await db.accounts.count()).toBe(0)
    await read(['Name', 'Status', 'Install date'], { automatic: true })
    expect(await db.accounts.toArray()).toMatchObject([{ id: `hubspot:${PORTAL}`, automatic: true }])
  })
})
