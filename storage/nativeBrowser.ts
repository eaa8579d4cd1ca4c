import type { Browser } from 'webextension-polyfill'

/**
 * The browser's own `browser`, for the files that the popup's first paint waits for. Chromium has it from 148 on (the
 * manifest asks for 150), Firefox always had it; the polyfill finds it there, wraps nothing, and weighs a seventh of what
 * the popup may weigh. Everything else imports `wxt/browser`.
 */
export const { browser } = globalThis as unknown as { readonly browser: Browser }
