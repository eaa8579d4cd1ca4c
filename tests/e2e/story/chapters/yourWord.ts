import { fixed, snooze, undoInRow } from '../deeds.ts'
import type { Step } from '../table.ts'
import { DAY, SALTMARSH } from './accounts.ts'

const OTHERS = `Harborline Pro · Connected, Quillbox (installed by Maren Farrow) · Not reported,
  Quillbox (installed by Vesna Dunmore) · Connected`

/** What the person says: snoozed, fixed, taken back; and what HubSpot shows afterwards. */
export const YOUR_WORD: readonly Step[] = [
  {
    tells: 'Ledgerlane expires again',
    async does({ world, look }) {
      world.breakApp(SALTMARSH, 'Ledgerlane', 'expired')
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    home: 'Connected 2 · Needs attention 1 · Not reported 2',
    apps: `Ledgerlane · Expired, ${OTHERS}`,
  },
  {
    tells: 'The person snoozes it until it is seen again',
    does: snooze('Ledgerlane', 'Until it is seen again'),
    title: 'Nothing open. 1 snoozed',
    popup: 'Needs your attention · 0 · 1 snoozed',
    says: 'Nothing open: every problem is snoozed.',
    home: 'Connected 2 · Needs attention 0 · Not reported 2',
    homeSays: 'Nothing open: every problem is snoozed.',
    apps: `Ledgerlane · Expired + Snoozed until it is seen again, ${OTHERS}`,
  },
  {
    tells: 'It is seen again',
    does: ({ look }) => look(SALTMARSH),
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    home: 'Connected 2 · Needs attention 1 · Not reported 2',
    apps: `Ledgerlane · Expired, ${OTHERS}`,
  },
  {
    tells: 'The person snoozes it until tomorrow; it is seen again before that',
    async does(scene) {
      await snooze('Ledgerlane', 'Tomorrow, 09:00')(scene)
      await scene.look(SALTMARSH)
    },
    title: 'Nothing open. 1 snoozed',
    popup: 'Needs your attention · 0 · 1 snoozed',
    says: 'Nothing open: every problem is snoozed.',
    home: 'Connected 2 · Needs attention 0 · Not reported 2',
    homeSays: 'Nothing open: every problem is snoozed.',
    apps: `Ledgerlane · Expired + Snoozed until ‹time›, ${OTHERS}`,
  },
  {
    tells: 'Two days pass: the snooze is over',
    does: ({ pass }) => pass(2 * DAY),
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    home: 'Connected 2 · Needs attention 1 · Not reported 2',
    homeSays: 'Not checked since ‹time›. Open the page to check.',
    apps: `Ledgerlane · Expired, ${OTHERS}`,
  },
  {
    tells: 'The person says that it is fixed. That makes it no connected app: its state is unknown',
    does: fixed('Ledgerlane'),
    title: 'No known problem. 2 connected, 3 not reported',
    popup: 'Needs your attention · 0 · 1 marked fixed',
    says: 'No known problem',
    home: 'Connected 2 · Needs attention 0 · Not reported 3',
    homeSays: `Not checked since ‹time›. Open the page to check.
      No known problem`,
    apps: `Ledgerlane · Expired + Marked fixed by you, ${OTHERS}`,
  },
  {
    tells: 'The person takes that back',
    does: undoInRow('Ledgerlane', '1 marked fixed'),
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    home: 'Connected 2 · Needs attention 1 · Not reported 2',
    homeSays: 'Not checked since ‹time›. Open the page to check.',
    apps: `Ledgerlane · Expired, ${OTHERS}`,
  },
  {
    tells: 'The person says once more that it is fixed, and then it is seen again: it is open again',
    async does(scene) {
      await fixed('Ledgerlane')(scene)
      await scene.look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    home: 'Connected 2 · Needs attention 1 · Not reported 2',
    apps: `Ledgerlane · Expired, ${OTHERS}`,
  },
  {
    tells: 'Ledgerlane is reconnected',
    async does({ world, look }) {
      world.mendApp(SALTMARSH, 'Ledgerlane')
      await look(SALTMARSH)
    },
    title: 'No known problem. 3 connected, 2 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 3 · Needs attention 0 · Not reported 2',
    homeSays: 'No known problem',
    apps: `Ledgerlane · Connected, ${OTHERS}`,
  },
]
