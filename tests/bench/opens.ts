import type { Browser, Page } from 'puppeteer-core'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { compare, type Measured } from './ratios.ts'

declare const chrome: WebExtension
/** As probe.js answers: `began` in epoch ms, the paints in ms since then. */
declare const probe: () => Promise<Opened>

/** When a page showed what, in ms since the click. */
export type Opened = {
  /** It began to load. */
  readonly began: number
  /** First contentful paint. */
  readonly first: number
  /** First paint with the content that the page is opened for. */
  readonly content: number
  /** Cumulative layout shift: 0 when nothing that was painted moved. */
  readonly shifts: number
  /** Of the window, in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number }
}

/** For so long (ms) nobody looks at a page that opens: attaching to it costs time in the page itself. */
const ALONE = 700

/**
 * A tab from which pages of an extension are opened: one of its own, without a script in it. So its process runs already,
 * as it does while its worker is awake, and the time to start one is no part of what is compared.
 */
export async function openerIn(browser: Browser, id: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(`chrome-extension://${id}/manifest.json`)
  return page
}

/** Opens the popup of the opener's extension and closes it again. */
export const openPopup = (opener: Page): Promise<Opened> =>
  opened(opener, 'popup.html', async () => {
    const now = Date.now()
    await chrome.action.openPopup()
    return now
  })

/** Opens a page of the opener's extension in a new tab in front, as a link in the popup does, and closes it again. */
export const openTab = (opener: Page, path: string): Promise<Opened> =>
  opened(opener, path, async url => {
    const now = Date.now()
    await chrome.tabs.create({ url })
    return now
  })

async function opened(opener: Page, path: string, click: (path: string) => Promise<number>): Promise<Opened> {
  const url = opener.url().replace('manifest.json', path)
  const clicked = await opener.evaluate(click, path)
  await new Promise(resolve => setTimeout(resolve, ALONE))
  const target = await opener.browser().waitForTarget(one => one.url() === url || one.url().startsWith(`${url}#`))
  const page = await target.asPage()
  const seen = await page.evaluate(() => probe())
  await page.close()
  const began = seen.began - clicked
  return { ...seen, began, first: began + seen.first, content: began + seen.content }
}

type Pairs = readonly { readonly ours: Opened; readonly baseline: Opened }[]

/** How both compare in one time, worked out of when what was shown. */
export const compareBy = (pairs: Pairs, time: (opened: Opened) => number): Measured =>
  compare(pairs.map(({ ours, baseline }) => ({ ours: time(ours), baseline: time(baseline) })))

/** The time from which a page can do something about how soon it paints. */
export const loadingToPaint = ({ began, first }: Opened): number => first - began

/** How much of what was painted moved, at most. */
export const shiftsOf = (pairs: Pairs): string =>
  `layout shift ${Math.max(...pairs.map(({ ours }) => ours.shifts)).toFixed(3)}`
