import Dexie from 'dexie'
import { newestFirst } from './accountRows.ts'
import { db, type PatchbayDb, withReopen } from './db.ts'
import type { AccountId } from './model/facts/refs.ts'
import type { Notice } from './model/notices/rows.ts'
import { parseNotice } from './model/notices/schemas.ts'

export interface InboxFilter {
  /** Null: all accounts. */
  account: AccountId | null
  unreadOnly: boolean
}

/** The inbox of this browser, newest first: `limit` of its notices from `offset` on, and how many there are and are unread. */
export const inbox = (
  { account, unreadOnly }: InboxFilter,
  offset: number,
  limit: number,
  on: PatchbayDb = db,
): Promise<{ notices: Notice[]; total: number; unread: number }> =>
  withReopen(async () => {
    const stored = account === null ? on.notices.toArray() : newestFirst(on.notices, 'at', account).toArray()
    const all = (await stored).filter(notice => notice.inbox === 1).sort((a, b) => b.at - a.at)
    const unread = all.filter(notice => notice.unread === 1)
    const wanted = unreadOnly ? unread : all
    const notices = wanted.slice(offset, offset + limit).flatMap(row => parseNotice(row) ?? [])
    return { notices, total: wanted.length, unread: unread.length }
  }, on)

/** One notice, or null when it is not kept any more. */
export const noticeOf = (account: AccountId, id: string, on: PatchbayDb = db): Promise<Notice | null> =>
  withReopen(async () => parseNotice(await on.notices.get([account, id])), on)

/** How many notices nobody has looked at. */
export const unreadCount = async (account: AccountId | null, on: PatchbayDb = db): Promise<number> =>
  withReopen(async () => {
    const accounts = account === null ? ((await on.accounts.toCollection().primaryKeys()) as AccountId[]) : [account]
    const counts = accounts.map(id => on.notices.where('[account+unread]').equals([id, 1]).count())
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  }, on)

/** Marks notices of the inbox as looked at, or as new again. */
export const markNotices = (
  account: AccountId,
  ids: readonly string[] | 'all',
  unread: boolean,
  on: PatchbayDb = db,
): Promise<unknown> =>
  withReopen(() => {
    const rows =
      ids === 'all'
        ? on.notices.where('[account+unread]').between([account, Dexie.minKey], [account, Dexie.maxKey])
        : on.notices.where(':id').anyOf(ids.map(id => [account, id] as [string, string]))
    return rows.filter(notice => notice.inbox === 1).modify({ unread: unread ? 1 : 0 })
  }, on)
