import type { AccountId, AppRef, PersonRef, Ref } from '../facts/refs.ts'
import type { Time } from '../facts/time.ts'
import type { IssueEnding, IssueKind } from '../issues/issue.ts'

/**
 * What a rule can tell of. The first three are HubSpot's own notification types, the others Patchbay's.
 * Single choice, as in HubSpot: error and expired are two types.
 */
export const RULE_TYPES = [
  'install',
  'disconnect',
  'uninstall',
  'error',
  'expired',
  'gone-quiet',
  'attention',
  'cannot-see',
] as const
export type RuleType = (typeof RULE_TYPES)[number]

/** The issues each type tells of; none for the two that tell of happenings, which are over when they are told. */
export const KINDS_OF: Record<RuleType, readonly IssueKind[]> = {
  install: [],
  uninstall: [],
  disconnect: ['disconnected'],
  error: ['error'],
  expired: ['expired'],
  'gone-quiet': ['gone-quiet'],
  attention: ['error', 'expired', 'disconnected', 'attention', 'gone-quiet', 'vanished'],
  'cannot-see': ['unreadable', 'stale'],
}

/** Types whose problems last, so that a rule can remind of them. */
export const isLasting = (type: RuleType): boolean => KINDS_OF[type].length > 0

export const REMINDER_STEPS = ['hour', 'day', 'week', 'month'] as const
/** `anchor`: the first time, as wall-clock time `YYYY-MM-DDTHH:MM` in the account's zone. */
export interface Reminder {
  every: (typeof REMINDER_STEPS)[number]
  anchor: string
}

export const CHANNELS = ['in-app', 'email'] as const
export type Channel = (typeof CHANNELS)[number]

/** Who a rule tells. Teams by name: no source gives them an id yet. */
export type Audience =
  | { kind: 'super-admins' }
  | { kind: 'everyone' }
  | { kind: 'chosen'; people: PersonRef[]; teams: string[] }

/** What one account's people want to hear of; made in the form, kept until deleted. Ours: no source writes it. */
export interface Rule {
  account: AccountId
  id: string
  name: string
  type: RuleType
  apps: 'all' | AppRef[]
  to: Audience
  channels: Channel[]
  /** Null: told once, at opening and end. */
  reminder: Reminder | null
  /** Off: paused. */
  on: boolean
  /** Epoch ms from which on what opens is news: made, its type or apps changed, or switched on again. */
  since: number
  createdAt: number
  changedAt: number
  /** Who made it ("I am …"), if they said so. */
  createdBy: PersonRef | null
  /** The browser that sends its e-mail (`device` of settings), so that two admins do not both send; null: none does. */
  sender: string | null
}

/** Whether a rule tells of a subject, by any of its names. A rule of the account itself is about no app. */
export const covers = (rule: Rule, refs: readonly Ref[]): boolean =>
  rule.type === 'cannot-see' || rule.apps === 'all' || rule.apps.some(app => refs.includes(app))

export const WHATS = ['opened', 'reopened', 'reminder', 'unchecked', 'unstable', 'resolved', 'happened'] as const
export type What = (typeof WHATS)[number]

/** What was last said by one rule of one thread or happening: the memory of decide. */
export interface Told {
  account: AccountId
  rule: string
  /** `threadKey`, or the key of a happening. */
  thread: string
  what: What
  /** Epoch ms. */
  at: number
  /** The highest occurrence said; 0 for a happening. */
  occurrence: number
  /** Epoch ms: start of the last unstable spell said. */
  unstable: number | null
}

/** Names a thread: one subject's problem of one kind, over all its occurrences. */
export const threadKey = (subject: Ref, kind: IssueKind): string => `${subject}\u0000${kind}`

/** An app came or went. */
export interface Happening {
  /** Made of what it says, so that log and lists that tell the same are one: type, app, day. */
  key: string
  type: 'installed' | 'uninstalled'
  subject: AppRef
  name: string
  person: string | null
  time: Time
  /** Epoch ms of the first read that told it. */
  firstSeen: number
}

/** One thing that a notice says. Plain data, in no language. */
export interface Item {
  what: What
  subject: Ref
  name: string
  kind: IssueKind | Happening['type']
  occurrence: number
  /** As HubSpot wrote it, if it did. */
  text: string | null
  /** When the problem began, or the happening's own time; null: it was there at the first look. */
  time: Time | null
  firstSeen: number
  lastSeen: number
  ended: { how: IssueEnding; time: Time } | null
  /** Who installed the app, or who is named with a happening. */
  person: string | null
  /** The place in HubSpot where it is mended; null for a sample. */
  url: string | null
  /** `reminder`: calendar times that went by unsaid before this one. */
  missed: number
}

/** All that one rule had to say at one moment. */
export interface Notice {
  account: AccountId
  id: string
  rule: string
  /** As it was called then. */
  ruleName: string
  type: RuleType
  /** Epoch ms. */
  at: number
  items: Item[]
  /** Epoch ms span in which this browser was closed or asleep before; null: it was not. */
  asleep: { from: number; to: number } | null
  /** Made by Test, not by anything that happened. */
  test: boolean
  /** Stands in the inbox of this browser: 1, else 0. */
  inbox: 0 | 1
  /** 1 while nobody has looked at it in the inbox. */
  unread: 0 | 1
}

export const DELIVERY_STATES = ['planned', 'claimed', 'accepted', 'failed', 'dead', 'skipped'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Why a delivery is skipped, failed or dead; each has its own sentence with what to do. */
export const DELIVERY_REASONS = [
  'sample', // a sample account sends nothing
  'not-set-up', // no provider or no key
  'locked', // the key is locked
  'no-permission', // the browser does not let Patchbay show notifications, or reach the provider
  'looking', // the person was looking at the account in Patchbay: the inbox is enough
  'offline',
  'timeout',
  'refused-key', // 401, 403
  'refused-message', // any other permanent 4xx
  'busy', // 408, 429
  'server', // 5xx
  'wrong-answer',
  'channel-off', // held back while the channel is known not to work
  'cancelled', // by hand, or its rule was deleted
] as const
export type DeliveryReason = (typeof DELIVERY_REASONS)[number]

/** One notice on one channel to one recipient. */
export interface Delivery {
  account: AccountId
  /** Notice, channel and recipient: its identity, also towards the provider. */
  id: string
  notice: string
  rule: string
  channel: Channel
  recipient: { ref: PersonRef | null; name: string; address: string | null }
  state: DeliveryState
  reason: DeliveryReason | null
  /** What the provider answered, shortened; never holds a secret. */
  detail: string | null
  /** In-app: shown by itself, or with others in one. */
  show: 'alone' | 'together' | null
  /** Epoch ms at which it was planned. */
  at: number
  /** Epoch ms at which it is to be tried (again), or at which its claim runs out. Only while it is not finished: the index holds those rows alone. */
  due?: number
  /** Tries so far. */
  tries: number
  /** Epoch ms at which the channel took it. */
  acceptedAt: number | null
  /** Who took it ("Resend", "this browser") and its number there. */
  acceptedBy: string | null
  providerId: string | null
}

/** A person as the sources and the user tell of them: who a rule can reach. */
export interface Person {
  account: AccountId
  ref: PersonRef
  name: string
  address: string | null
  teams: { name: string; secondary: boolean }[]
  /** Null: no source says. */
  superAdmin: boolean | null
  /** Null: no source says, which is not a reason to leave them out. */
  active: boolean | null
  /** Said by the user, in whole (typed by hand) or in part. */
  byHand: boolean
}

/** What the user says of a person: a whole one, or what no source tells of a known one. No source writes here. */
export interface PersonByHand {
  account: AccountId
  ref: PersonRef
  name: string | null
  address: string | null
  superAdmin: boolean | null
}

/** What this browser alone knows of an account. */
export interface Here {
  account: AccountId
  /** "I am …". */
  me: PersonRef | null
  /** Epoch ms of the last moment at which decide ran for it. */
  tickedAt: number | null
}

export const MAIL_PROVIDERS = ['resend', 'postmark', 'sendgrid', 'brevo'] as const
export type MailProvider = (typeof MAIL_PROVIDERS)[number]

/** How this browser sends by one channel, and how that goes. The key is in the vault, under the channel's name. */
export interface ChannelRow {
  id: Channel
  /** E-mail only: whose API, and the address the mail comes from. */
  provider: MailProvider | null
  from: string | null
  /** A test mail was accepted since provider, key or address last changed: rules may send. */
  tested: boolean
  /** Known not to work since (epoch ms), and why; null: it works as far as known. Held-back deliveries wait for it. */
  outSince: number | null
  outReason: DeliveryReason | null
  /** Epoch ms at which one delivery may try whether it works again; null: only a person can mend it. */
  tryAt: number | null
}
