import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { type Driver, launch } from '../e2e/browser.ts'
import { bundle } from '../e2e/bundle.ts'
import type { AccountKind } from './fillInPage.ts'
import { type Extensions, makeExtensions } from './probedExtensions.ts'

declare const chrome: WebExtension
declare const store: typeof import('./fillInPage.ts')

/** A browser with the product that watches some account, and beside it the empty and the idle extension. */
export type Filled = {
  readonly patchbay: Driver
  readonly extensions: Extensions
  /** The empty extension's id. */
  readonly empty: string
  /** The idle extension's id. */
  readonly idle: string
}

/** What is there already, so that two figures need not fill the same account twice. */
let made: Promise<Extensions> | undefined
const profiles = new Map<AccountKind, Promise<string>>()

/** Runs `work` in a browser whose product watches the sample, one account of 500 apps and 100,000 events, or twenty of 40 apps. */
export async function withFilled<T>(kind: AccountKind, work: (filled: Filled) => Promise<T>): Promise<T> {
  made ??= makeExtensions()
  const extensions = await made
  const known = profiles.get(kind) ?? fillProfile(kind, extensions)
  profiles.set(kind, known)
  const userDataDir = await known
  const patchbay = await launch({ userDataDir, extension: extensions.product })
  try {
    const empty = await patchbay.browser.installExtension(extensions.empty)
    const idle = await patchbay.browser.installExtension(extensions.idle)
    return await work({ patchbay, extensions, empty, idle })
  } finally {
    await patchbay.close()
  }
}

/** Removes the extensions and the profiles. */
export async function forgetFilled(): Promise<void> {
  if (made !== undefined) await rm((await made).folder, { recursive: true, force: true, maxRetries: 5 })
}

async function fillProfile(kind: AccountKind, { folder, product }: Extensions): Promise<string> {
  const userDataDir = join(folder, `profile-${kind}`)
  await mkdir(userDataDir)
  const code = await bundle(new URL('./fillInPage.ts', import.meta.url), 'store')
  const patchbay = await launch({ userDataDir, extension: product })
  try {
    const page = await inExtension(patchbay, code)
    await page.evaluate(one => store.add(one, Date.now()), kind)
    await page.evaluate(() => chrome.runtime.sendMessage({ type: 'judge' })) // glance and badge follow any command
    await page.close()
  } finally {
    await patchbay.close()
  }
  return userDataDir
}

/** A page of the extension without any script of the product, with ours in it: the CSP binds the page, not the driver. */
async function inExtension({ browser, id }: Driver, code: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(`chrome-extension://${id}/manifest.json`)
  await page.evaluate(`${code}; undefined`)
  return page
}
