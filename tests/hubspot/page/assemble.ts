import type { Desk } from './desk.ts'
import type { PageDraft, SectionDraft } from './draft.ts'
import { escaped, HIDDEN, type Kit, settle } from './kit.ts'
import {
  FOLD_CLOSE,
  FOLD_OPEN,
  PAGER_CLOSE,
  PAGER_OPEN,
  type RenderedSection,
  renderSection,
  TOTAL_CLOSE,
  TOTAL_OPEN,
} from './sections.ts'
import { loadingRow, placeholder, placeholders, type RenderedList, ROWS_CLOSE, ROWS_OPEN } from './tables.ts'
import type { Moment, Window } from './walk.ts'

/** A page as markup, still open as to which moment it shows. */
export type RenderedPage = {
  kit: Kit
  draft: PageDraft
  lists: RenderedList[]
  panels: { tab: string | undefined; sections: RenderedSection[] }[]
  layers: { id: string; html: string }[]
  heading: string
}

/** All parts of a page as markup. */
export function renderPage(kit: Kit, draft: PageDraft): RenderedPage {
  const lists: RenderedList[] = []
  const panels = draft.panels.map(({ tab, sections }) => ({
    tab,
    sections: sections.map(section => renderSection(kit, section, lists)),
  }))
  const layers = draft.layers.map(layer => {
    const list: RenderedList[] = []
    const section = renderSection(kit, layer.section, list)
    const body = list.reduce((html, one) => fillRows(html, one, { from: 0, to: one.rows.length }, ''), section.body)
    const close = `<button type="button" data-closes="${layer.id}" aria-label="${escaped(kit.desk.label('close'))}">×</button>`
    const modal = layer.look === 'dialog' ? ' aria-modal="true"' : ''
    const html = `<div ${kit.cls('Layer')} data-layer="${layer.id}"><div role="dialog"${modal} aria-labelledby="t-${layer.id}" ${kit.cls(layer.look === 'dialog' ? 'Dialog' : 'SidePanel')} data-look="${layer.look}"><header><h2 id="t-${layer.id}">${kit.own(layer.title)}</h2>${close}</header>${body.replaceAll(/\ue008[^\ue009]*\ue009/gu, '')}</div></div>`
    return { id: layer.id, html }
  })
  const heading = `<h1 ${kit.cls('PageTitle')}>${draft.panels[0]?.sections[0]?.kind === 'app' ? kit.own(draft.heading) : kit.label(draft.heading, 'connected-apps.title')}</h1>`
  return { kit, draft, lists, panels, layers, heading }
}

/** The content of the page at one moment, settled for a live page or a snapshot; `salt` goes into class names. */
export function contentAt(page: RenderedPage, moment: Moment, mode: 'live' | 'snapshot', salt: string): string {
  const { kit } = page
  const spinner = `<div ${kit.cls('PageLoader')} role="progressbar" aria-busy="true" aria-label="Loading"></div>`
  if (moment.phase === 'shell') return settle(spinner, mode, salt)
  const panels = page.panels.map(panel => panelAt(page, panel, moment))
  return settle(`${page.heading}${tabs(page, moment)}${filter(page)}${panels.join('')}`, mode, salt)
}

/** The layers at one moment: panels and dialogs, beside the app's root. */
export function layersAt(page: RenderedPage, moment: Moment, mode: 'live' | 'snapshot', salt: string): string {
  return settle(page.layers.find(layer => layer.id === moment.layer)?.html ?? '', mode, salt)
}

function panelAt(page: RenderedPage, panel: RenderedPage['panels'][number], moment: Moment): string {
  const { kit } = page
  const firstList = panel.sections.findIndex(section => section.draft.list)
  const sections = panel.sections.map((section, index) => {
    if (moment.phase === 'head' && index !== firstList) return bubbles(kit, section)
    const html = `${section.open}${sectionHead(kit, section.head + section.badge)}${section.body}${section.close}`
    return fill(page, section.draft, html, moment)
  })
  if (panel.tab === undefined) return sections.join('')
  const hidden = panel.tab === moment.tab ? '' : kit.desk.style.seed % 2 === 0 ? ' hidden' : HIDDEN
  return `<div role="tabpanel" data-panel="${panel.tab}"${hidden}>${sections.join('')}</div>`
}

function sectionHead(kit: Kit, html: string): string {
  return kit.desk.style.sectionAs === 'flat' ? html : `<header ${kit.cls('SectionHead')}>${html}</header>`
}

function bubbles(kit: Kit, section: RenderedSection): string {
  const bubble = `<span ${kit.cls('Bubble')}></span>`
  return `${section.open}${sectionHead(kit, section.head)}<div ${kit.cls('Bubbles')} aria-busy="true">${bubble.repeat(6)}</div>${section.close}`
}

function fill(page: RenderedPage, section: SectionDraft, html: string, moment: Moment): string {
  let out = html
  const list = page.lists.find(one => one.id === section.list?.id)
  if (list) {
    const window = moment.windows[list.id] ?? { from: 0, to: list.rows.length }
    const late = moment.phase === 'head' ? loadingRow(page.kit, list.draft.style.form, list.columns) : ''
    out = fillRows(out, list, window, late)
    out = out.replace(`${PAGER_OPEN}${list.id}${PAGER_CLOSE}`, pagerAt(page.kit, list, window))
  }
  out = out.replace(
    `${TOTAL_OPEN}${section.id}${TOTAL_CLOSE}`,
    escaped(totalAt(page.kit.desk, section, moment.windows)),
  )
  if (section.folded === undefined) return out
  const start = out.indexOf(FOLD_OPEN)
  const end = out.indexOf(FOLD_CLOSE)
  const folded = moment.unfolded ? out.slice(start + 1, end) : ''
  out = out.slice(0, start) + folded + out.slice(end + 1)
  return moment.unfolded ? out.replace(/<div data-more="[^"]*">[\s\S]*?<\/div>/u, '') : out
}

/** What is folded away in a section, for the live page to unfold. */
export function foldedPart(page: RenderedPage, id: string): string {
  const html = page.panels.flatMap(panel => panel.sections).find(section => section.draft.id === id)?.body ?? ''
  return html.slice(html.indexOf(FOLD_OPEN) + 1, html.indexOf(FOLD_CLOSE))
}

function fillRows(html: string, list: RenderedList, window: Window, after: string): string {
  const { form, lazy } = list.draft.style
  const rest = list.rows.length - window.to
  const away = (rows: number) => (lazy === 'recycle' ? placeholders(form, list.columns, rows) : '')
  const before = away(window.from)
  const behind = away(rest)
  const sentinel = lazy === 'append' && rest > 0 ? placeholder(form, list.columns, 40) : ''
  const rows = list.rows.slice(window.from, window.to).join('')
  return html.replace(`${ROWS_OPEN}${list.id}${ROWS_CLOSE}`, () => `${before}${rows}${after}${behind}${sentinel}`)
}

/** The total that a section states, for the rows now shown. */
export function totalAt(desk: Desk, section: SectionDraft, windows: Record<string, Window>): string {
  if (!section.total) return ''
  const list = section.list
  const window = list ? windows[list.id] : undefined
  const paged = list?.style.lazy === 'pager' && list.rows.length > list.style.drawn
  if (desk.style.totals !== 'range' || !window || !paged) return section.total.text
  return desk.words.range(window.from + 1, window.to, section.total.count)
}

/** The pager of a list, for the page now shown; nothing when all rows fit one page. */
export function pagerAt(kit: Kit, list: RenderedList, window: Window): string {
  const { lazy, drawn } = list.draft.style
  const pages = Math.ceil(list.rows.length / drawn)
  if (lazy !== 'pager' || pages < 2) return ''
  const current = Math.floor(window.from / drawn)
  const step = (label: 'previous' | 'next', to: number) => {
    const dead = to < 0 || to >= pages
    const text = escaped(kit.desk.label(label))
    return `<button type="button" data-page="${to}" data-step="${label}" aria-disabled="${dead}">${text}</button>`
  }
  const near = Array.from({ length: pages }, (_, page) => page).filter(
    page => page === 0 || page === pages - 1 || Math.abs(page - current) < 3,
  )
  const numbers = near.map(page => {
    const here = page === current ? ' aria-current="page"' : ''
    return `<button type="button" data-page="${page}"${here}>${page + 1}</button>`
  })
  const perPage = escaped(kit.desk.words.perPage(drawn))
  return `<nav ${kit.cls('Pager')} aria-label="${escaped(kit.desk.label('pagination'))}" data-pager="${list.id}">${step('previous', current - 1)}${numbers.join('')}${step('next', current + 1)}<button type="button" aria-haspopup="listbox">${perPage}</button></nav>`
}

function tabs(page: RenderedPage, moment: Moment): string {
  const { kit, draft } = page
  if (draft.tabs.length === 0) return ''
  const links = kit.desk.style.tabs === 'links'
  const items = draft.tabs.map(({ id, label }) => {
    const on = id === moment.tab
    const text = kit.label(label, `tabs.${id}`)
    if (links) return `<a role="button" tabindex="0" data-tab="${id}"${on ? ' aria-current="page"' : ''}>${text}</a>`
    return `<button type="button" role="tab" data-tab="${id}" aria-selected="${on}">${text}</button>`
  })
  return `<div ${kit.cls('Tabs')}${links ? '' : ' role="tablist"'}>${items.join('')}</div>`
}

function filter(page: RenderedPage): string {
  const { kit, draft } = page
  const search = draft.filter && 'search' in draft.filter ? draft.filter.search : ''
  const placeholder = escaped(kit.desk.label('search'))
  const box = `<input type="search" placeholder="${placeholder}" aria-label="${placeholder}" value="${escaped(search)}">`
  const chip =
    draft.filter && 'chip' in draft.filter
      ? `<button type="button" ${kit.cls('Chip')} aria-pressed="true">${escaped(draft.filter.chip)}<span aria-hidden="true">×</span></button>`
      : ''
  const wanted = draft.filter !== undefined || kit.desk.style.seed % 3 === 0
  return wanted && draft.panels[0]?.sections.some(section => section.kind === 'my-apps')
    ? `<div ${kit.cls('Toolbar')}>${box}${chip}</div>`
    : ''
}
