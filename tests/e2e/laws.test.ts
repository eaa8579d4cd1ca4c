import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LAWS } from '../storage/laws.ts'
import { type Driver, launch } from './browser.ts'
import { bundle } from './bundle.ts'
import { type HttpsServer, html, serveHttps } from './https.ts'

declare const laws: typeof import('../storage/laws.ts')

const SEEDS = Array.from({ length: 10 }, (_, seed) => seed + 100)

describe('the store, in the real IndexedDB of Chromium', () => {
  let server: HttpsServer
  let patchbay: Driver
  let page: Page

  beforeAll(async () => {
    const code = await bundle(new URL('../storage/laws.ts', import.meta.url), 'laws')
    server = await serveHttps(html('<!doctype html><title>laws</title>'))
    patchbay = await launch()
    page = await patchbay.open(`https://127.0.0.1:${server.port}/`)
    await page.addScriptTag({ content: code })
  })
  afterAll(async () => {
    await patchbay?.close()
    await server?.close()
  })

  for (const name of Object.keys(LAWS))
    it(name, async () => {
      for (const seed of SEEDS)
        expect(
          await page.evaluate((law, n) => laws.check(law, n).then(() => 'holds', String), name, seed),
          `seed ${seed}`,
        ).toBe('holds')
    })
})
