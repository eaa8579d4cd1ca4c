import { contentAt, foldedPart, layersAt, pagerAt, type RenderedPage, renderPage, totalAt } from './page/assemble.ts'
import { identityOf } from './page/desk.ts'
import type { SectionDraft } from './page/draft.ts'
import { permissionReads } from './page/draftAppPage.ts'
import { type Drafted, draftPage } from './page/draftPage.ts'
import { hasTwins } from './page/draftPieces.ts'
import type { Expect, Identity, SectionExpect, SectionKind } from './page/expect.ts'
import { kitFor, settle } from './page/kit.ts'
import { randomStyle } from './page/randomStyle.ts'
import { documentOf } from './page/shell.ts'
import type { Style } from './page/style.ts'
import { loadingRow, PLACEHOLDER_ROWS, placeholder, ROW_HEIGHT } from './page/tables.ts'
import { type Moment, walk } from './page/walk.ts'
import { random } from './random.ts'
import { generateTruth, type Truth, type TruthOptions } from './truth.ts'

export type Page = {
  /** The address it is seen at. */
  url: string
  title: string
  /** The live document, with its behaviour. With a frame, the content is in `documents`. */
  html: string
  /** Further documents of the page by path: what a frame inside it shows. */
  documents: Record<string, string>
  /** The address of the document that holds the content: `url`, or the frame's. */
  contentUrl: string
  /** Snapshots of that document as a person goes through it once, without script. */
  frames: string[]
  expect: Expect
  truth: Truth
  style: Style
}

/** A page of HubSpot's as this account would see it, in one look, with what can be read off it. */
export function buildPage(truth: Truth, style: Style): Page {
  const drafted = draftPage(truth, style)
  const { desk, draft } = drafted
  const page = renderPage(kitFor(desk), draft)
  const moments = walk(draft, page.lists, style)
  const salts = [0, 1, 2].map(render =>
    random(style.seed, `salt ${render}`)
      .int(36 ** 5, 36 ** 6 - 1)
      .toString(36),
  )
  const shell = { title: draft.title, bare: style.iframe }
  const frames = moments.map(moment => {
    const salt = salts[moment.render] ?? ''
    const covered = draft.layers.some(layer => layer.id === moment.layer && layer.look === 'dialog')
    const content = contentAt(page, moment, 'snapshot', salt)
    const layers = layersAt(page, moment, 'snapshot', salt)
    return documentOf(desk, { ...shell, content, layers, covered, live: undefined })
  })
  const origin = `https://${truth.host}.hubspot.com`
  const url = origin + draft.path
  const html = liveDocument(page, drafted, moments, salts[0] ?? '')
  const common = { title: draft.title, frames, expect: expectOf(drafted), truth, style: desk.style }
  if (!style.iframe) return { ...common, url, html, documents: {}, contentUrl: url }
  const inner = `/connected-apps-ui/${truth.portal}/embedded?view=${desk.style.page}${drafted.app ? `-${drafted.app.id}` : ''}`
  const frame = `<iframe data-frame title="${draft.heading.replace(/[<>&"]/gu, '')}" src="${inner}"></iframe>`
  const outer = documentOf(
    { ...desk, variant: (_about, among) => among[0] as never },
    { title: draft.title, bare: false, content: frame, layers: '', covered: false, live: {} },
  )
  return {
    ...common,
    url,
    html: outer.replace(/<script[\s\S]*<\/script>/u, ''),
    documents: { [inner]: html },
    contentUrl: origin + inner,
  }
}

/** The page of a seed: random account, random look. */
export function pageOfSeed(seed: number, changes: { truth?: TruthOptions; style?: Partial<Style> } = {}): Page {
  const style = randomStyle(seed, changes.style)
  const long = seed % 3 !== 0 && style.mine.lazy !== 'none' && seed % 25 !== 3 && seed % 50 !== 7
  const size = long ? { size: 'many' as const } : {}
  const truth = generateTruth(seed, { japanese: style.language === 'ja', ...size, ...changes.truth })
  return buildPage(truth, style)
}

/** A page in one file: the frame's document is put inside the frame. For looking at it; not as HubSpot would. */
export function selfContained(page: Page): string {
  return Object.entries(page.documents).reduce(
    (html, [path, inner]) =>
      html.replace(`src="${path}"`, () => `srcdoc="${inner.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;')}"`),
    page.html,
  )
}

function liveDocument(page: RenderedPage, { desk, draft }: Drafted, moments: readonly Moment[], salt: string): string {
  const { style } = desk
  const late = style.arrival === 'slow'
  const first = moments[0] as Moment
  const content = (moment: Moment | undefined) => (moment ? contentAt(page, moment, 'live', salt) : '')
  const live = {
    salt,
    clockwork: style.clockwork,
    rowHeight: ROW_HEIGHT,
    placeholderRows: PLACEHOLDER_ROWS,
    phases: late ? [content(moments[1]), content(moments[2])] : [],
    layers: Object.fromEntries(page.layers.map(layer => [layer.id, settle(layer.html, 'live', salt)])),
    folds: Object.fromEntries(
      draft.panels
        .flatMap(panel => panel.sections)
        .flatMap(one => (one.folded === undefined ? [] : [[one.id, settle(foldedPart(page, one.id), 'live', salt)]])),
    ),
    lists: page.lists.map(list => {
      const { form, lazy, drawn } = list.draft.style
      const windows = Array.from({ length: Math.ceil(list.rows.length / drawn) }, (_, at) => ({
        from: at * drawn,
        to: Math.min(list.rows.length, (at + 1) * drawn),
      }))
      const section = draft.panels
        .flatMap(panel => panel.sections)
        .find(one => one.list?.id === list.id) as SectionDraft
      return {
        id: list.id,
        section: section.id,
        lazy,
        drawn,
        first: moments.at(late ? 2 : 0)?.windows[list.id],
        rows: list.rows.map(row => settle(row, 'live', salt)),
        placeholder: placeholder(form, list.columns, 1),
        loading: loadingRow(page.kit, form, list.columns),
        pagers: lazy === 'pager' ? windows.map(window => settle(pagerAt(page.kit, list, window), 'live', salt)) : [],
        totals: lazy === 'pager' ? windows.map(window => totalAt(desk, section, { [list.id]: window })) : [],
      }
    }),
  }
  return documentOf(desk, {
    title: draft.title,
    bare: style.iframe,
    content: content(first),
    layers: '',
    covered: false,
    live,
  })
}

function expectOf({ desk, draft, app }: Drafted): Expect {
  const { truth, style } = desk
  const identity: Identity | undefined = app ? identityOf(app) : undefined
  const walked = draft.panels.filter(
    panel => panel.tab === undefined || style.walkTabs || draft.tabs.some(tab => tab.id === panel.tab && tab.selected),
  )
  const sections = walked.flatMap(panel => panel.sections).flatMap(section => sectionExpect(desk, draft, section, app))
  const layers = draft.layers.flatMap(layer => sectionExpect(desk, draft, layer.section, app))
  const otherShown = sections.some(section => section.kind === 'other-apps')
  return {
    portal: truth.portal,
    language: style.language,
    languages: style.halfEnglish || !['en', 'ja'].includes(style.language) ? [style.language, 'en'] : [style.language],
    home: style.page === 'classic' ? 'classic' : style.page === 'home' || style.page === 'insights' ? 'new' : 'neither',
    now: truth.now,
    zone: truth.zone,
    app: identity,
    sections: [...sections, ...(otherShown ? layers : [])],
    mapping: desk.mapping,
  }
}

function sectionExpect(
  desk: Drafted['desk'],
  draft: Drafted['draft'],
  section: SectionDraft,
  app: Drafted['app'],
): SectionExpect[] {
  if (section.kind === 'summary' || section.kind === 'academy') return []
  const rows =
    section.list?.rows.slice(0, section.list.seen).map(row => row.read) ?? section.cards.map(card => card.read)
  const own =
    section.kind === 'app' ? section.reads : section.kind === 'permissions' && app ? permissionReads(desk, app) : rows
  return [
    {
      kind: section.kind as SectionKind,
      heading: section.heading || undefined,
      state: section.state,
      rows: own,
      ...proof(desk, draft, section),
      app: section.app,
    },
  ]
}

/** What the page itself says about how many there are, and so whether a whole walk proves that nothing is missing. */
function proof(
  desk: Drafted['desk'],
  draft: Drafted['draft'],
  section: SectionDraft,
): Pick<SectionExpect, 'total' | 'complete'> {
  const rows =
    section.list?.rows.slice(0, section.list.seen).map(row => row.read) ?? section.cards.map(card => card.read)
  const beside = section.badge !== undefined || (desk.style.totals === 'heading' && section.list !== undefined)
  const all = section.list?.rows.length ?? rows.length
  const total = section.total?.count ?? (beside ? all : undefined)
  const filtered = section.kind === 'my-apps' && draft.filter !== undefined
  const partial = rows.length < all
  if (section.state === 'failed' || filtered || partial) return { total, complete: false }
  if (section.state === 'empty') return { total, complete: true }
  if (section.kind === 'app' || section.kind === 'permissions' || section.kind === 'other-users')
    return { total, complete: 'either' }
  if (total === undefined) return { total, complete: false }
  return { total, complete: section.total && !hasTwins(rows) ? true : 'either' }
}
