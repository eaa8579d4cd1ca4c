import type { Page } from 'puppeteer-core'
import { vi } from 'vitest'
import { aria, byRole, clickOn, texts } from '../accessible.ts'
import type { Driver } from '../browser.ts'
import { wordsOf } from './popup.ts'

export type HowKept = 'This session only' | 'Passphrase' | 'Remembered on this device'

export type EmailByHand = {
  /** As it writes its name: "Resend". */
  readonly provider: string
  readonly host: string
  readonly key: string
  readonly from?: string
  readonly kept?: HowKept
  readonly passphrase?: string
}

export type SettingsChannels = {
  readonly page: Page
  /** Presses Allow browser notifications; the browser's own question is the caller's to answer. */
  askForNotifications(): Promise<void>
  /** Fills the form of e-mail in and stores it. The browser's own question is answered with yes. */
  setUpEmail(email: EmailByHand): Promise<void>
  /** Opens the form again: Change, or Paste the key. */
  press(button: string): Promise<void>
  /** Sends a test mail to that address and returns what is said of it. */
  testMail(to: string): Promise<string>
  unlock(passphrase: string): Promise<void>
  /** What the card E-mail says. */
  words(): Promise<string>
}

/** Opens Settings in a new tab in front. */
export async function openChannels(patchbay: Driver): Promise<SettingsChannels> {
  const page = await patchbay.options('#/settings')
  await byRole(page, 'heading', 'E-mail')
  const card = () => page.$(aria('region', 'E-mail'))
  const fill = async (role: string, name: string, text: string) => {
    const field = await byRole(page, role, name)
    await field.click({ count: 3 })
    await field.type(text)
  }
  return {
    page,
    askForNotifications: () => clickOn(page, 'button', 'Allow browser notifications'),
    async setUpEmail({ provider, host, key, from = 'Patchbay <alerts@saltmarsh.example>', kept, passphrase }) {
      await patchbay.grant([`https://${host}/*`])
      await page.bringToFront()
      await clickOn(page, 'button', (await page.$(aria('button', 'Set up e-mail'))) ? 'Set up e-mail' : 'Change')
      await clickOn(page, 'radio', provider)
      await fill('textbox', 'From address', from)
      const label = (await page.$(aria('textbox', `${provider} key`))) ? `${provider} key` : `New ${provider} key`
      await fill('textbox', label, key)
      await clickOn(page, 'radio', kept ?? 'Remembered on this device')
      if (passphrase !== undefined) {
        await fill('textbox', 'Passphrase', passphrase)
        await fill('textbox', 'Repeat the passphrase', passphrase)
      }
      await clickOn(page, 'button', 'Store')
      await page.waitForSelector(aria('button', 'Store'), { hidden: true })
    },
    press: button => clickOn(page, 'button', button),
    async testMail(to) {
      await fill('textbox', 'Your address', to)
      await clickOn(page, 'button', 'Send a test mail to me')
      const form = await byRole(page, 'form', 'Send a test mail to me')
      return vi.waitFor(
        async () => {
          const [words] = await texts(form, 'status')
          if (!words) throw new Error('Nothing is said of the test mail')
          return words
        },
        { timeout: 40_000, interval: 50 },
      )
    },
    async unlock(passphrase) {
      await fill('textbox', 'Passphrase', passphrase)
      await clickOn(page, 'button', 'Unlock')
    },
    words: async () => wordsOf(await card()),
  }
}
