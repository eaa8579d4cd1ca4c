import { HOUR } from '../facts/time.ts'
import type { Issue } from '../issues/issue.ts'

/** A time in which one problem came and went so often that single messages would be noise. Epoch ms. */
export interface Spell {
  start: number
  /** An hour after its newest change; moves on with each further one. */
  end: number
}

const CHANGES = 3
const WITHIN = HOUR
const STEADY = HOUR

/** The spell in which a thread is at the epoch-ms `now`, by all its occurrences, or null: it is steady. See docs/notifications.md. */
export const spellAt = (occurrences: readonly Issue[], now: number): Spell | null => {
  const changes = occurrences
    .flatMap(issue => [issue.firstSeen, ...(issue.ended ? [issue.ended.observedAt] : [])])
    .filter(at => at <= now)
    .sort((a, b) => a - b)
  let spell: { start: number; last: number } | null = null
  for (const [index, at] of changes.entries()) {
    const third = changes[index - CHANGES + 1]
    if (spell && at - spell.last <= STEADY) spell.last = at
    else spell = third !== undefined && at - third <= WITHIN ? { start: at, last: at } : null
  }
  return spell && now < spell.last + STEADY ? { start: spell.start, end: spell.last + STEADY } : null
}
