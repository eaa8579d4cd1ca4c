import { browser } from 'wxt/browser'
import type { AnswerTo, FromPage } from '../../../storage/model/messages.ts'

/** The extension was updated, reloaded or removed: this script is left behind in a page and has nobody to talk to. */
export class LeftBehind extends Error {}

/** The worker may die while it answers; the next message starts it again. Waits in ms before each further try. */
const AGAIN_AFTER = [100, 400, 1500, 4000]

/**
 * Sends a message to the worker and waits for the answer. Every message may arrive twice without harm, so one whose answer
 * was lost is sent again. Throws `LeftBehind` when there is no extension any more, and the last error after five tries.
 */
export async function tell<M extends FromPage>(
  message: M,
  wait: (ms: number) => Promise<void> = pause,
): Promise<AnswerTo[M['type']]> {
  for (let attempt = 0; ; attempt++) {
    if (!isConnected()) throw new LeftBehind()
    try {
      return (await browser.runtime.sendMessage(message)) as AnswerTo[M['type']]
    } catch (error) {
      if (!isConnected() || /context invalidated/i.test(String(error))) throw new LeftBehind()
      const ms = AGAIN_AFTER[attempt]
      if (ms === undefined) throw error
      await wait(ms)
    }
  }
}

/** Whether the extension that put this script here is still there. */
export function isConnected(): boolean {
  try {
    return browser.runtime?.id !== undefined
  } catch {
    return false
  }
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
