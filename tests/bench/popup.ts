/** The popup against the empty popup of another extension, both opened in turn in the same browser. */

import { type Figure, type Row, ratioRow } from './figure.ts'
import { withFilled } from './filled.ts'
import type { AccountKind } from './fillInPage.ts'
import { compareBy, loadingToPaint, openerIn, openPopup, shiftsOf } from './opens.ts'
import { sizeEmptyPopup } from './probedExtensions.ts'
import { inTurn } from './ratios.ts'

const GOAL = { atMost: 1.15 }
const PAIRS = 15

const measure = (kind: AccountKind, name: string): Promise<Row[]> =>
  withFilled(kind, async ({ patchbay, extensions, empty }) => {
    const ours = await openerIn(patchbay.browser, patchbay.id)
    const theirs = await openerIn(patchbay.browser, empty)
    const { size } = await openPopup(ours)
    await sizeEmptyPopup(extensions.empty, size)
    const pairs = await inTurn(
      PAIRS,
      () => openPopup(ours),
      () => openPopup(theirs),
    )
    const isAtOnce = pairs.every(one => one.ours.content === one.ours.first)
    const note = `${isAtOnce ? 'they are in the first paint' : 'after the first paint'}, ${shiftsOf(pairs)}`
    return [
      ratioRow(
        `Popup, ${name}: click to rows painted`,
        compareBy(pairs, opened => opened.content),
        GOAL,
        'ms',
        note,
      ),
      ratioRow('of that, page begins to load to first paint', compareBy(pairs, loadingToPaint)),
    ]
  })

export const popup: Figure = {
  name: 'popup',
  measure: async () => [
    ...(await measure('sample', 'sample account')),
    ...(await measure('large', '500 apps, 100,000 events')),
  ],
}
