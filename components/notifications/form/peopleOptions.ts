import type { Translator } from '../../../storage/i18n.ts'
import { type PersonRef, refValue } from '../../../storage/model/facts/refs.ts'
import type { Person } from '../../../storage/model/notices/rows.ts'
import type { PickerOption } from '../../ui/PickerList.tsx'
import { listed } from '../ruleWords.ts'

interface Chosen {
  readonly people: readonly PersonRef[]
  readonly teams: readonly string[]
}

/** Teams and people share one list; a team's value is its name after this. */
const TEAM = 'team:'

/** The chosen ones as the picker's values. */
export const valuesOf = ({ people, teams }: Chosen): string[] => [...teams.map(name => TEAM + name), ...people]

/** The picker's values as teams and people. */
export const refsOf = (values: readonly string[]): { people: PersonRef[]; teams: string[] } => ({
  teams: values.filter(value => value.startsWith(TEAM)).map(value => value.slice(TEAM.length)),
  people: values.filter(value => !value.startsWith(TEAM)) as PersonRef[],
})

/** Teams first, then people, each with what tells them apart; a chosen one whom nobody tells of any more is kept and says so. */
export const peopleOptions = (
  people: readonly Person[],
  teams: readonly { readonly name: string; readonly members: number }[],
  chosen: Chosen,
  t: Translator,
): PickerOption[] => {
  const goneTeams = chosen.teams.filter(name => !teams.some(team => team.name === name))
  const gonePeople = chosen.people.filter(ref => !people.some(person => person.ref === ref))
  const gone = t('rules_person_gone')
  return [
    ...teams.map(({ name, members }) => ({
      value: TEAM + name,
      label: name,
      tag: t('rules_team'),
      note: t('rules_team_members', { count: members }),
    })),
    ...goneTeams.map(name => ({ value: TEAM + name, label: name, tag: t('rules_team'), note: gone })),
    ...people.map(person => ({
      value: person.ref,
      label: person.name,
      tag: person.active === false ? t('rules_person_inactive') : person.byHand ? t('rules_by_hand') : undefined,
      note: noteOf(person, t),
    })),
    ...gonePeople.map(ref => ({ value: ref, label: refValue(ref), note: gone })),
  ]
}

const noteOf = ({ address, teams, superAdmin }: Person, t: Translator): string =>
  [
    address ?? t('rules_no_address'),
    ...(superAdmin ? [t('rules_super_admin')] : []),
    ...(teams.length > 0 ? [listed([...new Set(teams.map(team => team.name))], t)] : []),
  ].join(' · ')
