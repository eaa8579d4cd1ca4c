import type { Page } from 'puppeteer-core'
import { aria, byRole, texts } from '../accessible.ts'
import type { Driver } from '../browser.ts'
import { type AttentionWords, attentionWords, wordsOf } from './popup.ts'

export type Home = {
  readonly page: Page
  /** Rows under Needs your attention. */
  attention(): Promise<AttentionWords[]>
  /** Rows of My apps, each as the texts of its cells, in the order of the columns. */
  myApps(): Promise<string[][]>
  /** The number on a tile of the App summary, with its note: "Connected 1 HubSpot says so". */
  tiles(): Promise<string[]>
  words(): Promise<string>
}

/** Opens Connections home in a new tab in front. */
export async function openHome(patchbay: Driver): Promise<Home> {
  return homeOn(await patchbay.options('#/home'))
}

/** Connections home in a tab that shows it already. */
export async function homeOn(page: Page): Promise<Home> {
  await byRole(page, 'heading', 'Connections home')
  return {
    page,
    async attention() {
      const list = await page.$(aria('list', 'Needs your attention'))
      return list ? Promise.all((await list.$$(aria('listitem'))).map(attentionWords)) : []
    },
    async myApps() {
      const table = await page.$(aria('table', 'My apps'))
      const rows = (await table?.$$(aria('row'))) ?? []
      const cells = await Promise.all(
        rows.map(async row => [...(await texts(row, 'rowheader')), ...(await texts(row, 'cell'))]),
      )
      return cells.filter(row => row.length > 0).map(row => row.map(text => text.replace(/\s+/gu, ' ')))
    },
    async tiles() {
      const summary = await page.$(aria('region', 'App summary'))
      return summary ? (await texts(summary, 'button')).map(text => text.replace(/\s+/gu, ' ')) : []
    },
    words: async () => wordsOf(await page.$(aria('main'))),
  }
}
