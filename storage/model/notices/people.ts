import type { App } from '../facts/assemble.ts'
import { type AccountId, type PersonRef, refValue, spaceOf } from '../facts/refs.ts'
import { sampleStaff } from '../sample/staff.ts'
import type { Person, PersonByHand } from './rows.ts'

/**
 * Everybody of an account that a source or the user tells of, by name: who installed an app, who stands in a list of users
 * (with their team), a sample's staff, and those typed by hand. What the user says of a known person outranks the sources.
 */
export const peopleFrom = (account: AccountId, apps: readonly App[], byHand: readonly PersonByHand[]): Person[] => {
  const people = new Map<PersonRef, Person>()
  const meet = (ref: PersonRef, name: string): Person => {
    const known = people.get(ref)
    if (known) return known
    const address = spaceOf(ref) === 'email' ? refValue(ref) : null
    const person = { account, ref, name, address, teams: [], superAdmin: null, active: null, byHand: false }
    people.set(ref, person)
    return person
  }
  if (account.startsWith('sample:')) for (const person of sampleStaff(account)) people.set(person.ref, person)
  for (const app of apps) {
    if (app.installedBy) meet(app.installedBy.value.ref as PersonRef, app.installedBy.value.name)
    for (const { person, team } of app.users?.value.people ?? []) {
      const known = meet(person.ref as PersonRef, person.name)
      if (team && !known.teams.some(({ name }) => name === team)) known.teams.push({ name: team, secondary: false })
    }
  }
  for (const { ref, name, address, superAdmin } of byHand) {
    const person = meet(ref, name ?? refValue(ref))
    people.set(ref, {
      ...person,
      name: name ?? person.name,
      address: address ?? person.address,
      superAdmin: superAdmin ?? person.superAdmin,
      byHand: true,
    })
  }
  return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
