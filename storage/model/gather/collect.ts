import type { Grid, PageView } from '../recognise/view.ts'
import { addressScope } from './address.ts'
import { collectGrid, type GridCollection, gridIdentity } from './collectGrid.ts'
import { statedTotal } from './statedTotal.ts'

const MINUTE = 60_000
/** A collection older than this is begun anew: what was seen at its start may not be true any more. */
export const LONGEST_COLLECTION = 10 * MINUTE
/** A list of the page itself that is gone for this long was taken away by the page, not just redrawn. */
export const GONE_AFTER = 3_000

/** What was seen of one page since the collection began, over scrolls, pages of lists, tabs and re-renders. */
export interface Collection {
  /** Epoch ms of its first view. */
  startedAt: number
  /** Host, account and path; another one begins a new collection. */
  scope: string
  grids: GridCollection[]
  /** Everything collected, as one view. */
  view: PageView
}

/**
 * Adds what is on the page now to what was seen before. `resumed`: the tab was hidden since the last view. A new collection
 * (compare `startedAt`) begins with another account or page, after the tab was hidden, and after ten minutes.
 */
export function collect(before: Collection | null, view: PageView, resumed = false): Collection {
  const scope = addressScope(view.url)
  const goesOn =
    before !== null && !resumed && before.scope === scope && view.at - before.startedAt <= LONGEST_COLLECTION
  const collected = goesOn ? before.grids : []
  const startedAt = goesOn ? before.startedAt : view.at

  const tabs = view.tabs?.join('\t') ?? ''
  const taken = new Set<GridCollection>()
  const grids: GridCollection[] = []
  const counts = new Map<string, number>()
  for (const grid of view.grids) {
    const name = gridIdentity(grid)
    const nth = counts.get(name) ?? 0
    counts.set(name, nth + 1)
    const identity = `${name}\n${nth}`
    const known = collected.find(other => other.identity === identity && !taken.has(other)) ?? null
    if (known) taken.add(known)
    grids.push(collectGrid(known, grid, identity, tabs, view.at))
  }
  const rest = collected
    .filter(grid => !taken.has(grid))
    .map(grid => ({ ...grid, goneAt: isElsewhere(grid, tabs) ? view.at : (grid.goneAt ?? view.at) }))
  const kept = inPlace(
    grids,
    rest.filter(grid => staysCollected(grid, tabs, view.at)),
    collected,
  )
  return { startedAt, scope, grids: kept, view: { ...view, grids: kept.map(({ grid }) => grid) } }
}

/**
 * A list in a dialog was closed, and one of a tab that is not chosen now is out of sight: neither was taken away. Of the
 * rest, a list may be missing for a moment while it is redrawn.
 */
const staysCollected = (grid: GridCollection, tabs: string, now: number): boolean =>
  grid.grid.rows.length > 0 && (isElsewhere(grid, tabs) || grid.goneAt === null || now - grid.goneAt < GONE_AFTER)

const isElsewhere = ({ grid, tabs: then }: GridCollection, tabs: string): boolean =>
  grid.place === 'dialog' || then !== tabs || (grid.place === 'panel' && tabs === '')

/** Lists that are not on the page now keep their place behind the list they followed. */
function inPlace(now: GridCollection[], gone: GridCollection[], before: readonly GridCollection[]): GridCollection[] {
  const result = [...now]
  for (const grid of gone) {
    const at = before.indexOf(before.find(other => other.identity === grid.identity) as GridCollection)
    const previous = before
      .slice(0, at)
      .reverse()
      .find(other => result.some(({ identity }) => identity === other.identity))
    const index = previous ? result.findIndex(({ identity }) => identity === previous.identity) + 1 : 0
    result.splice(index, 0, grid)
  }
  return result
}

/** Rows of all lists and the sum of the totals stated for them, for showing progress. */
export function progressOf(grids: readonly Grid[]): { rows: number; stated: number | null } {
  let stated: number | null = null
  for (const grid of grids) {
    const total = statedTotal(grid)
    if (total !== null) stated = (stated ?? 0) + total
  }
  return { rows: grids.reduce((sum, grid) => sum + grid.rows.length, 0), stated }
}
