import type { Scene } from '../scene.ts'
import type { Step } from '../table.ts'
import { DAY, SALTMARSH } from './accounts.ts'

const today = () => Temporal.Now.plainDateISO('UTC').toString()

/** So many days, on each of which the page is looked at; on the last one it stays on this day. */
async function days(scene: Scene, count: number, isActive: boolean): Promise<void> {
  for (let day = 0; day < count; day++) {
    await scene.pass(DAY)
    if (isActive) scene.world.mendApp(SALTMARSH, 'Dovetail', today())
    await scene.look(SALTMARSH)
  }
}

const OTHERS = `Harborline Pro · Connected, Ledgerlane · Connected, Quillbox (installed by Maren Farrow) · Not reported,
  Quillbox (installed by Vesna Dunmore) · Connected`

/** An app without a status: that it is silent for longer than ever is all that can be known of it. */
export const GONE_QUIET: readonly Step[] = [
  {
    tells: 'Ledgerlane is reconnected; Dovetail is installed, reports no status, and is used each day for twelve days',
    async does(scene) {
      scene.world.mendApp(SALTMARSH, 'Ledgerlane')
      scene.world.installApp(SALTMARSH, { name: 'Dovetail', lastActivity: today() })
      await scene.look(SALTMARSH)
      await days(scene, 12, true)
    },
    title: 'No known problem. 3 connected, 3 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 3 · Needs attention 0 · Not reported 3',
    homeSays: 'No known problem',
    apps: `Dovetail · Not reported, ${OTHERS}`,
  },
  {
    tells:
      'It does nothing for six days; the page is looked at each day: two days between two activities are nothing new',
    does: scene => days(scene, 6, false),
    title: 'No known problem. 3 connected, 3 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 3 · Needs attention 0 · Not reported 3',
    homeSays: 'No known problem',
    apps: `Dovetail · Not reported, ${OTHERS}`,
  },
  {
    tells: 'Two days more, looked at again: it has gone quiet, and still reports no status',
    does: scene => days(scene, 2, false),
    badge: '1',
    title: '1 needs attention. Worst: Dovetail, gone quiet',
    popup: 'Needs your attention · 1',
    rows: 'Dovetail · Gone quiet',
    home: 'Connected 3 · Needs attention 1 · Not reported 3',
    apps: `Dovetail · Not reported + Gone quiet, ${OTHERS}`,
  },
  {
    tells: 'It comes back: the page shows activity of today',
    async does({ world, look }) {
      world.mendApp(SALTMARSH, 'Dovetail', today())
      await look(SALTMARSH)
    },
    title: 'No known problem. 3 connected, 3 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 3 · Needs attention 0 · Not reported 3',
    homeSays: 'No known problem',
    apps: `Dovetail · Not reported, ${OTHERS}`,
  },
]
