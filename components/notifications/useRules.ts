import { appsOf } from '../../storage/apps.ts'
import { hereOf } from '../../storage/here.ts'
import type { Translator } from '../../storage/i18n.ts'
import type { App } from '../../storage/model/facts/assemble.ts'
import type { AccountId, PersonRef } from '../../storage/model/facts/refs.ts'
import { mayEdit } from '../../storage/model/notices/mayEdit.ts'
import type { Person, Rule } from '../../storage/model/notices/rows.ts'
import { peopleOf } from '../../storage/people.ts'
import { lastFired, rulesOf } from '../../storage/rules.ts'
import { type Answer, useAnswer } from '../useLive.ts'
import { personName } from './ruleWords.ts'

/** The rules of one account, with what it takes to read them. */
export interface AccountRules {
  readonly account: AccountId
  readonly rules: readonly Rule[]
  readonly people: readonly Person[]
  readonly apps: readonly App[]
  /** "I am …" */
  readonly me: PersonRef | null
  /** Rule id to epoch ms of its newest notice. */
  readonly fired: ReadonlyMap<string, number>
  readonly may: ReturnType<typeof mayEdit>
}

/** The rules of these accounts, in their order, and again whenever anything of it changes. */
export const useRules = (accounts: readonly AccountId[]): Answer<AccountRules[]> =>
  useAnswer(() => Promise.all(accounts.map(accountRules)), [accounts.join(' ')])

const accountRules = async (account: AccountId): Promise<AccountRules> => {
  const [rules, people, apps, { me }, fired] = await Promise.all([
    rulesOf(account),
    peopleOf(account),
    appsOf(account),
    hereOf(account),
    lastFired(account),
  ])
  return { account, rules, people, apps, me, fired, may: mayEdit(rules, people, me) }
}

/** Why nothing can be edited there, for the controls that do not work; undefined where it can. */
export const noEditText = ({ may, me, people }: AccountRules, t: Translator): string | undefined => {
  if (may.ok) return undefined
  return may.why === 'who-are-you'
    ? t('rules_no_edit_unknown')
    : t('rules_no_edit', { name: endOfSentence(me ? personName(me, people) : '', t) })
}

/** A name that ends a sentence, of which the full stop may be its own ("You said you are Jo M."). */
export const endOfSentence = (name: string, t: Translator): string => (t.lang === 'en' ? name.replace(/\.$/, '') : name)
