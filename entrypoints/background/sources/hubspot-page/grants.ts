import { HUBSPOT_ORIGINS } from '../../../../storage/model/links.ts'
import { PAGE_READER_FILE, type PageForget } from '../../../../storage/model/messages.ts'
import { browser } from '../../../../storage/nativeBrowser.ts'

/** Id of the registered page reader (level 2). */
const SCRIPT = 'hubspot'

/** The HubSpot hosts the person has granted; empty while only levels 0 and 1 are in use. */
export const grantedOrigins = async (): Promise<string[]> => {
  const granted = await Promise.all(HUBSPOT_ORIGINS.map(origin => browser.permissions.contains({ origins: [origin] })))
  return HUBSPOT_ORIGINS.filter((_, index) => granted[index])
}

/** Whether level 2 may run on the page at `url`. */
export const isGranted = async (url: string): Promise<boolean> => {
  const host = URL.parse(url)?.hostname
  return (await grantedOrigins()).some(origin => URL.parse(origin.replace('*', ''))?.hostname === host)
}

/**
 * The registered page reader is there exactly where there is a grant: looks, compares, then registers, updates or takes away.
 * One after the other: a grant and the choice that follows it come at the same moment, and both would find nothing and register.
 */
export const syncRegistration = (): Promise<void> => {
  const synced = syncing.then(sync)
  syncing = synced.catch(() => undefined)
  return synced
}

let syncing: Promise<void> = Promise.resolve()

const sync = async (): Promise<void> => {
  const matches = await grantedOrigins()
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] })
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] })
    return
  }
  const script = {
    id: SCRIPT,
    js: [PAGE_READER_FILE],
    matches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  }
  if (!registered) await browser.scripting.registerContentScripts([script])
  else if (registered.matches?.join() !== matches.join()) await browser.scripting.updateContentScripts([script])
}

/** A grant was given or taken back: register accordingly, start in tabs that are open already, stop where the grant is gone. */
export const onGrantChanged = async (): Promise<void> => {
  await syncRegistration()
  const origins = await grantedOrigins()
  const granted = new Set<number | undefined>()
  for (const { id: tabId } of origins.length > 0 ? await browser.tabs.query({ url: origins }) : []) {
    granted.add(tabId)
    if (tabId !== undefined)
      await browser.scripting.executeScript({ target: { tabId }, files: [PAGE_READER_FILE] }).catch(ignoreClosedTab)
  }
  const forget: PageForget = { type: 'page.forget' }
  for (const { id: tabId } of await browser.tabs.query({}))
    if (tabId !== undefined && !granted.has(tabId)) await browser.tabs.sendMessage(tabId, forget).catch(ignoreClosedTab)
}

/** Tabs without a reader, closed or of another site answer with an error; there is nothing to stop there. */
const ignoreClosedTab = () => undefined
