import type { Page } from 'puppeteer-core'
import { expect, vi } from 'vitest'

/** Brings a tab to the front and waits until its page knows: the product reads by itself only what a person can see. */
export async function lookAt(page: Page): Promise<void> {
  await vi.waitFor(
    async () => {
      await page.bringToFront()
      expect(await page.evaluate(() => document.visibilityState)).toBe('visible')
    },
    { timeout: 10_000, interval: 50 },
  )
}
