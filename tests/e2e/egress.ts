/**
 * Where the extension sent requests, by the browser's own log of its network: servers of the tests see only what reaches
 * them, the log has every attempt. Pages that a person opens are no request of ours; they are left out.
 */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { Browser as WebExtension } from 'webextension-polyfill'

declare const chrome: WebExtension & { granted?: Set<string> }

const fileIn = (userDataDir: string) => join(userDataDir, 'net-log.json')

/** The switch that makes a browser write the log into its profile, whole once it was closed. */
export const netLogArg = (userDataDir: string): string => `--log-net-log=${fileIn(userDataDir)}`

/** From now on notes in that page of the extension which origins it is given access to; taken back later, they stay noted. */
export const noteGrants = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const granted = new Set((await chrome.permissions.getAll()).origins)
    chrome.granted = granted
    chrome.permissions.onAdded.addListener(({ origins = [] }) => {
      for (const origin of origins) granted.add(origin)
    })
  })

/** Match patterns of every host that the extension was ever given access to in this browser. */
export const grantsIn = (page: Page): Promise<string[]> => page.evaluate(() => [...(chrome.granted ?? [])])

type NetLog = {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[]
}

/** Hosts to which that extension sent a request without an access to them, in a browser that was closed. */
export async function strayHosts(userDataDir: string, id: string, granted: readonly string[]): Promise<string[]> {
  const log = JSON.parse(await readFile(fileIn(userDataDir), 'utf8')) as NetLog
  const begun = log.constants.logEventTypes.URL_REQUEST_START_JOB
  const hosts = new Set<string>()
  for (const { type, params } of log.events) {
    if (type !== begun || params?.initiator !== `chrome-extension://${id}` || params.request_type === 'main frame')
      continue
    const { protocol, host } = new URL(String(params.url))
    if (/^https?:$/.test(protocol) && !granted.includes(`${protocol}//${host}/*`)) hosts.add(host)
  }
  return [...hosts]
}
