import { rowsOf } from './accountRows.ts'
import { db, type PatchbayDb, withReopen } from './db.ts'
import { rejudge } from './intake.ts'
import type { AccountId, Ref } from './model/facts/refs.ts'
import type { Mark, QuietSetting } from './model/facts/rows.ts'
import { parseRows } from './model/facts/schemas.ts'
import { appOf, isOpen } from './model/issues/judge.ts'
import { markOf } from './model/issues/marks.ts'
import { assembleLedger, type Ledger, reopenSaidFixed } from './model/ledger.ts'

export interface Subject {
  account: AccountId
  subject: Ref
}

/** Everything the user said of the account's subjects. */
export const marksOf = (account: AccountId, on: PatchbayDb = db): Promise<Mark[]> =>
  withReopen(async () => parseRows('marks', await rowsOf(on.marks, account).toArray()), on)

/** Snoozes a subject until `until` (epoch ms), or with null until its problem is seen again. */
export const snooze = (at: Subject, until: number | null, now: number, on: PatchbayDb = db) =>
  rejudge(at.account, now, ledger => ({ marks: withMark(ledger, at, 'snooze', now, until) }), on)

export const unsnooze = (at: Subject, now: number, on: PatchbayDb = db) =>
  rejudge(at.account, now, ledger => ({ marks: without(ledger, at, 'snooze') }), on)

/** "Reconnect" was pressed: shown as waiting until the problem is seen again or its end is. */
export const reconnecting = (at: Subject, on_: boolean, now: number, on: PatchbayDb = db) =>
  rejudge(
    at.account,
    now,
    ledger => ({ marks: on_ ? withMark(ledger, at, 'reconnecting', now, null) : without(ledger, at, 'reconnecting') }),
    on,
  )

/** "I know": nothing reminds of what is open of the subject now. */
export const acknowledge = (at: Subject, on_: boolean, now: number, on: PatchbayDb = db) =>
  rejudge(
    at.account,
    now,
    ledger => ({ marks: on_ ? withMark(ledger, at, 'acknowledged', now, null) : without(ledger, at, 'acknowledged') }),
    on,
  )

/** Muted: the subject is not counted, and nothing is told of it, until that is taken back. */
export const mute = (at: Subject, on_: boolean, now: number, on: PatchbayDb = db) =>
  rejudge(
    at.account,
    now,
    ledger => ({ marks: on_ ? withMark(ledger, at, 'muted', now, null) : without(ledger, at, 'muted') }),
    on,
  )

/** How long the app may be silent before it is said to have gone quiet; null: the ordinary rule. */
export const setQuiet = (at: Subject, quiet: QuietSetting | null, now: number, on: PatchbayDb = db) =>
  rejudge(
    at.account,
    now,
    ledger => {
      const others = without(ledger, at, 'quiet')
      const mark: Mark = { account: at.account, subject: at.subject, kind: 'quiet', at: now, until: null }
      return { marks: quiet === null ? others : [...others, { ...mark, quiet }] }
    },
    on,
  )

/** "I fixed it": ends the subject's issues as said by the user. For an app that no list shows any more it confirms that it is gone. */
export const markFixed = (at: Subject, now: number, on: PatchbayDb = db) =>
  rejudge(
    at.account,
    now,
    ledger => {
      const refs = refsOf(ledger, at.subject)
      const vanished = [...ledger.issues.values()].some(
        issue => isOpen(issue) && issue.kind === 'vanished' && refs.includes(issue.subject),
      )
      const marks = withMark(ledger, at, 'fixed', now, null)
      return {
        marks: vanished
          ? [...marks, { account: at.account, subject: at.subject, kind: 'gone', at: now, until: null }]
          : marks,
      }
    },
    on,
  )

/** Takes "I fixed it" back: what it ended is open again. */
export const unmarkFixed = (at: Subject, now: number, on: PatchbayDb = db) =>
  rejudge(
    at.account,
    now,
    ledger => {
      const refs = refsOf(ledger, at.subject)
      const fixed = markOf(ledger.marks, refs, 'fixed')
      if (fixed) reopenSaidFixed(ledger, refs, fixed.at)
      return {
        marks: ledger.marks.filter(
          mark => !((mark.kind === 'fixed' || mark.kind === 'gone') && refs.includes(mark.subject)),
        ),
      }
    },
    on,
  )

const withMark = (
  ledger: Ledger,
  { account, subject }: Subject,
  kind: Mark['kind'],
  at: number,
  until: number | null,
): Mark[] => [...without(ledger, { account, subject }, kind), { account, subject, kind, at, until }]

const without = (ledger: Ledger, { subject }: Subject, kind: Mark['kind']): Mark[] => {
  const refs = refsOf(ledger, subject)
  return ledger.marks.filter(mark => mark.kind !== kind || !refs.includes(mark.subject))
}

const refsOf = (ledger: Ledger, subject: Ref): readonly Ref[] =>
  appOf(assembleLedger(ledger), subject)?.refs ?? [subject]
