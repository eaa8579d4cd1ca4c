import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, byRole, clickOn } from './accessible.ts'
import { type Driver, launch } from './browser.ts'

/** What a page is called where a person starts, in both languages. */
const TRY = { en: 'Try the sample account', ja: 'サンプルアカウントを試す' }
const HOME = { en: 'Needs your attention', ja: '要注目' }
const ROUTES = [
  '#/home',
  '#/notifications',
  '#/notifications/new',
  '#/notifications/inbox',
  '#/notifications/deliveries',
  '#/accounts',
  '#/paste',
  '#/settings',
  '#/accounts/sample%3A1/mapping',
]

describe.each(['en', 'ja'] as const)('axe finds nothing, in %s', language => {
  let patchbay: Driver
  let options: Page

  beforeAll(async () => {
    patchbay = await launch()
    // A fresh install opens the options page by itself, with the ways to start.
    const opened = await patchbay.browser.waitForTarget(target => target.url().includes('/options.html'))
    options = (await opened.page()) as Page
    await options.bringToFront()
    await options.setViewport({ width: 1280, height: 900 })
    if (language === 'ja') await clickOn(options, 'button', '日本語')
  })
  afterAll(() => patchbay?.close())

  const inBothThemes = async (page: Page): Promise<string[]> => {
    const found: string[] = []
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      found.push(...(await axe(page)).map(line => `${value}: ${line}`))
    }
    return found
  }

  it('before anything is set up: welcome and popup', async () => {
    await byRole(options, 'button', TRY[language])
    expect(await inBothThemes(options)).toEqual([])
    const popup = await patchbay.popup()
    await popup.waitForSelector('main h1, main h2')
    expect(await inBothThemes(popup)).toEqual([])
    await popup.close()
  })

  it('with the sample account: popup and every view of the options page', async () => {
    await options.bringToFront()
    await clickOn(options, 'button', TRY[language])
    await byRole(options, 'heading', HOME[language], 60_000)
    for (const route of ROUTES) {
      await options.evaluate(hash => {
        location.hash = hash
      }, route)
      await options.waitForFunction(
        () => document.querySelector('main h1') !== null && document.querySelector('[aria-busy=true]') === null,
      )
      expect(await inBothThemes(options), route).toEqual([])
    }
    const popup = await patchbay.popup()
    await popup.waitForSelector('main li')
    expect(await inBothThemes(popup)).toEqual([])
  })

  it('breaks no rule of the CSP and logs no error meanwhile', () => {
    expect(patchbay.problems()).toEqual([])
  })
})
