/** Pictures of popup and options page, in light and dark, English and Japanese. */

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { addressOf, chooseLanguage, untilStill } from './screen.ts'

const PAGES = [
  { name: 'popup', file: 'popup.html', width: 380, height: 600 },
  { name: 'options', file: 'options.html', width: 1280, height: 900 },
]

/** Writes `<page>-<language>-<theme>.png` into the folder. The language is chosen in Settings, and put back at the end. */
export async function takePictures(browser: Browser, id: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const settings = await browser.newPage()
  await settings.goto(addressOf(id, 'options.html#/settings'))
  const before = await chooseLanguage(settings, 'lang_name_en')
  await takeIn('en', browser, id, folder)
  await settings.bringToFront()
  await chooseLanguage(settings, 'lang_name_ja')
  await takeIn('ja', browser, id, folder)
  await settings.bringToFront()
  await chooseLanguage(settings, before)
  await settings.close()
}

async function takeIn(language: 'en' | 'ja', browser: Browser, id: string, folder: string): Promise<void> {
  const page = await browser.newPage()
  for (const { name, file, width, height } of PAGES) {
    await page.setViewport({ width, height, deviceScaleFactor: 2 })
    await page.goto(addressOf(id, file))
    await page.waitForSelector(`:root:lang(${language}) main`)
    await page.evaluate(untilStill, 300)
    for (const theme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
      await page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`) as `${string}.png` })
    }
  }
  await page.close()
}
