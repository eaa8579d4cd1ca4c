// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { gatherView } from '../../../storage/model/gather/gatherView.ts'
import type { Box, Layout } from '../../../storage/model/gather/layout.ts'

/** A layout written into the markup: `data-y="top bottom"`, `data-area` for what scrolls. Boxes without one have no height. */
const layout: Layout = {
  visible: () => true,
  box: element => boxOf(element) ?? { top: 0, bottom: 0, left: 0, right: 0 },
  content: element => boxOf(element),
  scrollArea: element => element.parentElement?.closest('[data-area]') ?? null,
  windowHeight: () => 500,
  windowWidth: () => 1000,
  spacing: element => (/^(?:SPAN|A|B)$/.test(element.tagName) ? 'none' : 'line'),
}
function boxOf(element: Element): Box | null {
  const [top, bottom] = (element.getAttribute('data-y') ?? '').split(' ').map(Number)
  return top === undefined || bottom === undefined ? null : { top, bottom, left: 0, right: 900 }
}

/** Rows of 40 pixels from `top` on. */
const rows = (top: number, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `<tr data-y="${top + 40 * at} ${top + 40 * at + 40}"><td>App ${top + at}</td><td>Connected</td></tr>`,
  ).join('')
const extentOf = (body: string, bodyBox: string, around = '') => {
  const document = new DOMParser().parseFromString(
    `<body><main data-y="0 2000"><h2 data-y="0 20">My apps</h2><table data-y="${bodyBox}"><thead><tr data-y="20 40"><th data-y="20 40">Name</th><th>Status</th></tr></thead><tbody data-y="${bodyBox}">${body}</tbody></table>${around}</main></body>`,
    'text/html',
  )
  return gatherView(document, { url: 'https://app.hubspot.com/connected-apps/1', at: 0, zone: 'UTC', layout }).grids[0]
    ?.extent
}

test('all rows on the screen, nothing blank: start and end are seen', () => {
  expect(extentOf(rows(40, 5), '40 240')).toMatchObject({ startSeen: true, endSeen: true })
})

test('padding lower than a row is no missing row', () => {
  expect(extentOf(rows(40, 5), '40 264')).toMatchObject({ endSeen: true })
})

test('room for one row is a missing row', () => {
  expect(extentOf(rows(40, 5), '40 280')).toMatchObject({ startSeen: true, endSeen: false })
  expect(extentOf(rows(80, 5), '40 280')).toMatchObject({ startSeen: false, endSeen: true })
})

test('an empty box next to the rows stands for rows', () => {
  const spacer = (from: number, to: number) => `<tr data-y="${from} ${to}"><td></td></tr>`
  expect(extentOf(rows(40, 5) + spacer(240, 280), '40 280')).toMatchObject({ startSeen: true, endSeen: false })
  expect(extentOf(spacer(40, 80) + rows(80, 5), '40 280')).toMatchObject({ startSeen: false, endSeen: true })
})

test('a last row below the window was not seen', () => {
  expect(extentOf(rows(40, 20), '40 840')).toMatchObject({ startSeen: true, endSeen: false })
})

test('a list scrolled past has shown its end', () => {
  expect(extentOf(rows(-900, 20), '-900 -100')).toMatchObject({ endSeen: true })
})

test('room behind the list that other things of the page take up is not the list’s', () => {
  expect(extentOf(rows(40, 5), '40 240', '<p data-y="600 620">91 apps</p>')).toMatchObject({ endSeen: true })
})
