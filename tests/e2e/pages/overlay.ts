import type { Page } from 'puppeteer-core'
import { aria } from '../accessible.ts'
import { namesOf, wordsOf } from './popup.ts'

/**
 * Patchbay's panel on HubSpot's page. Its shadow root is closed to the page, but not to assistive technology, and so not
 * to these tests either.
 */
export type Overlay = {
  /** The panel's words; empty while there is none. */
  words(): Promise<string>
  /** Names of its buttons. */
  buttons(): Promise<string[]>
  press(button: string): Promise<void>
  /** Puts the focus into the panel, on its first button. */
  focus(): Promise<void>
  /** Where it lies in the window. */
  box(): Promise<{ x: number; y: number; width: number; height: number } | null>
}

/** The panel on that page. */
export function overlayOn(page: Page): Overlay {
  const panel = () => page.$(aria('complementary', 'Patchbay'))
  return {
    words: async () => wordsOf(await panel()),
    buttons: async () => {
      const found = await panel()
      return found ? namesOf(found, 'button') : []
    },
    async press(name) {
      const button = await (await panel())?.$(aria('button', name))
      if (!button) throw new Error(`No button "${name}" in the overlay`)
      await button.click()
    },
    async focus() {
      await (await (await panel())?.$(aria('button')))?.focus()
    },
    box: async () => (await (await panel())?.boundingBox()) ?? null,
  }
}
