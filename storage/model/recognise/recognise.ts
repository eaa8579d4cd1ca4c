import { languagesOf } from './language.ts'
import { placeOf } from './location.ts'
import { accountOf, homeOf, pageAppOf } from './page.ts'
import type { Reader } from './reader.ts'
import type { Mapping, Recognised, Section } from './recognised.ts'
import { merged, sectionOf } from './sectionOf.ts'
import { isForeign, placeGrids } from './sections.ts'
import { stateOf } from './state.ts'
import { tidied } from './tidy.ts'
import { unsureHeaders } from './unsure.ts'
import { withApps } from './users.ts'
import type { Grid, PageView } from './view.ts'

export interface RecogniseOptions {
  /** Epoch ms: nothing read lies more than a day after it. */
  now: number
  /** The user's own answers for this account, if any. */
  mapping: Mapping | null
}

/**
 * From what stands on a page to typed rows. Pure: the same view and options give the same answer. What cannot be placed
 * for sure is left out and told (`unplaced`, `skipped`, a column without meaning); nothing is ever guessed. Never throws.
 */
export const recognise = (view: PageView, { now, mapping }: RecogniseOptions): Recognised => {
  const page = tidied(view, now)
  const place = placeOf(page.url)
  const account = accountOf(page, place)
  const reader: Reader = {
    portal: account.portal,
    place,
    zone: page.zone,
    now,
    mapping,
    pageApp: pageAppOf(page, place),
  }
  // A paste has no address; on any other page of HubSpot nothing but the address is looked at.
  const readable = place.kind === 'list' || place.kind === 'app' || place.kind === 'none'
  const read = readable ? placeGrids(page, place, mapping).flatMap(placed => sectionOf(placed, reader) ?? []) : []
  const sections = withApps(merged(read), page)
  const unplaced = readable ? unplacedIn(page, read, (grid: Grid) => isForeign(grid, place)) : []
  const unsure =
    unplaced.some(({ headers }) => headers.length > 0) || sections.some(section => unsureHeaders(section).length > 0)
  return {
    state: stateOf(page, place, sections, unsure),
    ...account,
    languages: languagesOf(page),
    home: homeOf(page, place, sections),
    sections,
    unplaced,
  }
}

/** Lists that no section came of and that no heading says are something else. */
const unplacedIn = (
  page: PageView,
  read: readonly Section[],
  foreign: (grid: Grid) => boolean,
): Recognised['unplaced'] =>
  page.grids.flatMap((grid, index) => {
    const several = grid.rows.some(row => row.cells.length > 1)
    if (read.some(section => section.grid === index) || !several || foreign(grid)) return []
    return [{ heading: grid.heading, headers: grid.headers, rows: grid.rows.length, grid: index }]
  })
