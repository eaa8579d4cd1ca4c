import { type TimeFrame, timeText } from '../../storage/formatTime.ts'
import type { Translator } from '../../storage/i18n.ts'
import { CONNECTED_APPS_START } from '../../storage/model/hubspotHost.ts'

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

/** Where a person goes to mend it: the account's Connected apps page, else HubSpot's own way there. */
export const mendUrl = (url: string | null): string => url ?? CONNECTED_APPS_START

/** Whole sentences one after the other, as the language joins them. */
export const sentences = (t: Translator, ...parts: readonly string[]): string =>
  parts.filter(part => part !== '').join(t.lang === 'ja' ? '' : ' ')
