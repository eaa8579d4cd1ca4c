import { says } from '../words/lookup.ts'
import type { Place } from './location.ts'
import type { ReadState, Section } from './recognised.ts'
import type { PageView } from './view.ts'

/**
 * What came of the read. Addresses first: they say the same in every language. Sentences count only on a page of which
 * nothing was understood: an app may be named, or allowed, whatever it likes.
 */
export const stateOf = (view: PageView, place: Place, sections: readonly Section[], unsure: boolean): ReadState => {
  const texts = [
    view.title,
    ...view.headings,
    ...view.prose,
    ...view.grids.flatMap(grid => [grid.heading ?? '', ...grid.notes]),
  ]
  const any = (word: Parameters<typeof says>[0]) => texts.some(text => says(word, text))
  if (place.kind === 'login' || place.kind === 'two-factor') {
    if (any('robot')) return 'challenge'
    return place.kind === 'login' ? 'signed-out' : 'second-factor'
  }
  if (place.kind === 'no-account') return 'no-account'
  if (place.kind === 'elsewhere') return 'other-page'
  if (sections.length > 0) return isEmptyAccount(sections) ? 'empty-account' : unsure ? 'partly' : 'recognised'
  if (any('robot')) return 'challenge'
  if (view.fields.includes('password') || any('ended')) return 'signed-out'
  if (view.fields.includes('one-time-code')) return 'second-factor'
  if (any('forbidden')) return 'no-permission'
  if (any('moved')) return 'moved'
  return 'not-recognised'
}

/** The page itself says that nobody has connected anything. */
const isEmptyAccount = (sections: readonly Section[]): boolean =>
  sections.some(section => section.kind === 'my-apps' && section.proof === 'empty-sentence') &&
  sections.every(section => !['my-apps', 'other-apps', 'attention'].includes(section.kind) || section.rows.length === 0)
