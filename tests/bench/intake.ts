/** Intake against IndexedDB by hand: the same rows, the same indexes, the same page. */

import { bundle } from '../e2e/bundle.ts'
import type { Figure } from './figure.ts'
import { ratioRow } from './figure.ts'
import type { Load } from './intakeInPage.ts'
import { inPlainPage } from './plainPage.ts'
import { compare, inTurn } from './ratios.ts'

declare const store: typeof import('./intakeInPage.ts')

export const intake: Figure = {
  name: 'intake',
  measure: async () => {
    const code = await bundle(new URL('./intakeInPage.ts', import.meta.url), 'store')
    return inPlainPage({ code }, async page => {
      const measured = async (load: Load, times: number) => {
        const pairs = await inTurn(
          times,
          () => page.evaluate(one => store.byIntake(one), load),
          () => page.evaluate(one => store.byHand(one), load),
        )
        const rows = await page.evaluate(one => store.written(one), load)
        return {
          pairs,
          note: Object.entries(rows)
            .map(([table, count]) => `${count} ${table}`)
            .join(', '),
        }
      }
      const events = await measured({ apps: 300, stored: 0, comes: { events: 100_000 } }, 3)
      const late = await measured({ apps: 300, stored: 100_000, comes: { events: 10_000 } }, 3)
      const read = await measured({ apps: 500, stored: 0, comes: 'a read' }, 5)
      return [
        ratioRow('Intake of 100,000 events, rate', compare(events.pairs, 'rates'), { atLeast: 0.8 }, 'ms', events.note),
        ratioRow('of 10,000 more, rate', compare(late.pairs, 'rates'), undefined, 'ms', late.note),
        ratioRow('First read of 500 apps, rate', compare(read.pairs, 'rates'), undefined, 'ms', read.note),
      ]
    })
  },
}
