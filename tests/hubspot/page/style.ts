import type { ExtraKind } from './words/oddWords.ts'
import type { ColumnRole, Language } from './words/wordTypes.ts'

/** How a list is marked up (HUBSPOT-PAGE.md 7, fixtures 1 to 3; `feed` is a list of entries without a head). */
export const FORMS = ['native', 'old', 'grid', 'divs', 'feed'] as const
export type Form = (typeof FORMS)[number]

/** How rows come: all at once, 25 drawn and recycled, appended at the end, or page by page. */
export const LAZIES = ['none', 'recycle', 'append', 'pager'] as const
export type Lazy = (typeof LAZIES)[number]

export const DATE_FORMATS = [
  'mdy-name',
  'dmy-name',
  'dmy-slash',
  'mdy-slash',
  'iso',
  'ja-long',
  'ymd-slash',
  'local-name',
] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

export type ListStyle = { form: Form; lazy: Lazy; drawn: number }

export type DateStyle = {
  format: DateFormat
  /** `recent`: today and yesterday in words, the rest absolute. */
  relative: 'none' | 'activity' | 'recent'
  /** Weeks and months in "3 weeks ago" are cut or rounded. */
  rounding: 'floor' | 'round'
  clock: 'none' | '12h' | '24h'
  /** `<time datetime>` around the text. */
  machine: boolean
  /** Times in the account's zone, with its offset written behind, instead of the computer's. */
  accountZone: boolean
}

export type Noise = {
  zeroWidth: boolean
  loadingLabels: boolean
  spokenLinks: boolean
  spokenSort: boolean
  truncated: boolean
  secondCopy: boolean
  bidi: boolean
  upperHeads: boolean
  halfWidth: boolean
  rowButtons: boolean
  hoverActions: boolean
  avatars: boolean
  tooltips: boolean
}

export type PageKind = 'home' | 'installed' | 'insights' | 'classic' | 'app'

export type SectionName = 'attention' | 'mine' | 'other' | 'recommendations' | 'log'

export type Style = {
  seed: number
  page: PageKind
  /** Which app an app page shows: an app's id in the truth; the first one when left out. */
  app: string | undefined
  language: Language
  halfEnglish: boolean
  htmlLang: 'right' | 'none' | 'wrong'
  theme: 'trellis-light' | 'canvas-light' | 'trellis-dark'
  mine: ListStyle
  other: ListStyle
  log: ListStyle
  attention: 'cards' | 'list' | 'table' | 'alerts'
  attentionCollapsed: boolean
  dates: DateStyle
  columns: {
    shuffled: boolean
    missing: ColumnRole[]
    extra: ExtraKind[]
    /** Columns whose header is outside the dictionary. */
    odd: ColumnRole[]
    checkbox: boolean
    blankName: boolean
    /** ARIA grids: a column that is in the DOM but not shown. */
    hidden: boolean
    /** ARIA grids: cells in another order than they are shown in; `aria-colindex` tells. */
    cellOrder: boolean
    headApart: boolean
  }
  noise: Noise
  /** What a section is put into; `flat`: heading and list are siblings of those of other sections. */
  sectionAs: 'section' | 'div' | 'flat'
  headingAs: 'element' | 'role' | 'text'
  /** Needs your attention does not come first. */
  sectionsShuffled: boolean
  wrappers: number
  i18n: boolean
  links: 'relative' | 'absolute' | 'mixed'
  /** The link to an app's page sits in the row's actions, not on its name. */
  linkInActions: boolean
  badges: boolean
  totals: 'none' | 'words' | 'range' | 'heading'
  installerAs: 'name' | 'email' | 'both'
  secondLine: boolean
  arrival: 'at once' | 'slow'
  failing: SectionName | undefined
  tabs: 'none' | 'buttons' | 'links'
  /** Tabs only: the walk also opens the other tab. */
  walkTabs: boolean
  usersPanel: 'none' | 'dialog' | 'panel'
  filter: 'none' | 'chip' | 'search'
  /** The person stops scrolling or paging half-way through a long list. */
  stopsShort: boolean
  iframe: boolean
  /** What the page calls "later": timers of the page itself, or only on `__hubspot.arrive()`. */
  clockwork: 'timers' | 'manual'
}

/** No noise at all. */
export const QUIET: Noise = {
  zeroWidth: false,
  loadingLabels: false,
  spokenLinks: false,
  spokenSort: false,
  truncated: false,
  secondCopy: false,
  bidi: false,
  upperHeads: false,
  halfWidth: false,
  rowButtons: false,
  hoverActions: false,
  avatars: false,
  tooltips: false,
}

/** A plain page: native tables, English, absolute dates, all at once. For tests that are about something else. */
export function plainStyle(changes: Partial<Style> = {}): Style {
  return {
    seed: 1,
    page: 'home',
    app: undefined,
    language: 'en',
    halfEnglish: false,
    htmlLang: 'right',
    theme: 'trellis-light',
    mine: { form: 'native', lazy: 'none', drawn: 25 },
    other: { form: 'native', lazy: 'none', drawn: 25 },
    log: { form: 'native', lazy: 'none', drawn: 25 },
    attention: 'cards',
    attentionCollapsed: false,
    dates: {
      format: 'mdy-name',
      relative: 'none',
      rounding: 'floor',
      clock: 'none',
      machine: false,
      accountZone: false,
    },
    columns: {
      shuffled: false,
      missing: [],
      extra: [],
      odd: [],
      checkbox: false,
      blankName: false,
      hidden: false,
      cellOrder: false,
      headApart: false,
    },
    noise: QUIET,
    sectionAs: 'section',
    headingAs: 'element',
    sectionsShuffled: false,
    wrappers: 2,
    i18n: true,
    links: 'relative',
    linkInActions: false,
    badges: true,
    totals: 'words',
    installerAs: 'name',
    secondLine: false,
    arrival: 'at once',
    failing: undefined,
    tabs: 'none',
    walkTabs: false,
    usersPanel: 'none',
    filter: 'none',
    stopsShort: false,
    iframe: false,
    clockwork: 'timers',
    ...changes,
  }
}
