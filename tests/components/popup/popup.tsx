/** Shows the popup in happy-dom, with a database that says what a test lets it say. */
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { Popup } from '../../../components/Popup.tsx'
import { PaintedPopup, type PopupStart } from '../../../components/popup/PaintedPopup.tsx'
import { fetchParts } from '../../../components/popup/parts.ts'
import { popupView } from '../../../components/popup/popupView.ts'
import en from '../../../public/_locales/en/messages.json'
import ja from '../../../public/_locales/ja/messages.json'
import type { Lang } from '../../../storage/i18n.ts'
import type { Command, CommandAnswer } from '../../../storage/model/commands.ts'
import type { Glance } from '../../../storage/model/glance.ts'
import type { PageProgress } from '../../../storage/model/messages.ts'
import type { Overview } from '../../../storage/model/overview.ts'
import type { Settings } from '../../../storage/settings.ts'
import { fakeLocks } from '../../locks.ts'
import { glance, TRADING } from '../attention/rows.ts'
import { NOW, translator } from '../ui/screen.tsx'

/** The tab of Acme Trading's Connected apps page. */
export const TAB = { id: 7, account: TRADING }

const SETTINGS: Settings = {
  language: 'en',
  theme: 'auto',
  agreedAt: NOW,
  device: 'here',
  overlayCollapsed: null,
  letterKeys: true,
  quietHours: null,
  retentionDays: 90,
}

export interface PopupSpec extends Partial<Omit<PopupStart, 'settings' | 't'>> {
  readonly settings?: Partial<Settings>
  readonly lang?: Lang
}

/** What the popup starts from. */
const startOf = (stored: Glance | null, { settings, lang = 'en', ...more }: PopupSpec): PopupStart => ({
  glance: stored,
  settings: { ...SETTINGS, language: lang, ...settings },
  t: translator(lang),
  zone: 'Europe/Berlin',
  now: NOW,
  tab: null,
  chosen: null,
  ...more,
})

/** Waits for answers and for modules that are fetched. */
export const settle = () => act(async () => void (await vi.dynamicImportSettled()))

const stored = (from: readonly Overview[] | Glance | null): Glance | null =>
  from === null || 'badge' in from ? from : glance(from)

/** The popup once it answers. */
export async function openPopup(from: readonly Overview[] | Glance | null, spec: PopupSpec = {}): Promise<void> {
  const start = startOf(stored(from), spec)
  if (start.glance) await fetchParts(popupView(start.glance, start.chosen))
  await act(() => render(<Popup {...start} />, document.body))
  await settle()
}

/** Its first paint alone. */
export async function paintPopup(from: readonly Overview[] | Glance, spec: PopupSpec = {}): Promise<void> {
  const start = startOf(stored(from), spec)
  if (start.glance) await fetchParts(popupView(start.glance, start.chosen))
  await act(() => render(<PaintedPopup {...start} />, document.body))
}

export async function closePopup(): Promise<void> {
  await act(() => render(null, document.body))
}

/** Commands sent so far. */
export const sent: Command[] = []
/** What the worker answers by type of command; a promise keeps the popup waiting. */
export const answers: { [type in Command['type']]?: CommandAnswer | Promise<CommandAnswer> } = {}

/** Puts a worker in place that writes down what it is asked. Call before each test. */
export const fakeWorker = (): void => {
  fakeBrowser.reset()
  const words = (url: unknown) => JSON.stringify(String(url).includes('/ja/') ? ja : en)
  vi.stubGlobal('fetch', async (url: unknown) => new Response(words(url)))
  Object.defineProperty(navigator, 'locks', { configurable: true, value: fakeLocks() })
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en')
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [], permissions: [] } as never)
  sent.length = 0
  for (const type of Object.keys(answers)) delete answers[type as Command['type']]
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (...message: unknown[]) => {
    const command = message[0] as Command
    sent.push(command)
    return (await answers[command.type]) ?? { ok: true }
  })
}

/** The page reader in a tab tells how far it is. */
export const progress = (
  phase: PageProgress['phase'],
  rows: number,
  stated: number | null,
  tabId = TAB.id,
  readId = 'r',
) =>
  act(async () => {
    const message: PageProgress = { type: 'page.progress', readId, rows, stated, phase }
    await fakeBrowser.runtime.onMessage.trigger(message, { tab: { id: tabId } } as never, () => {})
  })

/** The visible words of an element, in reading order and apart from each other. */
export const words = (element: Element | null): string => {
  if (!element) return ''
  const texts: string[] = []
  const walk = (node: Node) => {
    if (node instanceof Element && (node.classList.contains('pb-hidden') || node.tagName === 'SVG')) return
    if (node.nodeType === 3 && node.textContent?.trim()) texts.push(node.textContent.trim())
    for (const child of node.childNodes) walk(child)
  }
  walk(element)
  return texts.join(' ')
}

export const main = () => document.querySelector('main')
export const strip = () => document.querySelector('.popup-strip')
export const footer = () => document.querySelector('footer')
