import type { Page } from 'puppeteer-core'

declare global {
  interface Window {
    __presses?: string[]
  }
}

/** From now on notes everything on the page that looks like a press, a key or an entry, whoever made it. */
export async function watchPresses(page: Page): Promise<void> {
  await page.evaluate(() => {
    const presses: string[] = []
    window.__presses = presses
    for (const type of ['click', 'pointerdown', 'mousedown', 'keydown', 'input', 'change', 'submit', 'mouseover'])
      document.addEventListener(type, event => presses.push(`${type} on ${(event.target as Element).tagName}`), true)
  })
}

/** What was noted since. */
export function pressesOn(page: Page): Promise<string[]> {
  return page.evaluate(() => window.__presses ?? ['not watched'])
}

/** Where every element of HubSpot's page lies: equal before and after when nothing was shifted. */
export function boxesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-app-root] *')].map(element => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [element.tagName, x, y, width, height].join(' ')
    }),
  )
}

/** How far the page, and each list that scrolls in itself, is scrolled. */
export function scrolledTo(page: Page): Promise<number[]> {
  return page.evaluate(() => [
    window.scrollY,
    ...[...document.querySelectorAll('[data-app-root] *')].map(element => element.scrollTop).filter(top => top > 0),
  ])
}
