import { browser } from '../../storage/nativeBrowser.ts'

const KEY = 'diagnostics'
const LINES = 50

export interface LogLine {
  at: number
  where: string
  /** Name and first line of an error; never a page's content, never a secret. */
  what: string
}

/** Keeps the last lines over the worker's death, for "copy diagnostics". */
export const log = async (where: string, error: unknown): Promise<void> => {
  const what =
    error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]?.slice(0, 200) ?? ''}` : typeof error
  const stored = (await browser.storage.local.get(KEY))[KEY]
  const lines = Array.isArray(stored) ? (stored as LogLine[]) : []
  await browser.storage.local.set({ [KEY]: [...lines.slice(1 - LINES), { at: Date.now(), where, what }] })
}
