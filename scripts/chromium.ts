/** Starts the Chromium, Chrome or Edge of this machine the way all scripts and browser tests want it. */

import { fileURLToPath } from 'node:url'
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core'
import { findBrowser } from './find-browser.cjs'

/** The production build, as `wxt build` writes it. */
export const BUILD_FOLDER = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url))

/**
 * What Puppeteer would switch off and the product depends on: extensions themselves, and the slowing down of hidden
 * tabs, without which a test of a hidden tab proves nothing.
 */
const NOT_PUPPETEERS_DEFAULTS = [
  '--disable-extensions',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

/** What Puppeteer would switch off and an install by policy needs besides. */
const NEEDED_FOR_POLICY = ['--disable-background-networking', '--disable-component-update', '--disable-default-apps']

/** No first-run pages, no traffic of the browser's own. */
export const QUIET_FLAGS = ['--disable-quic', '--disable-sync', '--no-first-run', '--no-default-browser-check']

/** The browser's path. @throws Error when there is none; bootstrap.cjs brings one. */
export function browserPath(): string {
  const path = findBrowser()
  if (path === undefined) throw new Error('No Chrome, Chromium or Edge found: run "node scripts/bootstrap.cjs" first.')
  return path
}

/**
 * A headless browser that is driven over a pipe: nothing listens on a port, and it ends with this process. Without the
 * sandbox, which root and most containers cannot have: for our own pages and for loopback only.
 * Extensions come in by `browser.installExtension(folder)`, or by policy if asked for.
 */
export async function launchHeadless(
  { args = [], ...options }: LaunchOptions = {},
  extensions: 'installs on request' | 'installs by policy' = 'installs on request',
): Promise<Browser> {
  return puppeteer.launch({
    executablePath: browserPath(),
    headless: true,
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: [...NOT_PUPPETEERS_DEFAULTS, ...(extensions === 'installs by policy' ? NEEDED_FOR_POLICY : [])],
    args: [...QUIET_FLAGS, '--no-sandbox', '--disable-gpu', ...args],
    ...options,
  })
}
