import { appsInTitle } from '../words/lookup.ts'
import { nameKey } from './apps.ts'
import type { RowApp, Section } from './recognised.ts'
import type { PageView } from './view.ts'

/**
 * Says of each list of users which app they connected: the one in the name of its panel ("Connections of Harborline"). An
 * app that the page lists is meant first; a panel may also be open while its app is not among the rows that were drawn.
 * Where neither is sure the list belongs to nobody.
 */
export const withApps = (sections: readonly Section[], view: PageView): Section[] =>
  sections.map(section => {
    if (section.kind !== 'users') return section
    const grid = view.grids[section.grid]
    const titles = [grid?.heading, ...(grid?.path ?? []).toReversed()].flatMap(title => title ?? [])
    return {
      ...section,
      of: listedApp(titles, sections) ?? (grid?.place === 'dialog' ? namedApp(titles, sections) : null),
    }
  })

const listedApp = (titles: readonly string[], sections: readonly Section[]): RowApp | null => {
  for (const kind of ['other-apps', 'my-apps'] as const) {
    const apps = sections.flatMap(section => (section.kind === kind ? section.rows.map(({ app }) => app) : []))
    for (const title of titles) {
      const names = appsInTitle(title).map(nameKey)
      const [only, second] = apps.filter(app => app.name !== null && names.includes(nameKey(app.name)))
      if (only) return second ? null : only
    }
  }
  return null
}

/** Words in the place of the name that name nothing: "Users of this app". */
const NOT_A_NAME =
  /^(?:this|these|the|my|your|our|all|other|each|every|an?|any|no|active|connected|app|apps)(?:\s|$)|^(?:この|その|自分|すべて|全て|全|他|組織|アプリ$|ユーザー)/iu

const namedApp = (titles: readonly string[], sections: readonly Section[]): RowApp | null => {
  const [name, another] = [...new Set(titles.flatMap(appsInTitle))]
  if (name === undefined || another !== undefined || NOT_A_NAME.test(name) || /…$/.test(name)) return null
  // Listed, and yet not found above: two rows of that name, which cannot be told apart.
  const listed = sections.some(
    section =>
      section.skipped.some(({ text }) => nameKey(text) === nameKey(name)) ||
      ((section.kind === 'my-apps' || section.kind === 'other-apps') &&
        section.rows.some(({ app }) => app.name !== null && nameKey(app.name) === nameKey(name))),
  )
  return listed ? null : { refs: [`name:${name}`], name, href: null }
}
