import type { PlainKey, Translator } from '../../storage/i18n.ts'
import type { IssueKind } from '../../storage/model/issues/issue.ts'
import type { Item, What } from '../../storage/model/notices/rows.ts'
import { STATUS_OF_KIND } from '../attention/issueWords.ts'
import { firstOf } from './ruleWords.ts'

/** What was said of the apps, before their names. */
const WORDS = {
  reopened: 'rules_said_reopened',
  reminder: 'rules_said_reminder',
  unchecked: 'rules_said_unchecked',
  unstable: 'rules_said_unstable',
  resolved: 'rules_said_resolved',
} as const satisfies Partial<Record<What, PlainKey>>

/** How many names a line holds. */
const NAMES = 3

/** What a notice says, a line for each kind of news: "Error: Ledgerlane, Billcart", "Resolved: Ringdesk". */
export const itemLines = (items: readonly Item[], t: Translator): string[] =>
  [...Map.groupBy(items, item => headOf(item, t))].map(([head, group]) =>
    t('rules_said', {
      head,
      names: firstOf(
        group.map(item => item.name),
        NAMES,
        t,
      ),
    }),
  )

const headOf = ({ what, kind }: Item, t: Translator): string => {
  if (what === 'happened') return t(kind === 'installed' ? 'rules_type_install' : 'rules_type_uninstall')
  if (what === 'opened') return t(`status_${STATUS_OF_KIND[kind as IssueKind]}`)
  return t(WORDS[what])
}

/** Whom a notice is about, in short: the names, each once. */
export const aboutText = (items: readonly Item[], t: Translator): string =>
  firstOf([...new Set(items.map(item => item.name))], 2, t)
