/** Rows, accounts and glances to show, as the worker would have made them. Names are invented. */
import type { AccountId } from '../../../storage/model/facts/refs.ts'
import { composeGlance, type Glance, type Reading } from '../../../storage/model/glance.ts'
import type { AttentionItem } from '../../../storage/model/issues/attention.ts'
import { type IssueKind, SEVERITY } from '../../../storage/model/issues/issue.ts'
import type { Activity, Overview } from '../../../storage/model/overview.ts'
import { berlin, NOW } from '../ui/screen.tsx'

export const TRADING: AccountId = 'hubspot:4411007'
export const JAPAN: AccountId = 'hubspot:4422008'
export const SAMPLE: AccountId = 'sample:1'

/** The newest look of the design's pictures. */
export const READ_AT = berlin('2026-11-12T14:05')

const WORDS: Readonly<Record<IssueKind, string | null>> = {
  error: 'Connection error: token refresh failed',
  expired: 'Expired',
  disconnected: 'Disconnected',
  attention: 'Paused by partner',
  'gone-quiet': null,
  vanished: null,
  unreadable: 'signed-out',
  stale: null,
}

/** A counted row of an app in Acme Trading, or of the account itself for the kinds that are about it. */
export const item = (kind: IssueKind, more: Partial<AttentionItem> = {}): AttentionItem => {
  const isAccount = kind === 'unreadable' || kind === 'stale'
  const name = more.name ?? (isAccount ? 'Acme Trading' : 'Ledgerlane')
  return {
    account: TRADING,
    accountLabel: 'Acme Trading',
    sample: false,
    subject: isAccount ? 'account:self' : `id:${name}`,
    anyOfSeveral: false,
    name,
    kind,
    severity: SEVERITY[kind],
    also: [],
    evidence: {
      from:
        kind === 'gone-quiet'
          ? 'silence'
          : kind === 'vanished'
            ? 'absence'
            : isAccount
              ? 'reads'
              : kind === 'attention'
                ? 'attention'
                : 'status',
      text: WORDS[kind],
      observedAt: READ_AT,
      source: 'page',
    },
    written: [],
    began: { kind: 'between', from: berlin('2026-11-09T09:00'), to: berlin('2026-11-09T14:05') },
    firstSeen: berlin('2026-11-09T14:05'),
    lastSeen: READ_AT,
    installer: isAccount ? null : 'Sam K.',
    people: isAccount ? null : 4,
    url: 'https://app-eu1.hubspot.com/integrations-settings/4411007/installed/framework/100/general-settings',
    state: 'counted',
    reconnecting: false,
    snoozedUntil: null,
    muted: false,
    ...more,
  }
}

/** A row of the second account. */
export const inJapan = (kind: IssueKind, more: Partial<AttentionItem> = {}): AttentionItem =>
  item(kind, { account: JAPAN, accountLabel: 'Acme Japan', ...more })

/** A row of the sample account: it has no page to open. */
export const inSample = (kind: IssueKind, more: Partial<AttentionItem> = {}): AttentionItem =>
  item(kind, {
    account: SAMPLE,
    accountLabel: 'Sample account',
    sample: true,
    url: null,
    evidence: { ...item(kind).evidence, source: 'sample' },
    ...more,
  })

/** What one account shows; 30 apps of which 20 are connected. */
export const overview = (more: Partial<Overview> = {}): Overview => {
  const items = more.items ?? []
  const attention = items.filter(row => row.state !== 'fixed' && row.subject !== 'account:self').length
  const summary = more.summary ?? {
    apps: 30,
    connected: 12 - attention,
    attention,
    notReported: 18,
    quiet: 0,
    permissionsWaiting: 0,
    permissionsRead: 0,
  }
  return {
    id: TRADING,
    label: 'Acme Trading',
    sample: false,
    host: 'app-eu1.hubspot.com',
    url: 'https://app-eu1.hubspot.com/connected-apps/4411007/installed',
    readAt: READ_AT,
    source: 'page',
    home: 'new',
    failed: null,
    partial: [],
    blindSince: null,
    connected: summary.connected,
    notReported: summary.notReported,
    lastKnown: [],
    items,
    counts: countsOf(items),
    newest: [],
    due: null,
    ...more,
    summary,
  }
}

const countsOf = (items: readonly AttentionItem[]): Overview['counts'] => {
  const count = (state: AttentionItem['state']) => items.filter(row => row.state === state).length
  return { counted: count('counted'), snoozed: count('snoozed'), fixed: count('fixed') }
}

export const japan = (more: Partial<Overview> = {}): Overview => {
  const made = overview({
    id: JAPAN,
    label: 'Acme Japan',
    host: 'app-ap1.hubspot.com',
    url: 'https://app-ap1.hubspot.com/connected-apps/4422008/installed',
    ...more,
  })
  const summary = more.summary ?? { ...made.summary, apps: 18, connected: 10 - made.summary.attention, notReported: 8 }
  return { ...made, summary, connected: summary.connected, notReported: summary.notReported }
}

export const sample = (more: Partial<Overview> = {}): Overview =>
  overview({ id: SAMPLE, label: 'Sample account', sample: true, host: null, url: null, source: 'sample', ...more })

/** One line of newest activity in Acme Trading. */
export const activity = (what: Activity['what'], at: number, more: Partial<Activity> = {}): Activity => ({
  account: TRADING,
  accountLabel: 'Acme Trading',
  app: 'Signpad',
  what,
  raw: null,
  person: 'Sam K.',
  time: { kind: 'instant', at },
  observed: false,
  at,
  ...more,
})

export const glance = (overviews: readonly Overview[], reading: Reading | null = null): Glance =>
  composeGlance(overviews, NOW, { reading })

/** The two accounts of the design's pictures, with what is shown of them. */
export const pictured = (): Overview[] => [
  overview({
    items: [
      item('error'),
      item('attention', {
        name: 'Ringdesk',
        began: null,
        firstSeen: berlin('2026-11-09T10:12'),
        installer: null,
        people: null,
        url: 'https://app-eu1.hubspot.com/connected-apps/4411007/installed',
      }),
      item('disconnected', {
        name: 'Quotewell',
        state: 'snoozed',
        snoozedUntil: berlin('2026-11-13T09:00'),
      }),
    ],
    newest: [
      activity('reconnected', berlin('2026-11-12T14:02')),
      activity('sync-on', berlin('2026-11-12T11:30'), { app: 'Formwell', person: null }),
    ],
  }),
  japan({
    items: [
      inJapan('expired', {
        name: 'Mailharbor',
        began: { kind: 'day', day: '2026-11-11' },
        firstSeen: berlin('2026-11-11T09:00'),
        installer: 'Jo M.',
        people: 6,
      }),
    ],
    newest: [
      activity('permissions-changed', berlin('2026-11-11T08:00'), {
        account: JAPAN,
        accountLabel: 'Acme Japan',
        app: 'Northsheet',
        person: null,
        time: { kind: 'day', day: '2026-11-11' },
      }),
    ],
  }),
]
