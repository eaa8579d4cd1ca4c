import type { ElementHandle, Page } from 'puppeteer-core'
import { aria, byRole, texts } from '../accessible.ts'
import type { Driver } from '../browser.ts'
import { wordsOf } from './popup.ts'

/** One line of the table: what stands in its columns, by their headings, and what can be pressed in it. */
export type DeliveryLine = Readonly<Record<string, string>>

export type DeliveriesPage = {
  readonly page: Page
  /** All lines, newest first. Times in them are written ‹time›. */
  lines(): Promise<DeliveryLine[]>
  /** Opens the details of the line with that number, from 0, and closes them again: all that they say. */
  details(line: number): Promise<string>
  /** Presses that button in the first line in which all these words stand. */
  press(button: string, ...words: string[]): Promise<void>
  words(): Promise<string>
}

/** Opens Deliveries in a new tab in front. */
export async function openDeliveries(patchbay: Driver): Promise<DeliveriesPage> {
  const page = await patchbay.options('#/notifications/deliveries')
  await byRole(page, 'heading', 'Deliveries')
  const rows = async () => {
    await page.bringToFront()
    const table = await page.$(aria('table', 'Deliveries'))
    return (await table?.$$('tbody > tr')) ?? []
  }
  return {
    page,
    async lines() {
      const all = await rows()
      const headings = await texts(page, 'columnheader')
      return Promise.all(all.map(row => lineOf(row, headings)))
    },
    async details(line) {
      const table = await byRole(page, 'table', 'Deliveries')
      const toggle = (await table.$$('th button[aria-expanded]'))[line]
      const before = (await rows()).length
      await toggle?.click()
      await page.waitForFunction(count => document.querySelectorAll('tbody > tr').length > count, {}, before)
      const said = await wordsOf((await rows())[line + 1] ?? null)
      await toggle?.click()
      await page.waitForFunction(count => document.querySelectorAll('tbody > tr').length === count, {}, before)
      return said
    },
    async press(button, ...words) {
      for (const row of await rows()) {
        const text = await wordsOf(row)
        if (!words.every(word => text.includes(word))) continue
        const found = await row.$(aria('button', button))
        if (found) return await found.click()
      }
      throw new Error(`No line with ${words.join(' and ')} has a button "${button}"`)
    },
    words: async () => wordsOf(await page.$(aria('main'))),
  }
}

/** The texts of a row under those headings; a cell without one of its own, or with nothing in it, is left out. */
async function lineOf(row: ElementHandle, headings: readonly string[]): Promise<DeliveryLine> {
  const cells = await row.$$eval(':scope > th, :scope > td', all => all.map(cell => cell.innerText))
  return Object.fromEntries(
    cells.flatMap((text, index) => {
      const words = tidy(text)
      return headings[index] === undefined || words === '' ? [] : [[headings[index], words]]
    }),
  )
}

const TIMES = /(?:(?:today|tomorrow|yesterday), )?(?:\d{1,2} [A-Z][a-z]{2}(?: \d{4})?,? )?\b\d{1,2}:\d{2}\b/gu

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().replace(TIMES, '‹time›')
}
