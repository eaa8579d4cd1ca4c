import type { AccountId } from '../facts/refs.ts'
import type { Person } from '../notices/rows.ts'
import { PEOPLE, teamOf } from './cast.ts'

/** Every so many of the sample's people are in a second team. */
const SECOND_TEAM = 9
/** Numbers of the people who are super admins; of one who was deactivated; of one without an address. */
const SUPER_ADMINS = [0, 1, 20]
const DEACTIVATED = 13
const NO_ADDRESS = 17

/** The people of a sample account, as HubSpot would tell of them all. The top-level domain of their addresses never exists (RFC 2606). */
export const sampleStaff = (account: AccountId): Person[] =>
  PEOPLE.map((name, number) => {
    const team = teamOf(number)
    const second = teamOf((number + 7) % PEOPLE.length)
    return {
      account,
      ref: `person:${name}`,
      name,
      address: number === NO_ADDRESS ? null : `${addressName(name, number)}@sample.invalid`,
      teams: [
        ...(team === null ? [] : [{ name: team, secondary: false }]),
        ...(number % SECOND_TEAM === 0 && second !== null && second !== team
          ? [{ name: second, secondary: true }]
          : []),
      ],
      superAdmin: SUPER_ADMINS.includes(number),
      active: number !== DEACTIVATED,
      byHand: false,
    }
  })

const addressName = (name: string, number: number): string =>
  /^[\w ]+$/.test(name) ? name.toLowerCase().replaceAll(' ', '.') : `user${number + 1}`
