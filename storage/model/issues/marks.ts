import type { Ref } from '../facts/refs.ts'
import type { Mark } from '../facts/rows.ts'

/** The newest mark of a kind on any of the refs. */
export const markOf = (marks: readonly Mark[], refs: readonly Ref[], kind: Mark['kind']): Mark | null =>
  marks
    .filter(mark => mark.kind === kind && refs.includes(mark.subject))
    .reduce<Mark | null>((best, mark) => (!best || mark.at > best.at ? mark : best), null)
