import { useEffect, useState } from 'preact/hooks'
import { HUBSPOT_ORIGINS } from '../storage/model/links.ts'
import { browser } from '../storage/nativeBrowser.ts'

const ACCESS = { origins: HUBSPOT_ORIGINS }

/**
 * Asks for HubSpot's app hosts (level 2). Call it inside the click and before anything is awaited, else the browser
 * refuses to ask. False: the person said no.
 */
export const requestHubSpotAccess = (): Promise<boolean> => browser.permissions.request(ACCESS)

/** Gives the access back. The worker hears of it and stops reading. */
export const takeBackHubSpotAccess = (): Promise<boolean> => browser.permissions.remove(ACCESS)

/** Which of HubSpot's hosts Patchbay may read by itself. */
export type HubSpotAccess = 'none' | 'some' | 'all'

/** How far Patchbay's access to HubSpot goes now, also when it was changed in the browser's own settings; undefined until known. */
export const useHubSpotAccess = (): HubSpotAccess | undefined => {
  const [access, setAccess] = useState<HubSpotAccess>()
  useEffect(() => {
    let wanted = true
    const look = async () => {
      const granted = await Promise.all(
        HUBSPOT_ORIGINS.map(origin => browser.permissions.contains({ origins: [origin] })),
      )
      if (wanted) setAccess(granted.every(Boolean) ? 'all' : granted.some(Boolean) ? 'some' : 'none')
    }
    const listen = () => void look()
    listen()
    browser.permissions.onAdded.addListener(listen)
    browser.permissions.onRemoved.addListener(listen)
    return () => {
      wanted = false
      browser.permissions.onAdded.removeListener(listen)
      browser.permissions.onRemoved.removeListener(listen)
    }
  }, [])
  return access
}
