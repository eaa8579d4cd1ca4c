/** Opens a window with the extension that stays when the script ends. */

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstat, mkdir, readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import puppeteer, { type Browser } from 'puppeteer-core'
import { browserPath, QUIET_FLAGS } from './chromium.ts'

/** Whether a window could be seen here. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Google's and Microsoft's own builds ignore --load-extension, and their other door closes with the script. */
const isBranded = (path: string) => /google.?chrome|microsoft.?edge|msedge/i.test(path)

export type OpenBrowser = {
  readonly browser: Browser
  /** The id of the extension in it. */
  readonly id: string
  /** Leaves the window open. Resolves at once, or where that cannot be, when the person has closed the window. */
  leave(): Promise<void>
}

/** The id Chromium gives an unpacked extension: the hash of its folder's path, with the letters a to p for digits. */
async function idOfUnpacked(folder: string): Promise<string> {
  const path = await realpath(folder)
  const bytes = Buffer.from(path, process.platform === 'win32' ? 'utf16le' : 'utf8')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return [...hash].map(digit => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16))).join('')
}

/**
 * Opens the extension of a folder in a window with a profile of its own. A window that an earlier run has left open on
 * that profile is taken up, or for `afresh` closed first: an unpacked extension does not survive a reload there.
 */
export async function openVisibly(
  extension: string,
  profile: string,
  when: 'if not open yet' | 'afresh' = 'if not open yet',
): Promise<OpenBrowser> {
  await mkdir(profile, { recursive: true })
  if (isBranded(browserPath())) return openWhileRunning(extension, profile)
  const open = await connect(profile)
  if (open !== undefined && when === 'if not open yet') return leavable(open, extension)
  if (open !== undefined) await end(open, profile)
  await rm(join(profile, 'DevToolsActivePort'), { force: true })
  start(extension, profile)
  const browser = await within30s(() => connect(profile))
  if (browser === undefined) throw new Error(`${browserPath()} did not open within 30 s`)
  return leavable(browser, extension)
}

/** Asks every 0.1 s until there is an answer. */
async function within30s<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await setTimeout(100)
  }
  return undefined
}

/** Closes the browser and waits until it has let go of its profile: a new one would hand itself over to it. */
async function end(browser: Browser, profile: string): Promise<void> {
  await browser.close()
  const locks = ['SingletonLock', 'lockfile'].map(name => join(profile, name)) // the first is a link to nowhere
  await within30s(async () => {
    const found = await Promise.all(locks.map(path => lstat(path).catch(() => undefined)))
    return found.every(lock => lock === undefined) ? true : undefined
  })
}

async function leavable(browser: Browser, extension: string): Promise<OpenBrowser> {
  return { browser, id: await idOfUnpacked(extension), leave: () => browser.disconnect() }
}

function start(extension: string, profile: string): void {
  const isRoot = process.getuid?.() === 0 // for whom Chromium has no sandbox
  const args = [
    `--user-data-dir=${profile}`,
    // On loopback only, and closed to web pages, whose requests carry an Origin
    '--remote-debugging-port=0',
    `--load-extension=${extension}`,
    ...QUIET_FLAGS,
    ...(isRoot ? ['--no-sandbox'] : []),
    'about:blank',
  ]
  spawn(browserPath(), args, { detached: true, stdio: 'ignore' }).unref()
}

/** The browser that runs on this profile, by the port that it wrote there; undefined when none does. */
async function connect(profile: string): Promise<Browser | undefined> {
  const written = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')
  const [port, path] = written.split('\n')
  if (!port || !path) return undefined
  const browserWSEndpoint = `ws://127.0.0.1:${port}${path}`
  return puppeteer.connect({ browserWSEndpoint, defaultViewport: null }).catch(() => undefined)
}

async function openWhileRunning(extension: string, userDataDir: string): Promise<OpenBrowser> {
  const browser = await puppeteer.launch({
    executablePath: browserPath(),
    headless: false,
    pipe: true,
    defaultViewport: null,
    userDataDir,
    enableExtensions: true,
    args: [...QUIET_FLAGS],
  })
  const closed = new Promise<void>(resolve => browser.once('disconnected', () => resolve()))
  return {
    browser,
    id: await browser.installExtension(extension),
    leave: () => {
      console.log('The window stays until you close it or press Ctrl+C here.')
      return closed
    },
  }
}
