import type { AccountId } from './model/facts/refs.ts'
import { browser } from './nativeBrowser.ts'

/** Name in `storage.session` of the forms that were left before Apply, a list whose entries say their account. */
export const DRAFTS = 'drafts'

/** Runs `work` while no other page changes the kept forms. */
export const withDrafts = (work: () => Promise<void>): Promise<void> =>
  navigator.locks.request('patchbay drafts', work) as Promise<void>

/** Forgets the kept forms of an account that is removed. */
export const forgetDraftsOf = (account: AccountId): Promise<void> =>
  withDrafts(async () => {
    const kept = (await browser.storage.session.get(DRAFTS))[DRAFTS]
    if (!Array.isArray(kept)) return
    const others = kept.filter(draft => (draft as { account?: unknown } | null)?.account !== account)
    await browser.storage.session.set({ [DRAFTS]: others })
  })
