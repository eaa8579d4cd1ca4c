import type { PlainKey, Translator } from '../../storage/i18n.ts'
import type { Audience, Channel, Person, Reminder, Rule, RuleType } from '../../storage/model/notices/rows.ts'

/** What each type is called; HubSpot's three by HubSpot's words. */
export const TYPE_NAMES = {
  install: 'rules_type_install',
  disconnect: 'rules_type_disconnect',
  uninstall: 'rules_type_uninstall',
  error: 'rules_type_error',
  expired: 'rules_type_expired',
  'gone-quiet': 'status_goneQuiet',
  attention: 'term_needs_attention',
  'cannot-see': 'rules_type_cannot_see',
} as const satisfies Record<RuleType, PlainKey>

/** How often each reminder comes. */
export const EVERY_NAMES = {
  hour: 'rules_every_hour',
  day: 'rules_every_day',
  week: 'rules_every_week',
  month: 'rules_every_month',
} as const satisfies Record<Reminder['every'], PlainKey>

export const CHANNEL_NAMES = {
  'in-app': 'rules_in_app',
  email: 'rules_email',
} as const satisfies Record<Channel, PlainKey>

export const AUDIENCE_NAMES = {
  'super-admins': 'rules_super_admins',
  everyone: 'rules_everyone',
  chosen: 'rules_chosen_people',
} as const satisfies Record<Audience['kind'], PlainKey>

/** Several as one text, as the language lists them. */
export const listed = (texts: readonly string[], t: Translator): string => texts.join(t.lang === 'ja' ? '、' : ', ')

/** The first so many of a list, and how many more there are. @param more the words for that; Japanese counts people by their own */
export const firstOf = (
  texts: readonly string[],
  most: number,
  t: Translator,
  more: 'rules_and_more' | 'apps_users_more' = 'rules_and_more',
): string =>
  texts.length <= most
    ? listed(texts, t)
    : t(more, { names: listed(texts.slice(0, most), t), count: texts.length - most })

/** Who is told, in short: "Only super admins", "RevOps, Jo M.". Of chosen ones the teams come first. */
export const audienceText = (to: Audience, people: readonly Person[], t: Translator): string => {
  if (to.kind !== 'chosen') return t(AUDIENCE_NAMES[to.kind])
  return firstOf([...to.teams, ...to.people.map(ref => personName(ref, people))], 2, t)
}

/** A person by name; one nobody tells of any more by what they are known by. */
export const personName = (ref: string, people: readonly Person[]): string =>
  people.find(person => person.ref === ref)?.name ?? ref.slice(ref.indexOf(':') + 1)

/** Why a rule reaches nobody by any of its channels, or null. Nobody can be reached by no address, or by no known person. */
export type ReachProblem = 'no-super-admin' | 'none-chosen' | 'nobody-known' | 'no-address' | 'no-sender'

/**
 * What keeps a rule from reaching anybody. One that is shown in the browser of a person who is not known to be a recipient
 * reaches nobody by that.
 * @param recipients the people it means, deactivated ones left out
 */
export const reachProblem = (
  { to, channels, sender }: Pick<Rule, 'to' | 'channels' | 'sender'>,
  recipients: readonly Person[],
): ReachProblem | null => {
  if (recipients.length === 0)
    return to.kind === 'super-admins' ? 'no-super-admin' : to.kind === 'chosen' ? 'none-chosen' : 'nobody-known'
  if (channels.includes('in-app') || !channels.includes('email')) return null
  if (recipients.every(({ address }) => address === null)) return 'no-address'
  return sender === null ? 'no-sender' : null
}

export const REACH_WORDS = {
  'no-super-admin': 'rules_reach_no_super_admin',
  'none-chosen': 'rules_reach_none_chosen',
  'nobody-known': 'rules_reach_nobody_known',
  'no-address': 'rules_reach_no_address',
  'no-sender': 'rules_reach_no_sender',
} as const satisfies Record<ReachProblem, PlainKey>
