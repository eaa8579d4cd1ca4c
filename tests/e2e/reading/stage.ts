import type { Page } from 'puppeteer-core'
import { expect, vi } from 'vitest'
import type { Style } from '../../hubspot/page/style.ts'
import { hubspotHandler } from '../../hubspot/server.ts'
import type { Truth } from '../../hubspot/truth.ts'
import { type AppByHand, accountByHand } from '../../hubspot/truthByHand.ts'
import { createWorld, type World } from '../../hubspot/world.ts'
import { type Driver, type LaunchSettings, launch } from '../browser.ts'
import { type HttpsServer, serveHttps } from '../https.ts'
import { openPopup, type Popup } from '../pages/popup.ts'

/** A stand-in HubSpot that tests change, and the built extension in a browser that looks at it. */
export type Stage = {
  readonly world: World
  readonly server: HttpsServer
  readonly patchbay: Driver
  /** Opens the Connected apps page of an account in a new tab in front, or another path of it. */
  hubspot(portal: string, path?: string): Promise<Page>
  /** Errors on the consoles of HubSpot's pages so far, ours and theirs alike. */
  pageProblems(): readonly string[]
  close(): Promise<void>
}

export type StageSettings = LaunchSettings & {
  /** False for a profile that has accounts already: no welcome is opened then. */
  readonly welcomes?: boolean
  /** Starts the browser some other way (an install by policy). */
  readonly start?: (settings: LaunchSettings) => Promise<Driver>
}

/** A fresh browser with nothing agreed to, nothing granted and no account. */
export async function setStage(settings: StageSettings = {}): Promise<Stage> {
  const world = createWorld()
  const server = await serveHttps(hubspotHandler(world))
  const patchbay = await (settings.start ?? launch)({ ...settings, hosts: server.port })
  if (settings.welcomes !== false) await closeWelcome(patchbay)
  const problems: string[] = []
  return {
    world,
    server,
    patchbay,
    async hubspot(portal, path = `/connected-apps/${portal}/installed`) {
      const host = world.accounts.get(portal)?.truth.host ?? 'app'
      const page = await patchbay.open(`https://${host}.hubspot.com${path}`)
      page.on('console', message => {
        if (message.type() === 'error') problems.push(message.text())
      })
      page.on('pageerror', error => problems.push(String(error)))
      return page
    },
    pageProblems: () => problems,
    async close() {
      await patchbay.close()
      await server.close()
    },
  }
}

/** The tab that the first install opens: it would come to the front in the middle of a test. */
async function closeWelcome({ browser, id }: Driver): Promise<void> {
  const url = `chrome-extension://${id}/options.html`
  const target = await browser.waitForTarget(one => one.type() === 'page' && one.url().startsWith(url))
  await (await target.page())?.close()
}

/** An account by hand, looked at today, in the world. */
export function addAccount(
  { world }: Pick<Stage, 'world'>,
  portal: string,
  apps: readonly AppByHand[],
  style: Partial<Style> = {},
  more: Partial<Parameters<typeof accountByHand>[0]> = {},
): Truth {
  return world.setAccount(accountByHand({ portal, now: new Date().toISOString(), apps, ...more }), style).truth
}

/** Apps in order: the first ones as given, the rest without a status. */
export function manyApps(count: number, first: readonly AppByHand[] = []): AppByHand[] {
  const rest = Array.from({ length: count - first.length }, (_, index) => ({
    name: `Tidewater ${String(index + 1).padStart(3, '0')}`,
    lastActivity: '2026-11-20',
  }))
  return [...first, ...rest]
}

export type Outcome = {
  readonly popup: Popup
  readonly words: string /** What can be pressed beside it. */
  readonly actions: string[]
}

/** Reads that tab by a click in the popup, agreeing first if asked, and waits for what the popup's strip says in the end. */
export async function readOnClick({ patchbay }: Pick<Stage, 'patchbay'>, tab: Page): Promise<Outcome> {
  const popup = await openPopup(patchbay, tab)
  await popup.read()
  await vi.waitFor(async () => expect(await popup.strip()).toMatch(/Reading|were read|Before anything|\./u), 20_000)
  if ((await popup.strip()).includes('Before anything is read')) await popup.agree()
  await vi.waitFor(async () => expect(await popup.stripActions()).toContain('Close'), {
    timeout: 55_000,
    interval: 150,
  })
  return { popup, words: await popup.strip(), actions: await popup.stripActions() }
}
