import type { AccountId, PersonRef, Ref } from './facts/refs.ts'
import type { QuietSetting } from './facts/rows.ts'
import type { RuleDraft } from './notices/draft.ts'
import type { Channel, DeliveryReason, MailProvider, PersonByHand } from './notices/rows.ts'
import type { Mapping } from './recognise/recognised.ts'

/**
 * What a screen asks of the worker. One way: screens send, the worker writes, judges, repaints the badge and answers;
 * open pages repaint by themselves from the database. Every command can be sent twice without harm.
 */
export type Command =
  | { type: 'snooze'; account: AccountId; subject: Ref; until: number | null }
  | { type: 'unsnooze'; account: AccountId; subject: Ref }
  | { type: 'fixed'; account: AccountId; subject: Ref }
  | { type: 'unfixed'; account: AccountId; subject: Ref }
  | { type: 'reconnecting'; account: AccountId; subject: Ref }
  | { type: 'not-reconnecting'; account: AccountId; subject: Ref }
  | { type: 'link'; account: AccountId; from: Ref; to: Ref; linked: boolean }
  | { type: 'label'; account: AccountId; label: string }
  | { type: 'automatic'; account: AccountId; on: boolean }
  | { type: 'mapping'; account: AccountId; mapping: Mapping }
  | { type: 'remove-account'; account: AccountId }
  | { type: 'read-tab'; tabId: number }
  | { type: 'cancel-read'; tabId: number }
  | { type: 'check-now' } // reads what can be read without a click: open Connected apps tabs of hosts with a grant
  | { type: 'agree' } // the disclosure before the first read
  | { type: 'judge' } // after an intake in the options page (paste, sample), or a setting that rules heed
  | { type: 'acknowledge'; account: AccountId; subject: Ref } // "I know": no more reminders of this occurrence
  | { type: 'unacknowledge'; account: AccountId; subject: Ref }
  | { type: 'mute'; account: AccountId; subject: Ref }
  | { type: 'unmute'; account: AccountId; subject: Ref }
  | { type: 'quiet'; account: AccountId; subject: Ref; quiet: QuietSetting | null } // how long the app may be silent
  | { type: 'put-rule'; account: AccountId; draft: RuleDraft }
  | { type: 'rule-on'; account: AccountId; id: string; on: boolean }
  | { type: 'delete-rule'; account: AccountId; id: string }
  | { type: 'test-rule'; account: AccountId; id: string } // one message to whoever uses this browser, on each of its channels
  | { type: 'i-am'; account: AccountId; person: PersonRef | null }
  | { type: 'zone'; account: AccountId; zone: string | null }
  | { type: 'put-person'; account: AccountId; person: Omit<PersonByHand, 'account'> }
  | { type: 'remove-person'; account: AccountId; ref: PersonRef } // what was said by hand; what sources tell stays
  | { type: 'read-notices'; account: AccountId; ids: string[] | 'all'; unread: boolean }
  | { type: 'resend'; account: AccountId; id: string } // a delivery that failed, is dead or was skipped
  | { type: 'cancel-delivery'; account: AccountId; id: string }
  | { type: 'put-email'; provider: MailProvider; from: string } // the key goes straight into the vault, never through a message
  | { type: 'forget-email' }
  | { type: 'test-email'; to: string }
  | { type: 'retry-channel'; channel: Channel } // a channel that was out: try again now

/** What the worker answers. `refused` carries a message key that says what to do. */
export type CommandAnswer =
  | {
      ok: true
      reading?: { state: string; rows: number } /** `test-email`: null where it was accepted. */
      sent?: { reason: DeliveryReason | null; detail: string | null }
    }
  | { ok: false; reason: CommandRefusal }

export const COMMAND_REFUSALS = [
  'not-ours',
  'malformed',
  'not-agreed',
  'no-tab',
  'not-the-page',
  'no-access',
  'cancelled',
  'failed',
  'disk-full',
  'not-super-admin', // N5: rules are edited by super admins
  'bad-rule',
] as const
export type CommandRefusal = (typeof COMMAND_REFUSALS)[number]
