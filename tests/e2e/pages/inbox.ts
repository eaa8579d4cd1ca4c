import type { Page } from 'puppeteer-core'
import { aria, byRole } from '../accessible.ts'
import type { Driver } from '../browser.ts'
import { wordsOf } from './popup.ts'

export type InboxPage = {
  readonly page: Page
  /** Every notice, newest first: all that it says. */
  notices(): Promise<string[]>
  words(): Promise<string>
}

/** Opens the inbox in a new tab in front. */
export async function openInbox(patchbay: Driver): Promise<InboxPage> {
  return inboxOn(await patchbay.options('#/notifications/inbox'))
}

/** The inbox in a tab that shows it already. */
export async function inboxOn(page: Page): Promise<InboxPage> {
  await byRole(page, 'region', 'Inbox')
  return {
    page,
    async notices() {
      await page.bringToFront()
      const card = await page.$(aria('region', 'Inbox'))
      // Each notice is an item of a list, with its own list of what it tells.
      const items = (await card?.$$(aria('listitem'))) ?? []
      const all = await Promise.all(
        items.map(async item => ((await item.$(aria('heading'))) ? await wordsOf(item) : undefined)),
      )
      return all.filter(words => words !== undefined)
    },
    words: async () => wordsOf(await page.$(aria('main'))),
  }
}
