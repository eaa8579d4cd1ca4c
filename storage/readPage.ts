import { db, type PatchbayDb } from './db.ts'
import { intake } from './intake.ts'
import { keepView, mappingOf, viewsOf } from './mappings.ts'
import { toBatch } from './model/facts/batch.ts'
import type { AccountId } from './model/facts/refs.ts'
import type { ReadWay } from './model/facts/rows.ts'
import { recognise } from './model/recognise/recognise.ts'
import type { Mapping, Recognised } from './model/recognise/recognised.ts'
import type { PageView } from './model/recognise/view.ts'
import { newestReads } from './reads.ts'

export interface PageRead {
  /** Id of the read; the same id again replaces what the earlier message of it said. */
  id: string
  way: Extract<ReadWay, 'paste' | 'click' | 'automatic'>
  device: string
  /** Epoch ms. */
  now: number
  /** For a paste that names no portal: the account the user picked. */
  account?: AccountId
  /** False while a first read is still under way: an account nobody watches yet is added by a finished one. */
  mayAdd?: boolean
  /** Level 2 for an account that this read adds. */
  automatic?: boolean
}

/** What came of a page: recognised as this, stored under that account (null: the page names none, nothing stored). */
export interface PageReadResult {
  account: AccountId | null
  recognised: Recognised
}

/**
 * Recognises one page and stores what it says. Used by the worker (the page reader's views) and by the options page
 * (paste): one path, so both end alike. Throws what intake throws; nothing is stored then.
 */
export const readPage = async (view: PageView, read: PageRead, on: PatchbayDb = db): Promise<PageReadResult> => {
  const first = recognise(view, { now: read.now, mapping: null })
  const account: AccountId | null = first.portal ? `hubspot:${first.portal}` : (read.account ?? null)
  if (account === null) return { account, recognised: first }
  const mapping = await mappingOf(account, on)
  const recognised = recognise(view, { now: read.now, mapping })
  const batch = toBatch(recognised, {
    account,
    read: read.id,
    way: read.way,
    device: read.device,
    source: 'page',
    at: view.at,
  })
  const adds = !(await isWatched(account, on))
  if (adds && (read.mayAdd === false || !storesAnything(recognised))) return { account: null, recognised }
  await intake([batch], { now: read.now, fresh: { automatic: read.automatic ?? false } }, on)
  if (recognised.sections.length + recognised.unplaced.length > 0)
    await keepView({ account, page: pageKind(recognised), read: read.id, view }, on)
  return { account, recognised }
}

/** Applies a changed mapping to the pages as they were last read, so that no new read is needed. */
export const readAgain = async (
  account: AccountId,
  mapping: Mapping,
  now: number,
  device: string,
  on: PatchbayDb = db,
): Promise<void> => {
  const views = await viewsOf(account, on)
  const reads = new Map((await newestReads(account, 100, on)).map(read => [read.id, read]))
  const batches = views.map(({ view, read }) =>
    toBatch(recognise(view, { now, mapping }), {
      account,
      read,
      way: reads.get(read)?.way ?? 'click',
      device,
      source: 'page',
      at: view.at,
    }),
  )
  await intake(batches, { now, replacing: views.map(({ read }) => read) }, on)
}

const isWatched = async (account: AccountId, on: PatchbayDb) => (await on.accounts.get(account)) !== undefined

/** A page that was not understood makes no new account. */
const storesAnything = (recognised: Recognised) => ['recognised', 'partly', 'empty-account'].includes(recognised.state)

/** `list` for the Connected apps page, else the kind of its first section (an app's own page, a list of users). */
const pageKind = ({ sections }: Recognised): string =>
  sections.some(section => section.kind === 'my-apps' || section.kind === 'attention')
    ? 'list'
    : (sections[0]?.kind ?? 'list')
