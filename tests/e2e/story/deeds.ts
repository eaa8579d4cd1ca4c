import type { Page } from 'puppeteer-core'
import { expect, vi } from 'vitest'
import { byRole, clickOn } from '../accessible.ts'
import { lookAt } from '../lookAt.ts'
import { openAccounts } from '../pages/accounts.ts'
import { openPopup } from '../pages/popup.ts'
import { stored } from '../reading/database.ts'
import { go } from '../reading/standIn.ts'
import type { Scene } from './scene.ts'
import type { Language } from './shown.ts'

/** What the person does in a step. */
export type Deed = (scene: Scene) => Promise<void>

/** Level 1: opens the page, presses Read this page in the popup above it, and agrees to what the disclosure says. */
export const agreeAndRead =
  (portal: string): Deed =>
  async scene => {
    const before = await scene.reads()
    const popup = await openPopup(scene.patchbay, await scene.open(portal))
    await popup.read()
    await popup.agree()
    await scene.isRead(portal, before)
    await vi.waitFor(async () => expect(await popup.strip()).toMatch(/\d+ rows were read\./u))
    await popup.page.close()
  }

/** Level 2: chooses Automatic in Accounts while the page lies open, and goes back to it. */
export const readByItself =
  (portal: string): Deed =>
  async scene => {
    const accounts = await openAccounts(scene.patchbay)
    await accounts.level('Automatic')
    await vi.waitFor(async () => expect(await accounts.levelNow()).toBe('Automatic'))
    await accounts.page.close()
    await lookAt(await scene.tab(portal))
  }

/** HubSpot's page, which lies open, fetches itself anew without a reload. */
export const redraw =
  (portal: string): Deed =>
  async scene => {
    const before = await scene.reads()
    const tab = await scene.tab(portal)
    await lookAt(tab)
    await go(tab, new URL(tab.url()).pathname)
    await scene.isRead(portal, before)
  }

/** Presses I fixed it on that row of Connections home, and waits until it is not counted any more. */
export const fixed =
  (name: string): Deed =>
  async scene => {
    const before = (await scene.patchbay.badge()).text
    await press(scene.home, name, 'I fixed it')
    await noMore(scene, before)
    await (await scene.home.waitForSelector('.pb-toasts button'))?.focus() // it stays while it has the focus
  }

/** Presses Undo in the toast at the bottom, which still stands there. */
export const undoInToast: Deed = async ({ home }) => {
  await home.bringToFront()
  await home.locator('.pb-toasts button').click()
}

/** Opens what is hidden behind a button beside the heading ("1 marked fixed") and presses Undo in that row. */
export const undoInRow =
  (name: string, behind: string): Deed =>
  async ({ home }) => {
    await home.bringToFront()
    await clickOn(home, 'button', behind)
    await press(home, name, 'Undo')
  }

/** Snoozes that row in the popup, by an entry of its menu, and waits until it is not counted any more. */
export const snooze =
  (name: string, until: string): Deed =>
  async scene => {
    const before = (await scene.patchbay.badge()).text
    const { page } = await openPopup(scene.patchbay)
    await press(page, name, 'Snooze')
    await clickOn(page, 'menuitem', until)
    await noMore(scene, before)
  }

/** Presses a button or link in the row of that name under Needs your attention, once it stands still. */
async function press(page: Page, name: string, label: string): Promise<void> {
  await page.bringToFront()
  const row = `//ul[@aria-label]/li[.//*[self::h2 or self::h3][normalize-space()="${name}"]]`
  await page
    .locator(`::-p-xpath(${row}//*[self::button or self::a][starts-with(normalize-space(), "${label}")])`)
    .setTimeout(10_000)
    .click()
}

/** Resolves when the badge does not say this any more. */
async function noMore(scene: Scene, text: string): Promise<void> {
  await vi.waitFor(async () => expect((await scene.patchbay.badge()).text).not.toBe(text), { timeout: 5_000 })
}

/** Chooses the language of Patchbay in Settings. */
export const speak =
  (language: Language): Deed =>
  async scene => {
    const settings = await scene.patchbay.options('#/settings')
    await clickOn(settings, 'radio', language === 'ja' ? '日本語' : 'English')
    await settings.waitForFunction(lang => document.documentElement.lang === lang, {}, language)
    await settings.close()
    scene.language = language
  }

/** Follows "Say what it means" in the app's row, picks a meaning (as its option is valued), saves, and goes back home. */
export const sayMeaning =
  (name: string, meaning: string): Deed =>
  async scene => {
    const { home } = scene
    await home.bringToFront()
    await home.locator(`::-p-xpath(//tr[.//bdi[.="${name}"]]//a[contains(@href, "word=")])`).click()
    await home.waitForSelector('[data-wanted] select')
    await home.select('[data-wanted] select', meaning)
    const before = (await scene.patchbay.badge()).text
    await clickOn(home, 'button', 'Save and apply')
    await noMore(scene, before)
    await home.evaluate(() => {
      location.hash = '#/home'
    })
  }

/** Chooses Read this page for that account in Accounts. */
export const withoutReadingBySelf =
  (label: string): Deed =>
  async scene => {
    const accounts = await openAccounts(scene.patchbay)
    await accounts.choose(label)
    await accounts.level('Read this page')
    await vi.waitFor(async () => expect(await accounts.levelNow()).toBe('Read this page'))
    await accounts.page.close()
  }

/** Presses Reconnect on that row of Connections home; closes the tab that it opens. */
export const reconnect =
  (name: string): Deed =>
  async ({ home, patchbay }) => {
    const opened = patchbay.browser.waitForTarget(target => target.url().includes('/installed/'))
    await press(home, name, 'Reconnect')
    await (await (await opened).page())?.close()
  }

/** Removes an account by the menu of its row in Accounts, and waits until no table holds a row of it. */
export const removeAccount =
  (label: string, id: string): Deed =>
  async scene => {
    const { page } = await openAccounts(scene.patchbay)
    await clickOn(page, 'button', `Actions for ${label}`)
    await clickOn(page, 'menuitem', 'Remove account…')
    await clickOn(page, 'button', 'Remove account')
    await vi.waitFor(async () => expect(JSON.stringify(await stored(scene.patchbay))).not.toContain(id), {
      timeout: 10_000,
    })
    await page.close()
  }

/** Makes the sample account in Accounts, which takes some seconds. */
export const trySample: Deed = async scene => {
  const { page } = await openAccounts(scene.patchbay)
  await clickOn(page, 'button', 'Try the sample account')
  await byRole(page, 'button', 'Actions for Sample account', 60_000)
  await page.close()
}
