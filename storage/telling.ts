import Dexie from 'dexie'
import { rowsOf } from './accountRows.ts'
import type { PatchbayDb } from './db.ts'
import type { App } from './model/facts/assemble.ts'
import { ACCOUNT_REF, type AccountId, type Ref } from './model/facts/refs.ts'
import type { Account, AppEvent, Mark } from './model/facts/rows.ts'
import { parseRows } from './model/facts/schemas.ts'
import { DAY, latest } from './model/facts/time.ts'
import { isListRead } from './model/issues/claims.ts'
import type { Issue } from './model/issues/issue.ts'
import { appUrl, connectedAppsUrl } from './model/links.ts'
import type { Subject } from './model/notices/decide.ts'
import { happeningsOf } from './model/notices/happenings.ts'
import type { Happening, RuleType } from './model/notices/rows.ts'

/** What `decide` is told of an account beside its rules. */
export interface Telling {
  account: Account
  zone: string
  watchedSince: number | null
  apps: App[]
  issues: Issue[]
  marks: Mark[]
  happenings: Happening[]
  subjectOf: (ref: Ref) => Subject
}

/** The tables that `loadTelling` reads; a transaction around it has to name them. */
export const tablesOfTelling = (on: PatchbayDb) => [
  on.accounts,
  on.reads,
  on.apps,
  on.issues,
  on.marks,
  on.events,
  on.sightings,
]

/** The zone of an account's reminders: the chosen one, else the browser's. */
export const zoneOf = (account: Pick<Account, 'zone'>): string =>
  account.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone

/**
 * An account as `decide` looks at it; null when it is not watched. Happenings are looked for only where a rule of one of the
 * `types` tells of them: those that can be news since the epoch-ms `since`.
 */
export const loadTelling = async (
  id: AccountId,
  types: readonly RuleType[],
  since: number,
  toldKeys: ReadonlySet<string>,
  on: PatchbayDb,
): Promise<Telling | null> => {
  const [account] = parseRows('accounts', [await on.accounts.get(id)])
  if (!account) return null
  const first = on.reads
    .where('[account+observedAt]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .filter(isListRead)
  const [read, apps, issues, marks] = await Promise.all([
    first.first(),
    rowsOf(on.apps, id).toArray(),
    rowsOf(on.issues, id).toArray(),
    rowsOf(on.marks, id).toArray(),
  ])
  const zone = zoneOf(account)
  const known = { account, zone, watchedSince: read?.observedAt ?? null, apps }
  const parsed = parseRows('issues', issues)
  const comings = types.some(type => type === 'install' || type === 'uninstall')
  return {
    ...known,
    issues: parsed,
    marks: parseRows('marks', marks),
    happenings: comings ? await happeningsSince(known, parsed, since, toldKeys, on) : [],
    subjectOf: subjects(account, apps),
  }
}

/** A log entry that is news happened at most so long before a rule was made: "last month" is a span that began long ago. */
const VAGUEST = 32 * DAY

const happeningsSince = async (
  { account, zone, apps }: Pick<Telling, 'account' | 'zone' | 'apps'>,
  issues: readonly Issue[],
  since: number,
  told: ReadonlySet<string>,
  on: PatchbayDb,
): Promise<Happening[]> => {
  const rows = await on.events
    .where('[account+at]')
    .between([account.id, since - VAGUEST], [account.id, Dexie.maxKey])
    .filter(({ type }) => type === 'installed' || type === 'reinstalled' || type === 'uninstalled')
    .toArray()
  const recent = apps.filter(app => app.installed && latest(app.installed.value, zone) > since)
  const names = await Promise.all(recent.map(app => firstSeen(app, on)))
  const firstSeenOf = new Map(recent.map((app, index) => [app, names[index] ?? null]))
  return happeningsOf({
    events: parseRows('events', rows) as AppEvent[],
    apps,
    issues,
    firstSeenOf: app => firstSeenOf.get(app) ?? null,
    told,
    zone,
  })
}

/** Epoch ms at which any of an app's names was first on a page; null: not known. */
const firstSeen = async (app: App, on: PatchbayDb): Promise<number | null> => {
  const firsts = await Promise.all(
    app.refs.map(ref =>
      on.sightings
        .where(':id')
        .between([app.account, ref, 'name', Dexie.minKey], [app.account, ref, 'name', Dexie.maxKey])
        .toArray(),
    ),
  )
  return firsts
    .flat()
    .reduce<number | null>((least, { first }) => (least === null || first < least ? first : least), null)
}

const subjects = (account: Account, apps: readonly App[]) => {
  const byRef = new Map<Ref, App>(apps.flatMap(app => app.refs.map(ref => [ref, app] as const)))
  return (ref: Ref): Subject => {
    const app = byRef.get(ref)
    if (app)
      return {
        refs: app.refs,
        name: app.name,
        person: app.installedBy?.value.name ?? null,
        url: appUrl(account, app) ?? connectedAppsUrl(account),
      }
    const name = ref === ACCOUNT_REF ? account.label : ref.slice(ref.indexOf(':') + 1)
    return { refs: [ref], name, person: null, url: connectedAppsUrl(account) }
  }
}
