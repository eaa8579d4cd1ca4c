import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { type Collection, collect } from '../../../storage/model/gather/collect.ts'
import { gatherView } from '../../../storage/model/gather/gatherView.ts'
import type { Grid, PageView } from '../../../storage/model/recognise/view.ts'
import { canon } from '../../hubspot/canon.ts'
import type { RowExpect } from '../../hubspot/page/expect.ts'
import { type Page, pageOfSeed } from '../../hubspot/page.ts'

const SEEDS = Array.from({ length: 60 }, (_, at) => at + 1)
/** Between two moments of a walk through a page (ms). */
const STEP = 700

/** All that a walk through the page shows, collected. */
async function walked(page: Page): Promise<PageView | undefined> {
  let collection: Collection | null = null
  const window = new Window()
  const parser = new window.DOMParser() as unknown as DOMParser
  for (const [at, html] of page.frames.entries()) {
    const document = parser.parseFromString(html, 'text/html')
    collection = collect(collection, gatherView(document, { url: page.url, at: at * STEP, zone: page.truth.zone }))
  }
  await window.happyDOM.close()
  return collection?.view
}

/** Everything a row says, for looking up what it should say. */
const saying = (row: Grid['rows'][number]): string =>
  canon(
    row.cells
      .flatMap(cell => [cell.text, cell.full, cell.datetime, ...(cell.lines ?? []), ...(cell.buttons ?? [])])
      .join('\n'),
  )

const shownTexts = (row: RowExpect): string[] =>
  Object.values(row.fields).flatMap(field => canon(field?.shown ?? '') || [])
const names = (grid: Grid, heading: string) =>
  [grid.heading ?? '', ...grid.path].some(name => canon(name).toLowerCase() === canon(heading).toLowerCase())

test(`every row of ${SEEDS.length} random pages is found in its section, and none twice`, async () => {
  const wrong: string[] = []
  let rows = 0
  for (const seed of SEEDS) {
    const page = pageOfSeed(seed)
    const grids = (await walked(page))?.grids ?? []
    for (const section of page.expect.sections) {
      if (section.kind === 'app') continue // facts with their names: one row there is one field here
      const here = grids.filter(grid => !section.heading || names(grid, section.heading))
      const found = here.flatMap(grid => grid.rows.map(saying))
      for (const row of section.rows.filter(one => !one.optional)) {
        rows++
        const texts = shownTexts(row)
        if (!found.some(text => texts.every(wanted => text.includes(wanted))))
          wrong.push(`${seed} ${section.kind}: no ${texts.join(' | ')}`)
      }
      const own = grids.filter(
        grid => section.heading && canon(grid.heading ?? '').toLowerCase() === canon(section.heading).toLowerCase(),
      )
      const many = own.reduce((sum, grid) => sum + grid.rows.length, 0)
      if (many > section.rows.length) wrong.push(`${seed} ${section.kind}: ${many} rows of ${section.rows.length}`)
    }
  }
  console.log(`gathered ${rows} rows of ${SEEDS.length} pages`)
  expect(wrong).toEqual([])
  expect(rows).toBeGreaterThan(1500)
}, 120_000)
