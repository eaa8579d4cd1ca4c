import type { PersonRef } from '../facts/refs.ts'
import type { Person, Rule } from './rows.ts'

/**
 * N5: once there are rules, they are edited by super admins, by what the user of this browser says of themself. Where
 * nobody is known to be one (HubSpot's page does not say), anyone may. A protection from accidents, not from people.
 */
export const mayEdit = (
  rules: readonly Rule[],
  people: readonly Person[],
  me: PersonRef | null,
): { ok: true } | { ok: false; why: 'not-super-admin' | 'who-are-you' } => {
  const admins = people.filter(person => person.superAdmin === true && person.active !== false)
  if (rules.length === 0 || admins.length === 0) return { ok: true }
  if (me === null) return { ok: false, why: 'who-are-you' }
  return admins.some(({ ref }) => ref === me) ? { ok: true } : { ok: false, why: 'not-super-admin' }
}
