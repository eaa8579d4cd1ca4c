/** Finding things as assistive technology does, by role and accessible name, and asking axe what stands in its way. */

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { ElementHandle, Page } from 'puppeteer-core'

/** The selector for an exact role and, if given, an exact accessible name. For `page.$`, `page.locator`, `element.$`. */
export function aria(role: string, name?: string): string {
  const named = name === undefined ? '' : `[name=${JSON.stringify(name)}]`
  return `::-p-aria(${named}[role="${role}"])`
}

/** Chromium answers no question by role or name in a tab that is not in front, not even with an error. */
async function mustBeInFront(page: Page): Promise<void> {
  const state = await page.evaluate(() => document.visibilityState)
  if (state !== 'visible')
    throw new Error(`${page.url()} is not in front: call page.bringToFront() before asking by role`)
}

/** The first element of that role and name, waited for. @throws TimeoutError after `timeout` ms. */
export async function byRole(page: Page, role: string, name?: string, timeout = 5_000): Promise<ElementHandle> {
  await mustBeInFront(page)
  const element = await page.waitForSelector(aria(role, name), { timeout })
  if (element === null) throw new Error(`No ${role} named "${name}"`)
  return element
}

/** The visible text of every element of that role inside `scope` now, one string each, in document order. */
export async function texts(scope: Page | ElementHandle, role: string, name?: string): Promise<string[]> {
  if ('frames' in scope) await mustBeInFront(scope)
  const elements = await scope.$$(aria(role, name))
  return Promise.all(elements.map(element => element.evaluate(node => (node as HTMLElement).innerText.trim())))
}

/** Clicks the element of that role and name with the mouse, once it is there and stands still. */
export async function clickOn(page: Page, role: string, name: string): Promise<void> {
  await mustBeInFront(page)
  await page.locator(aria(role, name)).click()
}

const AXE_SOURCE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 A and AA, and axe's own good practice. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/** What axe finds wrong on the page, one line for each element; empty when it is clean. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE_SOURCE)
  const results = await page.evaluate(
    async rules => (globalThis as unknown as { axe: { run(o: unknown): Promise<unknown> } }).axe.run(rules),
    RULES,
  )
  return (results as AxeResults).violations.flatMap(violation =>
    violation.nodes.map(node => `${violation.id}: ${violation.help}: ${node.target.join(' ')}: ${node.html}`),
  )
}
