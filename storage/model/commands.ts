import type { AccountId, Ref } from './facts/refs.ts'
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
  | { type: 'judge' } // after an intake in the options page (paste, sample)

/** What the worker answers. `refused` carries a message key that says what to do. */
export type CommandAnswer =
  | { ok: true; reading?: { state: string; rows: number } }
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
] as const
export type CommandRefusal = (typeof COMMAND_REFUSALS)[number]
