import type { Page } from 'puppeteer-core'
import { aria, byRole, clickOn } from '../accessible.ts'
import type { Driver } from '../browser.ts'
import { wordsOf } from './popup.ts'

export type PastePage = {
  readonly page: Page
  agree(): Promise<void>
  /** Pastes what the clipboard holds, by the keyboard. */
  paste(): Promise<void>
  /** Pastes this, as if it had been copied as plain text or as HTML. */
  pasteThis(kinds: Readonly<Record<'text/plain' | 'text/html', string>>): Promise<void>
  /** Says of which of the accounts on record the paste is. */
  account(portal: string): Promise<void>
  store(): Promise<void>
  words(): Promise<string>
}

/** Opens Paste in a new tab in front. */
export async function openPaste(patchbay: Driver): Promise<PastePage> {
  const page = await patchbay.options('#/paste')
  await byRole(page, 'heading', 'Paste the Connected apps page')
  const field = () => byRole(page, 'textbox', 'Paste here')
  return {
    page,
    agree: () => clickOn(page, 'button', 'I agree'),
    async paste() {
      await (await field()).focus()
      await page.keyboard.press('v', { commands: ['Paste'] })
    },
    async pasteThis(kinds) {
      await (await field()).evaluate((node, data) => {
        const clipboardData = new DataTransfer()
        for (const [kind, content] of Object.entries(data)) if (content !== '') clipboardData.setData(kind, content)
        node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, kinds)
    },
    async account(portal) {
      await (await byRole(page, 'combobox', 'Account')).select(portal)
    },
    store: () => clickOn(page, 'button', 'Store'),
    words: async () => wordsOf(await page.$(aria('main'))),
  }
}

/** Selects everything on a page and copies it, as a person does. */
export async function copyAll(page: Page): Promise<void> {
  await page.bringToFront()
  await page.keyboard.press('a', { commands: ['SelectAll'] })
  await page.keyboard.press('c', { commands: ['Copy'] })
}
