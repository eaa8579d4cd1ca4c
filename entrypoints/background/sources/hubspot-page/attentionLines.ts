import type { Translator } from '../../../../storage/i18n.ts'
import type { AttentionItem } from '../../../../storage/model/issues/attention.ts'
import type { IssueKind } from '../../../../storage/model/issues/issue.ts'
import type { AttentionLine } from '../../../../storage/model/messages.ts'

/** How many rows the overlay has room for. */
const ROOM = 5

/** Needs your attention as the overlay shows it, worst first. */
export const attentionLines = (items: readonly AttentionItem[], t: Translator): AttentionLine[] =>
  items.slice(0, ROOM).map(item => ({
    name: item.name,
    pill: t(PILL[item.kind]),
    kind: item.kind,
    tone: item.severity,
    reason: item.evidence.from === 'reads' ? '' : (item.evidence.text ?? ''),
  }))

const PILL = {
  error: 'status_error',
  expired: 'status_expired',
  disconnected: 'status_disconnected',
  attention: 'status_attention',
  'gone-quiet': 'status_goneQuiet',
  vanished: 'status_vanished',
  unreadable: 'status_cannotSee',
  stale: 'status_stale',
} as const satisfies Record<IssueKind, string>
