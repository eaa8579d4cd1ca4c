import type { Source } from './facts.ts'

/** What an admin would want to watch in each app ("What I can watch here"). */
export const SIGNALS = [
  'status',
  'attention',
  'permissions',
  'lastActivity',
  'rhythm',
  'installedBy',
  'recordsCreated',
  'recordsUpdated',
  'deletesAndMerges',
] as const
export type Signal = (typeof SIGNALS)[number]

/**
 * What a source can know of a signal at all: `all` that HubSpot has, `part` (and why not the rest), or `never`. The UI
 * shows this instead of an empty cell; a source that cannot know a field never speaks of it.
 */
export type Capability = 'all' | 'part' | 'never'

export const CAPABILITIES: Record<Signal, Record<Source, Capability>> = {
  status: { page: 'part', api: 'never', file: 'part', sample: 'part' }, // shown for some HubSpot-built apps only
  attention: { page: 'all', api: 'never', file: 'never', sample: 'all' },
  permissions: { page: 'part', api: 'never', file: 'part', sample: 'part' }, // one visit to each app's page
  lastActivity: { page: 'part', api: 'never', file: 'part', sample: 'part' }, // not for user-level, multi-account apps
  rhythm: { page: 'part', api: 'never', file: 'part', sample: 'part' }, // gone quiet: observed, for apps without a status
  installedBy: { page: 'all', api: 'part', file: 'part', sample: 'all' },
  recordsCreated: { page: 'never', api: 'all', file: 'never', sample: 'never' },
  recordsUpdated: { page: 'never', api: 'part', file: 'never', sample: 'never' },
  deletesAndMerges: { page: 'never', api: 'part', file: 'never', sample: 'never' },
}
