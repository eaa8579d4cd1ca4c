/** The whole options page in happy-dom over a real database in memory, and a worker that writes down what it is asked. */
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { Options } from '../../../components/Options.tsx'
import en from '../../../public/_locales/en/messages.json'
import ja from '../../../public/_locales/ja/messages.json'
import { db } from '../../../storage/db.ts'
import type { Lang } from '../../../storage/i18n.ts'
import type { Command, CommandAnswer } from '../../../storage/model/commands.ts'
import { getSettings, type Settings, setSettings } from '../../../storage/settings.ts'
import type { PageSpec } from '../../builders.ts'
import { fakeLocks } from '../../locks.ts'
import { NOW, translator } from '../ui/screen.tsx'
import { told } from './account.ts'

/** A busy machine takes long over a page and its database; nothing here waits for a time to pass. */
vi.setConfig({ testTimeout: 30_000 })

/** Commands sent so far. */
export const sent: Command[] = []
/** What the worker does besides writing a command down. */
let works: (command: Command) => Promise<CommandAnswer>

/** Starts each test from nothing: no account, no settings, no access, the clock at NOW. */
export const begin = async (): Promise<void> => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  fakeBrowser.reset()
  sent.length = 0
  works = async () => ({ ok: true })
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en')
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (...message: unknown[]) => {
    sent.push(message[0] as Command)
    return works(message[0] as Command)
  })
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false as never)
  vi.spyOn(fakeBrowser.permissions, 'remove').mockResolvedValue(true as never)
  for (const event of [fakeBrowser.permissions.onAdded, fakeBrowser.permissions.onRemoved]) {
    vi.spyOn(event, 'addListener').mockReturnValue(undefined)
    vi.spyOn(event, 'removeListener').mockReturnValue(undefined)
  }
  vi.stubGlobal('fetch', async (url: string) => new Response(JSON.stringify(String(url).includes('/ja/') ? ja : en)))
  Object.assign(Document, { parseHTML: (html: string) => new DOMParser().parseFromString(html, 'text/html') })
  Object.defineProperty(navigator, 'locks', { configurable: true, value: fakeLocks() })
  const storage = { estimate: async () => ({ usage: 3_700_000, quota: 11e9 }) }
  Object.defineProperty(navigator, 'storage', { configurable: true, value: storage })
  HTMLDialogElement.prototype.showModal ??= () => undefined
  await db.open()
  for (const table of db.tables) await table.clear()
}

/** Lets the worker do something for each command. */
export const workerDoes = (work: (command: Command) => Promise<CommandAnswer>): void => {
  works = work
}

export const end = async (): Promise<void> => {
  await act(() => render(null, document.body))
  location.hash = ''
  db.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
}

/** Stores an account as intake would have left it after one read. */
export const watched = async (
  page: PageSpec,
  more: { id?: `hubspot:${string}`; label?: string; at?: number } = {},
): Promise<void> => {
  const { id = 'hubspot:4411007', label = 'Acme Trading', at = NOW - 180_000 } = more
  const { apps, overview } = told([{ at, page }], NOW, { id, label })
  await db.accounts.put({ id, label, host: overview.host, addedAt: at, automatic: false, zone: null })
  await db.apps.bulkPut(apps)
  await db.overviews.put(overview)
  const { pageBatch } = await import('../../builders.ts')
  await db.reads.bulkPut(pageBatch(at, page, { account: id }).reads)
}

/** Opens the page at an address. */
export const open = async (hash: string, settings: Partial<Settings> = {}, lang: Lang = 'en'): Promise<void> => {
  await setSettings({ language: lang, device: 'here', ...settings })
  location.hash = hash
  const stored = await getSettings()
  await act(() =>
    render(<Options settings={stored} glance={null} t={translator(lang)} zone="Europe/Berlin" />, document.body),
  )
  await settle()
}

/** Waits for modules that are fetched and for the database. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn++) {
    await act(async () => {
      await vi.dynamicImportSettled()
      await new Promise(resolve => setTimeout(resolve, 5))
    })
  }
}

/** Waits until something is so, for what takes the database a while. */
export const until = <T,>(look: () => T): Promise<T> =>
  vi.waitFor(async () => {
    await settle()
    return look()
  }, 20_000)
