/**
 * The options page, opened at Connections home in a new tab, against an empty page of another extension; and beside it a
 * copy of what it shows in the end, without any script: the least that showing it can take.
 */

import type { Page } from 'puppeteer-core'
import type { Driver } from '../e2e/browser.ts'
import { type Figure, type Row, ratioRow } from './figure.ts'
import { withFilled } from './filled.ts'
import type { AccountKind } from './fillInPage.ts'
import { compareBy, openerIn, openTab, shiftsOf } from './opens.ts'
import { inTurn } from './ratios.ts'
import { copyStill, STILL_COPY } from './stillCopy.ts'

const GOAL = { atMost: 1.5 }
const PAIRS = 10

const measure = (kind: AccountKind, name: string): Promise<Row[]> =>
  withFilled(kind, async ({ patchbay, extensions, empty }) => {
    const ours = await openerIn(patchbay.browser, patchbay.id)
    const theirs = await openerIn(patchbay.browser, empty)
    const pairs = await inTurn(
      PAIRS,
      () => openTab(ours, 'options.html'),
      () => openTab(theirs, 'page.html'),
    )
    await withOptions(patchbay, page => copyStill(page, extensions))
    const still = await inTurn(
      PAIRS,
      () => openTab(theirs, STILL_COPY),
      () => openTab(theirs, 'page.html'),
    )
    return [
      ratioRow(
        `Options, ${name}: click to rows painted`,
        compareBy(pairs, opened => opened.content),
        GOAL,
        'ms',
        shiftsOf(pairs),
      ),
      ratioRow(
        'click to the frame painted',
        compareBy(pairs, opened => opened.first),
      ),
      ratioRow(
        'a copy of the page without scripts',
        compareBy(still, opened => opened.content),
      ),
    ]
  })

/** Runs `work` on the page as it stands once nothing of it is on its way any more. */
async function withOptions(patchbay: Driver, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await patchbay.options()
  await page.waitForNetworkIdle()
  await page.waitForSelector('[data-attention] li')
  await page.waitForSelector('tbody tr')
  await work(page)
  await page.close()
}

export const options: Figure = {
  name: 'options',
  measure: async () => [
    ...(await measure('sample', 'sample account')),
    ...(await measure('large', '500 apps, 100,000 events')),
  ],
}
