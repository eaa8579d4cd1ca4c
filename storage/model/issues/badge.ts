import type { AttentionItem } from './attention.ts'

/** What the toolbar says, in no language; `entrypoints/background/badge.ts` paints it. */
export type BadgeState =
  | { kind: 'not-set-up' }
  | { kind: 'first-read' }
  | { kind: 'all-well'; connected: number; notReported: number }
  | { kind: 'all-snoozed'; snoozed: number }
  | {
      kind: 'attention'
      count: number
      severity: 'bad' | 'warn' | 'blind'
      worst: { name: string; kind: AttentionItem['kind'] }
      snoozed: number
      unseen: string[]
    }
  | { kind: 'cannot-see'; since: number }

export interface BadgeAccount {
  label: string
  /** Its evidence is too old; since epoch ms of the last good read. */
  blindSince: number | null
  connected: number
  notReported: number
}

/**
 * The number is that of the counted rows. "!" stands alone only when no account can be seen; one blind account among
 * seeing ones is a row and is counted. `reading`: a read is under way; only without any account does the badge say so.
 */
export const badgeState = (
  accounts: readonly BadgeAccount[],
  items: readonly AttentionItem[],
  reading: boolean,
): BadgeState => {
  if (accounts.length === 0) return { kind: reading ? 'first-read' : 'not-set-up' }
  const blind = accounts.filter(account => account.blindSince !== null)
  if (blind.length === accounts.length)
    return { kind: 'cannot-see', since: Math.min(...blind.map(account => account.blindSince ?? 0)) }
  const counted = items.filter(item => item.state === 'counted')
  const snoozed = items.filter(item => item.state === 'snoozed').length
  const [worst] = counted
  if (worst)
    return {
      kind: 'attention',
      count: counted.length,
      severity: worst.severity,
      worst: { name: worst.name, kind: worst.kind },
      snoozed,
      unseen: blind.map(account => account.label),
    }
  if (snoozed > 0) return { kind: 'all-snoozed', snoozed }
  return { kind: 'all-well', connected: sum(accounts, 'connected'), notReported: sum(accounts, 'notReported') }
}

const sum = (accounts: readonly BadgeAccount[], field: 'connected' | 'notReported') =>
  accounts.reduce((total, account) => total + account[field], 0)
