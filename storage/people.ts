import { rowsOf } from './accountRows.ts'
import { appsOf } from './apps.ts'
import { db, type PatchbayDb, withReopen } from './db.ts'
import type { AccountId, PersonRef } from './model/facts/refs.ts'
import { peopleFrom } from './model/notices/people.ts'
import type { Person, PersonByHand } from './model/notices/rows.ts'

/** Everybody of the account that a source or the user tells of, by name. */
export const peopleOf = (account: AccountId, on: PatchbayDb = db): Promise<Person[]> =>
  withReopen(async () => peopleFrom(account, await appsOf(account, on), await rowsOf(on.people, account).toArray()), on)

/** What the user said of people, as they said it: what can be taken back. */
export const saidOfPeople = (account: AccountId, on: PatchbayDb = db): Promise<PersonByHand[]> =>
  withReopen(() => rowsOf(on.people, account).toArray(), on)

/** Stores what the user says of a person, new or known. */
export const putPerson = (person: PersonByHand, on: PatchbayDb = db): Promise<unknown> =>
  withReopen(() => on.people.put(person), on)

/** Takes back what the user said of a person; what sources tell stays. */
export const removePerson = (account: AccountId, ref: PersonRef, on: PatchbayDb = db): Promise<void> =>
  withReopen(() => on.people.delete([account, ref]), on)
