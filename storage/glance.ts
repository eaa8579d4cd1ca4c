import { composeGlance, cutGlance, type Glance, type Reading } from './model/glance.ts'
import { browser } from './nativeBrowser.ts'
import { unreadCount } from './notices.ts'
import { allOverviews } from './overviews.ts'

/** Key of the glance in `storage.local`. */
const GLANCE_KEY = 'glance'
const READING_KEY = 'reading'

/** Makes the glance anew from the accounts' overviews and keeps it for the popup's first paint. Returns it whole. */
export const refreshGlance = (now: number): Promise<Glance> =>
  navigator.locks.request('patchbay glance', async () => {
    const glance = composeGlance(await allOverviews(), now, {
      reading: await getReading(),
      unread: await unreadCount(null),
    })
    await browser.storage.local.set({ [GLANCE_KEY]: cutGlance(glance) })
    return glance
  }) as Promise<Glance>

/** The read under way, kept for this browser session only: a dead worker leaves it, and its `until` ends it. */
export const getReading = async (): Promise<Reading | null> =>
  ((await browser.storage.session.get(READING_KEY))[READING_KEY] as Reading | undefined) ?? null

export const setReading = (reading: Reading | null): Promise<void> =>
  reading ? browser.storage.session.set({ [READING_KEY]: reading }) : browser.storage.session.remove(READING_KEY)
