import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import en from '../public/_locales/en/messages.json'
import ja from '../public/_locales/ja/messages.json'
import { createTranslator, loadMessages, messagesAtOnce, messagesFrom, resolveLang } from '../storage/i18n.ts'

const english = createTranslator(messagesFrom(en), 'en')
const japanese = createTranslator(messagesFrom(ja), 'ja')

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the language', () => {
  it('is the one that was chosen, whatever the browser speaks', () => {
    expect(resolveLang('ja', 'en-US')).toBe('ja')
    expect(resolveLang('en', 'ja')).toBe('en')
  })

  it('follows the browser on auto: Japanese for Japanese, English for all others', () => {
    expect(resolveLang('auto', 'ja')).toBe('ja')
    expect(resolveLang('auto', 'ja-JP')).toBe('ja')
    expect(resolveLang('auto', 'en-GB')).toBe('en')
    expect(resolveLang('auto', 'de')).toBe('en')
    expect(resolveLang('auto', 'jav')).toBe('en')
  })
})

describe('a message', () => {
  it('takes its values, and groups numbers', () => {
    expect(english('ui_table_showing', { from: 1, to: 10, total: 1240 })).toBe('Showing 1–10 of 1,240')
    expect(japanese('ui_table_showing', { from: 1, to: 10, total: 1240 })).toBe('1,240件中1〜10件を表示')
  })

  it('leaves words that look like placeholders in a value alone', () => {
    expect(english('status_unknownWord', { word: '{count} $1 <b>' })).toBe('“{count} $1 <b>”')
  })

  it('has a form for one and a form for the others in English, one for all in Japanese', () => {
    expect(english('badge_title_attention', { count: 1, name: 'Ledgerlane', status: 'error' })).toBe(
      '1 needs attention. Worst: Ledgerlane, error',
    )
    expect(english('badge_title_attention', { count: 0, name: 'Ledgerlane', status: 'error' })).toMatch(/^0 need /)
    expect(english('badge_title_attention', { count: 3, name: 'Ledgerlane', status: 'error' })).toMatch(/^3 need /)
    expect(japanese('badge_title_attention', { count: 1, name: 'Ledgerlane', status: 'エラー' })).toBe(
      '要注目1件。最優先：Ledgerlane（エラー）',
    )
  })

  it('comes in parts, so that a value can be an element', () => {
    const time = { element: 'time' }
    expect(english.parts('source_at', { source: 'HubSpot page', time })).toEqual(['', 'HubSpot page', ' · ', time, ''])
  })

  it('throws in tests when it or a value is missing', () => {
    const unknown = 'no_such_key' as 'ui_undo'
    expect(() => english(unknown)).toThrow('no message "no_such_key"')
    expect(() => english('ui_remove_filter')).toThrow('no "name" for "ui_remove_filter"')
    expect(() => english('constructor' as 'ui_undo')).toThrow('no message "constructor"')
  })

  it('shows its key to a user rather than nothing', () => {
    const lenient = createTranslator(messagesFrom(en), 'en', false)
    expect(lenient('no_such_key' as 'ui_undo')).toBe('no_such_key')
    expect(lenient('ui_remove_filter')).toBe('Remove filter {name}')
  })
})

describe('where the words come from', () => {
  it('fetches those of one language from the extension', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url)
      return new Response(JSON.stringify(ja))
    })
    vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation(path => `chrome-extension://id${path}`)
    const messages = await loadMessages('ja')
    expect(asked).toEqual(['chrome-extension://id/_locales/ja/messages.json'])
    expect(messages('ui_undo')).toBe('元に戻す')
    expect(messages('toString')).toBeUndefined()
  })

  it('takes them at once from the browser when it speaks that language, and only then', () => {
    const catalogue: Record<string, string> = { lang_code: 'ja', ui_undo: '元に戻す' }
    const catalogued = { getMessage: (key: string) => catalogue[key] ?? '' }
    Object.assign(fakeBrowser.i18n, catalogued)
    expect(messagesAtOnce('en')).toBeUndefined()
    expect(messagesAtOnce('ja')?.('ui_undo')).toBe('元に戻す')
    expect(messagesAtOnce('ja')?.('no_such_key')).toBeUndefined()
  })
})
