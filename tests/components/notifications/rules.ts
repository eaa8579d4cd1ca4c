/** Rules and people in the test's database, made as the form and the user would have made them. */

import { db } from '../../../storage/db.ts'
import type { PersonRef } from '../../../storage/model/facts/refs.ts'
import type { PersonByHand, Rule } from '../../../storage/model/notices/rows.ts'
import { ACCOUNT } from '../../builders.ts'
import { NOW } from '../ui/screen.tsx'

const DAY = 86_400_000

/** A rule that tells everybody in this browser of connection errors, made ten days ago; with what the test is about. */
export const ruleOf = (more: Partial<Rule> = {}): Rule => ({
  account: ACCOUNT,
  id: 'broken',
  name: 'Connection broken',
  type: 'error',
  apps: 'all',
  to: { kind: 'everyone' },
  channels: ['in-app'],
  reminder: null,
  on: true,
  since: NOW - 10 * DAY,
  createdAt: NOW - 10 * DAY,
  changedAt: NOW - 10 * DAY,
  createdBy: null,
  sender: null,
  ...more,
})

export const putRules = async (...rules: Partial<Rule>[]): Promise<void> => {
  await db.rules.bulkPut(rules.map(ruleOf))
}

/** What the user says of people; those of the page keep their names. */
export const putPeople = async (...people: (Partial<PersonByHand> & { ref: PersonRef })[]): Promise<void> => {
  await db.people.bulkPut(
    people.map(person => ({ account: ACCOUNT, name: null, address: null, superAdmin: null, ...person })),
  )
}

/** "I am …" */
export const iAm = async (me: PersonRef): Promise<void> => {
  await db.here.put({ account: ACCOUNT, me, tickedAt: null })
}
