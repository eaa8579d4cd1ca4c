import type { Translator } from '../../storage/i18n.ts'
import { type PersonRef, refValue } from '../../storage/model/facts/refs.ts'
import type { Person, PersonByHand } from '../../storage/model/notices/rows.ts'

/** A person by name, with what tells two of one name apart: teams and address. */
export const personLine = ({ name, teams, address }: Person, t: Translator): string =>
  [name, ...teams.map(team => team.name), ...(address === null || address === name ? [] : [address])].join(
    t.lang === 'ja' ? '、' : ', ',
  )

/** A person's name; of one that nobody tells of any more what they are known by. */
export const nameOf = (ref: PersonRef, people: readonly Person[]): string =>
  people.find(person => person.ref === ref)?.name ?? refValue(ref)

/** The ref of somebody typed by hand: the address where there is one, for no two people share it. */
export const typedRef = (name: string, address: string): PersonRef =>
  address === '' ? `person:${name}` : `email:${address.toLowerCase()}`

/** Whether a person is known from the user alone. */
export const isTyped = (said: PersonByHand | undefined): boolean => said !== undefined && said.name !== null
