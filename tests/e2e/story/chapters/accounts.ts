import type { AppByHand } from '../../../hubspot/truthByHand.ts'

/** The account of most of the story, and its apps on the first day. */
export const SALTMARSH = '4411007'
export const SALTMARSH_APPS: readonly AppByHand[] = [
  { name: 'Ledgerlane', status: 'connected', link: { kind: 'page', number: 20_000_001 } },
  { name: 'Harborline', status: 'connected' },
  { name: 'Quillbox', link: { kind: 'slug', slug: 'quillbox' } },
  { name: 'Emberdesk' },
  { name: 'Foxglove Forms', place: 'other', users: [{ person: 'p1', installed: '2026-02-03' }] },
]

/** What its app log holds of an app that left before Patchbay came. */
export const SALTMARSH_EVENTS = [
  { type: 'uninstalled', app: 'gone:Old Mill', person: 'p1', at: daysAgo(5) },
  { type: 'disconnected', app: 'gone:Old Mill', person: undefined, at: daysAgo(6) },
] as const

/** A second account, in another data centre, with an app of the same name as one of the first. */
export const BELLWETHER = '5522008'
export const BELLWETHER_APPS: readonly AppByHand[] = [
  { name: 'Saltbox', status: 'connected' },
  { name: 'Quillbox', status: 'error', link: { kind: 'page', number: 20_000_001 } },
  { name: 'Peppercorn' },
]

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString()
}
