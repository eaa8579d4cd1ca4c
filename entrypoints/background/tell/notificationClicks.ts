import { deliveryById } from '../../../storage/deliveries.ts'
import { reconnecting, snooze } from '../../../storage/marks.ts'
import { hubspotUrl } from '../../../storage/model/hubspotHost.ts'
import type { Notice } from '../../../storage/model/notices/rows.ts'
import { morningOf, tomorrow } from '../../../storage/model/snoozeTimes.ts'
import { browser } from '../../../storage/nativeBrowser.ts'
import { noticeOf } from '../../../storage/notices.ts'
import { log } from '../diagnostics.ts'
import { repaint } from '../repaint.ts'
import { deedsOf } from './channels/inApp.ts'

/**
 * Hears clicks on browser notifications. Called in the worker's first turn, so that the click which starts the worker is
 * heard, and again when the permission is given: only then the browser has this event. Twice is once.
 */
export const listenToNotifications = (): void => {
  browser.notifications?.onClicked.addListener(onClicked)
  browser.notifications?.onButtonClicked?.addListener(onButtonClicked) // Firefox has no buttons
}

/** A click: the inbox opens at the notice, in the options page that is open or a new one. */
export const onClicked = async (id: string): Promise<void> => {
  try {
    const notice = await noticeBehind(id)
    await openOptions(`#/notifications/inbox${notice ? `?notice=${encodeURIComponent(notice.id)}` : ''}`)
    await browser.notifications.clear(id)
  } catch (error) {
    await log('notification', error)
  }
}

/** A press on one of its buttons. */
export const onButtonClicked = async (id: string, index: number): Promise<void> => {
  try {
    const notice = await noticeBehind(id)
    const deed = notice && deedsOf(notice)[index]
    if (!deed) return await onClicked(id)
    await (deed === 'reconnect' ? reconnect(notice) : snoozeAll(notice))
    await browser.notifications.clear(id)
    await repaint(Date.now())
  } catch (error) {
    await log('notification', error)
  }
}

/** A notification has the id of its delivery; everything else is asked of the rows. Null: several together, or not kept any more. */
const noticeBehind = async (id: string): Promise<Notice | null> => {
  const delivery = await deliveryById(id)
  return delivery && noticeOf(delivery.account, delivery.notice)
}

const reconnect = async ({ account, items: [first] }: Notice): Promise<void> => {
  const url = first?.url && hubspotUrl(first.url)
  if (!first || !url) return
  await browser.tabs.create({ url })
  await reconnecting({ account, subject: first.subject }, true, Date.now())
}

const snoozeAll = async ({ account, items }: Notice): Promise<void> => {
  const now = Date.now()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const until = morningOf(tomorrow(now, zone), zone)
  const lasting = items.filter(({ what }) => what !== 'happened' && what !== 'resolved')
  for (const subject of new Set(lasting.map(item => item.subject))) await snooze({ account, subject }, until, now)
}

const OPTIONS = '/options.html'

const openOptions = async (hash: string): Promise<void> => {
  const page = browser.runtime.getURL(OPTIONS)
  // Needs no permission, unlike asking the tabs for their addresses.
  const { getContexts } = browser.runtime as Partial<Contexts>
  const open = (await getContexts?.call(browser.runtime, { contextTypes: ['TAB'] })) ?? []
  const shown = open.find(({ documentUrl }) => documentUrl?.startsWith(page))
  if (!shown) return void (await browser.tabs.create({ url: page + hash }))
  await browser.tabs.update(shown.tabId, { active: true, url: page + hash })
  await browser.windows.update(shown.windowId, { focused: true })
}

/** In both browsers, but not in the polyfill's types. */
interface Contexts {
  getContexts(filter: { contextTypes: ['TAB'] }): Promise<{ documentUrl?: string; tabId: number; windowId: number }[]>
}
