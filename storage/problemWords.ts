import { type TimeFrame, timeText } from './formatTime.ts'
import type { PlainKey, Translator } from './i18n.ts'
import type { IssueEnding, IssueKind } from './model/issues/issue.ts'

/** What a look at the page says when it did not understand it: what happened, what follows, and its one next step. */
export interface ReadProblem {
  readonly title: string
  readonly text: string
  /** The next step; all of them lead to HubSpot, where only the person can act. */
  readonly action: string
}

/** Read states that changed no facts, as the message keys name them. */
const FAILED = [
  'signed_out',
  'second_factor',
  'no_account',
  'no_permission',
  'moved',
  'challenge',
  'not_recognised',
  'other_page',
] as const

const failedState = (state: string | null) => FAILED.find(name => name === state?.replaceAll('-', '_'))

/** The words for a read state that changed no facts; an unknown one (from an older or newer version) reads as not understood. */
export const readProblem = (state: string | null, t: Translator): ReadProblem => {
  const name = failedState(state) ?? 'not_recognised'
  const isSignIn = name === 'signed_out' || name === 'second_factor'
  return {
    title: t(`reason_${name}_title`),
    text: t(`reason_${name}_text`),
    action: t(isSignIn ? 'state_signed_out_action' : 'state_cannot_see_open'),
  }
}

/** Whether a read state is one of those that understood the page. */
export const isGoodState = (state: string): boolean => !failedState(state)

/** Since when the account stands as shown: "Last read Mon 9 Nov, 14:05." */
export const lastReadText = (readAt: number | null, frame: TimeFrame): string =>
  readAt === null
    ? frame.t('reason_never_read')
    : frame.t('reason_last_read', { time: timeText({ kind: 'instant', at: readAt }, frame, 'weekday') })

/** Whole sentences one after the other, as the language joins them. */
export const sentences = (t: Translator, ...parts: readonly string[]): string =>
  parts.filter(part => part !== '').join(t.lang === 'ja' ? '' : ' ')

export interface Problem {
  readonly kind: IssueKind
  /** As HubSpot wrote it; for `unreadable` the state of the read. */
  readonly text: string | null
  /** Epoch ms of the account's last good read, for `stale`; null: there was none. */
  readonly readAt: number | null
}

/** What is wrong, in plain words. What HubSpot wrote is quoted only where it says more than the words do. */
export const problemText = ({ kind, text, readAt }: Problem, frame: TimeFrame): string => {
  const { t } = frame
  switch (kind) {
    case 'error':
      return t('reason_error')
    case 'expired':
      return t('state_expired_text')
    case 'disconnected':
      return t('reason_disconnected')
    case 'attention':
      return text ? t('reason_attention', { text }) : t('reason_attention_silent')
    case 'gone-quiet':
      return t('reason_gone_quiet')
    case 'vanished':
      return t('reason_vanished')
    case 'unreadable': {
      const problem = readProblem(text, t)
      return sentences(t, t('reason_titled', { title: problem.title }), problem.text)
    }
    case 'stale':
      return readAt === null ? lastReadText(null, frame) : uncheckedText(readAt, frame)
  }
}

/** "Not checked since Mon 9 Nov, 14:05. Open the page to check." */
export const uncheckedText = (at: number, frame: TimeFrame): string =>
  frame.t('state_stale_text', { time: timeText({ kind: 'instant', at }, frame, 'weekday') })

const ENDED: Readonly<Record<IssueEnding, PlainKey>> = {
  'status-connected': 'issue_ended_status_connected',
  'not-in-attention': 'issue_ended_not_in_attention',
  'newer-activity': 'issue_ended_newer_activity',
  'said-by-you': 'issue_ended_said_by_you',
  'set-by-you': 'issue_ended_set_by_you',
  'other-problem': 'issue_ended_other_problem',
  'seen-again': 'issue_ended_seen_again',
  uninstalled: 'issue_ended_uninstalled',
  'read-again': 'issue_ended_read_again',
  'same-app': 'issue_ended_same_app',
}

/** When and by what evidence a problem ended: "Ended 12 Nov, 14:00: HubSpot says connected". */
export const endedText = (
  ended: { how: IssueEnding; time: Parameters<typeof timeText>[0] },
  frame: TimeFrame,
): string => frame.t('issue_ended', { time: timeText(ended.time, frame), how: frame.t(ENDED[ended.how]) })

/** The status word inside a sentence. */
const INLINE_STATUS = {
  error: 'status_inline_error',
  expired: 'status_inline_expired',
  disconnected: 'status_inline_disconnected',
  attention: 'status_inline_attention',
  'gone-quiet': 'status_inline_goneQuiet',
  vanished: 'status_inline_vanished',
  unreadable: 'status_inline_cannotSee',
  stale: 'status_inline_stale',
} as const satisfies Record<IssueKind, PlainKey>

/** The word for a kind of problem inside a sentence: "error", "expired". */
export const statusWord = (kind: IssueKind, t: Translator): string => t(INLINE_STATUS[kind])
