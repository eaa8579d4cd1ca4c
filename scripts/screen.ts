/** Reads and works Patchbay's own pages as a person does: by roles and accessible names, never by its data. */

import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, ElementHandle, Page } from 'puppeteer-core'
import en from '../public/_locales/en/messages.json' with { type: 'json' }
import ja from '../public/_locales/ja/messages.json' with { type: 'json' }

/** How long nothing may change before a screen counts as settled, and how long that is waited for, in ms. */
const STILL = 1_000
const PATIENCE = 60_000

export type Seen = {
  /** Account and what is said of it, as the options page shows them. */
  readonly accounts: string
  /** The number on the toolbar button; empty for none. */
  readonly badge: string
  /** The toolbar button's title. */
  readonly title: string
  /** The rows that need attention, each as lines of text: first name, account and status, then the rest. */
  readonly rows: readonly (readonly string[])[]
  /** What the popup says when there is no row. */
  readonly instead: string
}

/** A page of the extension. */
export const addressOf = (id: string, page: string) => `chrome-extension://${id}/${page}`

/** Selects a role and one of the product's own words as its name, in whatever language the browser speaks. */
function named(role: string, key: keyof typeof en): string {
  return [en, ja].map(words => `::-p-aria([name=${JSON.stringify(words[key].message)}][role="${role}"])`).join(', ')
}

/** Elements of a role whose name is a message with one placeholder filled in. */
async function namedAfter(page: Page, role: string, key: keyof typeof en): Promise<ElementHandle[]> {
  const shapes = [en, ja].map(words => words[key].message.split(/\{\w+\}/))
  const found = await page.$$(`::-p-aria([role="${role}"])`)
  const names = await Promise.all(found.map(element => element.evaluate(node => node.getAttribute('aria-label') ?? '')))
  return found.filter((_, at) => {
    const name = names[at] ?? ''
    return shapes.some(([before = '', after = '']) => name.startsWith(before) && name.endsWith(after))
  })
}

/**
 * On the options page: connects the sample account if there is no account yet.
 * @throws Error when within a minute the page shows neither an account nor the offer
 */
export async function connectSampleIfEmpty(options: Page): Promise<void> {
  const offer = named('button', 'term_try_sample')
  const end = Date.now() + PATIENCE
  let isAsked = false
  while (Date.now() < end) {
    await options.bringToFront() // a fresh install opens a tab of its own
    if ((await namedAfter(options, 'button', 'nav_switcher')).length > 0) return
    if (!isAsked && (await options.$(offer)) !== null) {
      isAsked = true
      await options.locator(offer).click()
    }
    await pause(100)
  }
  throw new Error('The options page shows neither an account nor "Try the sample account".')
}

/**
 * What toolbar, popup and options page show once they have come to rest. The popup is opened in a tab, and closed again.
 * One page at a time is in front: Chromium answers no question by role or name in a hidden one.
 */
export async function whatIsSeen(browser: Browser, id: string, options: Page): Promise<Seen> {
  const popup = await browser.newPage()
  await popup.goto(addressOf(id, 'popup.html'))
  const inPopup = await atRest(() => lookAtPopup(popup))
  await popup.close()
  await options.bringToFront()
  const [switcher] = await namedAfter(options, 'button', 'nav_switcher')
  return { ...inPopup, accounts: (await switcher?.evaluate(linesOf))?.join(' · ') ?? 'none' }
}

/** Looks until nothing has changed for a while, or patience ends. */
async function atRest<View>(look: () => Promise<View>): Promise<View> {
  const end = Date.now() + PATIENCE
  let seen = await look()
  let since = Date.now()
  while (Date.now() < end && Date.now() - since < STILL) {
    await pause(200)
    const now = await look()
    if (JSON.stringify(now) !== JSON.stringify(seen)) since = Date.now()
    seen = now
  }
  return seen
}

async function lookAtPopup(popup: Page): Promise<Omit<Seen, 'accounts'>> {
  const main = await popup.waitForSelector(named('main', 'popup_main'), { timeout: PATIENCE })
  if (main === null) throw new Error('The popup has no main part named "Connections needing attention".')
  const list = await main.$(named('list', 'term_needs_attention'))
  const rows = (await list?.$$('::-p-aria([role="listitem"])')) ?? []
  const toolbar = await popup.evaluate(async () => {
    type Action = { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> }
    const { action } = (globalThis as unknown as { chrome: { action: Action } }).chrome
    return { badge: await action.getBadgeText({}), title: await action.getTitle({}) }
  })
  return {
    ...toolbar,
    rows: await Promise.all(rows.map(row => row.evaluate(linesOfRow))),
    instead: rows.length > 0 ? '' : (await main.evaluate(linesOf)).join('\n'),
  }
}

const LANGUAGES = ['lang_auto', 'lang_name_en', 'lang_name_ja'] as const
export type LanguageChoice = (typeof LANGUAGES)[number]

/** Chooses a language on the settings page, which must be in front, and returns what was chosen before. */
export async function chooseLanguage(settings: Page, choice: LanguageChoice): Promise<LanguageChoice> {
  const radio = async (key: LanguageChoice) => {
    const element = await settings.waitForSelector(named('radio', key), { timeout: PATIENCE })
    if (element === null) throw new Error(`The settings page offers no "${en[key].message}".`)
    return element as ElementHandle<HTMLInputElement>
  }
  const isChosen = async (key: LanguageChoice) => (await radio(key)).evaluate(input => input.checked)
  const chosen = await Promise.all(LANGUAGES.map(isChosen))
  for (let tries = 0; tries < 5 && !(await isChosen(choice)); tries++) {
    await (await radio(choice)).evaluate(input => input.click())
    await settings.evaluate(untilStill, 300)
    await settings.reload() // shows what was stored, not what was pressed
  }
  return LANGUAGES[chosen.indexOf(true)] ?? 'lang_auto'
}

/** Resolves when the document has not changed for that many ms. Runs in the page. */
export function untilStill(time: number): Promise<void> {
  return new Promise(resolve => {
    let timer = setTimeout(resolve, time)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(resolve, time)
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}

/** The lines of text of an element as laid out. Runs in the page. */
function linesOf(element: Element): string[] {
  const lines = (element as HTMLElement).innerText.split('\n')
  return lines.map(line => line.trim()).filter(line => line !== '')
}

/** The lines of a row as they stand on screen, without its buttons; what stands apart in a line is parted by a dot. Runs in the page. */
function linesOfRow(row: Element): string[] {
  const lines: { readonly top: number; readonly bottom: number; right: number; text: string }[] = []
  const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode
    const text = (node.textContent ?? '').trim()
    const around = node.parentElement
    const button = around?.closest('button')
    if (text === '' || around?.closest('[role="tooltip"]') || (button && !button.closest('h1, h2, h3, h4'))) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const [first] = range.getClientRects()
    const { width = 0, height = 0 } = around?.getBoundingClientRect() ?? {}
    if (first === undefined || width < 2 || height < 2) continue // said to assistive technology only
    const middle = (first.top + first.bottom) / 2
    const line = lines.find(({ top, bottom }) => top < middle && middle < bottom)
    if (line === undefined) {
      lines.push({ top: first.top, bottom: first.bottom, right: first.right, text })
    } else {
      line.text += (first.left - line.right > 3 ? ' · ' : ' ') + text
      line.right = first.right
    }
  }
  return lines.sort((one, other) => one.top - other.top).map(({ text }) => text)
}
