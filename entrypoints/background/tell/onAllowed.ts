import type { Permissions, Storage } from 'webextension-polyfill'
import { mailOrigin } from '../../../storage/model/notices/mailHosts.ts'
import { MAIL_PROVIDERS } from '../../../storage/model/notices/rows.ts'
import { becameUsable } from '../../../storage/vault.ts'
import { log } from '../diagnostics.ts'
import { listenToNotifications } from './notificationClicks.ts'
import { retryChannel } from './outbox.ts'

/** A power was given: the browser has the events of notifications only now, and mail that waited for its provider's host goes out. */
export const onAllowed = async ({ origins = [] }: Permissions.Permissions): Promise<void> => {
  listenToNotifications()
  if (MAIL_PROVIDERS.some(provider => origins.includes(mailOrigin(provider)))) await sendWaiting()
}

/** A key was unlocked, or given again for this session: mail that waited for it goes out. */
export const onUnlocked = async (changes: Record<string, Storage.StorageChange>, area: string): Promise<void> => {
  if (becameUsable(changes, area)) await sendWaiting()
}

const sendWaiting = () => retryChannel('email', Date.now()).catch(error => log('outbox', error))
