import type { Page } from 'puppeteer-core'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { html, serveHttps } from '../e2e/https.ts'
import { setStage } from '../e2e/reading/stage.ts'
import { LARGE_STYLE, largePage, largeTruth } from './largePage.ts'

declare const chrome: WebExtension

/** The same large page twice, in tabs of one browser. */
export type ReaderStage = {
  /** On HubSpot's host, where the page reader reads by itself (level 2) and has read it once. */
  readonly read: Page
  /** On another host, where nothing of ours runs. */
  readonly unread: Page
}

/** The first read is stored once the glance tells of the account; so long (ms) it may take. */
const PATIENCE = 30_000

/** Runs `work` with the page of so many apps open, with and without the page reader. */
export async function withReader<T>(apps: number, work: (stage: ReaderStage) => Promise<T>): Promise<T> {
  const stage = await setStage()
  const elsewhere = await serveHttps(html(largePage(apps).html))
  const { patchbay } = stage
  try {
    const { truth } = stage.world.setAccount(largeTruth(apps), LARGE_STYLE)
    const origins = await patchbay.inside(() => chrome.runtime.getManifest().optional_host_permissions as string[])
    await patchbay.grant(origins)
    await patchbay.inside(async hosts => {
      await chrome.runtime.sendMessage({ type: 'agree' })
      await chrome.permissions.request({ origins: hosts })
    }, origins)
    const unread = await patchbay.open(`https://127.0.0.1:${elsewhere.port}/`)
    const read = await stage.hubspot(truth.portal)
    await patchbay.inside(firstRead, PATIENCE)
    return await work({ read, unread })
  } finally {
    await stage.close()
    await elsewhere.close()
  }
}

/** Runs in the extension. */
async function firstRead(patience: number): Promise<void> {
  const end = Date.now() + patience
  for (;;) {
    const { glance } = (await chrome.storage.local.get('glance')) as { glance?: { accounts: unknown[] } }
    if ((glance?.accounts.length ?? 0) > 0) return
    if (Date.now() > end) throw new Error('the page reader read nothing')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
