/**
 * Where the extension sent requests, by the browser's own log of its network: servers of the tests see only what reaches
 * them, the log has every attempt. Pages that a person opens are no request of ours; they are left out.
 */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { Browser as WebExtension } from 'webextension-polyfill'

declare const chrome: WebExtension

const fileIn = (userDataDir: string) => join(userDataDir, 'net-log.json')

/** The switch that makes a browser write the log into its profile, whole once it was closed. */
export const netLogArg = (userDataDir: string): string => `--log-net-log=${fileIn(userDataDir)}`

/**
 * Match patterns of every host that the extension was ever given access to, noted from now on as that page of it hears of
 * them; taken back later, they stay noted. The page may be gone at the end: a reload of the extension closes it.
 */
export async function noteGrants(page: Page): Promise<ReadonlySet<string>> {
  const granted = new Set<string>()
  await page.exposeFunction('noteGrants', (origins: string[]) => {
    for (const origin of origins) granted.add(origin)
  })
  await page.evaluate(async () => {
    const { noteGrants } = globalThis as unknown as { noteGrants(origins: readonly string[]): void }
    chrome.permissions.onAdded.addListener(({ origins = [] }) => noteGrants(origins))
    noteGrants((await chrome.permissions.getAll()).origins ?? [])
  })
  return granted
}

type NetLog = {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[]
}

/** Hosts to which that extension sent a request without an access to them, in a browser that was closed. */
export async function strayHosts(userDataDir: string, id: string, granted: ReadonlySet<string>): Promise<string[]> {
  const log = JSON.parse(await readFile(fileIn(userDataDir), 'utf8')) as NetLog
  const begun = log.constants.logEventTypes.URL_REQUEST_START_JOB
  const hosts = new Set<string>()
  for (const { type, params } of log.events) {
    if (type !== begun || params?.initiator !== `chrome-extension://${id}` || params.request_type === 'main frame')
      continue
    const { protocol, host } = new URL(String(params.url))
    if (/^https?:$/.test(protocol) && !granted.has(`${protocol}//${host}/*`)) hosts.add(host)
  }
  return [...hosts]
}
