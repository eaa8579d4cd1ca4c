// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { clipped, folded, shown } from '../../../storage/model/gather/characters.ts'
import { gridOf, textsOf } from './gather.ts'

const cellOf = (content: string) =>
  gridOf(
    `<main><table><tr><th>Name</th><th>Status</th></tr><tr><td>${content}</td><td>Expired</td></tr></table></main>`,
  ).rows[0]?.cells[0]

describe('characters', () => {
  test('drawn as nothing are gone, spaces are one, names keep their own', () => {
    expect(shown('\u2068Ledger\u200blane\u2069\u00a0\u3000 Sync\ufeff')).toBe('Ledgerlane Sync')
    expect(shown('Ｌｅｄｇｅｒ ①')).toBe('Ｌｅｄｇｅｒ ①')
    expect(folded('Ｌｅｄｇｅｒ ①')).toBe('ledger 1')
  })

  test('are never cut in half', () => {
    expect(clipped('ab😀', 3)).toBe('ab')
    expect(clipped('ab😀', 4)).toBe('ab😀')
  })
})

describe('text of a cell', () => {
  test.each([
    ['Ledger<b>lane</b>', 'Ledgerlane'],
    ['<span>Ledgerlane</span><span>Sync</span>', 'Ledgerlane Sync'],
    ['<i18n-string>Installed by <span>Jo</span></i18n-string>', 'Installed by Jo'],
    ['<a href="/x">Ledgerlane<span> (opens in a new window)</span></a>', 'Ledgerlane'],
    ['<a href="/x">Ledgerlane<span>新しいタブで開きます</span></a>', 'Ledgerlane'],
    ['Ledgerlane<span style="position:absolute;width:1px;height:1px">spoken</span>', 'Ledgerlane'],
    ['Ledgerlane<span hidden>hidden</span><span aria-hidden="true">x</span>', 'Ledgerlane'],
    ['Ledgerlane<script>1</script><style>a{}</style><template>t</template>', 'Ledgerlane'],
    ['<span>Ledgerlane</span><span role="tooltip">expired yesterday</span>', 'Ledgerlane'],
    ['<div>Ledgerlane</div><div>Ledgerlane</div>', 'Ledgerlane'],
    ['<span role="img" aria-label="Connected"></span>', 'Connected'],
    ['مزامنة البريد', 'مزامنة البريد'],
    ['<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>', '<script>alert(1)</script>'],
  ])('%s reads %s', (content, text) => {
    expect(cellOf(content)?.text).toBe(text)
  })

  test('cut short has its full text from the title or the link’s label', () => {
    expect(cellOf('<span title="Ledgerlane Accounting Sync">Ledgerlane Acc…</span>')).toMatchObject({
      text: 'Ledgerlane Acc…',
      full: 'Ledgerlane Accounting Sync',
    })
    expect(cellOf('<a href="/x" aria-label="Ledgerlane Accounting">Ledger...</a>')?.full).toBe('Ledgerlane Accounting')
    expect(cellOf('<span title="Opens Ledgerlane">Ledgerlane</span>')?.full).toBeUndefined()
  })

  test('is not what a button says; the button says it without its hidden "Loading"', () => {
    expect(
      cellOf('Ledgerlane<button>Subscribe<span>Loading</span></button><a role="button">\u200bDetails</a>'),
    ).toMatchObject({
      text: 'Ledgerlane',
      buttons: ['Subscribe', 'Details'],
    })
  })

  test('never holds what a person typed or chose', () => {
    expect(
      JSON.stringify(
        cellOf(
          '<input value="secret"><textarea>secret</textarea><select><option>secret</option></select><div contenteditable="true">secret</div>',
        ),
      ),
    ).not.toContain('secret')
  })
})

test('lines of a card keep their places when one is missing', () => {
  const card = (parts: string[]) => `<div>${parts.join('')}</div>`
  const grid = gridOf(`<main><h2>Needs your attention</h2><div>
    ${card(['<h4>Ledgerlane</h4>', '<small>CRM</small>', '<p>Expired.</p>', '<button>Reconnect</button>'])}
    ${card(['<h4>Ringdesk</h4>', '<p>Error.</p>', '<button>Reconnect</button>'])}</div></main>`)
  expect(textsOf(grid)).toEqual([
    ['Ledgerlane', 'CRM', 'Expired.', ''],
    ['Ringdesk', '', 'Error.', ''],
  ])
})
