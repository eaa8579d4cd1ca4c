import type { Page } from 'puppeteer-core'
import { aria, byRole, clickOn } from '../accessible.ts'
import type { Driver } from '../browser.ts'
import { wordsOf } from './popup.ts'

/** What the product asks for on Automatic, written as it asks. */
export const HUBSPOT_PATTERNS = ['app', 'app-na2', 'app-na3', 'app-eu1', 'app-ap1'].map(
  host => `https://${host}.hubspot.com/*`,
)

const LEVELS = ['Paste', 'Read this page', 'Automatic'] as const
type Level = (typeof LEVELS)[number]

export type AccountsPage = {
  readonly page: Page
  /** Chooses the account that the cards below the table are about. */
  choose(label: string): Promise<void>
  /** Picks a level under How the page is read. For Automatic, the browser's own question is answered with yes. */
  level(name: Level): Promise<void>
  /** The level that is picked. */
  levelNow(): Promise<Level | undefined>
  /** Takes the access to HubSpot's hosts back. */
  takeBack(): Promise<void>
  words(): Promise<string>
}

/** Opens Accounts in a new tab in front. */
export async function openAccounts(patchbay: Driver): Promise<AccountsPage> {
  const page = await patchbay.options('#/accounts')
  await byRole(page, 'heading', 'How the page is read')
  return {
    page,
    choose: label => clickOn(page, 'button', label),
    async level(name) {
      if (name === 'Automatic') await patchbay.grant(HUBSPOT_PATTERNS)
      await page.bringToFront()
      await clickOn(page, 'radio', name)
    },
    async levelNow() {
      for (const name of LEVELS)
        if (await (await byRole(page, 'radio', name)).evaluate(node => (node as HTMLInputElement).checked)) return name
      return undefined
    },
    takeBack: () => clickOn(page, 'button', 'Take back'),
    words: async () => wordsOf(await page.$(aria('main'))),
  }
}
