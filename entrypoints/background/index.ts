import { defineBackground } from 'wxt/utils/define-background'
import { browser } from '../../storage/nativeBrowser.ts'
import { onCommand, onMessage } from './messages.ts'
import { onGrantChanged } from './sources/hubspot-page/grants.ts'
import { listenToNotifications } from './tell/notificationClicks.ts'
import { onAllowed, onUnlocked } from './tell/onAllowed.ts'
import { onAlarm, onInstalled, onLanguageChanged, wake } from './wake.ts'

/** Table of contents of the worker: every listener, added in the first turn, so that no event that starts it is lost. */
export default defineBackground({
  main() {
    browser.runtime.onInstalled.addListener(onInstalled)
    browser.runtime.onStartup.addListener(() => void wake())
    browser.runtime.onMessage.addListener(onMessage)
    browser.alarms.onAlarm.addListener(onAlarm)
    browser.permissions.onAdded.addListener(onGrantChanged)
    browser.permissions.onRemoved.addListener(onGrantChanged)
    browser.permissions.onAdded.addListener(onAllowed)
    browser.commands.onCommand.addListener(onCommand)
    browser.storage.onChanged.addListener(onLanguageChanged)
    browser.storage.onChanged.addListener(onUnlocked)
    listenToNotifications()
    void wake()
  },
})
