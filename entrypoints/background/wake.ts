import type { Alarms, Storage } from 'webextension-polyfill'
import { allAccounts } from '../../storage/accounts.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { getSettings, setSettings } from '../../storage/settings.ts'
import { TICK } from './alarms.ts'
import { log } from './diagnostics.ts'
import { repaint } from './repaint.ts'
import { syncRegistration } from './sources/hubspot-page/grants.ts'
import { tick } from './tick.ts'

let awake: Promise<void> | undefined

/**
 * Once per worker life: badge, alarms and registered scripts may have vanished with the browser while the rows stayed.
 * Compares each with what the rows ask for, then does what is overdue.
 */
export const wake = (): Promise<void> => (awake ??= start().catch(failed))

/** The next event tries again; what it was stays for the diagnostics. */
const failed = (error: unknown) => {
  awake = undefined
  return log('wake', error)
}

const start = async () => {
  const settings = await getSettings()
  if (settings.device === '') await setSettings({ device: crypto.randomUUID() })
  await repaint(Date.now())
  await syncRegistration()
  await tick(Date.now())
}

/** The one alarm: wakes, then does what is due. */
export const onAlarm = async (alarm: Alarms.Alarm): Promise<void> => {
  if (alarm.name !== TICK) return
  await wake()
  await tick(Date.now())
}

/** After the first install shows the ways to start; nothing is asked and nothing is read. */
export const onInstalled = async ({ reason }: { reason: string }): Promise<void> => {
  await wake()
  if (reason === 'install' && (await allAccounts()).length === 0) await browser.runtime.openOptionsPage()
}

/** The badge's title is in the user's language. */
export const onLanguageChanged = (changes: Record<string, Storage.StorageChange>, area: string): void => {
  if (area === 'local' && changes.settings) void repaint(Date.now())
}
