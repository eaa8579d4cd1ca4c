import { sayMeaning } from '../deeds.ts'
import type { Step } from '../table.ts'
import { SALTMARSH } from './accounts.ts'

const OTHERS = `Harborline Pro (4411007) · Connected, Quillbox (4411007; installed by Maren Farrow) · Not reported,
  Quillbox (4411007; installed by Vesna Dunmore) · Connected, Peppercorn (5522008) · Not reported,
  Quillbox (5522008) · Error, Saltbox (5522008) · Connected`

/** A status word that Patchbay does not know is never connected and accuses nobody, until the person says what it means. */
export const WORDS: readonly Step[] = [
  {
    tells: 'The status of Ledgerlane says “Token lapsed”',
    async does({ world, look }) {
      world.change(SALTMARSH, ({ apps }) => {
        for (const app of apps) if (app.name === 'Ledgerlane') app.status = { kind: 'odd', index: 1 }
      })
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox (5522008) · Error',
    home: 'Connected 3 · Needs attention 1 · Not reported 4',
    apps: `Ledgerlane (4411007) · “Token lapsed” + Say what it means, ${OTHERS}`,
  },
  {
    tells: 'The person says that it means expired: that holds at once, nothing is read again',
    does: sayMeaning('Ledgerlane', 'expired'),
    badge: '2',
    title: '2 need attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 2',
    rows: 'Quillbox (5522008) · Error, Ledgerlane (4411007) · Expired',
    home: 'Connected 3 · Needs attention 2 · Not reported 3',
    apps: `Ledgerlane (4411007) · Expired, ${OTHERS}`,
  },
  {
    tells: 'Ledgerlane is reconnected',
    async does({ world, look }) {
      world.mendApp(SALTMARSH, 'Ledgerlane')
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox (5522008) · Error',
    home: 'Connected 4 · Needs attention 1 · Not reported 3',
    apps: `Ledgerlane (4411007) · Connected, ${OTHERS}`,
  },
]
