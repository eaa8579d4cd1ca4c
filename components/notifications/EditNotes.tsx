import type { JSX } from 'preact'
import type { PlainKey } from '../../storage/i18n.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { useT } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'
import { peopleHref } from './hrefs.ts'
import { personName } from './ruleWords.ts'
import { type AccountRules, endOfSentence } from './useRules.ts'

/** Who may edit the notifications of each account, why, and where that is changed. */
export function EditNotes(props: {
  readonly known: readonly AccountRules[]
  readonly overviews: readonly Overview[]
}): JSX.Element {
  const { known, overviews } = props
  const t = useT()
  return (
    <div class="pb-states">
      {known.map(of => {
        const { words, action } = noteOf(of)
        const me = of.me ? personName(of.me, of.people) : ''
        const name = <strong>{words === 'rules_no_edit' ? endOfSentence(me, t) : me}</strong>
        const label = overviews.find(overview => overview.id === of.account)?.label
        return (
          <Strip
            key={of.account}
            icon={of.may.ok ? 'person' : 'lock'}
            actions={
              <a class="pb-link" href={peopleHref(of.account, action === 'rules_say_who' ? 'people' : 'me')}>
                {t(action)}
              </a>
            }
          >
            {known.length > 1 && (
              <>
                <strong>{label}</strong>:{' '}
              </>
            )}
            {t.parts(words, { name })}
          </Strip>
        )
      })}
    </div>
  )
}

const noteOf = ({ may, rules, people, me }: AccountRules): { words: PlainKey; action: PlainKey } => {
  if (!may.ok)
    return may.why === 'who-are-you'
      ? { words: 'rules_no_edit_unknown', action: 'rules_i_am' }
      : { words: 'rules_no_edit', action: 'rules_change' }
  const admins = people.filter(person => person.superAdmin === true && person.active !== false)
  if (admins.length === 0) return { words: 'rules_edit_anyone', action: 'rules_say_who' }
  if (admins.some(({ ref }) => ref === me)) return { words: 'rules_edit_you', action: 'rules_change' }
  return rules.length === 0
    ? { words: 'rules_edit_first', action: 'rules_i_am' }
    : { words: 'rules_edit_anyone', action: 'rules_say_who' }
}
