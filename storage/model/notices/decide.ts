import { ACCOUNT_REF, type AccountId, type Ref } from '../facts/refs.ts'
import type { Mark } from '../facts/rows.ts'
import { DAY, latest, MINUTE } from '../facts/time.ts'
import type { Issue } from '../issues/issue.ts'
import { isOpen } from '../issues/judge.ts'
import { markOf } from '../issues/marks.ts'
import { latestTime, nextTimes, timesBetween } from './calendar.ts'
import { type QuietHours, quietUntil } from './quiet.ts'
import {
  covers,
  type Happening,
  type Item,
  KINDS_OF,
  type Notice,
  type Rule,
  type Told,
  threadKey,
  type What,
} from './rows.ts'
import { type Spell, spellAt } from './spells.ts'

/** An app (or the account) as an item names it. */
export interface Subject {
  /** All its names, the one asked for among them. */
  refs: readonly Ref[]
  name: string
  /** Who installed it. */
  person: string | null
  url: string | null
}

export interface DecideInput {
  account: AccountId
  /** IANA zone of the reminders. */
  zone: string
  /** Epoch ms of the first good read; null: there was none. */
  watchedSince: number | null
  rules: readonly Rule[]
  /** Every occurrence of the account's threads. */
  issues: readonly Issue[]
  happenings: readonly Happening[]
  told: readonly Told[]
  marks: readonly Mark[]
  subjectOf: (ref: Ref) => Subject
  quiet: QuietHours | null
  /** Epoch ms span in which this browser did not look, if that was long. */
  asleep: { from: number; to: number } | null
  now: number
}

/** Why a problem that a rule covers is not told now, although it is open or has just ended. For the dry run. */
export const SILENCES = [
  'first-read', // it was there before the rule, or at the first look
  'not-confirmed',
  'unstable',
  'cannot-see',
  'snoozed',
  'muted',
  'acknowledged',
  'not-seen-again',
  'quiet-hours',
] as const
export type Silence = (typeof SILENCES)[number]

export interface Decision {
  /** One for each rule that has something to say, oldest rule first. */
  notices: Notice[]
  /** Rows to put, in the same transaction. */
  told: Told[]
  /** What could have been said and was not, with the reason. Not for quiet hours, in which nothing is looked at. */
  silent: { rule: string; issue: Issue; why: Silence }[]
  /** Epoch ms at which time alone can change what is said; null: never. */
  next: number | null
}

/** A problem that was there this long is confirmed, also if it was seen but once. */
const CONFIRMED_AFTER = 10 * MINUTE

/** An app that came or went is no news any more so long after it was first seen: it was muted, or the rule was off. */
const NEWS = 7 * DAY

/** What every rule of the account has to say at `now`, and nothing twice. The whole of it is docs/notifications.md. */
export const decide = (input: DecideInput): Decision => {
  const { rules, watchedSince, quiet, now } = input
  const silentUntil = quietUntil(quiet, now)
  if (watchedSince === null || silentUntil !== null) return { notices: [], told: [], silent: [], next: silentUntil }
  const moment = newMoment(input, watchedSince)
  const notices: Notice[] = []
  for (const rule of [...rules].sort(oldestFirst)) {
    if (!rule.on) continue
    const items = [...lastingItems(moment, rule), ...happenedItems(moment, rule)]
    if (items.length > 0) notices.push(noticeOf(input, rule, items))
  }
  return {
    notices,
    told: moment.changed,
    silent: moment.silent,
    next: moment.dues.length > 0 ? Math.min(...moment.dues) : null,
  }
}

interface Moment {
  input: DecideInput
  watchedSince: number
  threads: Thread[]
  blind: boolean
  toldBy: (rule: Rule, thread: string) => Told | null
  changed: Told[]
  silent: Decision['silent']
  /** Epoch ms, all later than now. */
  dues: number[]
}

/** One subject's problem of one kind at this moment. */
interface Thread {
  key: string
  cur: Issue
  subject: Subject
  spell: Spell | null
  confirmed: boolean
  acknowledged: boolean
  muted: boolean
  /** Epoch ms; Infinity: until it is seen again. Null: not snoozed. */
  snoozedUntil: number | null
}

const newMoment = (input: DecideInput, watchedSince: number): Moment => {
  const rows = new Map(input.told.map(row => [`${row.rule}\u0000${row.thread}`, row]))
  return {
    input,
    watchedSince,
    threads: threadsOf(input),
    blind: input.issues.some(issue => isOpen(issue) && issue.subject === ACCOUNT_REF),
    toldBy: (rule, thread) => rows.get(`${rule.id}\u0000${thread}`) ?? null,
    changed: [],
    silent: [],
    dues: [],
  }
}

const threadsOf = ({ issues, marks, subjectOf, now }: DecideInput): Thread[] => {
  const byKey = new Map<string, Issue[]>()
  for (const issue of issues) {
    const key = threadKey(issue.subject, issue.kind)
    const known = byKey.get(key)
    if (known) known.push(issue)
    else byKey.set(key, [issue])
  }
  return [...byKey].map(([key, occurrences]) => {
    const cur = occurrences.reduce((newest, issue) => (issue.occurrence > newest.occurrence ? issue : newest))
    const subject = subjectOf(cur.subject)
    const acknowledged = markOf(marks, subject.refs, 'acknowledged')
    return {
      key,
      cur,
      subject,
      spell: spellAt(occurrences, now),
      confirmed: cur.lastSeen > cur.firstSeen || now >= cur.firstSeen + CONFIRMED_AFTER,
      acknowledged: acknowledged !== null && acknowledged.at >= cur.firstSeen,
      muted: markOf(marks, subject.refs, 'muted') !== null,
      snoozedUntil: snoozeEnd(markOf(marks, subject.refs, 'snooze'), cur, now),
    }
  })
}

const snoozeEnd = (mark: Mark | null, cur: Issue, now: number): number | null => {
  if (!mark) return null
  if (mark.until !== null) return now < mark.until ? mark.until : null
  return cur.lastSeen <= mark.at ? Number.POSITIVE_INFINITY : null
}

const lastingItems = (moment: Moment, rule: Rule): Item[] => {
  const kinds = KINDS_OF[rule.type]
  const items: Item[] = []
  for (const thread of moment.threads) {
    if (!kinds.includes(thread.cur.kind) || !covers(rule, thread.subject.refs)) continue
    const said = thread.muted ? 'muted' : saidOf(moment, rule, thread)
    if (!thread.muted) waitFor(moment, rule, thread)
    if (said === null) continue
    if (typeof said === 'string') {
      moment.silent.push({ rule: rule.id, issue: thread.cur, why: said })
      continue
    }
    items.push(issueItem(thread, said.what, said.missed))
    const told = moment.toldBy(rule, thread.key)
    moment.changed.push({
      account: rule.account,
      rule: rule.id,
      thread: thread.key,
      what: said.what,
      at: moment.input.now,
      occurrence: thread.cur.occurrence,
      unstable: said.what === 'unstable' ? (thread.spell?.start ?? null) : (told?.unstable ?? null),
    })
  }
  return items
}

interface Said {
  what: What
  missed: number
}

/** What the rule says of the thread now: the first of the five lines of the page that holds. Else why it is silent; null: nothing to say. */
const saidOf = (moment: Moment, rule: Rule, thread: Thread): Said | Silence | null => {
  const { cur, spell, confirmed, acknowledged } = thread
  const told = moment.toldBy(rule, thread.key)
  const base = Math.max(rule.since, moment.watchedSince)
  const isTold = told !== null && cur.occurrence <= told.occurrence
  const isKnown = isTold || cur.firstSeen <= base
  const blind = moment.blind && rule.type !== 'cannot-see'
  const barred = blind ? 'cannot-see' : thread.snoozedUntil !== null ? 'snoozed' : null

  if (spell) {
    const isNews = spell.start > base && told?.unstable !== spell.start
    return isNews ? (barred ?? say('unstable')) : 'unstable'
  }
  if (!isOpen(cur)) {
    const isOwed = told !== null && told.what !== 'resolved' && cur.ended?.how !== 'same-app'
    return !isOwed ? null : blind ? 'cannot-see' : say('resolved')
  }
  if (!isKnown) return confirmed ? (barred ?? say('opened')) : 'not-confirmed'
  if (isTold && told.what === 'resolved') return cur.lastSeen > told.at ? (barred ?? say('reopened')) : 'not-seen-again'

  if (!rule.reminder || !confirmed) return isTold ? null : 'first-read'
  if (thread.snoozedUntil !== null) return 'snoozed'
  if (acknowledged) return 'acknowledged'
  const last = isTold ? told.at : base
  const due = latestTime(rule.reminder, moment.input.zone, moment.input.now)
  const unsaidSince = Math.max(last, rule.changedAt)
  if (due === null || due <= unsaidSince) return null
  if (cur.lastSeen > last && !blind)
    return say('reminder', timesBetween(rule.reminder, moment.input.zone, unsaidSince, due))
  return isTold && told.what !== 'unchecked' ? say('unchecked') : blind ? 'cannot-see' : 'not-seen-again'
}

const say = (what: What, missed = 0): Said => ({ what, missed })

/** Notes when time alone may change what is said of the thread. To look once too often costs nothing: nothing is said twice. */
const waitFor = ({ dues, input: { zone, now } }: Moment, { reminder }: Rule, thread: Thread): void => {
  if (thread.spell) dues.push(thread.spell.end)
  if (thread.snoozedUntil !== null && thread.snoozedUntil < Number.POSITIVE_INFINITY) dues.push(thread.snoozedUntil)
  if (!isOpen(thread.cur)) return
  if (!thread.confirmed) dues.push(thread.cur.firstSeen + CONFIRMED_AFTER)
  if (reminder) dues.push(...nextTimes(reminder, zone, now, 1))
}

const happenedItems = (moment: Moment, rule: Rule): Item[] => {
  const wanted = rule.type === 'install' ? 'installed' : rule.type === 'uninstall' ? 'uninstalled' : null
  const { happenings, marks, subjectOf, zone, now } = moment.input
  const base = Math.max(rule.since, moment.watchedSince)
  const items: Item[] = []
  for (const happening of happenings) {
    const { key, type, time, firstSeen } = happening
    if (type !== wanted || moment.toldBy(rule, key)) continue
    if (firstSeen <= base || latest(time, zone) <= base || now - firstSeen > NEWS) continue
    const subject = subjectOf(happening.subject)
    if (!covers(rule, subject.refs) || markOf(marks, subject.refs, 'muted')) continue
    items.push(happenedItem(happening, subject))
    const row = { account: rule.account, rule: rule.id, thread: key, what: 'happened', at: now } as const
    moment.changed.push({ ...row, occurrence: 0, unstable: null })
  }
  return items
}

const issueItem = ({ cur, subject }: Thread, what: What, missed: number): Item => ({
  what,
  subject: cur.subject,
  name: subject.name,
  kind: cur.kind,
  occurrence: cur.occurrence,
  text: cur.evidence.text,
  time: cur.began,
  firstSeen: cur.firstSeen,
  lastSeen: cur.lastSeen,
  ended: cur.ended && { how: cur.ended.how, time: cur.ended.time },
  person: subject.person,
  url: subject.url,
  missed,
})

const happenedItem = (happening: Happening, { url }: Subject): Item => ({
  what: 'happened',
  subject: happening.subject,
  name: happening.name,
  kind: happening.type,
  occurrence: 0,
  text: null,
  time: happening.time,
  firstSeen: happening.firstSeen,
  lastSeen: happening.firstSeen,
  ended: null,
  person: happening.person,
  url,
  missed: 0,
})

const noticeOf = ({ asleep, now }: DecideInput, rule: Rule, items: Item[]): Notice => ({
  ...emptyNotice(rule, now),
  items,
  asleep,
})

/** A notice of the rule at the epoch-ms `at` that says nothing yet and stands in no inbox. */
export const emptyNotice = (rule: Rule, at: number): Notice => ({
  account: rule.account,
  id: `${rule.id}@${at}`,
  rule: rule.id,
  ruleName: rule.name,
  type: rule.type,
  at,
  items: [],
  asleep: null,
  test: false,
  inbox: 0,
  unread: 0,
})

const oldestFirst = (a: Rule, b: Rule) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
