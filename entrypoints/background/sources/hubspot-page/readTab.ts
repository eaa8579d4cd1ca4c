import { getReading, setReading } from '../../../../storage/glance.ts'
import type { CommandRefusal } from '../../../../storage/model/commands.ts'
import { MINUTE } from '../../../../storage/model/facts/time.ts'
import {
  PAGE_READER_FILE,
  type PageAnswer,
  type PageCancel,
  type PageRead,
  type PageReadAnswer,
} from '../../../../storage/model/messages.ts'
import { browser } from '../../../../storage/nativeBrowser.ts'
import { getSettings } from '../../../../storage/settings.ts'
import { repaint } from '../../repaint.ts'
import { overlayLook } from './look.ts'

/** Nothing heard of a read for this long: its tab was closed or its worker died. */
const READ_LEASE = 2 * MINUTE

/** Why a tab was not read; the screens have a sentence and a next step for each. */
export class ReadRefused extends Error {
  readonly reason: CommandRefusal
  constructor(reason: CommandRefusal) {
    super(reason)
    this.reason = reason
  }
}

const REFUSED = {
  disclosure: 'not-agreed',
  'not-granted': 'failed', // of a click no grant is asked
  'account-unwatched': 'failed',
  'disk-full': 'disk-full',
  failed: 'failed',
} as const satisfies Record<NonNullable<PageAnswer['refused']>, CommandRefusal>

/** Reads that this worker started and whose end somebody waits for. */
const waiting = new Map<string, (answer: PageAnswer | 'cancelled') => void>()

/**
 * Level 1: puts the page reader into the tab in which the toolbar button was pressed (`activeTab`) and waits for the end
 * of the read. Throws ReadRefused with the reason when it cannot start or was cancelled.
 */
export const readTab = async (tabId: number, now: number): Promise<{ state: string; rows: number }> => {
  const { agreedAt } = await getSettings()
  if (agreedAt === null) throw new ReadRefused('not-agreed')
  const readId = crypto.randomUUID()
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [PAGE_READER_FILE] })
  } catch {
    throw new ReadRefused('no-access')
  }
  const ended = new Promise<PageAnswer | 'cancelled'>(resolve => waiting.set(readId, resolve))
  try {
    const start: PageRead = { type: 'page.read', readId, look: await overlayLook() }
    const answer = (await browser.tabs.sendMessage(tabId, start)) as PageReadAnswer | undefined
    if (!answer?.started) throw new ReadRefused(answer?.reason === 'busy' ? 'failed' : 'not-the-page')
    await setReading({ tabId, readId, rows: 0, stated: null, until: now + READ_LEASE })
    await repaint(Date.now())
    const result = await ended
    if (result === 'cancelled') throw new ReadRefused('cancelled')
    // Signed out, no permission ... of an account nobody watches: nothing to store, and yet an answer.
    if (result.outcome === 'refused' && result.refused !== 'account-unwatched')
      throw new ReadRefused(REFUSED[result.refused ?? 'failed'])
    return { state: result.state, rows: result.sections.reduce((rows, section) => rows + section.seen, 0) }
  } finally {
    waiting.delete(readId)
    if ((await getReading())?.readId === readId) await setReading(null)
  }
}

/** The keyboard shortcut: reads the tab the person looks at. */
export const readActiveTab = async (): Promise<void> => {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  if (tab?.id === undefined) return
  await readTab(tab.id, Date.now())
  await repaint(Date.now())
}

/** Stops the read of a tab; what was collected so far is still stored, as partial. */
export const cancelRead = async (tabId: number): Promise<void> => {
  const reading = await getReading()
  if (reading?.tabId !== tabId) return
  const cancel: PageCancel = { type: 'page.cancel', readId: reading.readId }
  await browser.tabs.sendMessage(tabId, cancel)
}

/** Tells whoever waits that the read has ended. */
export const endRead = (readId: string, answer: PageAnswer | 'cancelled'): void => waiting.get(readId)?.(answer)

/** Keeps the lease of a read alive and its numbers current. */
export const noteProgress = async (readId: string, rows: number, stated: number | null, now: number): Promise<void> => {
  const reading = await getReading()
  if (reading?.readId === readId) await setReading({ ...reading, rows, stated, until: now + READ_LEASE })
}
