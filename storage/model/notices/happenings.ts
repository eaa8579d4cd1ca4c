import type { App } from '../facts/assemble.ts'
import type { AppRef, Ref } from '../facts/refs.ts'
import type { AppEvent } from '../facts/rows.ts'
import { DAY, earliest, latest, type Time } from '../facts/time.ts'
import type { Issue } from '../issues/issue.ts'
import type { Happening } from './rows.ts'

export interface HappeningsInput {
  /** Log entries first seen lately. */
  events: readonly AppEvent[]
  apps: readonly App[]
  issues: readonly Issue[]
  /** Epoch ms at which any of these names was first seen; null: not known. */
  firstSeenOf: (app: App) => number | null
  /** Keys of what was told, so that an app that goes by another name since is not told anew. */
  told: ReadonlySet<string>
  zone: string
}

/**
 * Apps that came or went, each once, whoever tells it: the log, a list that shows an app it did not show before, or an app
 * that no list shows any more. Two that tell the same of one app within a day are one, first seen when the earlier was.
 */
export const happeningsOf = (input: HappeningsInput): Happening[] => {
  const { events, apps, issues, firstSeenOf, zone } = input
  const appOf = (ref: Ref) => apps.find(app => (app.refs as readonly Ref[]).includes(ref)) ?? null
  const found: Omit<Happening, 'key'>[] = []
  for (const event of events) {
    if (!event.app) continue
    const type = event.type === 'uninstalled' ? 'uninstalled' : isInstall(event) ? 'installed' : null
    const app = appOf(event.app)
    const name = app?.name ?? event.appName
    if (type && name !== null)
      found.push({
        ...saying(type, app?.key ?? event.app, name, event.personName),
        time: event.time,
        firstSeen: event.firstSeen,
      })
  }
  for (const app of apps) {
    const firstSeen = firstSeenOf(app)
    if (app.gone || !app.inMyApps || !app.installed || firstSeen === null) continue
    const person = app.installedBy?.value.name ?? null
    found.push({ ...saying('installed', app.key, app.name, person), time: app.installed.value, firstSeen })
  }
  for (const issue of issues) {
    if (issue.kind !== 'vanished' || (issue.ended && !STILL_GONE.includes(issue.ended.how))) continue
    const app = appOf(issue.subject)
    const time = issue.began ?? { kind: 'instant', at: issue.firstSeen }
    if (app) found.push({ ...saying('uninstalled', app.key, app.name, null), time, firstSeen: issue.firstSeen })
  }
  return mergeAlike(found, zone).map(happening => ({
    ...happening,
    key: keyOf(happening, appOf(happening.subject), input.told),
  }))
}

const isInstall = ({ type }: AppEvent) => type === 'installed' || type === 'reinstalled'

/** Endings of "no list shows it" that leave the app gone. */
const STILL_GONE: readonly string[] = ['uninstalled', 'said-by-you']

const saying = (type: Happening['type'], subject: AppRef, name: string, person: string | null) => ({
  type,
  subject,
  name,
  person,
})

/** Two tellings of one thing overlap in time, give or take a day: a list knows days, "2 days ago" is a span, zones differ. */
const mergeAlike = (found: readonly Omit<Happening, 'key'>[], zone: string): Omit<Happening, 'key'>[] => {
  const merged: Omit<Happening, 'key'>[] = []
  for (const one of [...found].sort((a, b) => a.firstSeen - b.firstSeen)) {
    const same = merged.find(
      other => other.type === one.type && other.subject === one.subject && isNear(other.time, one.time, zone),
    )
    if (!same) merged.push({ ...one })
    else if (span(one.time, zone) < span(same.time, zone)) {
      same.time = one.time
      same.person ??= one.person
    } else same.person ??= one.person
  }
  return merged
}

const isNear = (a: Time, b: Time, zone: string) =>
  earliest(a, zone) <= latest(b, zone) + DAY && earliest(b, zone) <= latest(a, zone) + DAY

const span = (time: Time, zone: string) => latest(time, zone) - earliest(time, zone)

const keyOf = (
  { type, subject, firstSeen }: Omit<Happening, 'key'>,
  app: App | null,
  told: ReadonlySet<string>,
): string => {
  const keys = [subject, ...(app?.refs ?? [])].map(ref => `${type}\u0000${ref}\u0000${firstSeen}`)
  return keys.find(key => told.has(key)) ?? (keys[0] as string)
}
