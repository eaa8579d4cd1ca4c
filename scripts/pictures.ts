/** Pictures of popup and options page, in light and dark. */

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { addressOf } from './screen.ts'

const PAGES = [
  { name: 'popup', file: 'popup.html', width: 380, height: 600 },
  { name: 'options', file: 'options.html', width: 1280, height: 900 },
]

/** Writes `<page>-<language>-<theme>.png` into the folder; the browser must be running in that language. */
export async function takePictures(browser: Browser, id: string, language: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const page = await browser.newPage()
  for (const { name, file, width, height } of PAGES) {
    await page.setViewport({ width, height, deviceScaleFactor: 2 })
    await page.goto(addressOf(id, file))
    await page.waitForSelector('main')
    await page.evaluate(untilStill, 300)
    for (const theme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
      await page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`) as `${string}.png` })
    }
  }
  await page.close()
}

/** Resolves when the document has not changed for that many ms. Runs in the page. */
function untilStill(time: number): Promise<void> {
  return new Promise(resolve => {
    let timer = setTimeout(resolve, time)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(resolve, time)
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}
