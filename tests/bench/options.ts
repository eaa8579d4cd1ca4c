/** The options page, opened at Connections home in a new tab, against an empty page of another extension. */

import { type Figure, type Row, ratioRow } from './figure.ts'
import { withFilled } from './filled.ts'
import type { AccountKind } from './fillInPage.ts'
import { compareBy, openerIn, openTab, shiftsOf } from './opens.ts'
import { inTurn } from './ratios.ts'

const GOAL = { atMost: 1.5 }
const PAIRS = 10

const measure = (kind: AccountKind, name: string): Promise<Row[]> =>
  withFilled(kind, async ({ patchbay, empty }) => {
    const ours = await openerIn(patchbay.browser, patchbay.id)
    const theirs = await openerIn(patchbay.browser, empty)
    const pairs = await inTurn(
      PAIRS,
      () => openTab(ours, 'options.html'),
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
    ]
  })

export const options: Figure = {
  name: 'options',
  measure: async () => [
    ...(await measure('sample', 'sample account')),
    ...(await measure('large', '500 apps, 100,000 events')),
  ],
}
