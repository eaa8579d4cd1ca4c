/** Drives the built extension in a real, headless Chromium. Knows nothing of the product but its two pages' names. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { BUILD_FOLDER, launchHeadless } from '../../scripts/chromium.ts'
import { netLogArg, noteGrants, strayHosts } from './egress.ts'
import { type ServiceWorker, watchServiceWorker } from './service-worker.ts'

/** What runs inside the extension is typed by the polyfill and named as Chromium names it. */
declare const chrome: WebExtension & {
  readonly developerPrivate: {
    addHostPermission(id: string, host: string): Promise<void>
    removeHostPermission(id: string, host: string): Promise<void>
  }
}

/** Every HubSpot host that a test may meet: the app in each data centre, and the API. */
export const HUBSPOT_HOSTS = [
  'app.hubspot.com',
  'app-na2.hubspot.com',
  'app-na3.hubspot.com',
  'app-eu1.hubspot.com',
  'app-ap1.hubspot.com',
  'api.hubapi.com',
]

export type LaunchSettings = {
  /** The loopback HTTPS port that stands for HubSpot's hosts, or a port for each host. No other host resolves. */
  readonly hosts?: number | Readonly<Record<string, number>>
  /** A profile to use and to keep. Without it: a fresh one, removed at the end. */
  readonly userDataDir?: string
  /** The IANA name of the browser's time zone; UTC if not given. */
  readonly timeZone?: string
  readonly args?: readonly string[]
  /** The folder of the unpacked extension, if not the production build. */
  readonly extension?: string
}

export type Badge = { readonly text: string; readonly title: string /** `#rrggbb` */; readonly color: string }

export type Driver = {
  /** Puppeteer's own handle, for what this driver does not do. */
  readonly browser: Browser
  /** The extension's id. */
  readonly id: string
  /** Opens `options.html` with that hash (`#/accounts`) in a new tab in front. */
  options(hash?: string): Promise<Page>
  /**
   * Opens the real popup over the tab in front; one that is open already is closed first. With `tab`: brings that tab to
   * the front and presses the toolbar button as a person does, which grants `activeTab` there.
   */
  popup(tab?: Page): Promise<Page>
  /** Opens an address in a new tab in front. */
  open(url: string): Promise<Page>
  /** Runs a function in the service worker, started if it is not running. */
  readonly insideWorker: ServiceWorker['inside']
  /** Starts the service worker, if it is not running, without attaching to it and without sending it any event. */
  wake(): Promise<void>
  /** Ends the service worker at once, wherever it is, once it is installed. Its next event starts a new one. */
  killWorker(): Promise<void>
  /** What the toolbar shows now for all tabs. */
  badge(): Promise<Badge>
  /** Runs a function in a page of the extension that holds no product code, with all of `chrome` there. */
  inside<Result, Args extends unknown[]>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>
  /**
   * Lets the product's own request for these match patterns pass without a prompt. Grants nothing by itself. Each
   * pattern must be written as the product asks for it.
   */
  grant(patterns: readonly string[]): Promise<void>
  /** Takes host access back, as a person does on the browser's page of extensions. */
  revoke(patterns: readonly string[]): Promise<void>
  /** Console errors, uncaught errors and CSP violations on the extension's pages so far. */
  problems(): readonly string[]
  /** Ends the browser and keeps its profile. */
  end(): Promise<void>
  close(): Promise<void>
}

/** Starts a browser with the extension freshly installed (`onInstalled` fires; a known profile keeps its data). */
export async function launch(settings: LaunchSettings = {}): Promise<Driver> {
  const userDataDir = settings.userDataDir ?? (await mkdtemp(join(tmpdir(), 'patchbay-')))
  const removeProfile = async () => {
    if (settings.userDataDir === undefined) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const browser = await launchHeadless(launchOptions(settings, userDataDir))
    const id = await browser.installExtension(settings.extension ?? BUILD_FOLDER)
    return await drive(browser, id, userDataDir, removeProfile)
  } catch (error) {
    await removeProfile()
    throw error
  }
}

/** Puppeteer's options for these settings. */
export function launchOptions(settings: LaunchSettings, userDataDir: string) {
  return {
    userDataDir,
    defaultViewport: null,
    env: { ...process.env, TZ: settings.timeZone ?? 'UTC' },
    args: [
      '--lang=en-US', // Japanese is chosen in the product: Debian's Chromium has no interface language but this
      '--window-size=1280,900',
      '--ignore-certificate-errors',
      `--host-resolver-rules=${resolverRules(settings.hosts)}`,
      netLogArg(userDataDir),
      ...(settings.args ?? []),
    ],
  }
}

/** Chromium's rules, first match first: the hosts to loopback, nothing else to anywhere. */
function resolverRules(hosts: LaunchSettings['hosts'] = {}): string {
  const ports = typeof hosts === 'number' ? Object.fromEntries(HUBSPOT_HOSTS.map(host => [host, hosts])) : hosts
  const mapped = Object.entries(ports).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`)
  return [...mapped, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(', ')
}

/**
 * Takes the first tab of a running browser as the driver's own, and returns the driver. Its `end` and `close` fail where
 * the extension sent a request to a host that it never had access to.
 */
export async function drive(
  browser: Browser,
  id: string,
  userDataDir: string,
  afterClose: () => Promise<void>,
): Promise<Driver> {
  const origin = `chrome-extension://${id}`
  const [first] = await browser.pages()
  const own = first ?? (await browser.newPage())
  await own.goto(`${origin}/manifest.json`) // an extension page with every API and no script of the product
  const worker = await watchServiceWorker(browser, await own.createCDPSession(), origin)
  const granted = await noteGrants(own)
  const problems: string[] = []

  const inFront = async (url: string) => {
    const page = await browser.newPage()
    if (url.startsWith(origin)) noteProblems(page, problems)
    await page.goto(url)
    return page
  }
  const isPopup = (url: string) => url.startsWith(`${origin}/popup.html`)
  const setHosts = async (method: 'addHostPermission' | 'removeHostPermission', patterns: readonly string[]) => {
    const page = await browser.newPage()
    await page.goto('chrome://extensions/')
    const work = (extension: string, hosts: readonly string[], name: typeof method) =>
      Promise.all(hosts.map(host => chrome.developerPrivate[name](extension, host)))
    await page.evaluate(work, id, patterns, method)
    await page.close()
  }

  const end = async () => {
    await browser.close()
    const strays = await strayHosts(userDataDir, id, granted)
    if (strays.length > 0) throw new Error(`Requests to hosts without access: ${strays.join(', ')}`)
  }

  return {
    browser,
    id,
    options: (hash = '') => inFront(`${origin}/options.html${hash}`),
    open: inFront,
    async popup(tab) {
      const left = browser.targets().find(target => isPopup(target.url()))
      if (left !== undefined) await (await left.asPage()).close()
      if (tab === undefined) {
        await own.evaluate(() => chrome.action.openPopup())
      } else {
        await tab.bringToFront()
        await pressToolbarButton(browser, id, tab)
      }
      const page = await (await browser.waitForTarget(target => isPopup(target.url()))).asPage()
      noteProblems(page, problems)
      return page
    },
    insideWorker: worker.inside,
    wake: worker.start,
    killWorker: worker.stop,
    badge: () =>
      own.evaluate(async () => {
        const [text, title, color] = await Promise.all([
          chrome.action.getBadgeText({}),
          chrome.action.getTitle({}),
          chrome.action.getBadgeBackgroundColor({}),
        ])
        const hex = color.slice(0, 3).map(part => part.toString(16).padStart(2, '0'))
        return { text, title, color: `#${hex.join('')}` }
      }),
    inside: (work, ...args) => own.evaluate(work as (...all: unknown[]) => unknown, ...args) as never,
    grant: patterns => setHosts('addHostPermission', patterns),
    revoke: patterns => setHosts('removeHostPermission', patterns),
    problems: () => problems,
    end,
    close: () => end().finally(afterClose),
  }
}

/** Not by `page.triggerExtensionAction`: it wants an entry of `browser.extensions()`, which lists unpacked ones only. */
async function pressToolbarButton(browser: Browser, id: string, page: Page): Promise<void> {
  const { _tabId: targetId } = page as unknown as { readonly _tabId: string }
  const session = await browser.target().createCDPSession()
  await session.send('Extensions.triggerAction', { id, targetId })
  await session.detach()
}

/** Chromium reports CSP violations and failed loads on the console as errors, so one list has them all. */
function noteProblems(page: Page, problems: string[]): void {
  page.on('console', message => {
    if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', error => problems.push(`${page.url()}: ${error}`))
}
