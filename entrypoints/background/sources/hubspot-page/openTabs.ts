import { addressKind } from '../../../../storage/model/gather/address.ts'
import { browser } from '../../../../storage/nativeBrowser.ts'
import { grantedOrigins } from './grants.ts'
import { readTab } from './readTab.ts'

/** "Check now": without opening anything, what can be read is what lies open in tabs of hosts with a grant. Returns how many were read. */
export const readOpenTabs = async (): Promise<number> => {
  const origins = await grantedOrigins()
  if (origins.length === 0) return 0
  const tabs = (await browser.tabs.query({ url: origins })).filter(
    tab => tab.url && addressKind(tab.url) === 'connected-apps',
  )
  for (const tab of tabs) if (tab.id !== undefined) await readTab(tab.id, Date.now())
  return tabs.length
}
