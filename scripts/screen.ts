/** Reads and works Patchbay's own pages as a person does: by roles and accessible names, never by its data. */

import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'puppeteer-core'

/** The names that the product promises to assistive technology, in English. */
const TRY_SAMPLE = '::-p-aria([name="Try the sample account"][role="button"])'
const HOME_SECTION = '::-p-aria([name="Needs your attention"][role="heading"])'
const ATTENTION = '::-p-aria([name="Connections needing attention"])'
const ROW = '::-p-aria([role="listitem"])'

/** How long nothing may change before a screen counts as settled, and how long that is waited for, in ms. */
const STILL = 1_000
const PATIENCE = 60_000

export type Seen = {
  /** The number on the toolbar button; empty for none. */
  readonly badge: string
  /** The toolbar button's title. */
  readonly title: string
  /** The rows that need attention, each as the lines of text a person sees there, without its buttons. */
  readonly rows: readonly (readonly string[])[]
  /** The rest of the popup's main part, when there is no row. */
  readonly instead: string
}

/** A page of the extension. */
export const addressOf = (id: string, page: string) => `chrome-extension://${id}/${page}`

/**
 * On the options page: connects the sample account if there is no account yet.
 * @throws Error when the page shows neither the offer nor a home within a minute
 */
export async function connectSampleIfEmpty(options: Page): Promise<void> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    if ((await options.$(HOME_SECTION)) !== null) return
    if ((await options.$(TRY_SAMPLE)) !== null) {
      await options.locator(TRY_SAMPLE).click()
      await options.waitForSelector(HOME_SECTION, { timeout: PATIENCE })
      return
    }
    await setTimeout(100)
  }
  throw new Error('The options page shows neither a home nor "Try the sample account".')
}

/** What toolbar and popup show once they have come to rest. The popup is opened in a tab and closed again. */
export async function whatIsSeen(browser: Browser, id: string): Promise<Seen> {
  const popup = await browser.newPage()
  try {
    await popup.goto(addressOf(id, 'popup.html'))
    const end = Date.now() + PATIENCE
    let seen = await look(popup)
    let since = Date.now()
    while (Date.now() < end && Date.now() - since < STILL) {
      await setTimeout(200)
      const now = await look(popup)
      if (JSON.stringify(now) !== JSON.stringify(seen)) since = Date.now()
      seen = now
    }
    return seen
  } finally {
    await popup.close()
  }
}

async function look(popup: Page): Promise<Seen> {
  const region = await popup.waitForSelector(ATTENTION, { timeout: PATIENCE })
  if (region === null) throw new Error('The popup has no region "Connections needing attention".')
  const rows = await Promise.all((await region.$$(ROW)).map(row => row.evaluate(linesWithoutButtons)))
  const toolbar = await popup.evaluate(async () => {
    type Action = { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> }
    const { action } = (globalThis as unknown as { chrome: { action: Action } }).chrome
    return { badge: await action.getBadgeText({}), title: await action.getTitle({}) }
  })
  return { ...toolbar, rows, instead: rows.length > 0 ? '' : (await region.evaluate(linesWithoutButtons)).join('\n') }
}

/** The lines of visible text in an element, as laid out, leaving out its buttons. Runs in the page. */
function linesWithoutButtons(element: Element): string[] {
  const buttons = [...element.querySelectorAll<HTMLElement>('button')]
  const shown = buttons.map(button => button.style.display)
  for (const button of buttons) button.style.display = 'none'
  const lines = (element as HTMLElement).innerText.split('\n')
  buttons.forEach((button, at) => {
    button.style.display = shown[at] ?? ''
  })
  return lines.map(line => line.trim()).filter(line => line !== '')
}
