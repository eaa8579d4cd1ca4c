// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { addressOf, gridOf, link, textsOf, viewOf } from './gather.ts'

const row = (parts: string[], dress = 'r') =>
  `<div class="${dress}">${parts.map(part => `<div><div>${part}</div></div>`).join('')}</div>`

describe('bare boxes', () => {
  test('as rows under a row of heads', () => {
    const grid = gridOf(`<main><h2>Other apps</h2><div>
      ${row(['App', 'Connections'], 'h')}${row([link('Ledgerlane', 1), '3'])}${row([link('Ringdesk', 2), '4'])}</div></main>`)
    expect(grid).toMatchObject({ shape: 'repeat', heading: 'Other apps', headers: ['App', 'Connections'] })
    expect(textsOf(grid)).toEqual([
      ['Ledgerlane', '3'],
      ['Ringdesk', '4'],
    ])
    expect(grid.rows[0]?.cells[0]?.href).toBe(addressOf(1))
  })

  test('one row alone under heads in a box of their own', () => {
    const grid = gridOf(`<main><h2>Users</h2><div><div>${row(['User', 'Team', 'Installed'], 'h')}</div>
      <div>${row(['Aya Berg', 'Sales', '2026-01-02'])}</div></div></main>`)
    expect(grid.headers).toEqual(['User', 'Team', 'Installed'])
    expect(textsOf(grid)).toEqual([['Aya Berg', 'Sales', '2026-01-02']])
  })

  test('rows with a line more or less are rows of the same list', () => {
    const parts = (name: string, more: string) => row([`${name}<p>${more}</p>`, 'Connected', 'Jo Marsh'])
    const grid = gridOf(`<main><h2>My apps</h2><div>${row(['Name', 'Status', 'Installed by'], 'h')}
      ${parts('Ledgerlane', '<b>6 connections</b>')}${row(['Ringdesk', '--', 'Mo'])}${row(['Tally', '--', 'Mo'])}${row(['Fable', '--', 'Mo'])}</div></main>`)
    expect(grid.rows).toHaveLength(4)
    expect(grid.extent.stated).toEqual([])
  })

  test('shown in another order than written', () => {
    const ordered = (one: string, other: string, dress: string) =>
      `<div class="${dress}"><div style="order:2">${one}</div><div style="order:1">${other}</div></div>`
    const swapped = `<div class="r"><div style="order:1">${link('Tally', 3)}</div><div style="order:2">5</div></div>`
    const grid = gridOf(
      `<main><h2>Other apps</h2><div>${ordered('Connections', 'App', 'h')}${ordered('3', link('Ledgerlane', 1), 'r')}${swapped}</div></main>`,
    )
    expect(grid.headers).toEqual(['Connections', 'App'])
    expect(textsOf(grid)).toEqual([
      ['3', 'Ledgerlane'],
      ['5', 'Tally'],
    ])
  })
})

describe('cards', () => {
  const card = (name: string, text: string, button = 'Reconnect') =>
    `<div class="card"><img alt=""><div><h4>${name}</h4><p>${text}</p></div><button>${button}</button></div>`

  test('are rows of lines and buttons', () => {
    const grid = gridOf(
      `<main><h2>Needs your attention</h2><div>${card('Ledgerlane', 'The connection expired.')}${card('Ringdesk', 'Error.')}</div></main>`,
    )
    expect(grid).toMatchObject({ shape: 'repeat', heading: 'Needs your attention', headers: [] })
    expect(textsOf(grid)).toEqual([
      ['Ledgerlane', 'The connection expired.', ''],
      ['Ringdesk', 'Error.', ''],
    ])
    expect(grid.rows[0]?.cells[2]?.buttons).toEqual(['Reconnect'])
  })

  test('one alone is a row only with a sign: a button that mends, or a link to an app', () => {
    const lone = (content: string) =>
      viewOf(`<main><h1>Connected apps</h1><h2>Needs your attention</h2>${content}</main>`).grids[0]
    expect(lone(card('Ledgerlane', 'The connection expired.'))?.rows).toHaveLength(1)
    expect(lone(`<div><p>${link('Ledgerlane', 1)}</p><p>The connection expired.</p></div>`)?.rows).toHaveLength(1)
    expect(lone(card('You’re all set', 'No app needs your attention.', 'Browse apps'))).toMatchObject({
      rows: [],
      notes: ['You’re all set', 'No app needs your attention.'],
    })
  })

  test('sections that each say there is nothing are not cards', () => {
    const { grids } = viewOf(`<main><h1>Connected apps</h1>
      <section><h2>Needs your attention</h2><p>You’re all set.</p></section>
      <section><h2>Other apps</h2><p>Nobody else has installed an app.</p></section></main>`)
    expect(grids.map(({ heading, rows, notes }) => [heading, rows.length, notes])).toEqual([
      ['Needs your attention', 0, ['You’re all set.']],
      ['Other apps', 0, ['Nobody else has installed an app.']],
    ])
  })

  test('a section that failed is one without rows, and says so', () => {
    const grid = gridOf(
      `<main><h1>Connected apps</h1><h2>My apps</h2><div role="alert"><p>Something went wrong.</p><button>Try again</button></div></main>`,
    )
    expect(grid).toMatchObject({ heading: 'My apps', rows: [], notes: ['Something went wrong.', 'Try again'] })
  })
})

describe('lists', () => {
  test('with entries of several lines', () => {
    const grid = gridOf(
      `<main><h2>Users</h2><ul><li><b>Aya Berg</b><div>aya@example.com</div></li><li><b>Ben Ito</b><div>ben@example.com</div></li></ul></main>`,
    )
    expect(textsOf(grid)).toEqual([
      ['Aya Berg', 'aya@example.com'],
      ['Ben Ito', 'ben@example.com'],
    ])
  })

  test('menus, tabs and bars are none', () => {
    const { grids } =
      viewOf(`<main><nav><ul><li>${link('One', 1)} <b>a</b></li><li>${link('Two', 2)} <b>b</b></li></ul></nav>
      <div role="tablist"><button role="tab">A</button><button role="tab">B</button></div></main>`)
    expect(grids).toEqual([])
  })

  test('a name that is a button stands as text where names differ; a button every row has does not', () => {
    const grid = gridOf(`<main><table><tr><th>App</th><th>Actions</th></tr>
      <tr><td><button>Ledgerlane</button></td><td><button>Actions</button></td></tr>
      <tr><td><button>Ringdesk</button></td><td><button>Actions</button></td></tr></table></main>`)
    expect(textsOf(grid)).toEqual([
      ['Ledgerlane', ''],
      ['Ringdesk', ''],
    ])
  })
})

describe('a second copy for narrow windows', () => {
  const table = `<table><tr><th>Name</th><th>Status</th></tr><tr><td>${link('Ledgerlane', 1)}</td><td>Expired</td></tr><tr><td>${link('Ringdesk', 2)}</td><td>--</td></tr></table>`
  const cards = (more: string) =>
    `<div ${more}>${[link('Ledgerlane', 1), link('Ringdesk', 2)].map((name, at) => `<div><p>${name}</p><p>${at === 0 ? 'Expired' : '--'}</p></div>`).join('')}</div>`

  test.each([
    ['hidden by attribute', 'hidden'],
    ['hidden by style', 'style="display: none"'],
    ['hidden by a style sheet that is not here', 'class="x"'],
  ])('%s is not a second list', (_, more) => {
    expect(gridOf(`<main><h2>My apps</h2>${table}${cards(more)}</main>`)).toMatchObject({ shape: 'table' })
  })
})
