/** What a person or HubSpot's own script does on the stand-in's page. */

import type { Page } from 'puppeteer-core'

type StandIn = {
  arrive(): number
  rerender(): void
  go(path: string): Promise<void>
  openTab(id: string): void
  state(): { pending: number; lists: { id: string; total: number; drawn: number; to: number }[] }
}

const inPage = <Result>(page: Page, work: (standIn: StandIn, value: string) => Result | Promise<Result>, value = '') =>
  page.evaluate(
    `(${work})(window.__hubspot, ${JSON.stringify(value)})`, // typed here, run there
  ) as Promise<Result>

/** All that was to come later comes now. */
export async function arrive(page: Page): Promise<void> {
  while ((await inPage(page, standIn => standIn.arrive())) > 0);
}

/** Every node of the content is replaced by a fresh one that says the same. */
export const rerender = (page: Page): Promise<void> => inPage(page, standIn => standIn.rerender())

/** A route change without a reload, as the menus of HubSpot make it. */
export const go = (page: Page, path: string): Promise<void> => inPage(page, (standIn, to) => standIn.go(to), path)

/** How many rows of its first list the page has drawn. */
export const drawnRows = (page: Page): Promise<number> => inPage(page, standIn => standIn.state().lists[0]?.drawn ?? 0)

/** Up to which row its first list has been drawn. */
export const drawnTo = (page: Page): Promise<number> => inPage(page, standIn => standIn.state().lists[0]?.to ?? 0)

/** Scrolls on by most of the window, and lets the page draw what comes into it. */
export async function scrollOn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        scrollBy({ top: innerHeight * 0.8, behavior: 'instant' })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )
}

/** Scrolls to the end at the pace of a person: a part of the window every dozen frames. */
export async function scrollToEnd(page: Page): Promise<void> {
  await page.bringToFront()
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        let frame = 0
        const step = () => {
          if (scrollY + innerHeight >= document.documentElement.scrollHeight - 2) return resolve()
          if (frame++ % 12 === 0) scrollBy({ top: innerHeight / 3, behavior: 'instant' })
          requestAnimationFrame(step)
        }
        step()
      }),
  )
}

/** Lets that many frames go by while the page changes: time enough to be read. That nothing happens has no other sign. */
export async function framesOfChange(page: Page, frames: number): Promise<void> {
  await page.bringToFront()
  await page.evaluate(
    count =>
      new Promise<void>(resolve => {
        let left = count
        const change = () => {
          document.querySelector('main')?.append(' ')
          if (left-- === 0) resolve()
          else requestAnimationFrame(change)
        }
        change()
      }),
    frames,
  )
}
