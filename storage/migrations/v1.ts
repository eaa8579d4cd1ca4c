import type { Migration } from './step.ts'

/** The first schema. The account id leads every key and index, so that one account's rows are one range. */
export const v1: Migration = {
  version: 1,
  stores: {
    accounts: 'id',
    facts: '[account+ref+field+source]',
    sightings: '[account+ref+field+source+bucket+digest]',
    links: '[account+from+to]',
    reads: '[account+id], [account+observedAt]',
    events: '[account+id], [account+at], [account+vague], [account+uninstalled]',
    issues: '[account+subject+kind+occurrence], [account+open]',
    marks: '[account+subject+kind]',
    mappings: 'account',
    views: '[account+page]',
    apps: '[account+key]',
    overviews: 'id',
  },
}
