import { type TimeFrame, timeText } from '../../storage/formatTime.ts'
import type { PlainKey, Translator } from '../../storage/i18n.ts'
import { CONNECTED_APPS_START } from '../../storage/model/hubspotHost.ts'
import type { ReadState } from '../../storage/model/recognise/recognised.ts'

/** What a look at the page says when it did not understand it: what happened, what follows, and its one next step. */
export interface ReadProblem {
  readonly title: string
  readonly text: string
  /** The next step; all of them lead to HubSpot, where only the person can act. */
  readonly action: string
}

type FailedState = Exclude<ReadState, 'recognised' | 'partly' | 'empty-account'>

const WORDS: Readonly<Record<FailedState, { title: PlainKey; text: PlainKey; action: PlainKey }>> = {
  'signed-out': {
    title: 'state_signed_out_title',
    text: 'reason_signed_out_text',
    action: 'state_signed_out_action',
  },
  'second-factor': {
    title: 'reason_second_factor_title',
    text: 'reason_second_factor_text',
    action: 'state_signed_out_action',
  },
  'no-account': { title: 'reason_no_account_title', text: 'reason_no_account_text', action: 'state_cannot_see_open' },
  'no-permission': {
    title: 'reason_no_permission_title',
    text: 'reason_no_permission_text',
    action: 'state_cannot_see_open',
  },
  moved: { title: 'reason_moved_title', text: 'reason_moved_text', action: 'state_cannot_see_open' },
  challenge: { title: 'reason_challenge_title', text: 'reason_challenge_text', action: 'state_cannot_see_open' },
  'not-recognised': {
    title: 'reason_not_recognised_title',
    text: 'reason_not_recognised_text',
    action: 'state_cannot_see_open',
  },
  'other-page': { title: 'reason_other_page_title', text: 'reason_other_page_text', action: 'state_cannot_see_open' },
}

/** The words for a read state that changed no facts; an unknown one (from an older or newer version) reads as not understood. */
export const readProblem = (state: string | null, t: Translator): ReadProblem => {
  const words = WORDS[(state ?? '') as FailedState] ?? WORDS['not-recognised']
  return { title: t(words.title), text: t(words.text), action: t(words.action) }
}

/** Whether a read state is one of those that understood the page. */
export const isGoodState = (state: string): boolean => !(state in WORDS)

/** Since when the account stands as shown: "Last read Mon 9 Nov, 14:05." */
export const lastReadText = (readAt: number | null, frame: TimeFrame): string =>
  readAt === null
    ? frame.t('reason_never_read')
    : frame.t('reason_last_read', { time: timeText({ kind: 'instant', at: readAt }, frame, 'weekday') })

/** Where a person goes to mend it: the account's Connected apps page, else HubSpot's own way there. */
export const mendUrl = (url: string | null): string => url ?? CONNECTED_APPS_START

/** Whole sentences one after the other, as the language joins them. */
export const sentences = (t: Translator, ...parts: readonly string[]): string =>
  parts.filter(part => part !== '').join(t.lang === 'ja' ? '' : ' ')
