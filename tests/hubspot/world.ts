import { plainStyle, type Style } from './page/style.ts'
import type { AppTruth, EventTruth, EventType, StatusKind, Truth } from './truth.ts'
import { type AppByHand, appByHand } from './truthByHand.ts'

/** What the stand-in answers instead of an account's pages. */
export const ACCOUNT_STATES = [
  'open',
  'signed-out',
  'second-factor',
  'no-permission',
  'moved',
  'challenge',
  'not-found',
] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

export type Account = { truth: Truth; style: Style; state: AccountState }

export type SeenRequest = {
  method: string
  host: string
  /** With query. */
  path: string
  /** Asked by the stand-in's own page script, as HubSpot's pages ask their server. */
  byPage: boolean
  /** What the browser says it is for: `document`, `iframe`, `empty` (a fetch) ... */
  destination: string
}

/** The accounts of a stand-in HubSpot and what was asked of it. Everything can change while a browser looks at it. */
export type World = {
  accounts: Map<string, Account>
  requests: SeenRequest[]
  /** Adds an account or replaces it; it is open unless said otherwise. */
  setAccount(truth: Truth, style?: Partial<Style>, state?: AccountState): Account
  setState(portal: string, state: AccountState): void
  setStyle(portal: string, changes: Partial<Style>): void
  /** When the pages are looked at; "2 days ago" counts from it. */
  setNow(portal: string, now: string): void
  installApp(portal: string, app: AppByHand): AppTruth
  uninstallApp(portal: string, name: string): void
  renameApp(portal: string, from: string, to: string): void
  /** Puts an app under Needs your attention; its status says so too unless the app reports none. */
  breakApp(portal: string, name: string, reason: Exclude<StatusKind, 'connected'>): void
  /** Takes it off again; `seen` is its new last activity. */
  mendApp(portal: string, name: string, seen?: string): void
  logEvent(portal: string, name: string, type: EventType, at: string, person?: string): void
  /** Any other change of the truth. */
  change(portal: string, edit: (truth: Truth) => void): void
  /** Requests that neither a navigation nor the page's own script explains: what an extension asked by itself. */
  unexplained(): SeenRequest[]
}

/** An empty world. */
export function createWorld(): World {
  const accounts = new Map<string, Account>()
  const requests: SeenRequest[] = []
  const accountOf = (portal: string): Account => {
    const account = accounts.get(portal)
    if (!account) throw new RangeError(`no account ${portal} in this world`)
    return account
  }
  const appOf = (portal: string, name: string): AppTruth => {
    const app = accountOf(portal).truth.apps.find(one => one.name === name)
    if (!app) throw new RangeError(`no app ${name} in account ${portal}`)
    return app
  }
  const world: World = {
    accounts,
    requests,
    setAccount(truth, style = {}, state = 'open') {
      const account = { truth: structuredClone(truth), style: plainStyle(style), state }
      accounts.set(truth.portal, account)
      return account
    },
    setState(portal, state) {
      accountOf(portal).state = state
    },
    setStyle(portal, changes) {
      const account = accountOf(portal)
      account.style = { ...account.style, ...changes }
    },
    setNow(portal, now) {
      accountOf(portal).truth.now = now
    },
    installApp(portal, app) {
      const { apps } = accountOf(portal).truth
      const next = 1 + Math.max(-1, ...apps.map(one => Number(one.id.slice(1))))
      const made = appByHand(app, next)
      apps.push(made)
      return made
    },
    uninstallApp(portal, name) {
      const { truth } = accountOf(portal)
      const gone = appOf(portal, name)
      truth.apps = truth.apps.filter(app => app !== gone)
      truth.attention = truth.attention.filter(item => item.app !== gone.id)
      for (const event of truth.events) if (event.app === gone.id) event.app = `gone:${gone.name}`
    },
    renameApp(portal, from, to) {
      appOf(portal, from).name = to
    },
    breakApp(portal, name, reason) {
      const { truth } = accountOf(portal)
      const app = appOf(portal, name)
      if (app.status.kind !== 'none') app.status = { kind: reason }
      truth.attention = truth.attention.filter(item => item.app !== app.id)
      truth.attention.push({ app: app.id, reason, sentence: 0 })
    },
    mendApp(portal, name, seen) {
      const { truth } = accountOf(portal)
      const app = appOf(portal, name)
      if (app.status.kind !== 'none') app.status = { kind: 'connected' }
      truth.attention = truth.attention.filter(item => item.app !== app.id)
      if (seen) app.lastActivity = seen
    },
    logEvent(portal, name, type, at, person) {
      const { truth } = accountOf(portal)
      const app = truth.apps.find(one => one.name === name)
      const event: EventTruth = {
        type,
        app: app?.id ?? `gone:${name}`,
        person: truth.people.find(one => one.name === person)?.id,
        at,
      }
      truth.events = [event, ...truth.events].sort((a, b) => Temporal.Instant.compare(b.at, a.at))
    },
    change(portal, edit) {
      edit(accountOf(portal).truth)
    },
    unexplained() {
      return requests.filter(
        ({ byPage, destination, path }) =>
          !byPage && destination !== 'document' && destination !== 'iframe' && path !== '/favicon.ico', // the browser's own
      )
    },
  }
  return world
}
