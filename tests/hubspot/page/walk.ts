import type { PageDraft } from './draft.ts'
import type { ListStyle, Style } from './style.ts'
import type { RenderedList } from './tables.ts'

/** Which rows of a list are in the document: from (included) to (excluded). */
export type Window = { from: number; to: number }

/** What a person sees at one moment of going through a page. */
export type Moment = {
  /** `shell`: only a spinner. `head`: headings and the first rows of the first list. */
  phase: 'shell' | 'head' | 'full'
  windows: Record<string, Window>
  tab: string | undefined
  /** Sections whose "show more" was pressed. */
  unfolded: boolean
  layer: string | undefined
  /** Goes up with each re-render that replaces every node. */
  render: number
}

/** The rows of a list of `all` that are there before anybody scrolls or pages. */
export function firstWindow(all: number, { lazy, drawn }: ListStyle): Window {
  return { from: 0, to: lazy === 'none' ? all : Math.min(all, drawn) }
}

/** How many rows of a list a walk gets to see; with `short` the person stops about half-way. */
export function seenIn(all: number, style: ListStyle, short: boolean): number {
  return windowsAfter(all, style, short).at(-1)?.to ?? firstWindow(all, style).to
}

/** The moments of one walk: arrive, scroll or page every list once, unfold, open each panel, then the other tab. */
export function walk(draft: PageDraft, lists: readonly RenderedList[], style: Style): Moment[] {
  const tab = draft.tabs.find(one => one.selected)?.id
  let now: Moment = {
    phase: 'full',
    windows: Object.fromEntries(lists.map(list => [list.id, firstWindow(list.rows.length, list.draft.style)])),
    tab,
    unfolded: false,
    layer: undefined,
    render: 0,
  }
  const moments: Moment[] = []
  const go = (changes: Partial<Moment>) => {
    now = { ...now, ...changes }
    moments.push(now)
  }
  if (style.arrival === 'slow') {
    const few = Object.fromEntries(
      lists.map(list => [list.id, { from: 0, to: Math.min(10, now.windows[list.id]?.to ?? 0) }]),
    )
    moments.push({ ...now, phase: 'shell' }, { ...now, phase: 'head', windows: few })
    now = { ...now, render: 1 }
  }
  go({})
  walkTab(tab)
  const others = style.walkTabs ? draft.tabs.filter(one => one.id !== tab) : []
  for (const other of others) {
    go({ tab: other.id })
    walkTab(other.id)
  }
  return moments

  function walkTab(id: string | undefined): void {
    const sections = draft.panels.filter(panel => panel.tab === id).flatMap(panel => panel.sections)
    if (sections.some(one => one.folded !== undefined)) go({ unfolded: true })
    for (const section of sections) {
      const list = lists.find(one => one.id === section.list?.id)
      if (!list) continue
      for (const window of windowsAfter(list.rows.length, list.draft.style, style.stopsShort)) {
        const middle = style.arrival === 'slow' && window.from >= list.rows.length / 2 && now.render < 2
        go({ windows: { ...now.windows, [list.id]: window }, ...(middle ? { render: 2 } : {}) })
      }
    }
    if (!sections.some(one => one.kind === 'other-apps')) return
    for (const layer of draft.layers) go({ layer: layer.id })
    if (draft.layers.length > 0) now = { ...now, layer: undefined }
  }
}

/** The windows of a list after the first one. Those of a recycled list overlap, as they do on a screen. */
export function windowsAfter(all: number, { lazy, drawn }: ListStyle, short: boolean): Window[] {
  const windows: Window[] = []
  if (lazy === 'recycle') {
    for (let from = 0; from + drawn < all; ) {
      from = Math.min(all - drawn, from + Math.max(1, drawn - 5))
      windows.push({ from, to: from + drawn })
    }
  } else if (lazy !== 'none') {
    for (let to = drawn; to < all; ) {
      const from = lazy === 'append' ? 0 : to
      to = Math.min(all, to + drawn)
      windows.push({ from, to })
    }
  }
  return short ? windows.slice(0, windows.length >> 1) : windows
}
