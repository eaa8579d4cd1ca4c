import type { Migration } from './step.ts'

/** Notifications: rules, what was told, deliveries, people by hand, and this browser's own ways to send. */
export const v2: Migration = {
  version: 2,
  stores: {
    rules: '[account+id]',
    told: '[account+rule+thread]',
    notices: '[account+id], [account+at], [account+unread]',
    deliveries: '[account+id], [account+at], [account+due], [account+notice]',
    people: '[account+ref]',
    here: 'account',
    channels: 'id',
    vault: 'id',
  },
  // When an entry stored before was first seen is not known. As old as the entry itself: it is no news.
  upgrade: async tx => {
    await tx
      .table('events')
      .toCollection()
      .modify((event: { at: number; firstSeen?: number }) => {
        event.firstSeen ??= event.at
      })
  },
}
