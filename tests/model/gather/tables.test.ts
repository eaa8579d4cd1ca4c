// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { addressOf, gridOf, link, textsOf, viewOf } from './gather.ts'

const wrap = (text: string) => `<div><div><div><div><span><span>${text}</span></span></div></div></div></div>`

describe('a native table', () => {
  const table = gridOf(`<main><h2>My apps</h2><table>
    <thead><tr>
      <th role="columnheader"><input type="checkbox"></th>
      <th role="columnheader">${wrap('<i18n-string data-key="name">Name</i18n-string>')}<button aria-label="Sort ascending">▲</button></th>
      <th role="columnheader" aria-sort="none"><button>${wrap('Status')}</button></th>
      <th role="columnheader">${wrap('Install date')}</th>
    </tr></thead>
    <tbody>
      <tr><td><input type="checkbox"></td><td>${wrap(link('Ledgerlane', 1))}<div>First of 7 connections</div></td><td>${wrap('Expired')}</td><td><time datetime="2026-03-02">2 Mar 2026</time></td></tr>
      <tr><td><input type="checkbox"></td><td>${wrap(link('Ringdesk', 2))}</td><td>--</td><td></td></tr>
    </tbody></table></main>`)

  test('has heads without sort controls, six wrappers deep', () => {
    expect(table).toMatchObject({ shape: 'table', heading: 'My apps', headers: ['', 'Name', 'Status', 'Install date'] })
  })

  test('has its cells under their heads, with links and machine dates', () => {
    expect(textsOf(table)).toEqual([
      ['', 'Ledgerlane First of 7 connections', 'Expired', '2 Mar 2026'],
      ['', 'Ringdesk', '--', ''],
    ])
    expect(table.rows[0]?.cells[1]).toMatchObject({
      href: addressOf(1),
      lines: ['Ledgerlane', 'First of 7 connections'],
    })
    expect(table.rows[0]?.cells[3]).toMatchObject({ datetime: '2026-03-02' })
  })

  test('tells rows apart by their links', () => {
    expect(table.rows.map(row => row.key)).toEqual([1, 2].map(n => `p:${addressOf(n).replace('https://', '')}`))
  })
})

describe('cells and heads that do not stand at the same place', () => {
  test('a checkbox column whose head is missing', () => {
    const table = gridOf(`<main><table><thead><tr><th>Name</th><th>Status</th></tr></thead><tbody>
      <tr><td><input type="checkbox"></td><td>Ledgerlane</td><td>Expired</td></tr>
      <tr><td><input type="checkbox"></td><td>Ringdesk</td><td>Connected</td></tr></tbody></table></main>`)
    expect(table.headers).toEqual(['Name', 'Status'])
    expect(textsOf(table)).toEqual([
      ['Ledgerlane', 'Expired'],
      ['Ringdesk', 'Connected'],
    ])
  })

  test('roles with aria-colindex: the index decides, not the order; a hidden column is left out', () => {
    const cell = (index: number, text: string, more = '') =>
      `<div role="gridcell" aria-colindex="${index}" ${more}>${text}</div>`
    const head = (index: number, text: string, more = '') =>
      `<div role="columnheader" aria-colindex="${index}" ${more}>${text}</div>`
    const grid = gridOf(`<main><div role="grid" aria-rowcount="3">
      <div role="rowgroup"><div role="row" aria-rowindex="1">${head(1, 'Name')}${head(2, 'Id', 'hidden')}${head(3, 'Status')}</div></div>
      <div role="rowgroup">
        <div role="row" aria-rowindex="2">${cell(3, 'Expired')}${cell(1, 'Ledgerlane')}${cell(2, '7', 'hidden')}</div>
        <div role="row" aria-rowindex="3">${cell(1, 'Ringdesk')}${cell(2, '8', 'hidden')}${cell(3, '--')}</div>
      </div></div></main>`)
    expect(grid.headers).toEqual(['Name', 'Status'])
    expect(textsOf(grid)).toEqual([
      ['Ledgerlane', 'Expired'],
      ['Ringdesk', '--'],
    ])
    expect(grid.extent.rowCount).toBe(2)
    expect(grid.rows.map(row => row.key)).toEqual(['i:2', 'i:3'])
  })

  test('one cell hidden in one row does not move the others', () => {
    const table = gridOf(`<main><table><thead><tr><th>Name</th><th>Status</th><th>By</th></tr></thead><tbody>
      <tr><td>Ledgerlane</td><td hidden>Expired</td><td>Jo</td></tr>
      <tr><td>Ringdesk</td><td>Connected</td><td>Mo</td></tr></tbody></table></main>`)
    expect(textsOf(table)).toEqual([
      ['Ledgerlane', '', 'Jo'],
      ['Ringdesk', 'Connected', 'Mo'],
    ])
  })

  test('a head in an element of its own before the grid', () => {
    const grid = gridOf(`<main><h2>My apps</h2>
      <div role="row"><div role="columnheader">Name</div><div role="columnheader">Status</div></div>
      <div role="grid"><div role="row"><div role="gridcell">Ledgerlane</div><div role="gridcell">Expired</div></div></div></main>`)
    expect(grid).toMatchObject({ headers: ['Name', 'Status'], heading: 'My apps' })
    expect(textsOf(grid)).toEqual([['Ledgerlane', 'Expired']])
  })

  test('a head in a table of its own', () => {
    const grid = gridOf(`<main><table><thead><tr><th>Name</th><th>Status</th></tr></thead></table>
      <div><table><tbody><tr><td>Ledgerlane</td><td>Expired</td></tr></tbody></table></div></main>`)
    expect(grid.headers).toEqual(['Name', 'Status'])
    expect(grid.rows).toHaveLength(1)
  })

  test('a row over the whole width is a sentence, not a row; one that loads is neither', () => {
    const table = gridOf(`<main><table><thead><tr><th>Name</th><th>Status</th></tr></thead><tbody>
      <tr><td colspan="2">Loading</td></tr><tr><td colspan="2">No apps match your search.</td></tr></tbody></table></main>`)
    expect(table).toMatchObject({ rows: [], notes: ['No apps match your search.'], extent: { busy: true } })
  })

  test('grey rows are not drawn yet: the list goes on', () => {
    const table = gridOf(`<main><table><thead><tr><th>Name</th><th>Status</th></tr></thead><tbody>
      <tr><td>Ledgerlane</td><td>Expired</td></tr><tr data-observer-type="row"><td><div></div></td><td></td></tr></tbody></table></main>`)
    expect(table.rows).toHaveLength(1)
    expect(table.extent).toMatchObject({ startSeen: null, endSeen: false })
  })

  test('tables that lay out a page are looked through', () => {
    const table = gridOf(`<main><table><tr><td><h2>My apps</h2><table><tr><th>Name</th><th>Status</th></tr>
      <tr><td>Ledgerlane</td><td>Expired</td></tr></table></td></tr></table></main>`)
    expect(table).toMatchObject({ heading: 'My apps', headers: ['Name', 'Status'] })
  })
})

describe('rows of a log', () => {
  test('are told apart by link and text where links repeat', () => {
    const row = (text: string) => `<tr><td>${text}</td><td>${link('Ledgerlane', 1)}</td></tr>`
    const { rows } = gridOf(
      `<main><table><tr><th>Event</th><th>App</th></tr>${row('Connected')}${row('Expired')}${row('Expired')}</table></main>`,
    )
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3)
  })
})

test('more than 2,000 rows and 200 lists are left out, and longest cells are cut', () => {
  const rows = Array.from({ length: 2100 }, (_, at) => `<tr><td>App ${at}</td><td>${'x'.repeat(600)}</td></tr>`)
  const [big] = viewOf(`<main><table><tr><th>Name</th><th>Note</th></tr>${rows.join('')}</table></main>`).grids
  expect(big?.rows).toHaveLength(2000)
  expect(big?.rows[0]?.cells[1]?.text).toHaveLength(500)
  const many = Array.from({ length: 230 }, () => '<table><tr><td>a</td><td>b</td></tr></table>')
  expect(viewOf(`<main>${many.join('')}</main>`).grids).toHaveLength(200)
})
