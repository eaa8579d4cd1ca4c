import type { App } from '../facts/assemble.ts'
import type { Mark, QuietSetting } from '../facts/rows.ts'
import type { PastOf } from '../facts/sightings.ts'
import { DAY, earliest, latest, type Time } from '../facts/time.ts'
import { markOf } from './marks.ts'
import { type Rhythm, rhythmOf } from './rhythm.ts'

/** So many times as long as its rhythm an app may be silent; docs/gone-quiet.md has the figures behind it. */
const PATIENCE = 3
/** Less than a day is no silence. */
export const LEAST_SILENCE = DAY

/** Days as the page shows them are days of a zone that nobody tells: on Earth they begin here first, and end there last. */
const EARLIEST_ZONE = 'Pacific/Kiritimati'
const LATEST_ZONE = 'Etc/GMT+12'

/** Whether the first of two times is later than the second in whatever zone their days are. */
export const surelyLater = (a: Time, b: Time): boolean =>
  a.kind === 'day' && b.kind === 'day' ? a.day > b.day : surelyFrom(a) > latest(b, LATEST_ZONE)

/** The first epoch ms that `time` can mean in any zone. */
export const surelyFrom = (time: Time): number => earliest(time, EARLIEST_ZONE)

/**
 * Whether gone quiet is asked of the app at all: an app of its own that is listed, has no status that HubSpot tells, no
 * other problem that would explain the silence, and a last activity.
 */
export const isWatched = (app: App): boolean => {
  const status = app.status?.value.status ?? 'not-reported'
  return (
    !app.gone &&
    !app.absent &&
    !app.anyOfSeveral &&
    app.attention.length === 0 &&
    (status === 'not-reported' || status === 'unknown') &&
    Boolean(app.lastActivity?.value)
  )
}

/** Whether its silence may be longer than its rhythm; told without the past of its activity. */
export const mayBeQuiet = (app: App): boolean => isWatched(app) && silenceOf(app) >= LEAST_SILENCE

/**
 * Ms for which the app was surely silent: from the latest moment that its last activity can have been to the newest read
 * that showed it. Not to now: a page that nobody reads proves no silence. After "I fixed it" it counts from then.
 */
export const silenceOf = (app: App, fixedAt = 0): number => {
  const activity = app.lastActivity
  return activity?.value ? activity.at - Math.max(latest(activity.value, LATEST_ZONE), fixedAt) : 0
}

/** Ms that the app may be silent; null: for ever, as the user wants it or because its rhythm is not known. */
export const mostSilence = ({ usual }: Rhythm, setting: QuietSetting | null): number | null => {
  if (!usual || setting === 'off') return null
  if (typeof setting === 'number') return setting * DAY
  return Math.max(LEAST_SILENCE, PATIENCE * usual.most * (setting === 'patient' ? 2 : 1))
}

/** What the user set for the app; null: nothing. */
export const quietSetting = (app: Pick<App, 'refs'>, marks: readonly Mark[]): QuietSetting | null =>
  markOf(marks, app.refs, 'quiet')?.quiet ?? null

/** Whether the app has been silent for longer than its own rhythm, or the user, allows. */
export const isQuiet = (app: App, marks: readonly Mark[], past: PastOf): boolean => {
  const silence = silenceOf(app, markOf(marks, app.refs, 'fixed')?.at)
  if (!mayBeQuiet(app) || silence < LEAST_SILENCE || !app.lastActivity) return false
  const most = mostSilence(rhythmOf(past(app.refs), app.lastActivity.source), quietSetting(app, marks))
  return most !== null && silence > most
}
