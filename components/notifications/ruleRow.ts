import type { AppRef } from '../../storage/model/facts/refs.ts'
import { refValue } from '../../storage/model/facts/refs.ts'
import { recipientsOf } from '../../storage/model/notices/recipients.ts'
import type { Person, Rule } from '../../storage/model/notices/rows.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { type ReachProblem, reachProblem } from './ruleWords.ts'
import type { AccountRules } from './useRules.ts'

/** One rule as a row of the table. */
export interface RuleRow {
  /** Account and rule, as one word. */
  readonly key: string
  readonly rule: Rule
  readonly of: AccountRules
  readonly overview: Overview
  readonly recipients: readonly Person[]
  /** Why it reaches nobody, or null. */
  readonly problem: ReachProblem | null
  /** Names of the chosen apps; null: all. */
  readonly appNames: readonly string[] | null
}

export const ruleRow = (rule: Rule, of: AccountRules, overview: Overview): RuleRow => {
  const recipients = recipientsOf(rule.to, of.people)
  const nameOf = (ref: AppRef) => of.apps.find(app => app.refs.includes(ref))?.name ?? refValue(ref)
  return {
    key: `${rule.account} ${rule.id}`,
    rule,
    of,
    overview,
    recipients,
    problem: reachProblem(rule, recipients),
    appNames: rule.apps === 'all' ? null : rule.apps.map(nameOf),
  }
}
