import type { ElementHandle, Page } from 'puppeteer-core'
import { aria, byRole, clickOn, texts } from '../accessible.ts'
import type { Driver } from '../browser.ts'
import { wordsOf } from './popup.ts'

/** One rule in the table: what stands in its columns, by their headings. The switch under On is `on` or `off`. */
export type RuleLine = Readonly<Record<string, string>>

export type NotificationsPage = {
  readonly page: Page
  /** Rows of the table, in the order they stand in. */
  rules(): Promise<RuleLine[]>
  /** Opens the menu Actions of that rule and chooses an item. */
  act(rule: string, item: string): Promise<void>
  words(): Promise<string>
}

/** Opens Notifications in a new tab in front. */
export async function openNotifications(patchbay: Driver): Promise<NotificationsPage> {
  const page = await patchbay.options('#/notifications')
  await byRole(page, 'table', 'Notifications')
  const rows = async (): Promise<ElementHandle[]> => {
    await page.bringToFront()
    const table = await page.$(aria('table', 'Notifications'))
    return (await table?.$$('tbody > tr')) ?? []
  }
  return {
    page,
    async rules() {
      const all = await rows()
      const headings = await texts(page, 'columnheader')
      return Promise.all(all.map(row => lineOf(row, headings)))
    },
    async act(rule, item) {
      for (const row of await rows()) {
        if (!(await wordsOf(row)).includes(rule)) continue
        await (await row.$(aria('button', 'Actions')))?.click()
        return clickOn(page, 'menuitem', item)
      }
      throw new Error(`There is no rule "${rule}"`)
    },
    words: async () => wordsOf(await page.$(aria('main'))),
  }
}

async function lineOf(row: ElementHandle, headings: readonly string[]): Promise<RuleLine> {
  const cells = await row.$$eval(':scope > th, :scope > td', all =>
    all.map(cell => {
      const on = cell.querySelector('[role="switch"]')?.getAttribute('aria-checked')
      return on ? (on === 'true' ? 'on' : 'off') : cell.innerText.replace(/\s+/gu, ' ').trim()
    }),
  )
  return Object.fromEntries(
    cells.flatMap((text, index) => (headings[index] === undefined ? [] : [[headings[index], text]])),
  )
}
