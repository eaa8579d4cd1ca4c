import { expect, vi } from 'vitest'
import { openAccounts } from '../pages/accounts.ts'
import { openPopup } from '../pages/popup.ts'
import { go } from '../reading/standIn.ts'
import type { Scene } from './scene.ts'

/** What the person does in a step. */
export type Deed = (scene: Scene) => Promise<void>

/** Level 1: opens the page, presses Read this page in the popup above it, and agrees to what the disclosure says. */
export const agreeAndRead =
  (portal: string): Deed =>
  async scene => {
    const before = await scene.readIds()
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
    await (await scene.tab(portal)).bringToFront()
  }

/** HubSpot's page, which lies open, fetches itself anew without a reload. */
export const redraw =
  (portal: string): Deed =>
  async scene => {
    const before = await scene.readIds()
    const tab = await scene.tab(portal)
    await go(tab, new URL(tab.url()).pathname)
    await scene.isRead(portal, before)
  }
