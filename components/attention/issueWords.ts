import { sinceText, type TimeFrame, timeText } from '../../storage/formatTime.ts'
import type { Source } from '../../storage/model/facts/facts.ts'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import type { IssueKind } from '../../storage/model/issues/issue.ts'
import { problemText } from '../../storage/problemWords.ts'
import type { SourceKind } from '../ui/SourceAge.tsx'
import type { StatusName } from '../ui/StatusPill.tsx'

/** What an account's own reads say; the rest of its overview is not needed here. */
export interface AccountAge {
  readonly id: string
  /** Epoch ms of the newest read that understood the page. */
  readonly readAt: number | null
  /** Its Connected apps page in HubSpot; null for a sample. */
  readonly url: string | null
}

/** How each kind of issue is drawn and named. */
export const STATUS_OF_KIND = {
  error: 'error',
  expired: 'expired',
  disconnected: 'disconnected',
  attention: 'attention',
  'gone-quiet': 'goneQuiet',
  vanished: 'vanished',
  unreadable: 'cannotSee',
  stale: 'stale',
} as const satisfies Record<IssueKind, StatusName>

/** How each source is drawn and named. */
export const SOURCE_KIND = {
  page: 'page',
  api: 'key',
  file: 'file',
  sample: 'sample',
} as const satisfies Record<Source, SourceKind>

/** Where a row's evidence is from; of a sample everything is made up. */
export const sourceOf = (item: AttentionItem): SourceKind =>
  item.sample ? 'sample' : SOURCE_KIND[item.evidence.source]

/** Problems of the account itself: only new evidence closes them, so they have no "I fixed it" (UI.md 7). */
export const isAboutAccount = (item: AttentionItem): boolean => item.kind === 'unreadable' || item.kind === 'stale'

/** Problems that reconnecting can end. An app that is not listed any more has nothing to reconnect; one that is silent may be well. */
export const canReconnect = (item: AttentionItem): boolean =>
  !isAboutAccount(item) && item.kind !== 'vanished' && item.kind !== 'gone-quiet'

/** What is wrong, in plain words. What HubSpot wrote is quoted only where it says more than the words do. */
export const reasonText = (
  { kind, evidence }: AttentionItem,
  account: AccountAge | undefined,
  frame: TimeFrame,
): string => problemText({ kind, text: evidence.text, readAt: account?.readAt ?? null }, frame)

/** Since when, as exactly as it is known. */
export const sinceLine = (item: AttentionItem, frame: TimeFrame, style: 'long' | 'short'): string =>
  item.began
    ? sinceText(item.began, frame, style)
    : frame.t('attention_first_look', { time: timeText({ kind: 'instant', at: item.firstSeen }, frame) })

/** Epoch ms of the look that the row rests on. A stale account rests on its last good one. */
export const checkedAt = (item: AttentionItem, account: AccountAge | undefined): number =>
  item.kind === 'stale' ? (account?.readAt ?? item.firstSeen) : item.evidence.observedAt

// Not from facts/time.ts: that brings its schema along, and the popup's first paint waits for this file.
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The page may be read several times in a row, app by app: within this time they are one look. */
const ONE_LOOK = HOUR

/**
 * Whether the row was not checked lately: its evidence is older than a day, or the account was read since by a look that
 * did not show this row (another page, a list not read to its end).
 */
export const isUnchecked = (item: AttentionItem, account: AccountAge | undefined, now: number): boolean => {
  const at = checkedAt(item, account)
  return now - at > DAY || (account?.readAt ?? 0) - at > ONE_LOOK
}
