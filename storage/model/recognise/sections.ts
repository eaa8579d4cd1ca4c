import { groupNamed, labelNamed, sectionNamed } from '../words/lookup.ts'
import { meaningsNamed } from './columns.ts'
import { factsOf } from './facts.ts'
import type { Place } from './location.ts'
import { mappedColumns } from './mapping.ts'
import type { ColumnMeaning, Mapping, SectionKind } from './recognised.ts'
import type { Grid, PageView } from './view.ts'

/** A grid and what it lists. */
export interface Placed {
  grid: Grid
  index: number
  kind: SectionKind
  /** Told by its heading; otherwise by its header row alone. */
  named: boolean
}

/**
 * What each grid of a page lists: by the words of its heading, else by the set of its headers. Grids that nothing places,
 * that a heading says are something else, or that two rules would place, are not in the answer.
 */
export const placeGrids = (view: PageView, place: Place, mapping: Mapping | null): Placed[] => {
  const placed: Placed[] = []
  const open: { grid: Grid; index: number }[] = []
  for (const { grid, index } of view.grids.flatMap(parted)) {
    const named = namedKind(grid, place)
    if (named === 'foreign') continue
    if (named === null && place.kind === 'app' && factsOf(grid)) {
      placed.push({ grid, index, kind: 'app', named: false })
    } else if (named !== null && suits(grid, named, mapping)) placed.push({ grid, index, kind: named, named: true })
    else open.push({ grid, index })
  }
  for (const { grid, index } of open) {
    const kind = kindByHeaders(grid, mapping)
    if (kind === null || (grid.heading !== null && isOther(grid.heading, kind))) continue
    const rivals = open.filter(other => other.index !== index && kindByHeaders(other.grid, mapping) === kind)
    const taken = placed.some(other => other.named && other.kind === kind)
    // Lists of users stand in a panel each; of any other kind a page has one.
    if (kind === 'users' || (rivals.length === 0 && !taken)) placed.push({ grid, index, kind, named: false })
  }
  return placed.sort((a, b) => a.index - b.index)
}

/**
 * Sections whose heading only looks like one are boxes built alike, and so come as rows of one list: a name and a sentence,
 * or a name and what one card holds. They are taken apart again.
 */
const parted = (grid: Grid, index: number): { grid: Grid; index: number }[] => {
  const groups = groupsOf(grid)
  if (groups) return groups.map(group => ({ grid: group, index }))
  const rows = grid.rows.map(row => ({ ...row, cells: row.cells.filter(cell => cell.text !== '' || cell.buttons) }))
  const sections =
    rows.length > 1 && grid.headers.length === 0 && rows.every(({ cells }) => sectionNamed(cells[0]?.text ?? ''))
  if (!sections) return [{ grid, index }]
  return rows.map(({ cells: [name, ...cells], ...row }) => {
    const isCard = cells.length > 1 && cells.some(cell => cell.buttons || cell.href)
    const part = {
      heading: name?.text ?? null,
      path: [...grid.path, ...(grid.heading === null ? [] : [grid.heading])],
      rows: isCard ? [{ ...row, cells }] : [],
      notes: isCard ? [] : cells.flatMap(cell => cell.text || (cell.buttons ?? [])),
    }
    return { grid: { ...grid, ...part }, index }
  })
}

/** Groups of permissions whose headings only look like headings: one row a group, its name first, or none for what is granted. */
const groupsOf = (grid: Grid): Grid[] | null => {
  if (grid.headers.length > 0 || !isPermissions(grid.heading)) return null
  const names = grid.rows.map(row => row.cells[0]?.text ?? '')
  if (!names.some(name => groupNamed(name)) || names.some(name => name !== '' && !groupNamed(name))) return null
  return grid.rows.map(
    (row, at): Grid => ({
      ...grid,
      heading: names[at] || grid.heading,
      path: names[at] ? [...grid.path, grid.heading ?? ''] : grid.path,
      rows: row.cells
        .slice(1)
        .filter(cell => cell.text !== '')
        .map(cell => ({ ...row, key: `${row.key}\n${cell.text}`, cells: [cell] })),
    }),
  )
}

/** The kind that the heading names; `foreign` for something else that has a known name; null for no or unknown words. */
const namedKind = (grid: Grid, place: Place): SectionKind | 'foreign' | null => {
  for (const words of headingsOf(grid)) {
    if (groupNamed(words)) return 'permissions'
    const meanings = sectionNamed(words)?.meanings ?? []
    const [only, second] = meanings.filter(meaning => meaning !== 'app' || place.kind === 'app')
    if (only && !second) return only
    if (!isPageName(words)) return isPermissions(grid.path.at(-1)) ? 'permissions' : null
  }
  return null
}

const isPermissions = (words: string | null | undefined): boolean =>
  sectionNamed(words ?? '')?.meanings.includes('permissions') ?? false

/** Whether the heading says that the grid is something that is not read here. */
export const isForeign = (grid: Grid, place: Place): boolean => namedKind(grid, place) === 'foreign'

/** The nearest heading, then the ones above it as long as they only name the page or its tab. */
const headingsOf = (grid: Grid): string[] =>
  [grid.heading, ...grid.path.toReversed()].filter(words => words !== null && words !== '') as string[]

const isPageName = (words: string): boolean =>
  labelNamed(words)?.meanings.some(meaning => meaning === 'apps' || meaning === 'new' || meaning === 'classic') ?? false

/** A heading with words of its own that are not the page's: the list under it may be anything. */
const isOther = (heading: string, kind: SectionKind): boolean => kind === 'my-apps' && !isPageName(heading)

const NEEDS: Record<SectionKind, (has: (meaning: ColumnMeaning | 'name') => boolean) => boolean> = {
  attention: () => true,
  'my-apps': has => !has('connections') || has('status') || has('lastActivity'),
  'other-apps': has => !has('reason') && !(has('event') && has('time')),
  users: has => (has('person') || has('email') || has('name')) && !has('app') && !has('event') && !has('status'),
  'app-log': has => has('event') && has('time'),
  app: () => true,
  permissions: has => !has('app') && !has('person'),
  recommendations: () => true,
}

/** Whether a grid's headers can be those of the section that its heading names. An empty section suits everything. */
const suits = (grid: Grid, kind: SectionKind, mapping: Mapping | null): boolean => {
  if (grid.headers.every(header => header === '')) return grid.rows.length === 0 || !['users', 'app-log'].includes(kind)
  return NEEDS[kind](hasOf(grid, mapping))
}

const hasOf = (grid: Grid, mapping: Mapping | null) => {
  const meanings = meaningsNamed(grid.headers)
  for (const said of mappedColumns(grid, mapping)) if (said) meanings.add(said)
  return (meaning: ColumnMeaning | 'name') => meanings.has(meaning)
}

/** The kind that a header row alone gives away. */
const kindByHeaders = (grid: Grid, mapping: Mapping | null): SectionKind | null => {
  if (grid.headers.every(header => header === '')) return null
  const has = hasOf(grid, mapping)
  const app = has('app') || has('name')
  if (has('event') && has('time')) return 'app-log'
  if (app && has('reason')) return has('event') || has('status') ? null : 'attention'
  if (app && has('status') && (has('installed') || has('lastActivity') || has('installedBy'))) return 'my-apps'
  if (app && has('installed') && has('lastActivity')) return 'my-apps'
  if (has('app') && has('connections')) return 'other-apps'
  if ((has('person') || has('email')) && !has('app') && (has('team') || has('installed'))) return 'users'
  return null
}
