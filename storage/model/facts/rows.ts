import type { EventType, Proof, ReadState, SectionKind } from '../recognise/recognised.ts'
import type { Fact, Source } from './facts.ts'
import type { AccountId, AppRef, PersonRef, Ref } from './refs.ts'
import type { Time } from './time.ts'

/** One HubSpot portal (or sample) that Patchbay watches. */
export interface Account {
  id: AccountId
  /** The user's name for it; a fresh one is called by its portal id. */
  label: string
  /** Data centre host (`app-eu1.hubspot.com`), null until a read told it. */
  host: string | null
  /** Epoch ms. */
  addedAt: number
  /** Level 2 for this account: read each time its page is opened. */
  automatic: boolean
  /** IANA zone of its reminders; null: the browser's. No source tells HubSpot's yet. */
  zone: string | null
}

/** What one read says of one section; kept for absence, coverage and "how surely". */
export interface SectionRead {
  kind: SectionKind
  heading: string | null
  seen: number
  stated: number | null
  skipped: number
  complete: boolean
  proof: Proof
  /** Epoch ms: a subject not seen at or after this was not in the list. */
  since: number
  /** Headers left without a meaning. */
  unsure: string[]
}

/** How a read came about: the levels of PRODUCT.md, a file, or the sample's own clock. */
export const READ_WAYS = ['paste', 'click', 'automatic', 'file', 'sample'] as const
export type ReadWay = (typeof READ_WAYS)[number]

/** One look at one page. The same id again replaces the earlier row when it is newer. */
export interface Read {
  account: AccountId
  id: string
  way: ReadWay
  source: Source
  device: string
  state: ReadState
  home: 'new' | 'classic' | null
  languages: string[]
  startedAt: number
  observedAt: number
  sections: SectionRead[]
}

/** Two names of one app: shown in one row of one read, or said by the user. */
export interface Link {
  account: AccountId
  from: AppRef
  to: AppRef
  by: 'row' | 'you'
  /** Epoch ms at which a row last showed both. */
  observedAt: number
}

/** An entry of an app log. `id` is made of its content, so that the same entry read twice is one. */
export interface AppEvent {
  account: AccountId
  id: string
  type: EventType
  /** As HubSpot wrote it. */
  raw: string
  app: AppRef | null
  appName: string | null
  person: PersonRef | null
  personName: string | null
  time: Time
  /** Epoch ms for sorting: the earliest moment `time` can mean. */
  at: number
  /** Epoch ms of the earliest read that told it: news is what was not known before. */
  firstSeen: number
  source: Source
}

/** What one source hands to the one door, in one piece. */
export interface Batch {
  account: AccountId
  /** Host and level as told with the read; null leaves what is known. */
  host: string | null
  reads: Read[]
  facts: Fact[]
  links: Link[]
  events: AppEvent[]
}

/**
 * `gone`: the user confirms that an app no list shows any more is not there. `acknowledged`: "I know", no more reminders of
 * this occurrence. `muted`: not counted, and nothing is told of it. `quiet`: how long the app may be silent.
 */
export const MARK_KINDS = ['snooze', 'fixed', 'gone', 'reconnecting', 'acknowledged', 'muted', 'quiet'] as const

/** `off`: never said to have gone quiet. `patient`: after twice the usual time. */
export const QUIET_WORDS = ['off', 'patient'] as const
/** What the user says of an app's silence; a number is the days it may last. No mark: the ordinary rule. */
export type QuietSetting = (typeof QUIET_WORDS)[number] | number

/** What the user says of a subject; no source writes here. */
export interface Mark {
  account: AccountId
  subject: Ref
  kind: (typeof MARK_KINDS)[number]
  /** Epoch ms at which it was said. */
  at: number
  /** Snooze: epoch ms, or null for "until it is seen again". */
  until: number | null
  /** Of a `quiet` mark alone. */
  quiet?: QuietSetting
}
