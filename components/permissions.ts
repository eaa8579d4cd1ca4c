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
export const useHubSpotAccess = (): HubSpotAccess | undefined => useGrants(hubSpotAccess, 'hubspot')

const hubSpotAccess = async (): Promise<HubSpotAccess> => {
  const granted = await Promise.all(HUBSPOT_ORIGINS.map(origin => browser.permissions.contains({ origins: [origin] })))
  return granted.every(Boolean) ? 'all' : granted.some(Boolean) ? 'some' : 'none'
}

/** A further power that the browser gives on a click: names of permissions, or addresses. */
export interface Power {
  readonly permissions?: 'notifications'[]
  readonly origins?: string[]
}

/** To show notifications of the browser. */
export const NOTIFICATIONS: Power = { permissions: ['notifications'] }

/** Asks for it. Call it inside the click and before anything is awaited, as above. False: the person said no. */
export const requestPower = (power: Power): Promise<boolean> => browser.permissions.request(power)

/** Gives it back; what needs it says from then on that it is missing. */
export const takeBackPower = (power: Power): Promise<boolean> => browser.permissions.remove(power)

/** Whether Patchbay has it now, also when it was changed in the browser's own settings; undefined until known. */
export const usePower = (power: Power): boolean | undefined =>
  useGrants(() => browser.permissions.contains(power), JSON.stringify(power))

/** What `look` finds, again whenever the browser's grants change. `key` names what it looks for. */
const useGrants = <T>(look: () => Promise<T>, key: string): T | undefined => {
  const [found, setFound] = useState<T>()
  useEffect(() => {
    let wanted = true
    const listen = async () => {
      const answer = await look()
      if (wanted) setFound(answer)
    }
    void listen()
    browser.permissions.onAdded.addListener(listen)
    browser.permissions.onRemoved.addListener(listen)
    return () => {
      wanted = false
      browser.permissions.onAdded.removeListener(listen)
      browser.permissions.onRemoved.removeListener(listen)
    }
  }, [key])
  return found
}
