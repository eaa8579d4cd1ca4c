import type { AppTruth, AttentionTruth, EventTruth, Person, StatusKind, Truth } from './truth.ts'

/** What a test wants to say of an app; everything else gets a plain value. */
export type AppByHand = Partial<Omit<AppTruth, 'status' | 'name'>> & { name: string; status?: StatusKind | 'none' }

/** A person by name, with an address made of it. */
export function personByHand(name: string, index: number, team = 'Revenue'): Person {
  const local = name.toLowerCase().replace(/[^a-z]+/gu, '.')
  return { id: `p${index}`, name, email: `${local}@saltmarsh.example`, team }
}

/** An app of My apps, with a page link of its own, installed by the first person a year before `2026-11-01`. */
export function appByHand(app: AppByHand, index: number): AppTruth {
  return {
    id: `a${index}`,
    appId: 5_000_000 + index,
    link: { kind: 'id' },
    place: 'mine',
    userLevel: false,
    multiAccount: false,
    installed: '2025-11-13',
    installer: 'p0',
    lastActivity: undefined,
    connections: undefined,
    users: [],
    permissions: [
      { phrase: 0, group: 'granted' },
      { phrase: 3, group: 'after reauthorization' },
    ],
    category: 'Sales',
    ...app,
    status: app.status === undefined || app.status === 'none' ? { kind: 'none' } : { kind: app.status },
  }
}

/** An account whose every value a test has chosen; apps in trouble stand under Needs your attention. */
export function accountByHand(account: {
  portal: string
  now: string
  apps: readonly AppByHand[]
  people?: readonly string[]
  attention?: readonly AttentionTruth[]
  events?: readonly EventTruth[]
  zone?: string
  host?: Truth['host']
  accountName?: string
}): Truth {
  const apps = account.apps.map(appByHand)
  const names = account.people ?? ['Maren Farrow', 'Lorcan Bellwether', 'Vesna Dunmore']
  return {
    seed: 0,
    portal: account.portal,
    host: account.host ?? 'app',
    accountName: account.accountName ?? 'Saltmarsh Trading',
    now: account.now,
    zone: account.zone ?? 'UTC',
    people: names.map((name, index) => personByHand(name, index)),
    apps,
    attention: [...(account.attention ?? attentionFor(apps))],
    events: [...(account.events ?? [])],
    recommendations: [],
  }
}

/** One item under Needs your attention for each app whose status is one of trouble. */
export function attentionFor(apps: readonly AppTruth[]): AttentionTruth[] {
  return apps.flatMap(({ id, status }) =>
    status.kind === 'expired' || status.kind === 'disconnected' || status.kind === 'error'
      ? [{ app: id, reason: status.kind, sentence: 0 }]
      : [],
  )
}
