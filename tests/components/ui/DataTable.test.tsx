// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Card } from '../../../components/ui/Card.tsx'
import { type Column, DataTable, type DataTableProps } from '../../../components/ui/DataTable.tsx'
import { MenuButton } from '../../../components/ui/MenuButton.tsx'
import type { Sort } from '../../../components/ui/sortRows.ts'
import { HEAD_HEIGHT, ROW_HEIGHT } from '../../../components/ui/useVirtualRows.ts'
import { clear, click, find, findAll, focus, pass, press, show } from './screen.tsx'

type App = { readonly id: string; readonly name: string }
const app = (n: number): App => ({ id: `a${n}`, name: `App ${n}` })
const apps = (count: number, from = 0): App[] => Array.from({ length: count }, (_, index) => app(from + index))

const COLUMNS: readonly Column<App>[] = [
  { id: 'name', header: 'App', sortable: true, cell: row => <a href={`#/${row.id}`}>{row.name}</a> },
  { id: 'count', header: 'Connections', sortable: true, firstSort: 'descending', align: 'end', cell: () => '9' },
  {
    id: 'actions',
    header: 'Actions',
    hideHeader: true,
    cell: row => (
      <>
        <button type="button">Settings of {row.name}</button>
        <MenuButton label={`More on ${row.name}`} icon="dots" items={[{ id: 'x', label: 'View' }]} />
      </>
    ),
  },
]
const keyOf = (row: App) => row.id

const BOX_HEIGHT = 600
const IN_SIGHT = Math.ceil((BOX_HEIGHT - HEAD_HEIGHT) / ROW_HEIGHT)

/** A DOM without layout is told how high things are. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW_HEIGHT)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(BOX_HEIGHT)
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(HEAD_HEIGHT + 505 * ROW_HEIGHT)
})
afterEach(async () => {
  await clear()
  vi.restoreAllMocks()
})

const table = (rows: readonly App[], more: Partial<DataTableProps<App>> = {}) =>
  show(
    <Card title="My apps" body="flush">
      <DataTable columns={COLUMNS} rows={rows} rowKey={keyOf} empty={<p>HubSpot lists no apps</p>} {...more} />
    </Card>,
  )

const box = () => document.querySelector('.pb-table-box') as HTMLElement
const mounted = () => Array.from(document.querySelectorAll<HTMLElement>('tbody tr[data-index]'))
const names = () => findAll('rowheader').map(cell => cell.textContent)
const link = (n: number) => find('link', `App ${n}`)
const scrollTo = (top: number) =>
  act(() => {
    box().scrollTop = top
    box().dispatchEvent(new Event('scroll'))
  })

describe('what assistive technology hears', () => {
  it('is a table named by the heading of its card, with all its rows counted', async () => {
    await table(apps(500))
    const element = document.querySelector('table') as HTMLElement
    expect(document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('My apps')
    expect(element.getAttribute('aria-rowcount')).toBe('501')
    expect(mounted()[0]?.getAttribute('aria-rowindex')).toBe('2')
    expect(findAll('columnheader').map(cell => cell.textContent)).toEqual(['App', 'Connections', 'Actions'])
    expect(names()[0]).toBe('App 0')
  })

  it('is a scroll box that can be reached by keyboard', async () => {
    await table(apps(3))
    expect(box().tabIndex).toBe(0)
    expect(box().getAttribute('aria-labelledby')).toBeTruthy()
  })
})

describe('sorting', () => {
  it('is said by the sorted column alone', async () => {
    await table(apps(3), { sort: { column: 'name', direction: 'ascending' }, onSort: () => {} })
    expect(findAll('columnheader').map(cell => cell.getAttribute('aria-sort'))).toEqual(['ascending', null, null])
  })

  it('turns on a second press, and starts each column its own way', async () => {
    const asked: Sort[] = []
    await table(apps(3), { sort: { column: 'name', direction: 'ascending' }, onSort: sort => asked.push(sort) })
    await click(find('button', 'App'))
    await click(find('button', 'Connections'))
    expect(asked).toEqual([
      { column: 'name', direction: 'descending' },
      { column: 'count', direction: 'descending' },
    ])
    expect(findAll('button', 'Actions')).toEqual([])
  })
})

describe('the window on many rows', () => {
  it('mounts what is in sight and a little more, not 500', async () => {
    await table(apps(500))
    expect(mounted().length).toBeGreaterThanOrEqual(IN_SIGHT)
    expect(mounted().length).toBeLessThan(IN_SIGHT + 20)
    expect(document.querySelector('.pb-table-foot')?.textContent).toBe(`Showing 1–${IN_SIGHT - 1} of 500`)
  })

  it('follows the scrolling', async () => {
    await table(apps(500))
    await scrollTo(100 * ROW_HEIGHT)
    expect(names()).toContain('App 100')
    expect(names()).not.toContain('App 0')
    expect(document.querySelector('.pb-table-foot')?.textContent).toMatch(/^Showing 101–/)
    const index = mounted()
      .find(row => row.textContent?.startsWith('App 100'))
      ?.getAttribute('aria-rowindex')
    expect(index).toBe('102')
  })

  it('mounts all of a short list, for the browser’s own search', async () => {
    await table(apps(40))
    expect(mounted()).toHaveLength(40)
  })

  it('fills the room of the rows that are not there', async () => {
    await table(apps(500))
    const gaps = Array.from(document.querySelectorAll<HTMLElement>('.pb-gap > td')).map(gap =>
      Number.parseFloat(gap.style.height),
    )
    expect(gaps.reduce((a, b) => a + b, 0) + mounted().length * ROW_HEIGHT).toBe(500 * ROW_HEIGHT)
  })
})

describe('arrows in a row', () => {
  it('go to the same control in the next row and stop at the ends', async () => {
    await table(apps(3))
    await focus(link(1))
    await press('ArrowDown')
    expect(document.activeElement).toBe(link(2))
    await press('ArrowDown')
    expect(document.activeElement).toBe(link(2))
    await focus(find('button', 'Settings of App 1'))
    await press('ArrowUp')
    expect(document.activeElement).toBe(find('button', 'Settings of App 0'))
    await press('ArrowUp')
    expect(document.activeElement).toBe(find('button', 'Settings of App 0'))
  })

  it('pass over a menu button instead of opening it, and belong to the menu once it is open', async () => {
    await table(apps(3))
    await focus(find('button', 'More on App 0'))
    await press('ArrowDown')
    expect(document.activeElement).toBe(find('button', 'More on App 1'))
    expect(findAll('menu')).toEqual([])
    await click(find('button', 'More on App 1'))
    await press('ArrowDown')
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem')
  })

  it('reach rows that are not in the document yet', async () => {
    await table(apps(500))
    const last = mounted().length - 1
    await focus(link(last))
    await press('ArrowDown')
    expect(document.activeElement).toBe(link(last + 1))
  })
})

describe('the focus', () => {
  it('keeps its row in the document however far one scrolls', async () => {
    await table(apps(500))
    await focus(link(3))
    await scrollTo(300 * ROW_HEIGHT)
    expect(names()).toContain('App 300')
    expect(document.activeElement).toBe(link(3))
    await focus(find('link', 'App 301'))
    expect(names()).not.toContain('App 3')
  })

  it('follows its row when the data changes', async () => {
    await table(apps(3))
    await focus(link(1))
    await table([app(7), ...apps(3)])
    expect(document.activeElement).toBe(link(1))
    await press('ArrowUp')
    expect(document.activeElement).toBe(link(0))
  })

  it('goes to the row that takes the place of one that left', async () => {
    await table(apps(3))
    await focus(find('button', 'Settings of App 1'))
    await table([app(0), app(2)])
    expect(document.activeElement).toBe(find('button', 'Settings of App 2'))
    await table([app(0)])
    expect(document.activeElement).toBe(find('button', 'Settings of App 0'))
  })
})

describe('the place in the list', () => {
  it('stays at its row when rows come in above', async () => {
    await table(apps(500))
    await scrollTo(100 * ROW_HEIGHT + 10)
    await table([...apps(5, 1000), ...apps(500)])
    expect(box().scrollTop).toBe(105 * ROW_HEIGHT + 10)
  })

  it('does not move when nothing changed but the objects', async () => {
    await table(apps(500))
    await scrollTo(100 * ROW_HEIGHT + 10)
    await table(apps(500))
    expect(box().scrollTop).toBe(100 * ROW_HEIGHT + 10)
  })

  it('is the top again after another sort or filter', async () => {
    await table(apps(500), { place: '' })
    await scrollTo(100 * ROW_HEIGHT)
    await table(apps(400), { place: 'status=error' })
    expect(box().scrollTop).toBe(0)
  })
})

describe('with no rows', () => {
  it('shows grey bars after 150 ms of loading, and says that it is busy at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await table([], { loading: true })
    const bars = () => document.querySelectorAll('.pb-bar-grey').length
    expect(document.querySelector('table')?.getAttribute('aria-busy')).toBe('true')
    await pass(149)
    expect(bars()).toBe(0)
    await pass(1)
    expect(bars()).toBe(8)
    expect(document.body.textContent).not.toContain('HubSpot lists no apps')
    await table(apps(2))
    expect(bars()).toBe(0)
    vi.useRealTimers()
  })

  it('keeps old rows while it loads again', async () => {
    await table(apps(2), { loading: true })
    expect(names()).toEqual(['App 0', 'App 1'])
  })

  it('shows why inside its frame', async () => {
    await table([])
    expect(box().textContent).toContain('HubSpot lists no apps')
    expect(document.querySelector('.pb-table-foot')).toBeNull()
  })
})

it('says how far a read is, and lets it be cancelled', async () => {
  const onCancel = vi.fn()
  await table(apps(2), { reading: { text: 'Reading 2 of 3', done: 2, total: 3, onCancel } })
  expect(find('progressbar').getAttribute('aria-valuenow')).toBe('2')
  expect(find('status').textContent).toBe('Reading 2 of 3')
  await click(find('button', 'Cancel'))
  expect(onCancel).toHaveBeenCalledOnce()
})

it('opens what is known of a row below it, without doubling the row', async () => {
  await table(apps(3), { rowDetail: row => (row.id === 'a1' ? <p>7 users</p> : undefined) })
  expect(names()).toEqual(['App 0', 'App 1', 'App 2'])
  const detail = document.querySelector('.pb-row-detail')
  expect(detail?.previousElementSibling?.textContent).toContain('App 1')
  expect(detail?.textContent).toBe('7 users')
})
