import type { Runtime } from 'webextension-polyfill'
import type { CommandAnswer } from '../../storage/model/commands.ts'
import { isHubSpotHost } from '../../storage/model/hubspotHost.ts'
import { browser } from '../../storage/nativeBrowser.ts'
import { parseCommand, runCommand } from './commands.ts'
import { log } from './diagnostics.ts'
import { answerPage } from './sources/hubspot-page/answers.ts'
import { readActiveTab } from './sources/hubspot-page/readTab.ts'
import { wake } from './wake.ts'

/**
 * Every message comes through here. Screens are pages of this extension and send commands; the page reader runs in a
 * HubSpot tab and sends what it reads. Anything else is refused.
 */
export const onMessage = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
  if (isFromScreen(sender)) {
    const command = parseCommand(message)
    if (!command) return isPageTalk(message) ? undefined : Promise.resolve(refused('malformed'))
    return wake().then(() => runCommand(command))
  }
  if (isFromPage(sender) && isPageTalk(message)) return wake().then(() => answerPage(message, sender))
  return Promise.resolve(refused('not-ours'))
}

const refused = (reason: 'not-ours' | 'malformed'): CommandAnswer => ({ ok: false, reason })

const isFromScreen = ({ id, url }: Runtime.MessageSender) =>
  id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('')) === true

/** A content script of ours in the top frame of one of HubSpot's hosts. */
const isFromPage = ({ id, url, tab, frameId }: Runtime.MessageSender) => {
  const from = url ? URL.parse(url) : null
  return (
    id === browser.runtime.id &&
    tab?.id !== undefined &&
    frameId === 0 &&
    from?.protocol === 'https:' &&
    isHubSpotHost(from.hostname)
  )
}

const isPageTalk = (message: unknown): message is { type: string } =>
  typeof message === 'object' &&
  message !== null &&
  typeof (message as { type?: unknown }).type === 'string' &&
  (message as { type: string }).type.startsWith('page.')

/** Keyboard shortcuts of the browser (G5). */
export const onCommand = async (name: string): Promise<void> => {
  await wake()
  try {
    if (name === 'open-home') await browser.runtime.openOptionsPage()
    if (name === 'read-this-page') await readActiveTab()
  } catch (error) {
    await log(`command ${name}`, error)
  }
}
