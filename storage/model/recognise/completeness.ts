import { says } from '../words/lookup.ts'
import type { Proof, SectionKind } from './recognised.ts'
import type { Grid } from './view.ts'

export interface Completeness {
  complete: boolean
  proof: Proof
  stated: number | null
}

/** Short lists that are drawn at once and state no total: all there when nothing says that more would follow. */
const DRAWN_WHOLE: readonly SectionKind[] = ['attention', 'recommendations', 'app', 'permissions']

/**
 * What the sentences of a section without rows say: that it failed, that a search found nothing, or that there is nothing.
 * The last one has to come first: behind a name it may be the reason of a card that was not known for one.
 */
export const emptiness = (grid: Grid, kind: SectionKind): 'failed' | 'forbidden' | 'no-hits' | 'empty' | null => {
  const any = (word: 'failed' | 'forbidden' | 'noHits') => grid.notes.some(note => says(word, note))
  if (any('failed')) return 'failed'
  if (any('forbidden')) return 'forbidden'
  if (any('noHits')) return 'no-hits'
  return saysNothing(kind, grid.notes[0] ?? '') ? 'empty' : null
}

/** Whether a text says, in the words of its kind of list, that there is nothing to list. */
export const saysNothing = (kind: SectionKind, text: string): boolean =>
  says(kind === 'attention' ? 'calm' : kind === 'app-log' || kind === 'users' ? 'quiet' : 'empty', text)

/**
 * Whether a section was read whole, and what proves or refutes it. Only a proof makes it complete: rows equal to every
 * number that the page states, or its own sentence that there is nothing, or (short lists only) an end that was seen.
 * `unread`: rows of which nobody can say what they list. `copied`: from a paste, which may hold a part of the list, and never
 * what stands in the search box.
 */
export const completeness = (
  grid: Grid,
  kind: SectionKind,
  seen: number,
  unread: number,
  copied: boolean,
): Completeness => {
  const { extent } = grid
  const counts = extent.stated.map(({ count }) => count)
  const stated = counts.length > 0 ? Math.max(...counts) : extent.rowCount
  const partial = (proof: Proof): Completeness => ({ complete: false, proof, stated })
  const whole = (proof: Proof): Completeness => ({ complete: true, proof, stated })
  const empty = grid.rows.length === 0 ? emptiness(grid, kind) : null

  if (empty === 'failed' || empty === 'forbidden') return partial('section-error')
  if (extent.filtered || empty === 'no-hits') return partial('filtered')
  if (extent.next === 'enabled') return partial('next-page')
  if (extent.busy) return partial('busy')
  if (grid.rows.length === 0) {
    if (empty === 'empty' && (stated ?? 0) === 0) return { complete: true, proof: 'empty-sentence', stated: 0 }
    return partial('nothing-stated')
  }
  if (unread > 0) return partial('rows-skipped')
  if (copied) return partial('copied')
  if (counts.length > 0)
    return seen === stated && counts.every(count => count === stated)
      ? whole('rows-equal-stated')
      : partial('fewer-than-stated')
  if (extent.rowCount !== null)
    return seen === extent.rowCount ? whole('rows-equal-row-count') : partial('fewer-than-stated')
  if (extent.endSeen === false || extent.startSeen === false) return partial('end-not-seen')
  if (DRAWN_WHOLE.includes(kind) && extent.endSeen === true) return whole('drawn-whole')
  return partial('nothing-stated')
}
