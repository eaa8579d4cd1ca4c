import { gatherView } from '../../../storage/model/gather/gatherView.ts'
import type { Grid, PageView } from '../../../storage/model/recognise/view.ts'

export const ADDRESS = 'https://app-eu1.hubspot.com/connected-apps/147/installed'

/** The view of a document whose body holds this markup. */
export function viewOf(body: string, head = ''): PageView {
  const document = new DOMParser().parseFromString(`<html><head>${head}</head><body>${body}</body></html>`, 'text/html')
  return gatherView(document, { url: ADDRESS, at: 1000, zone: 'Europe/Berlin' })
}

/** The only list in this markup. */
export function gridOf(body: string): Grid {
  const { grids } = viewOf(body)
  if (grids.length !== 1) throw new Error(`${grids.length} lists: ${grids.map(grid => grid.heading).join(', ')}`)
  return grids[0] as Grid
}

/** Cells as text, one list a row. */
export const textsOf = (grid: Grid | undefined): string[][] =>
  grid?.rows.map(row => row.cells.map(cell => cell.text)) ?? []

export const link = (name: string, n: number) =>
  `<a href="/connected-apps/147/installed/basic/${n}/overview">${name}</a>`
export const addressOf = (n: number) => `https://app-eu1.hubspot.com/connected-apps/147/installed/basic/${n}/overview`
