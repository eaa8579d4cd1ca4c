import type { AccountId } from '../../storage/model/facts/refs.ts'
import { browser } from '../../storage/nativeBrowser.ts'

const KEY = 'popup account'

/** The account the switcher was last set to, for as long as the browser runs; null for all. */
export const getChosenAccount = async (): Promise<AccountId | null> =>
  ((await browser.storage.session.get(KEY))[KEY] as AccountId | undefined) ?? null

export const setChosenAccount = (account: AccountId | null): Promise<void> =>
  account === null ? browser.storage.session.remove(KEY) : browser.storage.session.set({ [KEY]: account })
