/**
 * `npm start`: builds, opens a browser with the extension, connects the sample account if no account is there, and
 * prints what a person would see. The window stays open; without a display there are pictures instead.
 */

import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'puppeteer-core'
import { buildIfChanged } from './build.ts'
import { BUILD_FOLDER, launchHeadless } from './chromium.ts'
import { takePictures } from './pictures.ts'
import { ROOT } from './run.ts'
import { addressOf, connectSampleIfEmpty, type Seen, whatIsSeen } from './screen.ts'
import { hasDisplay, openVisibly } from './visible-browser.ts'

const PROFILE = join(ROOT, '.output', 'profile')
const OLD_PROFILE = `${PROFILE}-damaged`
const PREVIEW = join(ROOT, '.output', 'preview')

function print({ accounts, badge, title, rows, instead }: Seen): void {
  console.log(`\nAccounts  ${accounts}\nBadge     ${badge || 'none'}\nTitle     ${title}\n`)
  if (rows.length === 0) console.log(instead)
  rows.forEach(([first, ...others], at) => {
    console.log(`${String(at + 1).padStart(2)}  ${first}`)
    for (const line of others) console.log(`    ${line}`)
  })
}

/** Right after an install or a reload the browser may not know the extension's pages yet. */
async function arrive(page: Page, address: string): Promise<void> {
  const end = Date.now() + 10_000
  while (true) {
    try {
      await page.goto(address)
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await setTimeout(200)
    }
  }
}

/** Opens the options page, or takes the one that is open. */
async function optionsPage(browser: Browser, id: string): Promise<Page> {
  const address = addressOf(id, 'options.html')
  const open = (await browser.pages()).find(page => page.url().startsWith(address))
  if (open !== undefined) return open
  const page = await browser.newPage()
  await arrive(page, address)
  return page
}

/** Has the sample account in the browser if nothing else is, and prints what is seen. Closes the browser if it cannot. */
async function show(browser: Browser, id: string): Promise<{ browser: Browser; id: string }> {
  try {
    const options = await optionsPage(browser, id)
    await connectSampleIfEmpty(options)
    print(await whatIsSeen(browser, id, options))
    await options.bringToFront()
    return { browser, id }
  } catch (error) {
    await browser.close()
    throw error
  }
}

async function inWindow(hasChanged: boolean): Promise<void> {
  const leave = await withProfile(async () => {
    const { browser, id, leave } = await openVisibly(BUILD_FOLDER, PROFILE, hasChanged ? 'afresh' : 'if not open yet')
    await show(browser, id)
    return leave
  })
  await leave()
}

async function headless(): Promise<void> {
  const { browser, id } = await withProfile(async () => {
    const browser = await launchHeadless({ userDataDir: PROFILE, defaultViewport: { width: 1280, height: 900 } })
    return show(browser, await browser.installExtension(BUILD_FOLDER))
  })
  try {
    await takePictures(browser, id, PREVIEW)
  } finally {
    await browser.close()
  }
  console.log(`\nNo display here, so no window. Pictures: ${relative(process.cwd(), PREVIEW)}`)
}

/** A profile can outlive what it was made by: a crash, another version's data. Then a fresh one is better than advice. */
async function withProfile<Result>(open: () => Promise<Result>): Promise<Result> {
  const isOld = existsSync(PROFILE)
  try {
    return await open()
  } catch (error) {
    if (!isOld) throw error
    console.log(error instanceof Error ? error.message : error)
    console.log(`Once more with a fresh profile; the old one is kept as ${OLD_PROFILE}.`)
    await rm(OLD_PROFILE, { recursive: true, force: true, maxRetries: 5 })
    await rename(PROFILE, OLD_PROFILE)
    return open()
  }
}

try {
  const hasChanged = await buildIfChanged()
  await (hasDisplay() ? inWindow(hasChanged) : headless())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
