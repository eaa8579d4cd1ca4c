import type { DateExpect } from './dates.ts'
import type { Identity, RowExpect, SectionKind } from './expect.ts'
import type { ListStyle } from './style.ts'
import type { ColumnRole } from './words/wordTypes.ts'

/** A page before it has markup: what it says, in which order, and what each row can be read as. */
export type PageDraft = {
  path: string
  title: string
  heading: string
  tabs: { id: string; label: string; selected: boolean }[]
  panels: { tab: string | undefined; sections: SectionDraft[] }[]
  layers: LayerDraft[]
  /** Chips and search text in force. */
  filter: { chip: string } | { search: string } | undefined
}

export type SectionDraft = {
  id: string
  kind: SectionKind | 'summary' | 'academy'
  heading: string
  headingKey: string
  badge: string | undefined
  state: 'rows' | 'empty' | 'failed'
  /** The sentence of an empty or failed section. */
  notice: string | undefined
  total: { count: number; text: string } | undefined
  list: ListDraft | undefined
  cards: CardDraft[]
  cardLook: 'cards' | 'list' | 'alerts'
  /** How many cards are shown before "show more"; all when undefined. */
  folded: number | undefined
  groups: GroupDraft[]
  facts: FactDraft[]
  /** The app that the whole section is about. */
  app: Identity | undefined
  /** What `facts` can be read as. */
  reads: RowExpect[]
}

export type ColumnDraft = {
  role: ColumnRole | 'check' | 'actions' | 'extra' | 'hidden'
  header: string
  headerKey: string
  /** False: the header is outside any dictionary. */
  known: boolean
}

export type CellDraft = {
  text: string
  href: string | undefined
  /** Leads to another site or to the marketplace, in a new window. */
  external: boolean
  second: string | undefined
  date: DateExpect | undefined
  datetime: string | undefined
  tag: 'good' | 'bad' | 'warn' | undefined
  /** The panel that a click on the text opens. */
  opens: string | undefined
  /** Text from a message catalogue, which HubSpot wraps. */
  messageKey: string | undefined
  actions: ActionDraft[]
}

export type ActionDraft = { label: string; href: string | undefined }

export type RowDraft = { cells: CellDraft[]; read: RowExpect; rowName: string }

export type ListDraft = {
  id: string
  style: ListStyle
  columns: ColumnDraft[]
  rows: RowDraft[]
  /** How many rows, from the first, a person sees in this walk. */
  seen: number
}

export type CardDraft = {
  name: string
  href: string | undefined
  sentence: string
  tagline: string | undefined
  buttons: string[]
  read: RowExpect
}

export type GroupDraft = { heading: string | undefined; phrases: string[]; button: string | undefined }

export type FactDraft = { label: string; cell: CellDraft }

/** A panel or dialog that is drawn beside the app's root when it is opened. */
export type LayerDraft = { id: string; look: 'dialog' | 'panel'; title: string; app: Identity; section: SectionDraft }

/** A cell with nothing but text; changes are laid over it. */
export function cell(text: string, changes: Partial<CellDraft> = {}): CellDraft {
  return {
    text,
    href: undefined,
    external: false,
    second: undefined,
    date: undefined,
    datetime: undefined,
    tag: undefined,
    opens: undefined,
    messageKey: undefined,
    actions: [],
    ...changes,
  }
}

/** An empty section; changes are laid over it. */
export function section(
  id: string,
  kind: SectionDraft['kind'],
  heading: string,
  changes: Partial<SectionDraft> = {},
): SectionDraft {
  return {
    id,
    kind,
    heading,
    headingKey: `connected-apps.${id}.title`,
    badge: undefined,
    state: 'rows',
    notice: undefined,
    total: undefined,
    list: undefined,
    cards: [],
    cardLook: 'cards',
    folded: undefined,
    groups: [],
    facts: [],
    app: undefined,
    reads: [],
    ...changes,
  }
}
