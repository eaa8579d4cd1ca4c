import type { AttentionItem } from './issues/attention.ts'
import { type BadgeState, badgeState } from './issues/badge.ts'
import { compareItems } from './issues/worstFirst.ts'
import { type Activity, NEWEST, type Overview } from './overview.ts'

/** How many rows of one account the popup paints before the database is loaded; the rest follow from it. */
export const GLANCE_ROWS = 20

/** The small record in `storage.local` from which the popup paints at once. Derived, in no language, wiped with its account. */
export interface Glance {
  version: 1
  /** Epoch ms of the commit it tells of. */
  at: number
  accounts: Omit<Overview, 'items' | 'newest' | 'due'>[]
  /** Worst first; when stored at most GLANCE_ROWS per account, the counted ones before the others. */
  items: AttentionItem[]
  badge: BadgeState
  newest: Activity[]
  /** Notices in the inbox that nobody has looked at. */
  unread: number
  /** A level 1 read under way; it counts as ended at `until` (epoch ms) if nothing more is heard. */
  reading: Reading | null
}

export interface Reading {
  tabId: number
  readId: string
  rows: number
  stated: number | null
  until: number
}

/** Everything the popup, the badge and the head of the home page show, made from the accounts' overviews. */
export const composeGlance = (
  overviews: readonly Overview[],
  at: number,
  { reading = null, unread = 0 }: { reading?: Reading | null; unread?: number } = {},
): Glance => {
  const underWay = reading !== null && reading.until > at
  const items = overviews.flatMap(overview => overview.items).sort(compareItems)
  return {
    version: 1,
    at,
    accounts: overviews.map(({ items: _items, newest: _newest, due: _due, ...account }) => account),
    items,
    badge: badgeState(overviews, items, underWay),
    newest: overviews
      .flatMap(overview => overview.newest)
      .sort((a, b) => b.at - a.at)
      .slice(0, NEWEST),
    unread,
    reading: underWay ? reading : null,
  }
}

/** The glance cut to what the popup needs for its first paint. */
export const cutGlance = (glance: Glance): Glance => ({
  ...glance,
  items: glance.accounts
    .flatMap(account => {
      const [counted, others] = [true, false].map(isCounted =>
        glance.items.filter(item => item.account === account.id && (item.state === 'counted') === isCounted),
      )
      return [...(counted ?? []), ...(others ?? [])].slice(0, GLANCE_ROWS)
    })
    .sort(compareItems),
})
