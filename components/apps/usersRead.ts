import type { App } from '../../storage/model/facts/assemble.ts'

/** How much of an app's list of users was read, where that was not proven to be all of it. */
export type UsersRead =
  | { kind: 'part'; seen: number; total: number }
  /** Nothing says how many there are. */
  | { kind: 'unproven' }

/**
 * Null: the list was not read, or all of it was. A list that states no number is measured by the connections that HubSpot
 * counts for the app, if it counts them.
 */
export const usersRead = ({ users, connections }: Pick<App, 'users' | 'connections'>): UsersRead | null => {
  if (!users || users.value.complete) return null
  const seen = users.value.people.length
  const total = users.value.stated ?? connections?.value
  if (total === undefined) return { kind: 'unproven' }
  return total > seen ? { kind: 'part', seen, total } : null
}
