import type { Notifications } from 'webextension-polyfill'
import { LOOKING, type LookingQuestion } from '../../../../storage/looking.ts'
import type { AccountId } from '../../../../storage/model/facts/refs.ts'
import { hubspotUrl } from '../../../../storage/model/hubspotHost.ts'
import type { Notice } from '../../../../storage/model/notices/rows.ts'
import { browser } from '../../../../storage/nativeBrowser.ts'
import { canReconnect } from '../../../../storage/noticeText.ts'

/** The one notification in which notices stand together. */
export const TOGETHER = 'together'

/** Whether the browser lets Patchbay show notifications. */
export const mayNotify = async (): Promise<boolean> =>
  browser.notifications !== undefined && (await browser.permissions.contains({ permissions: ['notifications'] }))

/** How long open pages have to say whether they are looked at. */
const PATIENCE = 1000

/** Whether a page of Patchbay that shows this account is in front of the person now. */
export const isLookedAt = async (account: AccountId): Promise<boolean> => {
  const question: LookingQuestion = { type: LOOKING, account }
  const asked = browser.runtime.sendMessage(question).catch(() => false) // no page is open
  const late = new Promise(answer => setTimeout(answer, PATIENCE, false))
  return (await Promise.race([asked, late])) === true
}

/** What a notification's buttons do, in their order. */
export type Deed = 'reconnect' | 'snooze'

/** The buttons of a notice: Reconnect where its first item has a page to reconnect on, Snooze where a problem lasts. */
export const deedsOf = ({ items: [first], test }: Notice): Deed[] => {
  if (!first || test) return []
  const deeds: Deed[] = []
  if (canReconnect(first) && first.url && hubspotUrl(first.url)) deeds.push('reconnect')
  if (first.what !== 'happened' && first.what !== 'resolved') deeds.push('snooze')
  return deeds
}

export interface Shown {
  title: string
  body: string
  account?: string
  buttons?: string[]
}

/** Chromium's, with the buttons that the types of the polyfill do not know. */
type NotificationOptions = Notifications.CreateNotificationOptions & { buttons?: { title: string }[] }

/** Shows a notification; the same id again takes the place of the first. */
export const show = async (id: string, { title, body, account, buttons = [] }: Shown): Promise<void> => {
  const options: NotificationOptions = {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/patchbay-128.png'),
    title,
    message: body,
    ...(account ? { contextMessage: account } : {}),
  }
  if (buttons.length === 0) return void (await browser.notifications.create(id, options))
  try {
    const withButtons: NotificationOptions = { ...options, buttons: buttons.map(label => ({ title: label })) }
    await browser.notifications.create(id, withButtons)
  } catch {
    await browser.notifications.create(id, options) // Firefox has no buttons, and refuses them
  }
}
