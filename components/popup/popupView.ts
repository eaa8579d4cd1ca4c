import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Glance } from '../../storage/model/glance.ts'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { type BadgeState, badgeState } from '../../storage/model/issues/badge.ts'
import type { Activity } from '../../storage/model/overview.ts'

export type PopupAccount = Glance['accounts'][number]

/** What the popup's body is: one of these at a time. */
export type PopupBody = Exclude<BadgeState['kind'], 'all-well'> | 'all-well' | 'no-apps'

/** The glance as the account switcher lets it through. */
export interface PopupView {
  readonly body: PopupBody
  readonly accounts: readonly PopupAccount[]
  readonly items: readonly AttentionItem[]
  /** Rows in each state, those that the badge counts first; more than `items` while they are cut for the first paint. */
  readonly counts: PopupAccount['counts']
  readonly newest: readonly Activity[]
}

/** @param chosen one account, or null for all; one that is not watched (any more) lets all through */
export const popupView = (glance: Glance, chosen: AccountId | null): PopupView => {
  const account = glance.accounts.find(({ id }) => id === chosen)
  if (!account) {
    const counts = { counted: 0, snoozed: 0, fixed: 0 }
    for (const one of glance.accounts)
      for (const state of ['counted', 'snoozed', 'fixed'] as const) counts[state] += one.counts[state]
    return { ...glance, body: bodyOf(glance.badge, glance.accounts), counts }
  }
  const items = glance.items.filter(item => item.account === account.id)
  return {
    body: bodyOf(badgeState([account], items, false), [account]),
    accounts: [account],
    items,
    counts: account.counts,
    newest: glance.newest.filter(line => line.account === account.id),
  }
}

/** Whether the line about the inbox will be there: of one account of several it is not known before the database answers. */
export const hasInboxLine = (glance: Glance | null, chosen: AccountId | null): boolean =>
  glance !== null && glance.unread > 0 && (chosen === null || glance.accounts.length === 1)

const bodyOf = ({ kind }: BadgeState, accounts: readonly PopupAccount[]): PopupBody =>
  kind === 'all-well' && accounts.every(({ summary }) => summary.apps === 0) ? 'no-apps' : kind

/** Epoch ms of the oldest of the accounts' newest reads: what the popup's sums are at least as old as. Null: never read. */
export const oldestRead = (accounts: readonly PopupAccount[]): number | null => {
  const times = accounts.map(({ readAt }) => readAt).filter(at => at !== null)
  return times.length > 0 ? Math.min(...times) : null
}

/** A number of the accounts' summaries, added up. */
export const sumOf = (accounts: readonly PopupAccount[], figure: 'apps' | 'connected' | 'notReported'): number =>
  accounts.reduce((sum, { summary }) => sum + summary[figure], 0)
