import { rowsOf } from './accountRows.ts'
import { db, type PatchbayDb, type ViewRow, withReopen } from './db.ts'
import type { AccountId } from './model/facts/refs.ts'
import { parseMapping } from './model/facts/schemas.ts'
import type { Mapping } from './model/recognise/recognised.ts'

export const NO_MAPPING: Mapping = { columns: [], words: {} }

/** The user's own column and word meanings for an account. */
export const mappingOf = (account: AccountId, on: PatchbayDb = db): Promise<Mapping> =>
  withReopen(async () => parseMapping(await on.mappings.get(account)) ?? NO_MAPPING, on)

/** Replaces the user's meanings for an account. */
export const saveMapping = (account: AccountId, mapping: Mapping, on: PatchbayDb = db): Promise<unknown> =>
  withReopen(() => on.mappings.put({ account, ...mapping }), on)

/** Keeps the page as it was read, one per kind of page, so that the mapping form can show it and apply new answers to it. */
export const keepView = (row: ViewRow, on: PatchbayDb = db): Promise<unknown> => withReopen(() => on.views.put(row), on)

/** The pages of an account as they were last read. */
export const viewsOf = (account: AccountId, on: PatchbayDb = db): Promise<ViewRow[]> =>
  withReopen(() => rowsOf(on.views, account).toArray(), on)
