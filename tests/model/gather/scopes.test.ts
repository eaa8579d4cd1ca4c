// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKind, addressScope } from '../../../storage/model/gather/address.ts'
import { gatherView } from '../../../storage/model/gather/gatherView.ts'
import { ADDRESS, link, viewOf } from './gather.ts'

const table = (name: string) =>
  `<table><tr><th>Name</th><th>Status</th></tr><tr><td>${name}</td><td>Expired</td></tr></table>`
const headings = (body: string) => viewOf(body).grids.map(grid => grid.heading)

describe('what is read of a page', () => {
  test('is its main part, not its bars and menus', () => {
    const view = viewOf(
      `<header><a href="/home/1">Home</a></header><nav>${table('menu')}</nav><div role="main"><h1>Apps</h1>${table('Ledgerlane')}</div>`,
    )
    expect(view.grids.map(grid => grid.rows[0]?.cells[0]?.text)).toEqual(['Ledgerlane'])
    expect(view.links).toEqual([])
  })

  test('is the body without bars where there is no main part', () => {
    expect(
      viewOf(`<nav><a href="/home/1">Home</a>${table('menu')}</nav><div>${table('Ledgerlane')}</div>`).grids,
    ).toHaveLength(1)
  })

  test('is the pager too, which is a bar of the list and not of the page', () => {
    const pager =
      '<nav aria-label="Pagination"><button aria-current="page">1</button><button>2</button><a href="?page=2">2</a></nav>'
    expect(viewOf(`<div>${table('Ledgerlane')}${pager}</div>`).grids).toMatchObject([{ extent: { next: 'enabled' } }])
  })

  test('is not a panel whose tab is not chosen', () => {
    const panels = (
      more: string,
    ) => `<main><div role="tablist"><button role="tab" id="t1" aria-selected="true">Connections home</button>
      <button role="tab" id="t2" aria-selected="false" aria-controls="p2">Insights</button></div>
      <div role="tabpanel" aria-labelledby="t1"><h2>My apps</h2>${table('Ledgerlane')}</div><div role="tabpanel" ${more}><h2>Log</h2>${table('x')}</div></main>`
    for (const more of ['aria-labelledby="t2"', 'id="p2"', 'hidden', 'style="display:none"']) {
      const view = viewOf(panels(more))
      expect(view.grids).toMatchObject([{ heading: 'My apps', path: ['Connections home'], place: 'panel' }])
      expect(view.tabs).toEqual(['Connections home'])
    }
  })

  test('is also a dialog beside the app, though the page behind it is dimmed', () => {
    const view =
      viewOf(`<div id="app" aria-hidden="true"><main aria-hidden="true"><h1>Apps</h1><h2>Other apps</h2>${table('Ledgerlane')}</main></div>
      <div role="dialog" aria-labelledby="t"><h2 id="t">Connections of Ledgerlane</h2><ul><li><b>Aya</b><p>a@example.com</p></li><li><b>Ben</b><p>b@example.com</p></li></ul></div>`)
    expect(view.grids.map(({ heading, place }) => [heading, place])).toEqual([
      ['Other apps', undefined],
      ['Connections of Ledgerlane', 'dialog'],
    ])
  })

  test('is not a dialog that is closed', () => {
    expect(
      headings(
        `<main><h2>My apps</h2>${table('a')}</main><dialog><h2>Closed</h2>${table('b')}</dialog><div role="dialog" hidden>${table('c')}</div>`,
      ),
    ).toEqual(['My apps'])
  })

  test('is a side panel with a heading and a list', () => {
    expect(
      headings(`<main><h2>My apps</h2>${table('a')}</main><aside><h2>Users of Ledgerlane</h2>${table('b')}</aside>`),
    ).toEqual(['My apps', 'Users of Ledgerlane'])
  })

  test('is nothing of our own panel', () => {
    expect(viewOf(`<div>${table('a')}</div><patchbay-overlay>${table('b')}</patchbay-overlay>`).grids).toHaveLength(1)
  })
})

describe('names of a list', () => {
  test.each([
    ['the heading before it', `<h1>Apps</h1><h2>My apps</h2><p>Sentence one.</p>${table('a')}`, 'My apps', ['Apps']],
    [
      'a heading by role',
      `<h1>Apps</h1><div role="heading" aria-level="3">My apps</div>${table('a')}`,
      'My apps',
      ['Apps'],
    ],
    [
      'a caption, under the page’s own heading',
      `<h1>Apps</h1>${table('a').replace('<table>', '<table><caption>My apps</caption>')}`,
      'My apps',
      ['Apps'],
    ],
    [
      'a label of the part it stands in',
      `<h1>Apps</h1><section aria-label="My apps">${table('a')}</section>`,
      'My apps',
      ['Apps'],
    ],
    [
      'a plain line that names the part',
      `<h1>Apps</h1><section aria-labelledby="x"><div id="x">My apps</div>${table('a')}</section>`,
      'My apps',
      ['Apps'],
    ],
    [
      'a plain line before it',
      `<h1>Apps</h1><div>My apps</div><button>Export</button>${table('a')}`,
      'My apps',
      ['Apps'],
    ],
  ])('%s', (_, body, heading, path) => {
    expect(viewOf(`<main>${body}</main>`).grids).toMatchObject([{ heading, path }])
  })
})

test('the page’s language, kinds of fields, prose and links are told', () => {
  const view =
    viewOf(`<main><h1>Log in</h1><p>Your session has expired.</p><i18n-string data-locale-at-render="ja-jp">x</i18n-string>
    <form><input type="email" value="secret@example.com"><input type="password" value="secret"><input autocomplete="one-time-code" value="123456"></form>
    <p><a href="/signup/1">Sign up</a></p>${link('Ledgerlane', 1)}</main>`)
  expect(view).toMatchObject({
    locales: ['ja-jp'],
    headings: ['Log in'],
    fields: ['email', 'password', 'one-time-code'],
  })
  expect(view.prose).toContain('Your session has expired.')
  expect(view.links.map(({ href }) => href)).toEqual([
    'https://app-eu1.hubspot.com/signup/1',
    'https://app-eu1.hubspot.com/connected-apps/147/installed/basic/1/overview',
  ])
  expect(JSON.stringify(view)).not.toMatch(/secret|123456/)
})

describe('the address', () => {
  test.each([
    [ADDRESS, 'connected-apps'],
    ['https://app.hubspot.com/connected-apps/1', 'connected-apps'],
    [
      'https://app-na2.hubspot.com/integrations-settings/1/installed/framework/2/general-settings?x=1',
      'connected-apps',
    ],
    [`https://app.hubspot.com/login?loginRedirectUrl=${encodeURIComponent(ADDRESS)}`, 'login'],
    ['https://app.hubspot.com/login/two-factor?loginRedirectUrl=%2Fconnected-apps%2F1%2Finstalled', 'login'],
    ['https://app.hubspot.com/login', 'other'],
    ['https://app.hubspot.com/contacts/1/objects/0-1', 'other'],
    ['https://app.hubspot.com/connected-apps/abc', 'other'],
    ['https://app.hubspot.com/x/connected-apps/1', 'other'],
    ['https://example.com/connected-apps/1', 'other'],
    ['https://app.hubspot.com.example.com/connected-apps/1', 'other'],
    ['about:blank', 'other'],
    ['', 'other'],
  ])('%s is %s', (url, kind) => {
    expect(addressKind(url)).toBe(kind)
  })

  test('query, hash and a slash at the end name the same page', () => {
    expect(addressScope(`${ADDRESS}/?page=2#x`)).toBe(addressScope(ADDRESS))
    expect(addressScope(ADDRESS.replace('/147/', '/148/'))).not.toBe(addressScope(ADDRESS))
  })
})

describe('odd documents', () => {
  const markup = fc.letrec<{ node: string }>(tie => ({
    node: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(
        'text',
        '91 apps',
        'Loading',
        '\u200b',
        '<br>',
        '<img alt="x">',
        '<input type="search" value="x">',
      ),
      fc
        .record({
          tag: fc.constantFrom(
            'div',
            'span',
            'a',
            'button',
            'table',
            'tbody',
            'tr',
            'td',
            'th',
            'ul',
            'li',
            'dl',
            'dt',
            'h2',
            'main',
            'dialog',
            'details',
            'svg',
            'select',
            'x-y',
          ),
          attribute: fc.constantFrom(
            '',
            'role="row"',
            'role="grid"',
            'role="columnheader"',
            'role="dialog"',
            'role="tabpanel" aria-labelledby="a"',
            'id="a"',
            'colspan="99999"',
            'aria-colindex="-1"',
            'aria-labelledby="a a b"',
            'href="http://["',
            'href="//"',
            'aria-rowcount="x"',
            'style="order: 2"',
          ),
          inside: fc.array(tie('node'), { maxLength: 4 }),
        })
        .map(({ tag, attribute, inside }) => `<${tag} ${attribute}>${inside.join('')}</${tag}>`),
    ),
  })).node

  test('never make the reader throw, and all keys of a list differ', () => {
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 8 }), parts => {
        const view = viewOf(parts.join(''))
        for (const grid of view.grids) expect(new Set(grid.rows.map(row => row.key)).size).toBe(grid.rows.length)
        expect(JSON.parse(JSON.stringify(view))).toEqual(view)
      }),
      { numRuns: 300 },
    )
  })

  test('without a body, or nested beyond reason, are read as far as it goes', () => {
    const empty = document.implementation.createHTMLDocument('')
    empty.body.remove()
    expect(gatherView(empty, { url: '', at: 1, zone: 'UTC' }).grids).toEqual([])
    let deep: Element = document.body.appendChild(document.createElement('main'))
    for (let depth = 0; depth < 3000; depth++) deep = deep.appendChild(document.createElement('div'))
    deep.append('at the bottom')
    expect(gatherView(document, { url: ADDRESS, at: 1, zone: 'UTC' }).grids).toEqual([])
    document.body.replaceChildren()
  })
})
