import type { AccountId } from './model/facts/refs.ts'
import { browser } from './nativeBrowser.ts'

export const LOOKING = 'looking?'

/** What the worker asks every open page before it shows a browser notification. */
export interface LookingQuestion {
  type: typeof LOOKING
  account: AccountId
}

/**
 * The page's half: answers the worker while this page is visible, has the focus and shows the account; then the inbox is
 * enough and the browser shows nothing. Returns the way to stop.
 * @param shows whether the account is on this page now (a page of all accounts shows each)
 */
export const answerLooking = (shows: (account: AccountId) => boolean): (() => void) => {
  const listener = (message: unknown) => {
    const { type, account } = (message ?? {}) as Partial<LookingQuestion>
    const isLooking = document.visibilityState === 'visible' && document.hasFocus()
    // Who does not look stays silent: the first answer is the one that counts.
    return type === LOOKING && account && isLooking && shows(account) ? Promise.resolve(true) : undefined
  }
  browser.runtime.onMessage.addListener(listener)
  return () => browser.runtime.onMessage.removeListener(listener)
}
