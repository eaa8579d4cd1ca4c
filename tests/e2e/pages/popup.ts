import type { ElementHandle, Page } from 'puppeteer-core'
import { aria, clickOn, texts } from '../accessible.ts'
import type { Driver } from '../browser.ts'

/** One row under Needs your attention: the app's name, and all that the row says. */
export type AttentionWords = { readonly name: string; readonly words: string }

export type Popup = {
  readonly page: Page
  /** Presses Read this page. Without consent so far, the disclosure comes and not the read. */
  read(): Promise<void>
  /** Presses I agree on the disclosure: the read begins. */
  agree(): Promise<void>
  /** Presses Cancel beside the progress. */
  cancel(): Promise<void>
  /** Rows under Needs your attention, worst first. */
  rows(): Promise<AttentionWords[]>
  /** What the strip of the tab below says now: the offer, the progress or the outcome. Empty where there is no strip. */
  strip(): Promise<string>
  /** Names of the buttons and links in that strip. */
  stripActions(): Promise<string[]>
  /** Names of all links. */
  links(): Promise<string[]>
  /** Everything the popup says, for words that may stand anywhere. */
  words(): Promise<string>
}

/** Opens the popup, over the tab if one is given, as a press on the toolbar button does. */
export async function openPopup(patchbay: Driver, tab?: Page): Promise<Popup> {
  const page = await patchbay.popup(tab)
  await page.waitForSelector(aria('main', 'Connections needing attention'))
  await page.waitForSelector('main:not([aria-busy])') // it answers, and what is found in it stays
  const strip = () => page.$(aria('region', 'This tab'))
  return {
    page,
    read: () => clickOn(page, 'button', 'Read this page'),
    agree: () => clickOn(page, 'button', 'I agree'),
    cancel: () => clickOn(page, 'button', 'Cancel'),
    rows: async () => {
      const list = await page.$(aria('list', 'Needs your attention'))
      return list ? Promise.all((await list.$$(aria('listitem'))).map(attentionWords)) : []
    },
    strip: async () => wordsOf(await strip()),
    async stripActions() {
      const region = await strip()
      if (!region) return []
      return [...(await namesOf(region, 'button')), ...(await namesOf(region, 'link'))]
    },
    async links() {
      const body = await page.$('body')
      return body ? namesOf(body, 'link') : []
    },
    words: async () => wordsOf(await page.$('body')),
  }
}

/** A row of the list, in the popup or on Connections home. */
export async function attentionWords(row: ElementHandle): Promise<AttentionWords> {
  const [name = ''] = await texts(row, 'heading')
  return { name, words: await wordsOf(row) }
}

/** The names of the elements of that role, without the remark that a link opens a new tab. */
export async function namesOf(scope: ElementHandle, role: string): Promise<string[]> {
  const names = (await scope.$$(aria(role))).map(element =>
    element.evaluate(node => node.getAttribute('aria-label') ?? (node as HTMLElement).innerText),
  )
  return (await Promise.all(names)).map(name => name.replace(/\s*\(opens in a new tab\)\s*$/u, '').trim())
}

/** The visible text, spaces folded. */
export async function wordsOf(element: ElementHandle | null): Promise<string> {
  const text = await element?.evaluate(node => (node as HTMLElement).innerText)
  return (text ?? '').replace(/\s+/gu, ' ').trim()
}
