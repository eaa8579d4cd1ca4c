import type { Command, CommandAnswer } from '../storage/model/commands.ts'
import { browser } from '../storage/nativeBrowser.ts'

/** Asks the worker; an answer always comes, also when the worker had to start first or could not (`failed`). */
export const send = async (command: Command): Promise<CommandAnswer> => {
  try {
    return (
      ((await browser.runtime.sendMessage(command)) as CommandAnswer | undefined) ?? { ok: false, reason: 'failed' }
    )
  } catch {
    return { ok: false, reason: 'failed' }
  }
}
