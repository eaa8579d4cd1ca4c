/**
 * What a page, a paste or a CSV looks like before anybody has said what it means: the neutral ground between gathering
 * (DOM to view) and recognising (view to typed rows). No class name, no test id, no markup gets this far.
 */

/** One cell as a person would read it: visible text, spaces folded, zero-width characters removed. */
export interface Cell {
  text: string
  /** First link in the cell, absolute. */
  href?: string
  /** `datetime` attribute of a `time` element in the cell. */
  datetime?: string
  /** The full text when the visible one is cut short (`title`, or the label of the link). */
  full?: string
  /** The lines of the cell, where it has more than one (a name and a note below it); joined by a space they are `text`. */
  lines?: string[]
  /** Labels of buttons in the cell (their text is not part of `text`). */
  buttons?: string[]
}

export interface Row {
  /** Tells rows of one grid apart over scrolls, pages and re-renders: link path, else row index the page states, else the whole text. */
  key: string
  cells: Cell[]
  /** Epoch ms at which this row was last on the screen. */
  seenAt: number
}

/** How a grid was found: `table` (native or ARIA), `repeat` (repeated siblings: cards, bare divs), `lines` (plain-text paste), `file` (CSV). */
export type GridShape = 'table' | 'repeat' | 'lines' | 'file'

/** What the page itself says about how much of a list is shown. Each is evidence, none is a verdict. */
export interface GridExtent {
  /** Numbers the page states for this list, with the words around them ("532 records", "1–25 of 91", a counter beside the heading). */
  stated: { count: number; text: string }[]
  /** `aria-rowcount`, without the header row, if the page gives one. */
  rowCount: number | null
  /** A "next page" or "show more" control: there and usable, there and disabled, or not there. */
  next: 'enabled' | 'disabled' | 'none'
  /** A search box of this list holds text, or a filter is on. */
  filtered: boolean
  /** Spinner, placeholder bubble or `aria-busy` in the list. */
  busy: boolean
  /** The list lies in a scroll area (or the page goes on below) whose end was not on the screen yet; null where that cannot be known (paste). */
  endSeen: boolean | null
  /**
   * Nothing is missing above the first row. A list that recycles its rows has blank space there; after collecting, `endSeen`
   * holds only if the start was seen too and no gap is left between the windows that were seen.
   */
  startSeen?: boolean | null
}

export interface Grid {
  shape: GridShape
  /** Where it stands if not on the page itself: in a dialog or side panel, or in the panel of a tab. */
  place?: 'dialog' | 'panel'
  /** The nearest heading before it (or the name it is labelled by), counters removed. */
  heading: string | null
  /** Headings above that one, outermost first; names of the dialog or tab panel it stands in. */
  path: string[]
  /** Header texts by column; empty where there is no header row. */
  headers: string[]
  rows: Row[]
  extent: GridExtent
  /** Sentences inside the section that are no row: an empty-list sentence, an error with "try again", a note. */
  notes: string[]
  /** Epoch ms since which `rows` were collected: earlier than `PageView.at` when the list was followed over scrolls or pages. */
  since: number
}

export interface PageView {
  /** Address at the time of reading; empty for a paste or file. */
  url: string
  title: string
  /** Words of the tabs that are chosen, where the page has tabs. */
  tabs?: string[]
  /** Address of the frame that was read, where the content stands in a frame of the same host and not in the page itself. */
  frame?: string
  /** Best statements of the page's language, strongest first (`data-locale-at-render`, `lang`): lower-case BCP 47. */
  locales: string[]
  headings: string[]
  /** Prose outside of grids, in order, at most 40 blocks of 300 characters: how "you don't have permission" is told. */
  prose: string[]
  /** Links outside of grids, absolute, with their text, at most 200: portal and app ids stand in them. */
  links: { text: string; href: string }[]
  /** Kinds of form fields shown (`email`, `password`, `one-time-code`, `search`, …). */
  fields: string[]
  grids: Grid[]
  /** Epoch ms of the newest thing in the view. */
  at: number
  /** IANA zone of the reader's computer. */
  zone: string
}
