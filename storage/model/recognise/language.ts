import { columnNamed, groupNamed, labelNamed, sectionNamed, statusNamed } from '../words/lookup.ts'
import { LANGUAGES, type Language } from './recognised.ts'
import type { PageView } from './view.ts'

/**
 * The languages of a page, the main one first: what the page says of itself, then whatever is needed to explain the words
 * that were understood. Two languages at once are ordinary.
 */
export const languagesOf = (view: PageView): Language[] => {
  const languages: Language[] = []
  const counts = new Map<Language, number>()
  const found = wordsOn(view)
  for (const languagesOfWord of found)
    for (const language of languagesOfWord) counts.set(language, (counts.get(language) ?? 0) + 1)
  const add = (language: Language | undefined) => {
    if (language && !languages.includes(language)) languages.push(language)
  }
  // A page in a language of which not one word was found is not written in it, whatever its attribute says.
  for (const locale of view.locales) {
    const language = LANGUAGES.find(known => locale.toLowerCase().split('-')[0] === known)
    if (language && (counts.has(language) || found.length === 0)) add(language)
  }
  for (;;) {
    const open = found.filter(known => !known.some(language => languages.includes(language)))
    if (open.length === 0) return languages
    const score = (language: Language) => open.filter(known => known.includes(language)).length
    add(LANGUAGES.reduce((best, language) => (score(language) > score(best) ? language : best)))
  }
}

/** For each word of the page that stands in a dictionary, the languages that have it. */
const wordsOn = (view: PageView): (readonly Language[])[] => {
  const texts = new Set([
    ...view.headings,
    ...view.grids.flatMap(grid => [grid.heading ?? '', ...grid.path, ...grid.headers]),
  ])
  return [...texts].flatMap(text => {
    const found = sectionNamed(text) ?? groupNamed(text) ?? columnNamed(text) ?? labelNamed(text) ?? statusNamed(text)
    return found ? [found.languages] : []
  })
}
