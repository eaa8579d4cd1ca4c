/**
 * Patchbay's own words in two languages, switchable at run time (`browser.i18n` cannot switch; it serves the manifest
 * only). The words live in `public/_locales/<lang>/messages.json`, the format Chrome wants, and are fetched from the
 * extension, so none of them is in a bundle.
 *
 * How to write a message:
 * - `{name}` is a placeholder. Numbers passed for it are grouped ("1,240"); anything else goes in as it is.
 * - `key_one` and `key_other` together are the plural message `key`; calling it wants a `count`. Both endings are
 *   reserved for plurals and both files have both, so that the two files have the same keys.
 * - No `$` in a message (Chrome reserves it) and nothing but [A-Za-z0-9_] in a key.
 */

import type en from '../public/_locales/en/messages.json'
import { browser } from './nativeBrowser.ts'

/** The languages Patchbay speaks. */
export type Lang = 'en' | 'ja'

/** What a person chose in Settings; 'auto' follows the browser. */
export type LanguageSetting = 'auto' | Lang

type RawKey = keyof typeof en
/** A message with `_one` and `_other`; named without the ending. */
export type PluralKey = RawKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never
/** A message of one form. */
export type PlainKey = Exclude<RawKey, `${PluralKey}_one` | `${PluralKey}_other`>
/** Any message. */
export type MessageKey = PlainKey | PluralKey

/** Values for the placeholders of one message. */
export type Params = Readonly<Record<string, string | number>>

/** The text of a raw key (plural endings included), or undefined when the language has none. */
export type Messages = (rawKey: string) => string | undefined

/** Turns keys into text of one language. */
export interface Translator {
  (key: PlainKey, params?: Params): string
  (key: PluralKey, params: Params & { count: number }): string
  readonly lang: Lang
  /** The same message as a list, so that a placeholder can hold an element: `['Since ', <time/>, '.']`. */
  parts<Part>(key: MessageKey, params: Readonly<Record<string, Part | string | number>>): (Part | string)[]
  /** A number as this language groups its digits. */
  number(value: number): string
}

/** The language to show. @param uiLanguage the browser's, as a BCP 47 tag ("ja-JP") */
export function resolveLang(setting: LanguageSetting, uiLanguage = browser.i18n.getUILanguage()): Lang {
  if (setting !== 'auto') return setting
  return /^ja\b/i.test(uiLanguage) ? 'ja' : 'en'
}

/** Reads the words of a language from the extension's own files. */
export async function loadMessages(lang: Lang): Promise<Messages> {
  const path = lang === 'ja' ? '/_locales/ja/messages.json' : '/_locales/en/messages.json'
  const response = await fetch(browser.runtime.getURL(path))
  return messagesFrom(await response.json())
}

/** Words from the parsed content of a messages.json. */
export function messagesFrom(json: unknown): Messages {
  const table = json as Readonly<Record<string, { readonly message?: string }>>
  return rawKey => (Object.hasOwn(table, rawKey) ? table[rawKey]?.message : undefined)
}

/**
 * The same words at once, without waiting for a file: from the browser's own catalogue, which speaks the browser's
 * language only. Undefined when that is not the language wanted; then `loadMessages` is the way. For first paints.
 */
export function messagesAtOnce(lang: Lang): Messages | undefined {
  // WXT types the keys of this call from a file it writes; ours are checked by this module, so it need not be fresh.
  const catalogue = browser.i18n as { getMessage(rawKey: string): string }
  const messages: Messages = rawKey => catalogue.getMessage(rawKey) || undefined
  return messages('lang_code') === lang ? messages : undefined
}

/**
 * A translator over these words.
 * @param strict throw for a missing message or parameter (development and tests); else the key itself is shown
 */
export function createTranslator(
  messages: Messages,
  lang: Lang,
  strict = import.meta.env.MODE !== 'production',
): Translator {
  const numbers = new Intl.NumberFormat(lang)
  let plurals: Intl.PluralRules | undefined

  const missing = (what: string, shown: string): string => {
    if (strict) throw new Error(`i18n ${lang}: ${what}`)
    return shown
  }

  const template = (key: string, params: Readonly<Record<string, unknown>>): string => {
    const plain = messages(key)
    if (plain !== undefined) return plain
    const { count } = params
    if (typeof count !== 'number') return missing(`no message "${key}"`, key)
    plurals ??= new Intl.PluralRules(lang)
    const form = plurals.select(count) === 'one' ? 'one' : 'other'
    return messages(`${key}_${form}`) ?? missing(`no message "${key}_${form}"`, key)
  }

  const parts = <Part>(key: string, params: Readonly<Record<string, Part | string | number>>): (Part | string)[] =>
    template(key, params)
      .split(/\{(\w+)\}/)
      .map((piece, index) => {
        if (index % 2 === 0) return piece
        const value = params[piece]
        if (value === undefined) return missing(`no "${piece}" for "${key}"`, `{${piece}}`)
        return typeof value === 'number' ? numbers.format(value) : value
      })

  const translate = (key: string, params: Params = {}): string => parts<string>(key, params).join('')
  return Object.assign(translate, { lang, parts, number: (value: number) => numbers.format(value) })
}
