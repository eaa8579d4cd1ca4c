import type { Page } from 'puppeteer-core'
import { expect, vi } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { type PageKind, plainStyle, type Style } from '../../hubspot/page/style.ts'
import { buildPage } from '../../hubspot/page.ts'
import type { Truth } from '../../hubspot/truth.ts'
import type { AccountState, World } from '../../hubspot/world.ts'
import { lookAt } from '../lookAt.ts'
import { rowsOf } from '../reading/database.ts'
import { type Stage, setStage } from '../reading/stage.ts'
import { letAge, passTime } from './passTime.ts'
import { type Language, shownNow } from './shown.ts'
import type { Shown } from './table.ts'

declare const chrome: WebExtension

/** How long a screen may take to show what is stored (ms). */
const REPAINT = 5_000
/** How long a look at a page may take until it is stored (ms). */
const LOOK = 15_000

/** The stage of the story: HubSpot that changes, a person who looks at it, and time that passes. */
export type Scene = Stage & {
  /** The language that Patchbay speaks now. */
  language: Language
  /** Connections home, open all the while. */
  readonly home: Page
  /** The page of an account in HubSpot, in a tab of its own. */
  tab(portal: string): Promise<Page>
  /** Opens the account's Connected apps page, drawn in that style. `page` of the style says which of its pages. */
  open(portal: string, style?: Partial<Style>, tab?: Page): Promise<Page>
  /** Opens it, waits until all of it is stored, and leaves it again. For level 2: nobody clicks. In its own tab or the one given. */
  look(portal: string, style?: Partial<Style>, tab?: Page): Promise<void>
  /** Resolves when a read that is new since `before`, or went on since then, has seen all that the account's page shows. */
  isRead(portal: string, before: ReadonlySet<string>): Promise<void>
  /** The reads stored so far, as they are. */
  reads(): Promise<ReadonlySet<string>>
  /** Lets time pass for the product and for HubSpot. */
  pass(ms: number): Promise<void>
  /** All that is shown, as soon as `isRight` throws nothing for it, else what is shown after a while. */
  shown(isRight: (shown: Shown) => void): Promise<Shown>
}

const PATHS: Record<PageKind, (portal: string) => string> = {
  home: portal => `/connected-apps/${portal}`,
  insights: portal => `/connected-apps/${portal}/insights`,
  installed: portal => `/integrations-settings/${portal}/installed`,
  classic: portal => `/connected-apps/${portal}/overview`,
  app: portal => `/connected-apps/${portal}`,
}

/** A browser with nothing set up, Connections home open. */
export async function setScene(): Promise<Scene> {
  const stage = await setStage()
  const { world, patchbay } = stage
  const home = await patchbay.options('#/home')
  await home.waitForSelector('main')
  const tabs = new Map<string, Page>()

  const scene: Scene = {
    ...stage,
    language: 'en',
    home,
    async tab(portal) {
      const known = tabs.get(portal)
      if (known) return known
      const page = await stage.hubspot(portal, '/myaccounts')
      tabs.set(portal, page)
      return page
    },
    async open(portal, style = {}, given) {
      const account = accountIn(world, portal)
      account.truth.now = new Date().toISOString()
      account.style = plainStyle(style)
      const tab = given ?? (await scene.tab(portal))
      await lookAt(tab)
      await tab.goto(`https://${account.truth.host}.hubspot.com${PATHS[account.style.page](portal)}`)
      return tab
    },
    async look(portal, style, given) {
      const before = await scene.reads()
      const tab = await scene.open(portal, style, given)
      await scene.isRead(portal, before)
      await tab.goto('about:blank')
    },
    async isRead(portal, before) {
      const { truth, style, state } = accountIn(world, portal)
      const wanted = state === 'open' ? seenOn(truth, style) : state
      const isSeen = vi.waitFor(
        async () => {
          const reads = (await rowsOf(patchbay, 'reads')) as unknown as StoredRead[]
          const since = reads.filter(read => read.account === `hubspot:${portal}` && !before.has(JSON.stringify(read)))
          expect(since.map(read => seenBy(read, wanted))).toContainEqual(wanted)
        },
        { timeout: LOOK, interval: 50 },
      )
      await isSeen.catch(async error => {
        const log = await patchbay.inside(async () => (await chrome.storage.local.get('diagnostics')).diagnostics)
        throw new Error(`The page was not read. What went wrong in Patchbay: ${JSON.stringify(log ?? [])}`, {
          cause: error,
        })
      })
    },
    reads: async () => new Set((await rowsOf(patchbay, 'reads')).map(read => JSON.stringify(read))),
    async pass(ms) {
      for (const tab of tabs.values()) await tab.goto('about:blank')
      for (const { truth } of world.accounts.values()) letAge(truth, ms)
      await passTime(patchbay, ms)
      await home.reload()
    },
    async shown(isRight) {
      await home.bringToFront()
      await letGo(home)
      const popup = await patchbay.popup()
      const now = () => shownNow(patchbay, popup, home, scene.language)
      await vi.waitFor(async () => isRight(await now()), { timeout: REPAINT, interval: 50 }).catch(() => undefined)
      const shown = await now()
      await popup.close()
      return shown
    },
  }
  return scene
}

type StoredRead = {
  account: string
  id: string
  state: AccountState | 'recognised'
  sections: { kind: string; seen: number }[]
}

/** Sections of the lists, with the number of rows that a person sees who does nothing but look. */
type Seen = Record<string, number>
const LISTS = ['attention', 'my-apps', 'other-apps', 'app-log']

function seenOn(truth: Truth, style: Style): Seen {
  const { sections } = buildPage(truth, { ...style, stopsShort: true }).expect
  return Object.fromEntries(
    sections.filter(({ kind }) => LISTS.includes(kind)).map(({ kind, rows }) => [kind, rows.length]),
  )
}

/** What a read has seen so far, in the form of what is wanted: its lists, or the state in which it found the account. */
function seenBy(read: StoredRead, wanted: Seen | AccountState): Seen | string {
  if (typeof wanted === 'string') return read.state
  return Object.fromEntries(
    read.sections.filter(({ kind }) => LISTS.includes(kind)).map(({ kind, seen }) => [kind, seen]),
  )
}

function accountIn(world: World, portal: string) {
  const account = world.accounts.get(portal)
  if (!account) throw new RangeError(`No account ${portal} in HubSpot`)
  return account
}

/** Takes pointer and focus out of the page: under them nothing moves. */
async function letGo(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}
