import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Collection, collect, GONE_AFTER, LONGEST_COLLECTION } from '../../../storage/model/gather/collect.ts'
import { keysFor } from '../../../storage/model/gather/rowKeys.ts'
import type { Cell, Grid, PageView } from '../../../storage/model/recognise/view.ts'

const URL = 'https://app.hubspot.com/connected-apps/1/installed'

/** What of a list is on the page at one moment. */
interface Window {
  from: number
  to: number
}
interface List {
  rows: Cell[][]
  stated: boolean
  indexed: boolean
}

function gridOf(list: List, { from, to }: Window, at: number): Grid {
  const parts = list.rows
    .slice(from, to)
    .map((cells, index) => ({ cells, index: list.indexed ? from + index + 1 : null }))
  const keys = keysFor(parts)
  return {
    shape: 'table',
    heading: 'My apps',
    path: [],
    headers: ['Name', 'Status'],
    rows: parts.map(({ cells }, index) => ({ key: keys[index] ?? '', cells, seenAt: at })),
    extent: {
      stated: list.stated ? [{ count: list.rows.length, text: `${list.rows.length} records` }] : [],
      rowCount: null,
      next: 'none',
      filtered: false,
      busy: false,
      startSeen: from === 0,
      endSeen: to === list.rows.length,
    },
    notes: [],
    since: at,
  }
}

const viewOf = (grids: Grid[], at: number, url = URL): PageView => ({
  url,
  title: '',
  locales: [],
  headings: [],
  prose: [],
  links: [],
  fields: [],
  grids,
  at,
  zone: 'UTC',
})

const follow = (list: List, windows: readonly Window[], step = 2000): Collection | null =>
  windows.reduce<Collection | null>(
    (before, window, at) => collect(before, viewOf([gridOf(list, window, at * step)], at * step)),
    null,
  )

const texts = (collection: Collection | null) =>
  collection?.view.grids[0]?.rows.map(row => row.cells.map(cell => cell.text).join('|')) ?? []
const wanted = (list: List) => list.rows.map(cells => cells.map(cell => cell.text).join('|'))

/** Lists whose rows can be told apart: by link, by link and text (a log), by index, or by text. */
const lists = fc
  .record({
    size: fc.integer({ min: 1, max: 60 }),
    kind: fc.constantFrom('links', 'log', 'index', 'text'),
    stated: fc.boolean(),
  })
  .map(
    ({ size, kind, stated }): List => ({
      stated,
      indexed: kind === 'index',
      rows: Array.from({ length: size }, (_, at) => {
        const name: Cell = { text: kind === 'log' ? `App ${at % 3}` : `App ${at}` }
        if (kind === 'links') name.href = `https://app.hubspot.com/connected-apps/1/installed/basic/${at}/overview`
        if (kind === 'log') name.href = `https://app.hubspot.com/connected-apps/1/installed/basic/${at % 3}/overview`
        return [name, { text: kind === 'log' ? `Event ${at}` : 'Connected' }]
      }),
    }),
  )

/** Windows over a list, at least four rows high, that together show all of it, in any order and with repeats. */
const walks = lists.chain(list => {
  const size = list.rows.length
  const height = fc.integer({ min: Math.min(size, 4), max: size })
  return fc
    .record({ list: fc.constant(list), height, extra: fc.array(fc.nat(size), { maxLength: 10 }), seed: fc.nat() })
    .map(({ list, height, extra, seed }) => {
      const starts = [...extra]
      for (let at = 0; at < size; at += Math.max(1, height - 1)) starts.push(at)
      const windows = starts.map(from => ({
        from: Math.min(from, size - height),
        to: Math.min(from, size - height) + height,
      }))
      const order = windows
        .map((window, at) => ({ window, by: ((at + 1) * 7919 * (seed + 1)) % 1009 }))
        .sort((one, other) => one.by - other.by)
      return { list, windows: order.map(({ window }) => window) }
    })
})

describe('a list that is seen window by window', () => {
  test('has each of its rows once, in any order of windows', () => {
    fc.assert(
      fc.property(walks, ({ list, windows }) => {
        expect(texts(follow(list, windows, 500)).toSorted()).toEqual(wanted(list).toSorted())
      }),
      { numRuns: 400 },
    )
  })

  test('has its rows in order once the windows have met', () => {
    fc.assert(
      fc.property(walks, ({ list, windows }) => {
        expect(texts(follow(list, windows, 500))).toEqual(wanted(list))
      }),
      { numRuns: 400 },
    )
  })

  test('is not held to be at its end while a window is missing', () => {
    fc.assert(
      fc.property(walks, fc.nat(), ({ list, windows }, missing) => {
        const lost = missing % list.rows.length
        const seen = windows.filter(({ from, to }) => lost < from || lost >= to)
        const grid = follow({ ...list, stated: false }, seen)?.view.grids[0]
        if (grid) expect(grid.extent.endSeen).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  test('is at its end when all windows were seen and the last row stayed the last', () => {
    fc.assert(
      fc.property(walks, ({ list, windows }) => {
        const size = list.rows.length
        const last = { from: Math.max(0, size - 4), to: size }
        const grid = follow({ ...list, stated: false }, [...windows, last, last])?.view.grids[0]
        expect(grid?.extent).toMatchObject({ startSeen: true, endSeen: true })
      }),
      { numRuns: 200 },
    )
  })
})

describe('since when a list was collected', () => {
  const list: List = {
    stated: true,
    indexed: false,
    rows: Array.from({ length: 9 }, (_, at) => [
      { text: `App ${at}`, href: `https://app.hubspot.com/x/1/installed/basic/${at}` },
    ]),
  }

  test('is the first of several windows', () => {
    const grid = follow(list, [
      { from: 0, to: 5 },
      { from: 4, to: 9 },
    ])?.view.grids[0]
    expect(grid?.since).toBe(0)
    expect(grid?.rows).toHaveLength(9)
  })

  test('is the last look at a list that is on the page as a whole', () => {
    expect(
      follow(list, [
        { from: 0, to: 9 },
        { from: 0, to: 9 },
      ])?.view.grids[0]?.since,
    ).toBe(2000)
  })

  test('is the last look, without a total, once start and end have been on the page for a second', () => {
    const plain = { ...list, stated: false }
    expect(
      follow(
        plain,
        [
          { from: 0, to: 9 },
          { from: 0, to: 9 },
        ],
        900,
      )?.view.grids[0],
    ).toMatchObject({ since: 0, extent: { endSeen: false } })
    expect(
      follow(
        plain,
        [
          { from: 0, to: 9 },
          { from: 0, to: 9 },
        ],
        1100,
      )?.view.grids[0],
    ).toMatchObject({ since: 1100, extent: { endSeen: true } })
  })

  test('begins anew when the total changes', () => {
    const before = collect(null, viewOf([gridOf(list, { from: 0, to: 5 }, 0)], 0))
    const shorter = { ...list, rows: list.rows.slice(1) }
    const grid = collect(before, viewOf([gridOf(shorter, { from: 3, to: 8 }, 50)], 50)).view.grids[0]
    expect(grid?.since).toBe(50)
    expect(grid?.rows.map(row => row.cells[0]?.text)).toEqual(['App 4', 'App 5', 'App 6', 'App 7', 'App 8'])
  })
})

describe('a collection', () => {
  const list: List = {
    stated: true,
    indexed: false,
    rows: Array.from({ length: 9 }, (_, at) => [{ text: `App ${at}` }]),
  }
  const first = collect(null, viewOf([gridOf(list, { from: 0, to: 5 }, 1000)], 1000))
  const later = (at: number, url = URL, resumed = false) =>
    collect(first, viewOf([gridOf(list, { from: 4, to: 9 }, at)], at, url), resumed)

  test('goes on over query and hash: pages and tabs of one page', () => {
    expect(later(2000, `${URL}?page=2#all`)).toMatchObject({ startedAt: 1000 })
    expect(later(2000, `${URL}?page=2#all`).view.grids[0]?.rows).toHaveLength(9)
  })

  test.each([
    ['another account', () => later(2000, URL.replace('/1/', '/2/'))],
    ['another page', () => later(2000, `${URL}/basic/3/overview`)],
    ['a tab that was hidden', () => later(2000, URL, true)],
    ['ten minutes', () => later(1001 + LONGEST_COLLECTION)],
  ])('ends with %s', (_, next) => {
    const collection = next()
    expect(collection.startedAt).toBe(collection.view.at)
    expect(collection.view.grids[0]?.rows).toHaveLength(5)
  })

  test('keeps a list that is redrawn, and drops one that the page took away', () => {
    const blank = collect(first, viewOf([], 1100))
    expect(blank.view.grids[0]?.rows).toHaveLength(5)
    const back = collect(blank, viewOf([gridOf(list, { from: 4, to: 9 }, 1200)], 1200))
    expect(back.view.grids[0]?.rows).toHaveLength(9)
    expect(collect(blank, viewOf([], 1100 + GONE_AFTER)).view.grids).toEqual([])
  })

  test('keeps lists of dialogs and panels, but never mixes what one dialog shows with the next', () => {
    const users = (names: string[], at: number): Grid => ({
      ...gridOf(
        { stated: false, indexed: false, rows: names.map(text => [{ text }]) },
        { from: 0, to: names.length },
        at,
      ),
      heading: 'Connections',
      place: 'dialog',
    })
    const open = collect(first, viewOf([gridOf(list, { from: 0, to: 5 }, 1500), users(['Aya', 'Ben'], 1500)], 1500))
    const closed = collect(open, viewOf([gridOf(list, { from: 0, to: 5 }, 9000)], 9000))
    expect(closed.view.grids.map(grid => grid.heading)).toEqual(['My apps', 'Connections'])
    const again = collect(closed, viewOf([users(['Cleo'], 9500)], 9500)).view.grids.find(
      grid => grid.place === 'dialog',
    )
    expect(again?.rows.map(row => row.cells[0]?.text)).toEqual(['Cleo'])
    const swapped = collect(open, viewOf([users(['Cleo'], 1600)], 1600)).view.grids.find(
      grid => grid.place === 'dialog',
    )
    expect(swapped?.rows.map(row => row.cells[0]?.text)).toEqual(['Cleo'])
  })

  test('knows a row whose words changed by its neighbours', () => {
    const log = (minutes: number, at: number) =>
      viewOf(
        [
          gridOf(
            {
              stated: false,
              indexed: false,
              rows: [[{ text: 'A' }], [{ text: 'B' }, { text: `${minutes} minutes ago` }], [{ text: 'C' }]],
            },
            { from: 0, to: 3 },
            at,
          ),
        ],
        at,
      )
    const grid = collect(collect(null, log(2, 0)), log(3, 500)).view.grids[0]
    expect(grid?.rows.map(row => row.cells.map(cell => cell.text).join(' '))).toEqual(['A', 'B 3 minutes ago', 'C'])
  })
})
