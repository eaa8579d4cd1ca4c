/** Looking at a page of 300 apps and recognising it, against reading the text of every element. */

import { bundle } from '../e2e/bundle.ts'
import { type Figure, ratioRow } from './figure.ts'
import { largePage } from './largePage.ts'
import { inPlainPage } from './plainPage.ts'
import { compare, inTurn } from './ratios.ts'

declare const reader: typeof import('./recogniseInPage.ts')

const APPS = 300
const PAIRS = 15

export const recognise: Figure = {
  name: 'recognise',
  measure: async () => {
    const code = await bundle(new URL('./recogniseInPage.ts', import.meta.url), 'reader')
    const { html, url } = largePage(APPS)
    return inPlainPage({ html, code }, async page => {
      const read = await page.evaluate(address => reader.appsRead(address), url)
      if (read !== APPS) throw new Error(`${read} of ${APPS} apps were read`)
      const walk = () => page.evaluate(() => reader.byWalk())
      const look = await inTurn(PAIRS, () => page.evaluate(address => reader.byReader(address), url), walk)
      const thought = await inTurn(PAIRS, () => page.evaluate(address => reader.byRecogniser(address), url), walk)
      const note = `${await page.evaluate(() => reader.elements())} elements`
      return [
        ratioRow(`Page of ${APPS} apps: one look`, compare(look), undefined, 'ms', note),
        ratioRow('and recognising it, in the worker', compare(thought)),
      ]
    })
  },
}
