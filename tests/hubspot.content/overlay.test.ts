// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createOverlay, type Overlay } from '../../entrypoints/hubspot.content/overlay/overlay.ts'
import type { OverlayLook, PageAnswer, ReadSection } from '../../storage/model/messages.ts'
import { look } from './overlayLook.ts'

const section = (more: Partial<ReadSection> = {}): ReadSection => ({
  kind: 'my-apps',
  heading: 'My apps',
  seen: 24,
  stated: 24,
  complete: true,
  proof: 'rows-equal-stated',
  unsure: [],
  grid: 1,
  ...more,
})
const answer = (more: Partial<PageAnswer> = {}): PageAnswer => ({
  outcome: 'stored',
  state: 'recognised',
  account: 'Acme',
  sections: [section()],
  attention: [
    { name: 'Ledgerlane', pill: 'Error', kind: 'error', tone: 'bad', reason: 'token refresh failed' },
    { name: 'Ringdesk', pill: 'Not seen any more', kind: 'vanished', tone: 'warn', reason: '' },
  ],
  attentionCount: 2,
  look,
  ...more,
})

let roots: ShadowRoot[] = []
let overlay: Overlay | null = null
const said = vi.fn()
const cancel = vi.fn()
const open = (first: OverlayLook = look) => {
  overlay = createOverlay(first, { say: said, cancel })
  return overlay
}
const root = () => roots.at(-1) as ShadowRoot
const text = () => (root().querySelector('.panel') ?? root().querySelector('.tab'))?.textContent ?? ''
const button = (label: string) =>
  [...root().querySelectorAll('button')].find(
    one => one.textContent === label || one.getAttribute('aria-label') === label,
  ) as HTMLButtonElement

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-12T14:08:00Z') })
  const attach = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    expect(init.mode).toBe('closed')
    const made = attach.call(this, init)
    roots.push(made)
    return made
  })
})
afterEach(() => {
  overlay?.remove()
  roots = []
  said.mockReset()
  cancel.mockReset()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('the overlay', () => {
  test('is not on the page before there is something to show, and stands outside its body', () => {
    const made = open()
    expect(document.querySelector('patchbay-overlay')).toBeNull()
    made.show(answer())
    const host = document.querySelector('patchbay-overlay')
    expect(host?.parentElement).toBe(document.documentElement)
    expect(host?.shadowRoot).toBeNull()
    expect(made.owns(host as Element)).toBe(true)
    made.remove()
    expect(document.querySelector('patchbay-overlay')).toBeNull()
  })

  test('says what needs attention: shape, name, reason, word', () => {
    open().show(answer({ attentionCount: 7 }))
    const rows = [...root().querySelectorAll('.issue')]
    expect(rows.map(row => row.textContent)).toEqual([
      'Ledgerlanetoken refresh failedError',
      'RingdeskNot seen any more',
    ])
    expect(rows.map(row => row.querySelector('svg')?.getAttribute('class'))).toEqual([
      'glyph bad solid',
      'glyph warn line',
    ])
    expect(text()).toContain('and 5 more')
  })

  test('never says that all is good', () => {
    open().show(answer({ attention: [], attentionCount: 0 }))
    expect(text()).toContain('No known problem')
  })

  test('says what was read and how surely, with the reason under what is partial', () => {
    open().show(
      answer({
        sections: [
          section(),
          section({ kind: 'other-apps', seen: 9, stated: 17, complete: false, proof: 'fewer-than-stated' }),
          section({ kind: 'app-log', seen: 5, stated: null }),
        ],
      }),
    )
    const rows = [...root().querySelectorAll('tr')].map(row => [...row.children].map(cell => cell.textContent))
    expect(rows).toEqual([
      ['«my-apps»', '24 of 24', 'complete'],
      ['«other-apps»', '9 of 17', 'partial'],
      ['«fewer-than-stated»'],
      ['«app-log»', '5 rows', 'complete'],
    ])
  })

  test('lets a person correct a column, or the page where no column is named', () => {
    const made = open()
    made.show(answer({ sections: [section({ unsure: ['Last activity'], grid: 3 })] }))
    button('Correct this').click()
    expect(said).toHaveBeenLastCalledWith({ type: 'page.open', what: 'mapping', readId: null, grid: 3 })
    made.show(answer({ state: 'partly' }))
    expect(text()).toContain('Partly understood.')
    button('Correct this').click()
    expect(said).toHaveBeenLastCalledWith({ type: 'page.open', what: 'mapping', readId: null })
    made.show(answer())
    expect(button('Correct this')).toBeDefined()
  })

  test('says that nothing was changed, and opens Patchbay', () => {
    open().show(answer())
    expect(text()).toContain('Nothing on this page was changed')
    button('Open Patchbay').click()
    expect(said).toHaveBeenCalledWith({ type: 'page.open', what: 'home', readId: null })
  })

  test('shows strings of a hostile page as text', () => {
    open().show(
      answer({
        attention: [
          { name: '<img src=x onerror=alert(1)>', pill: 'Error', kind: 'error', tone: 'bad', reason: '{title}' },
        ],
      }),
    )
    expect(root().querySelector('img')).toBeNull()
    expect(text()).toContain('<img src=x onerror=alert(1)>{title}')
  })

  test('collapses to a tab with the count; the choice is told', () => {
    open().show(answer())
    button('Collapse').click()
    expect(said).toHaveBeenLastCalledWith({ type: 'page.collapsed', collapsed: true })
    const tab = button('Patchbay: 2 need attention')
    expect(tab.textContent).toBe('2')
    tab.click()
    expect(said).toHaveBeenLastCalledWith({ type: 'page.collapsed', collapsed: false })
    expect(text()).toContain('Ledgerlane')
  })

  test.each([
    ['as it was left', 1200, true, true],
    ['as it was left, though the window is narrow', 600, false, false],
    ['open in a wide window', 1200, undefined, false],
    ['collapsed in a narrow window', 600, undefined, true],
  ])('starts %s', (_, width, chosen, collapsed) => {
    vi.stubGlobal('innerWidth', width)
    open(chosen === undefined ? look : { ...look, collapsed: chosen }).show(answer())
    expect(root().querySelector('.tab') !== null).toBe(collapsed)
    vi.unstubAllGlobals()
  })

  test('closed stays closed, until a read is asked for by hand', () => {
    const made = open()
    made.show(answer())
    button('Close').click()
    made.show(answer({ attentionCount: 9 }))
    expect(document.querySelector('patchbay-overlay')).toBeNull()
    made.progress({ rows: 12, stated: 91 })
    expect(document.querySelector('patchbay-overlay')).not.toBeNull()
  })

  test('shows how far a read is, and lets it be cancelled', () => {
    const made = open()
    made.progress({ rows: 12, stated: 91 })
    expect(root().querySelector('[role="status"]')?.textContent).toBe('Reading 12 of 91')
    made.progress({ rows: 13, stated: null })
    expect(root().querySelector('[role="status"]')?.textContent).toBe('Reading, 13 rows so far')
    button('Cancel').click()
    expect(cancel).toHaveBeenCalledOnce()
    made.show(answer())
    made.progress(null)
    expect(root().querySelector('[role="status"]')).toBeNull()
  })

  test('is a landmark with its name, in its language, in the chosen theme', () => {
    open().show(answer({ look: { ...look, language: 'ja', theme: 'dark' } }))
    const host = document.querySelector<HTMLElement>('patchbay-overlay')
    expect([host?.lang, host?.dataset.theme]).toEqual(['ja', 'dark'])
    const landmark = root().querySelector('[role="complementary"]')
    expect(landmark?.getAttribute('aria-label')).toBe('Patchbay')
  })

  test('leaves its nodes alone when nothing is new, and keeps the focus when something is', () => {
    const made = open()
    made.show(answer())
    const before = button('Open Patchbay')
    before.focus()
    made.show(answer())
    expect(button('Open Patchbay')).toBe(before)
    made.show(answer({ attentionCount: 3 }))
    expect(button('Open Patchbay')).not.toBe(before)
    expect(root().activeElement).toBe(button('Open Patchbay'))
  })

  test('tells the time of the read once it is not "just now"', () => {
    open().show(answer())
    expect(text()).toContain('read just now')
    vi.advanceTimersByTime(61_000)
    expect(text()).toMatch(/read at \d\d:08/)
  })
})
