import type { App } from '../../storage/model/facts/assemble.ts'
import { CAPABILITIES, type Capability, SIGNALS, type Signal } from '../../storage/model/facts/capabilities.ts'
import type { Source } from '../../storage/model/facts/facts.ts'
import { isWatched } from '../../storage/model/issues/quiet.ts'
import { LEAST_GAPS, type Rhythm } from '../../storage/model/issues/rhythm.ts'
import { isCounted, subjectId } from '../../storage/model/summary.ts'

/** How far one signal is known: for how many of the apps, and from which source how many. */
export interface Coverage {
  signal: Signal
  covered: number
  apps: number
  sources: { source: Source; capability: Capability; covered: number }[]
  /** `rhythm`: apps of which it is not known yet, and how many more activities the farthest of them needs. */
  growing?: { apps: number; gaps: number }
}

/** The rhythms of apps, by account and app. */
export type Rhythms = ReadonlyMap<string, Rhythm>

/**
 * X7, "What I can watch here": counted from what is known of each app, not from what a source promises. An app whose
 * status word nobody knows is not covered; a whole section (Needs your attention) covers every app of its account.
 * @param sectionsRead accounts whose Needs your attention section was read
 */
export const coverageOf = (
  apps: readonly App[],
  sources: readonly Source[],
  sectionsRead: ReadonlySet<string>,
  rhythms: Rhythms = new Map(),
): Coverage[] => {
  const present = apps.filter(isCounted)
  return SIGNALS.map(signal => {
    const covering = present.map(app => coveredBy(signal, app, sectionsRead, rhythms))
    return {
      signal,
      covered: covering.filter(source => source !== null).length,
      apps: present.length,
      sources: sources.map(source => ({
        source,
        capability: CAPABILITIES[signal][source],
        covered: covering.filter(by => by === source).length,
      })),
      ...(signal === 'rhythm' ? { growing: growingOf(present, rhythms) } : {}),
    }
  })
}

const rhythmIn = (rhythms: Rhythms, app: App): Rhythm | undefined => rhythms.get(subjectId(app.account, app.key))

const growingOf = (apps: readonly App[], rhythms: Rhythms): NonNullable<Coverage['growing']> => {
  const growing = apps.filter(isWatched).flatMap(app => {
    const rhythm = rhythmIn(rhythms, app)
    return rhythm?.usual ? [] : [LEAST_GAPS - (rhythm?.gaps ?? 0)]
  })
  return { apps: growing.length, gaps: Math.max(0, ...growing) }
}

/** The source that tells this signal of the app, or null. */
const coveredBy = (signal: Signal, app: App, sectionsRead: ReadonlySet<string>, rhythms: Rhythms): Source | null => {
  switch (signal) {
    case 'status': {
      const status = app.status?.value.status
      return app.status && status !== 'not-reported' && status !== 'unknown' ? app.status.source : null
    }
    case 'attention':
      if (!sectionsRead.has(app.account)) return null
      return app.account.startsWith('sample:') ? 'sample' : 'page'
    case 'permissions':
      return app.permissions?.source ?? null
    case 'lastActivity':
      return app.lastActivity?.value ? app.lastActivity.source : null
    case 'rhythm':
      return isWatched(app) && rhythmIn(rhythms, app)?.usual ? (app.lastActivity?.source ?? null) : null
    case 'installedBy':
      return app.installedBy?.source ?? null
    case 'recordsCreated':
    case 'recordsUpdated':
    case 'deletesAndMerges':
      return null // no source that is built tells them
  }
}
