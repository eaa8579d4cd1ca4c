// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { counterIn, statedIn } from '../../../storage/model/gather/stated.ts'
import { gridOf, viewOf } from './gather.ts'

const TABLE = '<table><tr><th>Name</th><th>Status</th></tr><tr><td>Ledgerlane</td><td>Expired</td></tr></table>'
const extentOf = (around: string, before = '') =>
  gridOf(`<main><h1>Apps</h1>${before}<h2>My apps</h2>${TABLE}${around}</main>`).extent

describe('a number beside a list', () => {
  test.each([
    ['532 records', 532],
    ['1–25 of 91', 91],
    ['Showing 1-25 of 1,234 apps', 1234],
    ['25 of 91 records', 91],
    ['91件', 91],
    ['55件中26～50件', 55],
    ['全91件のアプリ', 91],
    ['91 Einträge', 91],
    ['1 – 25 von 91', 91],
    ['91 applications au total', 91],
    ['91 resultados', 91],
    ['1.234 registros', 1234],
    ['91 risultati', 91],
    ['91 resultaten', 91],
    ['91 wyników', 91],
    ['共 91 条', 91],
    ['１～２５ / ９１件', 91],
  ])('%s states %i', (text, count) => {
    expect(statedIn(text)).toMatchObject({ count, text })
  })

  test.each([
    '25 per page',
    '1ページあたり25件',
    '2 days ago',
    '3日前に接続',
    '80 %',
    'Installed in 2024',
    'Office 365',
    'Version 12',
    '2026-03-02',
    'Page 2',
    'You have used 3 of your 5 chances to read 12 apps',
    '25–1 of 91',
  ])('%s states nothing', text => {
    expect(statedIn(text)).toBeNull()
  })

  test('is a counter of the heading in brackets, in a box, or beside it; a name that ends in a number is none', () => {
    expect(counterIn('My apps (24)')).toMatchObject({ words: 'My apps', stated: { count: 24 } })
    expect(counterIn('自分のアプリ（24件）')).toMatchObject({ words: '自分のアプリ', stated: { count: 24 } })
    expect(counterIn('Office 365')).toEqual({ words: 'Office 365', stated: null })
    for (const heading of ['<h2>My apps <span>24</span></h2>', '<div><h2>My apps</h2><span>24</span></div>']) {
      expect(gridOf(`<main>${heading}${TABLE}</main>`)).toMatchObject({
        heading: 'My apps',
        extent: { stated: [{ count: 24 }] },
      })
    }
  })

  test('belongs to the list it stands with', () => {
    const { grids } = viewOf(`<main><div>${TABLE}<p>12 apps</p></div><div>${TABLE}<p>7 apps</p></div></main>`)
    expect(grids.map(grid => grid.extent.stated.map(({ count }) => count))).toEqual([[12], [7]])
  })
})

describe('a control for more rows', () => {
  test.each([
    ['<a rel="next" href="?page=2">x</a>', 'enabled'],
    ['<button aria-label="Next page">›</button>', 'enabled'],
    ['<button aria-label="Next page" aria-disabled="true">›</button>', 'disabled'],
    ['<button disabled>次へ</button>', 'disabled'],
    ['<button>Mehr anzeigen</button>', 'enabled'],
    ['<button>Pokaż więcej (12)</button>', 'enabled'],
    ['<button><i18n-string data-key="paging.next">Sunraava</i18n-string></button>', 'enabled'],
    ['<nav><button>1</button><button aria-current="page">2</button><button>3</button></nav>', 'enabled'],
    ['<nav><button>1</button><button>2</button><button aria-current="page">3</button></nav>', 'disabled'],
    ['<button>Actions</button>', 'none'],
    ['<nav><button>Zurück</button><button>Wxyz</button></nav>', 'enabled'],
    ['<div><button>1</button><button>2</button></div>', 'enabled'],
  ])('%s is %s', (control, next) => {
    expect(extentOf(control).next).toBe(next)
  })
})

describe('a filter', () => {
  test.each([
    ['a search with text', '<input type="search" value="led">'],
    ['a way to take a filter back', '<button>Clear all</button>'],
    ['a count of filters', '<button>Filters (2)</button>'],
    ['a choice that leaves rows out', '<button aria-haspopup="listbox">Status: Expired</button>'],
    ['a chosen option', '<select><option>All</option><option selected>Expired</option></select>'],
    ['a search for the whole page', '', '<input role="searchbox" value="led">'],
  ])('is on: %s', (_, around, before = '') => {
    expect(extentOf(around, before).filtered).toBe(true)
  })

  test.each([
    ['an empty search', '<input type="search">'],
    ['all of them', '<button aria-haspopup="listbox">Status: All</button>'],
    ['an order', '<button aria-haspopup="listbox">Sort by: Name</button>'],
    ['the size of a page', '<select><option>25</option><option selected>50</option></select>'],
    ['a checkbox', '<input type="checkbox" value="on" checked>'],
  ])('is off: %s', (_, around) => {
    expect(extentOf(around).filtered).toBe(false)
  })
})

describe('loading', () => {
  test.each([['<div role="progressbar"></div>'], ['<span aria-label="読み込み中"></span>'], ['<p>Loading…</p>']])(
    'shows by %s',
    spinner => {
      expect(extentOf(spinner).busy).toBe(true)
    },
  )

  test('shows by the busy mark around the list', () => {
    expect(gridOf(`<main><div aria-busy="true">${TABLE}</div></main>`).extent.busy).toBe(true)
  })

  test('in another section is not this list’s', () => {
    const { grids } = viewOf(`<main><h2>My apps</h2>${TABLE}<h2>Other apps</h2><div role="progressbar"></div></main>`)
    expect(grids.map(grid => [grid.heading, grid.extent.busy])).toEqual([
      ['My apps', false],
      ['Other apps', true],
    ])
  })
})
