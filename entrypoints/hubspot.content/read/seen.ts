import { type Collection, collect } from '../../../storage/model/gather/collect.ts'
import type { PageView } from '../../../storage/model/recognise/view.ts'

/** What the looks at this page have seen together, and the read that they belong to. */
export interface Seen {
  /** Null: nothing was looked at yet. */
  readonly collection: Collection | null
  /** Id of the read; empty before the first look. */
  readonly readId: string
  /** Joins a look to those before. Where it cannot go on from them, it begins a read of the id `fresh`, or of one of its own. */
  add(view: PageView, fresh?: string): PageView
  /** Nobody looks at the tab for a while: what changes on the page meanwhile is not followed. */
  lostSight(): void
  /** Begins a read of that id with nothing seen. */
  begin(readId: string): void
  forget(): void
}

/** @returns nothing seen yet */
export const createSeen = (): Seen => {
  let collection: Collection | null = null
  let readId = ''
  let hiddenSince = false
  return {
    get collection() {
      return collection
    },
    get readId() {
      return readId
    },
    add(view, fresh) {
      const before = collection
      const now = collect(before, view, hiddenSince)
      collection = now
      hiddenSince = false
      if (!before || now.startedAt !== before.startedAt) readId = fresh ?? crypto.randomUUID()
      return now.view
    },
    lostSight() {
      hiddenSince = true
    },
    begin(id) {
      readId = id
      collection = null
    },
    forget() {
      collection = null
    },
  }
}
