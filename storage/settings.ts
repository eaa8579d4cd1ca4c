import * as v from 'valibot'
import { browser } from 'wxt/browser'

/** This browser's own choices, in `storage.local` so that the popup has them before its first paint. Never exported. */
const SettingsSchema = v.object({
  /** 'auto' is the browser's language. */
  language: v.fallback(v.picklist(['auto', 'en', 'ja']), 'auto'),
  theme: v.fallback(v.picklist(['auto', 'light', 'dark']), 'auto'),
  /** Epoch ms at which the disclosure was agreed to; nothing is read before. */
  agreedAt: v.fallback(v.nullable(v.number()), null),
  /** Random id of this browser, so that facts of several browsers can be told apart. */
  device: v.fallback(v.string(), ''),
  /** Whether the person last collapsed or opened the overlay on HubSpot's page; null: the width decides. */
  overlayCollapsed: v.fallback(v.nullable(v.boolean()), null),
  /** Shortcuts of one letter (R, S, F, /) act. */
  letterKeys: v.fallback(v.boolean(), true),
})
export type Settings = v.InferOutput<typeof SettingsSchema>

const KEY = 'settings'

/** The settings, each field that is missing or damaged at its default. */
export const getSettings = async (): Promise<Settings> => parse((await browser.storage.local.get(KEY))[KEY])

/** Changes some settings and keeps the rest. */
export const setSettings = async (change: Partial<Settings>): Promise<Settings> => {
  const next = { ...(await getSettings()), ...change }
  await browser.storage.local.set({ [KEY]: next })
  return next
}

/** Calls back with the settings whenever any screen changed them; returns the way to stop. */
export const watchSettings = (changed: (settings: Settings) => void): (() => void) => {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) changed(parse(changes[KEY].newValue))
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

const parse = (raw: unknown): Settings => v.parse(SettingsSchema, typeof raw === 'object' && raw !== null ? raw : {})
