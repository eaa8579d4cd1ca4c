import type { App } from '../../../storage/model/facts/assemble.ts'
import type { PersonRef } from '../../../storage/model/facts/refs.ts'
import type { RuleDraft } from '../../../storage/model/notices/draft.ts'
import type { Person, Rule } from '../../../storage/model/notices/rows.ts'
import type { Overview } from '../../../storage/model/overview.ts'
import type { FormProblem, Proposals, RuleForm } from './ruleForm.ts'

/** What the form is about, as the database tells it. */
export interface FormSubject {
  readonly overview: Overview
  /** IANA zone of the account's reminders. */
  readonly zone: string
  readonly apps: readonly App[]
  readonly people: readonly Person[]
  /** "I am …" */
  readonly me: PersonRef | null
  /** The rule as it is; null for a new one. */
  readonly known: Rule | null
  /** Names that other rules of the account have. */
  readonly names: readonly string[]
}

/** What each step gets: what the form is about, the form, and the way to change it. */
export interface StepProps extends FormSubject {
  readonly form: RuleForm
  readonly change: (change: Partial<RuleForm>) => void
  readonly proposals: Proposals
  readonly draft: RuleDraft
  /** The sentence of the first of these problems that is shown. */
  readonly errorOf: (...problems: FormProblem[]) => string | undefined
}
