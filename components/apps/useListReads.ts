import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Read, SectionRead } from '../../storage/model/facts/rows.ts'
import { isGoodRead } from '../../storage/model/issues/claims.ts'
import type { SectionKind } from '../../storage/model/recognise/recognised.ts'
import { newestReads } from '../../storage/reads.ts'
import { useLive } from '../useLive.ts'
import type { ListReads } from './listReads.ts'

/** Newest first in, newest per section out. */
export const listReads = (reads: readonly Read[]): ListReads => {
  const sections = new Map<SectionKind, SectionRead & { at: number }>()
  let home: ListReads['home'] = null
  let emptyAt: number | null = null
  for (const read of reads) {
    if (!isGoodRead(read)) continue
    if (read.state === 'empty-account' && sections.size === 0) emptyAt ??= read.observedAt
    if (read.home) home ??= { page: read.home, at: read.observedAt }
    for (const section of read.sections)
      if (!sections.has(section.kind)) sections.set(section.kind, { ...section, at: read.observedAt })
  }
  return { sections, home, emptyAt }
}

/** How many looks back the newest look at each list is searched for. */
const LOOKS = 40

/** What the newest looks say of each account's lists; undefined until the database has answered. */
export const useListReads = (accounts: readonly AccountId[]): ReadonlyMap<AccountId, ListReads> | undefined =>
  useLive(async () => {
    const reads = await Promise.all(accounts.map(id => newestReads(id, LOOKS)))
    return new Map(accounts.map((id, index) => [id, listReads(reads[index] ?? [])]))
  }, [accounts.join(' ')])
