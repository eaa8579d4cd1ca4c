import { fold } from '../words/fold.ts'
import { labelNamed } from '../words/lookup.ts'
import { rowApp } from './apps.ts'
import { isHubSpotLink, type Place, portalOfLink } from './location.ts'
import type { Recognised, RowApp, Section } from './recognised.ts'
import type { PageView } from './view.ts'

/** Account and data centre of a page: its address says both. A paste has none; there all links have to agree. */
export const accountOf = (view: PageView, place: Place): Pick<Recognised, 'portal' | 'host'> => {
  if (view.url !== '') return { portal: place.portal, host: place.host }
  const hrefs = [
    ...view.links.map(({ href }) => href),
    ...view.grids.flatMap(grid => grid.rows.flatMap(row => row.cells.flatMap(cell => cell.href ?? []))),
  ].filter(isHubSpotLink)
  return {
    portal: only(hrefs.flatMap(href => portalOfLink(href) ?? [])),
    host: only(hrefs.map(href => new URL(href).hostname)),
  }
}

const only = (values: readonly string[]): string | null => {
  const [first, second] = [...new Set(values)]
  return first !== undefined && second === undefined ? first : null
}

/** The app whose own page it is: its link from the address; its name where title and heading of the page agree on it. */
export const pageAppOf = (view: PageView, place: Place): RowApp | null => {
  if (place.app === null) return null
  const title = view.title.replace(/\s*[|–—-]\s*HubSpot\s*$/i, '').trim()
  const heading = view.headings.find(words => fold(words) === fold(title) || isCutOf(words, title))
  const name = title === '' || heading === undefined ? null : isCutOf(heading, title) ? title : heading
  return rowApp({ ref: place.app, name, href: null, marketplace: null, foreign: false })
}

const isCutOf = (cut: string, whole: string): boolean =>
  /…$/.test(cut) && cut.length > 4 && fold(whole).startsWith(fold(cut.slice(0, -1))) && fold(cut) !== fold(whole)

/** Which page the account has: the words of its tabs and headings say so, or a section that only one of them has. */
export const homeOf = (view: PageView, place: Place, sections: readonly Section[]): Recognised['home'] => {
  if (place.kind !== 'list' && place.kind !== 'none') return null
  const words = [
    view.title.replace(/\s*\|\s*HubSpot\s*$/i, ''),
    ...view.headings,
    ...view.grids.flatMap(grid => grid.path),
  ]
  const named = (home: 'new' | 'classic') => words.some(text => labelNamed(text)?.meanings.includes(home))
  if (place.classic) return 'classic'
  if (named('new') || /\/insights\/?$/.test(URL.parse(view.url)?.pathname ?? '')) return 'new'
  if (sections.some(({ kind }) => kind === 'attention' || kind === 'recommendations')) return 'new'
  return named('classic') ? 'classic' : null
}
