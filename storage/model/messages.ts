import type { IssueKind } from './issues/issue.ts'
import type { Proof, ReadState, SectionKind } from './recognise/recognised.ts'
import type { PageView } from './recognise/view.ts'

/**
 * What the page reader (a content script in HubSpot's page) and the worker say to each other. Plain JSON both ways.
 * The reader decides nothing: it sends what is on the page and shows what the worker answers.
 */

/** Levels of the page source at which a content script reads: 1 on a click, 2 by itself on an open page, 3 in a visit. */
export type ReadLevel = 1 | 2 | 3

/** Texts of the overlay in the user's language. `{name}` stands for a value that the overlay fills in. */
export interface OverlayStrings {
  /** Name of the landmark and the title: "Patchbay". */
  title: string
  readJustNow: string
  /** `{time}`: a clock time. */
  readAt: string
  attentionHeading: string
  /** Shown in place of the list when nothing is open. Never "All good": an app without a status is not known to work. */
  attentionNone: string
  /** `{count}` rows that the panel has no room for. */
  attentionMore: string
  readHeading: string
  /** `{seen}` and `{stated}`. */
  seenOfStated: string
  /** `{seen}`, where the page states no total. */
  seenOnly: string
  complete: string
  partial: string
  unsure: string
  /** Opens the column mapping. */
  correct: string
  open: string
  /** "Nothing on this page was changed". */
  unchanged: string
  collapse: string
  close: string
  /** Label of the collapsed tab; `{count}` apps need attention. */
  expand: string
  /** While the list is followed to its end; `{rows}` and `{stated}`. */
  reading: string
  /** The same where the page states no total; `{rows}`. */
  readingSome: string
  cancel: string
  /** Word for each section that the panel names, used where the page gave it no heading. */
  sections: Record<SectionKind, string>
  /** Why a section is partial, or what proves it complete. */
  proofs: Record<Proof, string>
  /** One sentence for each state that is not a plain read, with its next step. */
  states: Partial<Record<ReadState, string>>
  /** Why nothing was stored, where that is not the page's doing. */
  refusals: Partial<Record<NonNullable<PageAnswer['refused']>, string>>
}

/** How the overlay looks: everything it needs besides the read itself. Travels with each answer, so a changed setting shows at the next one. */
export interface OverlayLook {
  /** Language of `strings`, for `lang`. */
  language: 'en' | 'ja'
  theme: 'auto' | 'light' | 'dark'
  /** The person's last choice; absent: the panel decides by the width of the window. */
  collapsed?: boolean
  strings: OverlayStrings
}

// ——— page reader to worker ———

/** Asked once per page that passes the path gate, by a script the worker registered (level 2), before anything is read. */
export interface PageHello {
  type: 'page.hello'
  url: string
}
export interface PageHelloAnswer {
  /** `automatic` only if the grant for this host, the user's choice for this account and the disclosure all stand. */
  read: 'automatic' | 'no'
  disclosure: boolean
  look: OverlayLook
}

/**
 * Everything collected so far in one read. A later message of the same `readId` holds more and replaces the earlier one,
 * so one that was lost or stored twice does no harm. The portal is in `view.url`; a read never spans two portals.
 */
export interface PageViewMessage {
  type: 'page.view'
  readId: string
  level: ReadLevel
  /** Level 1: this read has ended. Level 2: the page is quiet; the person may still scroll and more may follow. */
  final: boolean
  /** Level 1 was cut short by the person or by the deadline. */
  cut?: 'cancelled' | 'deadline'
  view: PageView
}
export interface PageAnswer {
  outcome: 'stored' | 'refused'
  /** Why nothing was stored. */
  refused?: 'disclosure' | 'not-granted' | 'account-unwatched' | 'disk-full' | 'failed'
  state: ReadState
  /** Label of the account that was read. */
  account: string | null
  sections: ReadSection[]
  /** Worst first; may be cut to what the panel shows, so the number is told apart. */
  attention: AttentionLine[]
  attentionCount: number
  look: OverlayLook
}
/** How surely one section of the page was read. */
export interface ReadSection {
  kind: SectionKind
  heading: string | null
  seen: number
  stated: number | null
  complete: boolean
  proof: Proof
  /** Headers of columns whose meaning or values are not sure. */
  unsure: string[]
  /** Index in `view.grids`, for "Correct this". */
  grid: number
}
export interface AttentionLine {
  name: string
  /** Status word on the pill ("Expired"). */
  pill: string
  /** What is drawn before the name. */
  kind: IssueKind
  /** `bad`: does not work now; `warn`: may stop, or may have stopped; `blind`: cannot be seen. */
  tone: 'bad' | 'warn' | 'blind'
  reason: string
}

/** How far a level 1 read is. The popup listens to these too. */
export interface PageProgress {
  type: 'page.progress'
  readId: string
  rows: number
  stated: number | null
  phase: 'looking' | 'scrolling' | 'done' | 'cancelled'
}

/** A press in the overlay that only the worker can follow. */
export interface PageOpen {
  type: 'page.open'
  /** `mapping` opens the options page at the column mapping of this read. */
  what: 'home' | 'mapping'
  readId: string | null
  grid?: number
}
/** The person collapsed or opened the overlay; the choice is kept. */
export interface PageCollapsed {
  type: 'page.collapsed'
  collapsed: boolean
}

export type FromPage = PageHello | PageViewMessage | PageProgress | PageOpen | PageCollapsed

/** What the worker answers to each message of the page reader. */
export interface AnswerTo {
  'page.hello': PageHelloAnswer
  'page.view': PageAnswer
  'page.progress': null
  'page.open': null
  'page.collapsed': null
}

// ——— worker to page reader ———

/** Starts a level 1 read: the person pressed "Read this page". The answer comes at once, the views follow as messages. */
export interface PageRead {
  type: 'page.read'
  readId: string
  look: OverlayLook
}
export interface PageReadAnswer {
  started: boolean
  /** `other-page`: the address is none that Patchbay reads, so nothing but the address was looked at. */
  reason?: 'other-page' | 'busy'
}
/** Stops a level 1 read; what was collected is still sent, with `cut: 'cancelled'`. */
export interface PageCancel {
  type: 'page.cancel'
  readId: string
}
/** The grant or the consent was taken back: stop, observe nothing, remove the overlay. */
export interface PageForget {
  type: 'page.forget'
}
export type ToPage = PageRead | PageCancel | PageForget

/** Files the worker injects (`scripting.executeScript`) or registers (`registerContentScripts`); safe to inject twice. */
export const PAGE_READER_FILE = '/content-scripts/hubspot.js'
