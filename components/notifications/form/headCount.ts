import type { Translator } from '../../../storage/i18n.ts'
import type { Person } from '../../../storage/model/notices/rows.ts'
import { firstOf } from '../ruleWords.ts'

/** How many names stand beside the number. */
const NAMED = 3

/** How many are told, who, how many of them have an address, and who says that they are: "3 people: …, 2 with an address · HubSpot page". */
export const headCount = (recipients: readonly Person[], sample: boolean, t: Translator): string => {
  const byHand = recipients.filter(person => person.byHand).length
  const source = t(sample ? 'source_sample' : 'source_page')
  return t('rules_head', {
    people: t('rules_people_named', {
      count: recipients.length,
      names: firstOf(
        recipients.map(person => person.name),
        NAMED,
        t,
        'apps_users_more',
      ),
    }),
    addresses: withAddress(recipients).length,
    source:
      byHand === 0
        ? source
        : byHand === recipients.length
          ? t('source_person')
          : t('rules_head_by_hand', { source, byHand }),
  })
}

/** Those whom e-mail can reach. */
export const withAddress = (recipients: readonly Person[]): Person[] =>
  recipients.filter(({ address }) => address !== null)
