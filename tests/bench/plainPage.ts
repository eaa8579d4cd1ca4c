import type { Page } from 'puppeteer-core'
import { launchHeadless } from '../../scripts/chromium.ts'
import { html as answer, serveHttps } from '../e2e/https.ts'

/** Runs `work` on a page of an origin of its own, in a browser without any extension, with a script of ours in it. */
export async function inPlainPage<T>(
  { html = '<!doctype html><title>bench</title>', code }: { readonly html?: string; readonly code: string },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const server = await serveHttps(answer(html))
  const browser = await launchHeadless({ args: ['--ignore-certificate-errors'], protocolTimeout: 300_000 })
  try {
    const page = await browser.newPage()
    await page.goto(`https://127.0.0.1:${server.port}/`)
    await page.addScriptTag({ content: code })
    return await work(page)
  } finally {
    await browser.close()
    await server.close()
  }
}
