import type { AccountId } from '../../storage/model/facts/refs.ts'
import { addressKind } from '../../storage/model/gather/address.ts'
import { browser } from '../../storage/nativeBrowser.ts'

/** The tab under the popup, when it shows a page that Patchbay can read. */
export interface ThisTab {
  readonly id: number
  readonly account: AccountId
}

/**
 * The tab in front, if it is a Connected apps page; null for every other page. Its address is visible to the popup only
 * because the person pressed the toolbar button on it (`activeTab`).
 */
export const thisTab = async (): Promise<ThisTab | null> => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined || !tab.url || addressKind(tab.url) !== 'connected-apps') return null
  const [, , portal] = new URL(tab.url).pathname.split('/') // by the rule that addressKind checked
  return { id: tab.id, account: `hubspot:${portal}` }
}
