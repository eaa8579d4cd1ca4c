import { type Random, random } from '../random.ts'
import {
  DATE_FORMATS,
  type Form,
  type Lazy,
  type ListStyle,
  type PageKind,
  plainStyle,
  QUIET,
  type Style,
} from './style.ts'
import { EXTRA_KINDS } from './words/oddWords.ts'
import type { Language } from './words/wordTypes.ts'

/** The ten fixtures of HUBSPOT-PAGE.md 7; 9 (not the page) is in `notThePage.ts`, here only its filter and search. */
export const FIXTURES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
export type Fixture = (typeof FIXTURES)[number]

/** A random look for a page: one fixture by turns, and in half of the seeds parts of others mixed in. */
export function randomStyle(seed: number, changes: Partial<Style> = {}): Style {
  const draw = random(seed, 'style')
  const style = base(seed, draw)
  applyFixture(style, FIXTURES[seed % 10] as Fixture, draw.fork('fixture'))
  if (draw.chance(0.5)) {
    for (const fixture of draw.some(FIXTURES, draw.int(1, 3))) {
      if (draw.chance(0.8)) applyFixture(style, fixture, draw.fork(`mix ${fixture}`))
    }
  }
  return { ...style, ...changes }
}

function base(seed: number, draw: Random): Style {
  const at = draw.next()
  const page: PageKind =
    at < 0.66 ? 'home' : at < 0.73 ? 'installed' : at < 0.8 ? 'insights' : at < 0.89 ? 'classic' : 'app'
  const speaks = draw.next()
  const language: Language =
    speaks < 0.45 ? 'en' : speaks < 0.88 ? 'ja' : draw.pick(['de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'zh'])
  const list = (): ListStyle => ({
    form: draw.pick(['native', 'native', 'old', 'grid', 'divs']),
    lazy: 'none',
    drawn: 25,
  })
  return plainStyle({
    seed,
    page,
    language,
    htmlLang: draw.pick(['right', 'none', 'none', 'wrong']),
    theme: draw.pick(['trellis-light', 'canvas-light', 'trellis-dark']),
    mine: list(),
    other: list(),
    log: list(),
    attention: draw.pick(['cards', 'cards', 'list', 'alerts', 'table']),
    dates: {
      format: draw.pick(DATE_FORMATS),
      relative: draw.chance(0.25) ? draw.pick(['activity', 'recent']) : 'none',
      rounding: draw.pick(['floor', 'round']),
      clock: draw.pick(['none', 'none', '12h', '24h']),
      machine: draw.chance(0.15),
      accountZone: false,
    },
    columns: {
      shuffled: draw.chance(0.4),
      missing: draw.chance(0.25) ? draw.some(['status', 'installed', 'installer', 'lastActivity'], draw.int(1, 2)) : [],
      extra: draw.chance(0.35) ? draw.some(EXTRA_KINDS, draw.int(1, 3)) : [],
      odd: draw.chance(0.06)
        ? draw.some(['name', 'status', 'installed', 'installer', 'lastActivity'], draw.int(1, 2))
        : [],
      checkbox: draw.chance(0.4),
      blankName: draw.chance(0.02),
      hidden: false,
      cellOrder: false,
      headApart: draw.chance(0.4),
    },
    noise: { ...QUIET, hoverActions: draw.chance(0.4), avatars: draw.chance(0.3), rowButtons: draw.chance(0.2) },
    sectionAs: draw.pick(['section', 'section', 'div', 'flat']),
    headingAs: draw.pick(['element', 'element', 'element', 'role', 'text']),
    sectionsShuffled: draw.chance(0.15),
    wrappers: draw.int(0, 4),
    i18n: draw.chance(0.5),
    links: draw.pick(['relative', 'relative', 'absolute', 'mixed']),
    linkInActions: draw.chance(0.06),
    badges: draw.chance(0.5),
    totals: draw.pick(['none', 'words', 'words', 'range', 'heading']),
    installerAs: draw.pick(['name', 'name', 'email', 'both']),
    secondLine: draw.chance(0.2),
    attentionCollapsed: draw.chance(0.08),
    usersPanel: draw.chance(0.25) ? draw.pick(['dialog', 'panel']) : 'none',
    tabs: draw.chance(0.2) ? draw.pick(['buttons', 'links']) : 'none',
    walkTabs: draw.chance(0.5),
    stopsShort: draw.chance(0.12),
  })
}

/** Gives a style the traits of one fixture. */
function applyFixture(style: Style, fixture: Fixture, draw: Random): void {
  const form = (value: Form) => {
    style.mine.form = value
    style.other.form = value
    style.log.form = value
  }
  const lazy = (value: Lazy) => {
    style.other.drawn = draw.pick([5, 10, 25])
    style.log.drawn = draw.pick([10, 25])
    style.mine.lazy = value
    style.other.lazy = value
    style.log.lazy = value
  }
  if (fixture === 1) {
    form('native')
    lazy('recycle')
    style.wrappers = draw.int(5, 7)
    style.i18n = true
    style.links = 'relative'
    style.columns.checkbox = true
    style.totals = draw.pick(['words', 'range', 'heading'])
  } else if (fixture === 2) {
    form('old')
    lazy('pager')
    style.noise.hoverActions = true
    style.noise.tooltips = true
    style.noise.spokenSort = draw.chance(0.5)
    style.noise.upperHeads = draw.chance(0.4)
    style.wrappers = draw.int(0, 2)
    for (const list of [style.mine, style.other, style.log]) list.drawn = draw.pick([10, 25, 25, 50])
  } else if (fixture === 3) {
    form(draw.pick(['grid', 'grid', 'divs']))
    style.columns.headApart = true
    style.columns.hidden = draw.chance(0.6)
    style.columns.cellOrder = draw.chance(0.4)
    lazy(draw.pick(['none', 'recycle', 'append']))
  } else if (fixture === 4) {
    style.attention = 'cards'
    style.attentionCollapsed = draw.chance(0.3)
    if (style.page !== 'app') style.page = 'home'
  } else if (fixture === 5) {
    style.arrival = 'slow'
    lazy(draw.pick(['append', 'recycle']))
    style.failing = draw.chance(0.55)
      ? draw.pick(['attention', 'mine', 'mine', 'other', 'recommendations', 'log'])
      : undefined
  } else if (fixture === 6) {
    style.noise = {
      ...style.noise,
      zeroWidth: draw.chance(0.7),
      loadingLabels: draw.chance(0.7),
      spokenLinks: draw.chance(0.7),
      spokenSort: draw.chance(0.5),
      truncated: draw.chance(0.6),
      secondCopy: draw.chance(0.5),
      bidi: draw.chance(0.5),
      halfWidth: draw.chance(0.25),
      rowButtons: draw.chance(0.5),
      avatars: draw.chance(0.6),
    }
    style.badges = true
  } else if (fixture === 7) {
    style.tabs = draw.pick(['buttons', 'links'])
    style.walkTabs = draw.chance(0.6)
    style.usersPanel = draw.pick(['dialog', 'panel'])
    if (style.page !== 'app') style.page = draw.pick(['home', 'home', 'insights'])
  } else if (fixture === 8) {
    style.dates.relative = draw.pick(['none', 'activity', 'recent'])
    style.dates.format = draw.pick(['mdy-slash', 'dmy-slash', 'mdy-name', 'local-name'])
    style.dates.accountZone = draw.chance(0.3)
    style.dates.machine = draw.chance(0.3)
    style.halfEnglish = style.language !== 'en' && draw.chance(0.5)
  } else if (fixture === 9) {
    style.filter = draw.pick(['chip', 'search'])
  } else {
    style.iframe = draw.chance(0.35)
    style.theme = draw.pick(['trellis-dark', 'trellis-light'])
    style.linkInActions = draw.chance(0.2)
    if (draw.chance(0.3)) style.page = 'classic'
    if (style.page === 'classic' && draw.chance(0.6)) style.log.form = 'feed'
  }
}
