import { type Fact, type FactField, fieldOf } from './facts.ts'
import { compareFacts, digest } from './join.ts'

/**
 * The field of one item of Needs your attention. An app may have several, and two reads may see different ones of them: each
 * is a fact of its own, named after its sentence, so that none takes the place of another. An item is there until a complete
 * read of the section that began later lacks it (assemble.ts).
 */
export const itemField = (reason: string): FactField<'attention'> => `attention:${digest(reason)}`

/** So many items are kept of one ref and source. A page shows a few; a sentence that counts days is another one each day. */
export const MOST_ITEMS = 50

/**
 * The items beyond the newest MOST_ITEMS of their ref and source: facts that need not be kept. What is left of all that was
 * told does not depend on the order it came in, nor on how often this was asked in between.
 */
export const crowdedOut = (facts: Iterable<Fact>): Fact[] => {
  const together = Map.groupBy(
    [...facts].filter(fact => fieldOf(fact.field) === 'attention'),
    ({ ref, source }) => `${ref}\u0000${source}`,
  )
  return [...together.values()].flatMap(items =>
    items.length <= MOST_ITEMS ? [] : items.sort((a, b) => compareFacts(b, a)).slice(MOST_ITEMS),
  )
}
