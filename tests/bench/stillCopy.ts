/** A page of the product as it stands when it is done, without any script: what the browser takes to draw it at all. */

import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { type Extensions, withProbe } from './probedExtensions.ts'

/** Name of the copy among the pages of the empty extension. */
export const STILL_COPY = 'still.html'

/** Writes a copy of what `page` shows now, and the style sheets it needs, into the empty extension. */
export async function copyStill(page: Page, { product, empty }: Extensions): Promise<void> {
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    for (const loaded of copy.querySelectorAll('script, link:not([rel="stylesheet"])')) loaded.remove()
    for (const timed of copy.querySelectorAll('[elementtiming]')) timed.removeAttribute('elementtiming')
    return copy.outerHTML
  })
  await cp(join(product, 'assets'), join(empty, 'assets'), { recursive: true })
  await writeFile(join(empty, STILL_COPY), withProbe(`<!doctype html>${html}`))
}
