import type { SectionRead } from '../../storage/model/facts/rows.ts'
import type { Proof, SectionKind } from '../../storage/model/recognise/recognised.ts'

/** What the newest looks at an account's lists say of each list: one look at an app's own page does not make the lists unread. */
export interface ListReads {
  /** The newest look at each section, and when it was (epoch ms). */
  sections: ReadonlyMap<SectionKind, SectionRead & { at: number }>
  /** The newest statement of which page the account has. */
  home: { page: 'new' | 'classic'; at: number } | null
  /** HubSpot itself said that there are no apps (epoch ms), later than any list was seen. */
  emptyAt: number | null
}

/** The lists whose end matters: what is missing from a whole one may be gone. */
export const LIST_NAMES = {
  attention: 'term_needs_attention',
  'my-apps': 'term_my_apps',
  'other-apps': 'home_other_apps',
} as const satisfies Partial<Record<SectionKind, string>>
export type ListKind = keyof typeof LIST_NAMES

export interface CutList {
  kind: ListKind
  seen: number
  stated: number | null
  proof: Proof
}

/** Only a filter or a search hides rows: the numbers on the page are those of what it lets through, and say nothing. */
export const isOnlyFiltered = (lists: readonly { proof: Proof }[]): boolean =>
  lists.every(({ proof }) => proof === 'filtered')

/** Why it cannot be proven that a list was seen whole: HubSpot states no total, or it was pasted. */
export const UNPROVABLE = ['nothing-stated', 'copied'] as const satisfies readonly Proof[]

/** Nothing says that the list was cut short, and nothing can prove that it was not. */
const isUnprovable = ({ proof, seen, stated }: CutList): boolean =>
  (UNPROVABLE as readonly Proof[]).includes(proof) && (stated === null || seen >= stated)

/**
 * The lists of which the newest look surely or probably did not see all. Where nothing can prove that all was seen, doing
 * the same again proves no more: that is said apart.
 */
export const cutLists = (reads: ListReads): CutList[] => incomplete(reads).filter(list => !isUnprovable(list))

/** The lists that cannot be proven whole, for this reason. */
export const unprovenLists = (reads: ListReads, why: (typeof UNPROVABLE)[number]): CutList[] =>
  incomplete(reads).filter(list => list.proof === why && isUnprovable(list))

const incomplete = ({ sections }: ListReads): CutList[] =>
  (Object.keys(LIST_NAMES) as ListKind[]).flatMap(kind => {
    const section = sections.get(kind)
    if (!section || section.complete) return []
    return [{ kind, seen: section.seen, stated: section.stated, proof: section.proof }]
  })
