import type { PageDraft } from './draft.ts'
import type { Style } from './style.ts'
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

/** The rows of a list that are there before anybody scrolls or pages. */
export function firstWindow(list: RenderedList): Window {
  const all = list.rows.length
  const { lazy, drawn } = list.draft.style
  return { from: 0, to: lazy === 'none' ? all : Math.min(all, drawn) }
}

/** How far a recycled list moves at a time: rows overlap, as they do on a screen. */
export function stepOf(list: RenderedList): number {
  return Math.max(1, list.draft.style.drawn - 5)
}

/** The moments of one walk: arrive, scroll or page every list once, unfold, open each panel, then the other tab. */
export function walk(draft: PageDraft, lists: readonly RenderedList[], style: Style): Moment[] {
  const tab = draft.tabs.find(one => one.selected)?.id
  let now: Moment = {
    phase: 'full',
    windows: Object.fromEntries(lists.map(list => [list.id, firstWindow(list)])),
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
    const few = Object.fromEntries(lists.map(list => [list.id, { from: 0, to: Math.min(10, firstWindow(list).to) }]))
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
      for (const window of windowsAfter(list)) {
        const middle = style.arrival === 'slow' && window.from >= list.rows.length / 2 && now.render < 2
        go({ windows: { ...now.windows, [list.id]: window }, ...(middle ? { render: 2 } : {}) })
      }
    }
    if (!sections.some(one => one.kind === 'other-apps')) return
    for (const layer of draft.layers) go({ layer: layer.id })
    if (draft.layers.length > 0) now = { ...now, layer: undefined }
  }
}

/** The windows of a list after the first one. */
export function windowsAfter(list: RenderedList): Window[] {
  const all = list.rows.length
  const { lazy, drawn } = list.draft.style
  const windows: Window[] = []
  if (lazy === 'none') return windows
  if (lazy === 'recycle') {
    for (let from = 0; from + drawn < all; ) {
      from = Math.min(all - drawn, from + stepOf(list))
      windows.push({ from, to: from + drawn })
    }
    return windows
  }
  for (let to = drawn; to < all; ) {
    const from = lazy === 'append' ? 0 : to
    to = Math.min(all, to + drawn)
    windows.push({ from, to })
  }
  return windows
}
