import { durationText, sinceText, type TimeFrame, timeText } from './formatTime.ts'
import type { Translator } from './i18n.ts'
import type { Time } from './model/facts/time.ts'
import { hubspotUrl } from './model/hubspotHost.ts'
import { EVIDENCE_MAX_AGE } from './model/issues/claims.ts'
import { clean, type Message, type MessageItem } from './model/notices/message.ts'
import type { Item, Notice } from './model/notices/rows.ts'
import { endedText, problemText, sentences, statusWord, uncheckedText } from './problemWords.ts'

/** Whose notice it is, for the words around it. */
export interface Sender {
  /** The account's label. */
  account: string
  /** Who uses this browser, if they said so. */
  who: string | null
}

/** So many problems are written out in one message; the rest are counted. */
const LISTED = 20

/** A notice in words, whole, at the frame's now. */
export const noticeMessage = (notice: Notice, { account, who }: Sender, frame: TimeFrame): Message => {
  const { t } = frame
  const items = notice.items.slice(0, LISTED)
  const rest = notice.items.length - items.length
  const from = { rule: clean(notice.ruleName), account: clean(account) }
  const subject = subjectOf(notice, frame)
  return {
    lang: t.lang,
    subject: subject.includes(from.account) ? subject : `${subject} · ${clean(account, 60)}`,
    lead: leadOf(notice, frame),
    items: items.map(item => itemOf(item, frame)),
    more: rest > 0 ? t('notice_more', { count: rest }) : null,
    footer: [
      who === null ? t('notice_footer_nobody', from) : t('notice_footer', { ...from, who: clean(who) }),
      t('notice_zone', { zone: frame.zone }),
    ],
  }
}

/** So many names stand in a notification. */
const NAMED = 5

/** A notice as the browser's notifications show it at the frame's now: what it is, and a sentence or two, or the names. */
export const noticeInShort = (notice: Notice, { account }: Pick<Sender, 'account'>, frame: TimeFrame) => {
  const [first] = notice.items
  const what = !first ? '' : notice.items.length > 1 ? namesOf(notice, frame.t) : shortOf(first, frame)
  return {
    title: subjectOf(notice, frame),
    body: clean(sentences(frame.t, ...leadOf(notice, frame), what), 240),
    account: clean(account, 60),
  }
}

const namesOf = ({ items }: Notice, t: Translator): string => {
  const names = items.slice(0, NAMED).map(({ name }) => clean(name, 40))
  const rest = items.length - names.length
  return [...names, ...(rest > 0 ? [t('notice_more', { count: rest })] : [])].join(t.lang === 'ja' ? '、' : ', ')
}

const shortOf = (item: Item, frame: TimeFrame): string => {
  const [first = ''] = linesOf(item, frame)
  const since = item.what === 'happened' || item.what === 'resolved' || item.what === 'unchecked'
  return since ? first : sentences(frame.t, first, sinceOf(item, frame))
}

/** The notice in a few words: "Ledgerlane: error, and 39 more". */
const subjectOf = ({ items, test }: Notice, frame: TimeFrame): string => {
  const { t } = frame
  const [first] = items
  const headline = first ? headlineOf(first, frame) : t('notice_nothing')
  const subject = items.length > 1 ? t('notice_subject_more', { first: headline, count: items.length - 1 }) : headline
  return test ? t('notice_subject_test', { subject }) : subject
}

const leadOf = ({ test, asleep }: Notice, frame: TimeFrame): string[] => [
  ...(test ? [frame.t('notice_test')] : []),
  ...(asleep ? [frame.t('notice_asleep', { duration: durationText(asleep.to - asleep.from, frame) })] : []),
]

const headlineOf = (item: Item, frame: TimeFrame): string => {
  const { t } = frame
  const name = clean(item.name, 80)
  const { kind } = item
  if (kind === 'installed' || kind === 'uninstalled')
    return item.person
      ? t(`activity_${kind}_by`, { app: name, person: clean(item.person, 80) })
      : t(`activity_${kind}`, { app: name })
  const status = statusWord(kind, t)
  switch (item.what) {
    case 'reopened':
      return t('notice_reopened', { name, status })
    case 'reminder':
      return t('notice_reminder', { name, status })
    case 'unchecked':
      return t('notice_opened', { name, status: statusWord('stale', t) })
    case 'unstable':
      return t('notice_unstable', { name })
    case 'resolved':
      return t('notice_resolved', { name, status })
    default:
      return kind === 'unreadable' ? t('notice_cannot_see', { name }) : t('notice_opened', { name, status })
  }
}

const itemOf = (item: Item, frame: TimeFrame): MessageItem => {
  const url = item.url && hubspotUrl(item.url)
  return {
    title: headlineOf(item, frame),
    lines: linesOf(item, frame),
    link: url ? { label: frame.t(canReconnect(item) ? 'term_reconnect' : 'attention_open_hubspot'), url } : null,
  }
}

/** Whether the item's page in HubSpot is where reconnecting mends it. */
export const canReconnect = ({ what, kind }: Pick<Item, 'what' | 'kind'>): boolean =>
  (what === 'opened' || what === 'reopened' || what === 'reminder' || what === 'unstable') &&
  (kind === 'error' || kind === 'expired' || kind === 'disconnected' || kind === 'attention')

const linesOf = (item: Item, frame: TimeFrame): string[] => {
  const { t } = frame
  const { kind, what, ended } = item
  if (kind === 'installed' || kind === 'uninstalled')
    return [t('notice_time', { time: timeText(item.time ?? instant(item.firstSeen), frame, 'weekday') })]
  if (what === 'resolved') return [...(ended ? [endedText(ended, frame)] : []), sinceOf(item, frame)]
  if (what === 'unchecked')
    return [uncheckedText(item.lastSeen, frame), t('notice_unchecked_quiet'), sinceOf(item, frame)]
  const text = item.text && clean(item.text, 300)
  const quoted = text && (kind === 'error' || kind === 'expired' || kind === 'disconnected')
  return [
    ...(what === 'unstable' ? [t('notice_unstable_text')] : []),
    problemText({ kind, text, readAt: item.firstSeen - EVIDENCE_MAX_AGE }, frame),
    ...(quoted ? [t('reason_attention', { text })] : []),
    sinceOf(item, frame),
    ...(kind === 'stale' ? [] : [t('notice_last_seen', { time: atText(item.lastSeen, frame) })]),
    ...(item.missed > 0 ? [t('notice_missed', { count: item.missed })] : []),
    ...(item.person ? [t('attention_installer', { name: clean(item.person, 80) })] : []),
    ...(canReconnect(item) && kind !== 'attention' ? [t('attention_reauthorise')] : []),
  ]
}

const sinceOf = ({ time, firstSeen }: Item, frame: TimeFrame): string =>
  time ? sinceText(time, frame) : frame.t('attention_first_look', { time: atText(firstSeen, frame) })

const instant = (at: number): Time => ({ kind: 'instant', at })
const atText = (at: number, frame: TimeFrame): string => timeText(instant(at), frame, 'weekday')
