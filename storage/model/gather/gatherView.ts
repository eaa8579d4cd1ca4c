import type { Grid, PageView, Row } from '../recognise/view.ts'
import type { CellReading } from './cells.ts'
import { clipped, shown } from './characters.ts'
import { extentOf } from './extent.ts'
import { findTables } from './findTables.ts'
import { regionName } from './labels.ts'
import type { Layout } from './layout.ts'
import { findPlainLists } from './plainLists.ts'
import { MOST_GRIDS, type RawGrid, type RawRow } from './raw.ts'
import { newMemo, type Reading, role, titlesIn, withShown } from './reading.ts'
import { findRepeats } from './repeats.ts'
import { keysFor } from './rowKeys.ts'
import { type Scope, scopesOf } from './scopes.ts'
import { isThing, notesOf, type Section, sectionsOf } from './sections.ts'
import { type Token, tokensOf } from './tokens.ts'
import { shownBy } from './visibility.ts'

export interface GatherOptions {
  /** Address of the page; empty for a paste. */
  url: string
  /** Epoch ms. */
  at: number
  /** IANA zone of the reader's computer. */
  zone: string
  /** Whether an element is drawn; shorthand for `layout.visible`. */
  visible?: (element: Element) => boolean
  /** What a screen can tell; absent for an inert document. */
  layout?: Partial<Layout>
}

/**
 * Reads a document as a person would see it: lists with their headings, prose, links, kinds of fields. Knows no class name
 * and no test id, follows no link, changes nothing. Never throws: what it cannot read is not in the view.
 */
export function gatherView(root: Document, options: GatherOptions): PageView {
  const steps = gatherInSteps(root, options)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** The same in steps: between them the page may have its turn. Once it changes then, the rest of them tells nothing. */
export function* gatherInSteps(root: Document, options: GatherOptions): Generator<undefined, PageView> {
  const layout = options.visible ? { ...options.layout, visible: options.visible } : options.layout
  const view: PageView = {
    url: options.url,
    title: shown(root.title ?? ''),
    locales: [],
    headings: [],
    prose: [],
    links: [],
    fields: [],
    grids: [],
    at: options.at,
    zone: options.zone,
  }
  try {
    const { scopes, document, spared, frame } = scopesOf(root, layout)
    if (frame !== null) view.frame = frame
    const shows = shownBy(layout, spared)
    const titles = titlesIn(document)
    const reading: Reading = { layout, base: baseOf(options.url, document), shown: shows, titles, memo: newMemo() }
    view.locales = localesOf(document)
    for (const scope of scopes) yield* attemptScope(scope, view, options, reading)
  } catch {
    // as `attempt`: what was gathered so far is the view
  }
  view.grids.length = Math.min(view.grids.length, MOST_GRIDS)
  return view
}

/** As `attempt`, in steps. */
function* attemptScope(...of: Parameters<typeof gatherScope>): Generator<undefined, void> {
  try {
    yield* gatherScope(...of)
  } catch {
    // the other scopes are read all the same
  }
}

function* gatherScope(
  scope: Scope,
  view: PageView,
  options: GatherOptions,
  reading: Reading,
): Generator<undefined, void> {
  const inside = withShown(reading, element => !scope.without.has(element) && reading.shown(element))
  const tables = findTables(scope.element, inside)
  yield
  const owned = new Set(tables.flatMap(table => table.owned))
  const repeats = findRepeats(scope.element, element => owned.has(element), inside)
  const kept = repeats.filter(grid => keepsRow(grid, inside))
  yield
  for (const element of kept.flatMap(repeat => repeat.owned)) owned.add(element)
  const plain = findPlainLists(scope.element, element => owned.has(element), inside)
  const grids = withoutCopies([...tables, ...kept, ...plain])
  for (const grid of grids) grid.caption ??= regionName(grid.root, scope.element, inside)
  const tokens = tokensOf(scope.element, grids, inside)
  const { sections, loose } = sectionsOf(tokens, inside)
  addTokens(view, tokens)
  for (const section of sections) {
    const grid = attempt(() => gridOf(section, loose, scope, view.at, options.url, inside))
    if (grid) view.grids.push(grid)
  }
}

/** A list of one entry may be a sentence in a list's clothes: it needs heads, several lines in a true list, or a sign. */
function keepsRow(grid: RawGrid, reading: Reading): boolean {
  const [row] = grid.rows
  if (!row || grid.rows.length > 1 || grid.headers.length > 0) return grid.rows.length > 0
  const lines = row.cells.filter(cell => cell.text !== '').length
  return isThing(row, reading) || (lines > 1 && (role(row.element) === 'listitem' || row.element.tagName === 'LI'))
}

function gridOf(
  section: Section,
  loose: readonly Token[],
  scope: Scope,
  at: number,
  url: string,
  reading: Reading,
): Grid | null {
  const raw = section.grid
  const extent = extentOf(section, loose, url, reading)
  const notes = notesOf(section)
  if (!raw && notes.length === 0 && !extent.busy) return null
  const panel = scope.panelOf(raw?.root ?? section.around[0]?.element ?? scope.element)
  if (panel?.stated) extent.stated.push(panel.stated)
  const rows = raw?.rows ?? []
  const keys = keysFor(rows)
  const names = [scope.name, panel?.words ?? null].filter(name => name !== null && name !== '')
  const heading = section.heading ?? panel?.words ?? scope.name
  const grid: Grid = {
    shape: raw?.shape ?? 'repeat',
    heading,
    path: [...names, ...section.path].filter(
      (name, index, all) => name !== heading && all.indexOf(name) === index,
    ) as string[],
    headers: raw?.headers ?? [],
    rows: promoted(rows.map(row => row.cells)).map(
      (cells, index): Row => ({ key: keys[index] ?? '', cells, seenAt: at }),
    ),
    extent,
    notes,
    since: at,
  }
  if (scope.place) grid.place = scope.place
  else if (panel) grid.place = 'panel'
  return grid
}

/**
 * A name may be a button that opens a panel. In a column that holds one button a row and no text, labels that differ from
 * row to row are what the rows are about, not what can be done with them.
 */
function promoted(rows: CellReading[][]): Row['cells'][] {
  const width = Math.max(0, ...rows.map(row => row.length))
  const columns = new Set<number>()
  for (let column = 0; column < width; column++) {
    const cells = rows.flatMap(row => row[column] ?? [])
    const labels = cells.flatMap(cell =>
      cell.text === '' && cell.buttons?.length === 1 ? (cell.buttons[0] ?? []) : [],
    )
    const first = rows.every(row => row.slice(0, column).every(cell => cell.text === ''))
    const differ = new Set(labels).size > Math.max(1, labels.length / 2)
    if (labels.length === cells.length && labels.length > 0 && (differ || (labels.length === 1 && first && width > 1)))
      columns.add(column)
  }
  return rows.map(row =>
    row.map(({ loading: _loading, fieldOnly: _fieldOnly, ...cell }, column) => {
      const label = cell.buttons?.[0]
      return columns.has(column) && label !== undefined ? { ...cell, text: label } : cell
    }),
  )
}

/** The same list drawn twice, for wide and for narrow windows: the one with heads, or else with more cells, is kept. */
function withoutCopies(grids: RawGrid[]): RawGrid[] {
  const worth = (grid: RawGrid) =>
    (grid.headers.length > 0 ? 1000 : 0) + Math.max(0, ...grid.rows.map(row => row.cells.length))
  const dropped = new Set<RawGrid>()
  grids.forEach((one, at) => {
    for (const other of grids.slice(at + 1)) {
      if (one.rows.length < 2 || one.rows.length !== other.rows.length || one.root.contains(other.root)) continue
      const [more, less] = worth(one) >= worth(other) ? [one, other] : [other, one]
      if (less.rows.every((row, index) => saidIn(row, more.rows[index]))) dropped.add(less)
    }
  })
  return grids.filter(grid => !dropped.has(grid))
}

/** Whether another row says all that this one says. */
function saidIn(row: RawRow, other: RawRow | undefined): boolean {
  const said = new Set(
    other?.cells.flatMap(cell => [cell.text, cell.full ?? '', ...(cell.lines ?? []), cell.href ?? '']),
  )
  return row.cells.every(cell => said.has(cell.text) && (cell.href === undefined || said.has(cell.href)))
}

function addTokens(view: PageView, tokens: readonly Token[]): void {
  const tabs = tokens.flatMap(token => (isChosen(token) && token.kind === 'button' ? token.label : []))
  if (tabs.length > 0) view.tabs = [...new Set([...(view.tabs ?? []), ...tabs])].slice(0, 10)
  for (const token of tokens) {
    if (token.kind === 'heading' && view.headings.length < 60) view.headings.push(clipped(token.text, 300))
    if (token.kind === 'prose' && view.prose.length < 40 && !view.prose.includes(token.text))
      view.prose.push(token.text)
    if (token.kind === 'link' && view.links.length < 200)
      view.links.push({ text: clipped(token.text, 200), href: clipped(token.href, 2000) })
    if (token.kind === 'field' && !view.fields.includes(token.type)) view.fields.push(token.type)
  }
}

/** A tab, or a thing like one, that is marked as the one shown. Numbers are pages of a list. */
function isChosen({ element, ...token }: Token): boolean {
  if (token.kind !== 'button' || token.label === '' || /^\d+$/.test(token.label)) return false
  const current = element.getAttribute('aria-current') ?? 'false'
  return current !== 'false' || (role(element) === 'tab' && element.getAttribute('aria-selected') === 'true')
}

/** `data-locale-at-render` is written with each text and is the better witness; `lang` may never have been set right. */
function localesOf(document: Document): string[] {
  const found: string[] = []
  const add = (locale: string | null | undefined) => {
    const name = locale?.trim().toLowerCase().replace(/_/g, '-')
    if (name && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(name) && !found.includes(name)) found.push(name)
  }
  for (const text of document.querySelectorAll('[data-locale-at-render]'))
    add(text.getAttribute('data-locale-at-render'))
  add(document.documentElement?.getAttribute('lang'))
  return found.slice(0, 6)
}

function baseOf(url: string, document: Document): URL | null {
  try {
    return new URL(document.querySelector('base[href]')?.getAttribute('href') ?? '', url || undefined)
  } catch {
    return url ? attempt(() => new URL(url)) : null
  }
}

/** What one odd corner of a page throws must not cost the rest of it. */
function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
