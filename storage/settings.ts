import type { QuietHours } from './model/notices/quiet.ts'
import { browser } from './nativeBrowser.ts'

/** This browser's own choices, in `storage.local` so that the popup has them before its first paint. Never exported. */
export interface Settings {
  /** 'auto' is the browser's language. */
  language: (typeof LANGUAGES)[number]
  theme: (typeof THEMES)[number]
  /** Epoch ms at which the disclosure was agreed to; nothing is read before. */
  agreedAt: number | null
  /** Random id of this browser, so that facts of several browsers can be told apart. */
  device: string
  /** Whether the person last collapsed or opened the overlay on HubSpot's page; null: the width decides. */
  overlayCollapsed: boolean | null
  /** Shortcuts of one letter (R, S, F, /) act. */
  letterKeys: boolean
  /** Hours in which nothing is told; null: none. */
  quietHours: QuietHours | null
  /** Days that notices and deliveries are kept; null: until they are deleted with their account. */
  retentionDays: (typeof RETENTION_DAYS)[number]
}

/** The first of each is the default. */
const LANGUAGES = ['auto', 'en', 'ja'] as const
const THEMES = ['auto', 'light', 'dark'] as const
export const RETENTION_DAYS = [90, 30, 365, null] as const

const KEY = 'settings'

/** The settings, each field that is missing or damaged at its default. */
export const getSettings = async (): Promise<Settings> => parse((await browser.storage.local.get(KEY))[KEY])

/** Changes some settings and keeps the rest. */
export const setSettings = (change: Partial<Settings>): Promise<Settings> =>
  navigator.locks.request('patchbay settings', async () => {
    const next = { ...(await getSettings()), ...change }
    await browser.storage.local.set({ [KEY]: next })
    return next
  }) as Promise<Settings>

/** Calls back with the settings whenever any screen changed them; returns the way to stop. */
export const watchSettings = (changed: (settings: Settings) => void): (() => void) => {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) changed(parse(changes[KEY].newValue))
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

/** By hand and not by a schema: the popup's first paint waits for this file, and valibot weighs a seventh of what it may. */
const parse = (raw: unknown): Settings => {
  const { language, theme, agreedAt, device, overlayCollapsed, letterKeys, quietHours, retentionDays } = (raw ??
    {}) as Record<string, unknown>
  return {
    language: LANGUAGES.find(known => known === language) ?? LANGUAGES[0],
    theme: THEMES.find(known => known === theme) ?? THEMES[0],
    agreedAt: typeof agreedAt === 'number' ? agreedAt : null,
    device: typeof device === 'string' ? device : '',
    overlayCollapsed: typeof overlayCollapsed === 'boolean' ? overlayCollapsed : null,
    letterKeys: typeof letterKeys === 'boolean' ? letterKeys : true,
    quietHours: parseQuietHours(quietHours),
    // `find` cannot tell "forever" from "not found".
    retentionDays: RETENTION_DAYS.includes(retentionDays as null) ? (retentionDays as null) : RETENTION_DAYS[0],
  }
}

const parseQuietHours = (raw: unknown): QuietHours | null => {
  const { from, to, zone } = (raw ?? {}) as Record<string, unknown>
  return isClock(from) && isClock(to) && typeof zone === 'string' ? { from, to, zone } : null
}

const isClock = (raw: unknown): raw is string => typeof raw === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(raw)
