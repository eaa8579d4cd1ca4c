import type { Stored } from './database.ts'

/** Fields that tell when something was looked at, or by which look: they differ between any two reads of one page. */
const OF_THE_LOOK = new Set([
  'addedAt',
  'at',
  'bucket',
  'due',
  'first',
  'firstSeen',
  'last',
  'lastSeen',
  'observedAt',
  'read',
  'readAt',
  'seenAt',
  'since',
  'startedAt',
  'tickedAt',
  'version',
])

/** What is stored, without what differs between any two reads of the same page. */
export function timeless(stored: Stored): Stored {
  const tables = Object.entries(stored).map(([name, rows]) => [name, rows.map(row => without(row) as typeof row)])
  return Object.fromEntries(tables)
}

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without)
  if (typeof value !== 'object' || value === null) return value
  const isRead = 'way' in value && 'sections' in value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const hidden = (OF_THE_LOOK.has(key) && typeof inner !== 'object') || (isRead && key === 'id')
      return [key, hidden ? '*' : without(inner)]
    }),
  )
}
