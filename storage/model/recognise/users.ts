import { appInTitle } from '../words/lookup.ts'
import type { RowApp, Section } from './recognised.ts'
import type { PageView } from './view.ts'

/**
 * Says of each list of users which app they connected: the one in the name of its panel ("Connections of Harborline"), as
 * long as the page lists an app of that name. Otherwise the list belongs to nobody.
 */
export const withApps = (sections: readonly Section[], view: PageView): Section[] =>
  sections.map(section => {
    if (section.kind !== 'users') return section
    const grid = view.grids[section.grid]
    const titles = [grid?.heading, ...(grid?.path ?? []).toReversed()].filter(title => typeof title === 'string')
    return { ...section, of: appNamed(titles, sections) }
  })

const appNamed = (titles: readonly string[], sections: readonly Section[]): RowApp | null => {
  for (const kind of ['other-apps', 'my-apps'] as const) {
    const apps = sections.flatMap(section => (section.kind === kind ? section.rows.map(({ app }) => app) : []))
    for (const title of titles) {
      const name = appInTitle(
        title,
        apps.flatMap(app => app.name ?? []),
      )
      const fit = apps.filter(app => app.name === name)
      if (name !== null) return fit.length === 1 ? (fit[0] ?? null) : null
    }
  }
  return null
}
