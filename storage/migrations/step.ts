import type { Transaction } from 'dexie'

/** One step of the schema: what changes in the tables, and how rows of the version before are carried over. */
export interface Migration {
  version: number
  stores: Record<string, string | null>
  upgrade?: (tx: Transaction) => Promise<void>
}
