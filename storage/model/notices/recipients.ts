import type { Audience, Person } from './rows.ts'

/**
 * The people an audience means, in the order given: nobody deactivated, nobody twice (same ref, or same address whatever
 * its case). A person whom no source calls a super admin is none.
 */
export const recipientsOf = (to: Audience, people: readonly Person[]): Person[] => {
  const seen = new Set<string>()
  return people.filter(person => {
    if (person.active === false || !isMeant(to, person)) return false
    const keys = [`ref ${person.ref}`, ...(person.address ? [`address ${person.address.toLowerCase()}`] : [])]
    if (keys.some(key => seen.has(key))) return false
    for (const key of keys) seen.add(key)
    return true
  })
}

const isMeant = (to: Audience, person: Person): boolean => {
  if (to.kind === 'everyone') return true
  if (to.kind === 'super-admins') return person.superAdmin === true
  return to.people.includes(person.ref) || person.teams.some(team => to.teams.includes(team.name))
}

/** Every team that somebody is in, by name, with how many are (primary and secondary, nobody deactivated). */
export const teamsOf = (people: readonly Person[]): { name: string; members: number }[] => {
  const members = new Map<string, number>()
  for (const person of people)
    if (person.active !== false)
      for (const name of new Set(person.teams.map(team => team.name))) members.set(name, (members.get(name) ?? 0) + 1)
  return [...members].map(([name, count]) => ({ name, members: count })).sort((a, b) => (a.name < b.name ? -1 : 1))
}
