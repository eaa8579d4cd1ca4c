import { hereOf } from '../../storage/here.ts'
import type { AccountId, PersonRef } from '../../storage/model/facts/refs.ts'
import type { Person, PersonByHand } from '../../storage/model/notices/rows.ts'
import { peopleOf, saidOfPeople } from '../../storage/people.ts'
import { useLive } from '../useLive.ts'

/** Who is known of an account, and who of them uses this browser. */
export interface AccountPeople {
  readonly people: readonly Person[]
  /** What the user said of them, by ref. */
  readonly said: ReadonlyMap<PersonRef, PersonByHand>
  /** "I am …" */
  readonly me: PersonRef | null
}

/** Undefined until the database has answered. */
export const usePeople = (account: AccountId): AccountPeople | undefined =>
  useLive(async () => {
    const [people, said, { me }] = await Promise.all([peopleOf(account), saidOfPeople(account), hereOf(account)])
    return { people, said: new Map(said.map(row => [row.ref, row])), me }
  }, [account])
