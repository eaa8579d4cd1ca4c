import type { Cell, Grid, GridExtent, PageView, Row } from '../../../storage/model/recognise/view.ts'

export const NOW = Date.parse('2026-11-24T12:00:00Z')
export const LIST = 'https://app-eu1.hubspot.com/connected-apps/24681357/installed'

/** The link of an app's page in the account that `page` shows. */
export const appLink = (number: number): string =>
  `https://app-eu1.hubspot.com/connected-apps/24681357/installed/basic/${number}/overview`

export const extent = (changes: Partial<GridExtent> = {}): GridExtent => ({
  stated: [],
  rowCount: null,
  next: 'none',
  filtered: false,
  busy: false,
  endSeen: null,
  ...changes,
})

export const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ text, ...more })

/** A grid of rows of texts (or cells), each row with a key of its own. */
export const grid = (
  heading: string | null,
  headers: string[],
  rows: (string | Cell)[][],
  changes: Partial<Grid> = {},
): Grid => ({
  shape: headers.length > 0 ? 'table' : 'repeat',
  heading,
  path: [],
  headers,
  rows: rows.map(
    (cells, index): Row => ({
      key: `row ${index}`,
      cells: cells.map(one => (typeof one === 'string' ? { text: one } : one)),
      seenAt: NOW,
    }),
  ),
  extent: extent(),
  notes: [],
  since: NOW,
  ...changes,
})

export const page = (grids: Grid[], changes: Partial<PageView> = {}): PageView => ({
  url: LIST,
  title: 'Connected Apps | HubSpot',
  locales: ['en'],
  headings: ['Connected Apps'],
  prose: [],
  links: [],
  fields: [],
  grids,
  at: NOW,
  zone: 'UTC',
  ...changes,
})
