import Dexie from 'dexie'
import { db, type PatchbayDb, withReopen } from './db.ts'
import type { App } from './model/facts/assemble.ts'
import { type Source, TRACKED_FIELDS } from './model/facts/facts.ts'
import type { AccountId, Ref } from './model/facts/refs.ts'
import type { Sighting } from './model/facts/sightings.ts'
import { DAY } from './model/facts/time.ts'
import { RHYTHM_REACH } from './model/issues/rhythm.ts'

/** What of the past of its activity an app's rhythm is known from: the newest activity's source, and the first span of time. */
export const activityRange = (app: App): { source: Source; from: number } => {
  const { source, at } = app.lastActivity ?? { source: 'page', at: 0 }
  // The reach counts from the newest activity, which may itself be long ago; one read too many does no harm.
  const newest = app.lastActivity?.value ? oldest(app.lastActivity.value) : at
  return { source, from: Math.floor((newest - RHYTHM_REACH - DAY) / (TRACKED_FIELDS.lastActivity ?? DAY)) }
}

const oldest = (time: NonNullable<NonNullable<App['lastActivity']>['value']>): number =>
  time.kind === 'day' ? Date.parse(time.day) : time.kind === 'between' ? time.from : time.at

/** The sightings of one ref's activity from that span of time on: one range of the key. */
export const activityRows = (
  account: AccountId,
  ref: Ref,
  source: Source,
  from: number,
  on: PatchbayDb,
): Promise<Sighting[]> =>
  on.sightings
    .where(':id')
    .between([account, ref, 'lastActivity', source, from], [account, ref, 'lastActivity', source, Dexie.maxKey])
    .toArray()

/** The same for several apps at once, for screens; by the app's key. */
export const activityPast = (apps: readonly App[], on: PatchbayDb = db): Promise<Map<string, Sighting[]>> =>
  withReopen(
    () =>
      on.transaction('r', on.sightings, async () => {
        const past = await Promise.all(
          apps.map(async (app): Promise<[string, Sighting[]]> => {
            const { source, from } = activityRange(app)
            const rows = await Promise.all(app.refs.map(ref => activityRows(app.account, ref, source, from, on)))
            return [`${app.account} ${app.key}`, rows.flat()]
          }),
        )
        return new Map(past)
      }),
    on,
  )
