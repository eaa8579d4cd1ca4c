import type { Source } from '../facts/facts.ts'
import type { AccountId, Ref } from '../facts/refs.ts'
import type { Time } from '../facts/time.ts'

/** Worst first: the order of rows, pills and badge titles. */
export const ISSUE_KINDS = [
  'error',
  'expired',
  'disconnected',
  'attention',
  'gone-quiet', // silent for longer than its own rhythm (rhythm.ts)
  'vanished',
  'unreadable',
  'stale',
] as const
export type IssueKind = (typeof ISSUE_KINDS)[number]

/** `bad`: does not work now. `warn`: may stop, or may have stopped. `blind`: Patchbay cannot see. */
export type Severity = 'bad' | 'warn' | 'blind'
export const SEVERITY: Record<IssueKind, Severity> = {
  error: 'bad',
  expired: 'bad',
  disconnected: 'bad',
  attention: 'warn', // HubSpot says so, in words Patchbay does not know
  'gone-quiet': 'warn',
  vanished: 'warn',
  unreadable: 'blind',
  stale: 'blind',
}

/** How an issue ended; H2 of PRODUCT.md. Which one is stored and shown. */
export const ISSUE_ENDINGS = [
  'status-connected', // the status says connected, later than the problem was last seen
  'not-in-attention', // missing from an attention section proven complete, while still in My apps
  'newer-activity', // activity later than the problem was last seen
  'said-by-you', // "I fixed it"; reopens when the problem is seen again
  'set-by-you', // the user lets the app be silent for longer, or for ever
  'other-problem', // the same app now shows another problem instead
  'seen-again', // a vanished app is back
  'uninstalled', // the app log says so
  'read-again', // Patchbay can see again
  'same-app', // two subjects turned out to be one app; the older issue goes on
] as const
export type IssueEnding = (typeof ISSUE_ENDINGS)[number]

/** What was seen that makes it an issue, as of when, by which source. */
export interface Evidence {
  from: 'status' | 'attention' | 'silence' | 'absence' | 'reads'
  /** As HubSpot wrote it; for `reads` the read state. */
  text: string | null
  observedAt: number
  source: Source
}

/**
 * One problem of one subject, from when it opened to when it was resolved. At most one open per (account, subject, kind).
 * A log of judgements: rows are added and ended, never recomputed, because people are told about them.
 */
export interface Issue {
  account: AccountId
  subject: Ref
  kind: IssueKind
  occurrence: number
  /** 1 while open, else 0: IndexedDB cannot index booleans. */
  open: 0 | 1
  /** When the problem began as exactly as it is known; null when it was there at the first look. */
  began: Time | null
  /** Epoch ms of the first and the newest read that showed it. */
  firstSeen: number
  lastSeen: number
  evidence: Evidence
  ended: { how: IssueEnding; time: Time; observedAt: number } | null
  /** Raised with each change of the row; the outbox claims by it. */
  version: number
}
