import type { PermissionRow } from '../recognise/recognised.ts'
import { appsOf, type CastApp } from './cast.ts'
import { itemAt } from './chance.ts'
import { newestSpan } from './rhythms.ts'
import { permissionChanges } from './world.ts'

/** The apps whose own page was opened, so that their permissions are known: two of them wait for a reauthorization. */
export const permissionsRead = (): CastApp[] => [
  ...appsOf('error').slice(0, 1),
  ...appsOf('expired').slice(0, 1),
  ...appsOf('asks').slice(0, 1),
]

/** What an app may do at the epoch-ms `at`, in the given words: each change adds one permission and takes one away. */
export const permissionsAt = (seed: number, app: CastApp, at: number, words: readonly string[]): PermissionRow[] => {
  const { k } = newestSpan(seed, permissionChanges(app), at)
  const nth = permissionsRead().findIndex(({ ref }) => ref === app.ref)
  const row = (index: number, group: PermissionRow['group']): PermissionRow => ({ text: itemAt(words, index), group })
  const first = nth * 5
  const rows = [0, 1, 2, 3, 4].map(index => row(first + index, 'granted'))
  rows.push(row(first + 5 + (((k % 3) + 3) % 3), 'granted'))
  if (nth < 2) rows.push(row(first + 8, 'after-reauthorization'), row(first + 9, 'after-reauthorization'))
  if (nth === 0) rows.push(row(first + 10, 'needs-upgrade'))
  return rows
}
