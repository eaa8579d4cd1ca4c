import type { Step } from '../table.ts'
import { DAY, SALTMARSH } from './accounts.ts'

/** What breaks, with and without a status of its own, and each of the ways in which HubSpot shows that it works again. */
export const BREAK_AND_MEND: readonly Step[] = [
  {
    tells: 'Ledgerlane expires: its status says so, and so does Needs your attention',
    async does({ world, look }) {
      world.breakApp(SALTMARSH, 'Ledgerlane', 'expired')
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    home: 'Connected 1 · Needs attention 1 · Not reported 4',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Expired, Quillbox · Not reported,
      Tidewater · Not reported`,
  },
  {
    tells: 'Quillbox, whose status is blank, turns up under Needs your attention',
    async does({ world, look }) {
      world.breakApp(SALTMARSH, 'Quillbox', 'error')
      await look(SALTMARSH)
    },
    badge: '2',
    title: '2 need attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 2',
    rows: 'Quillbox · Error, Ledgerlane · Expired',
    home: 'Connected 1 · Needs attention 2 · Not reported 3',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Expired, Quillbox · Error,
      Tidewater · Not reported`,
  },
  {
    tells: 'The section is read whole and lists Quillbox no more, while it stands in My apps: it is mended',
    async does({ world, look }) {
      world.mendApp(SALTMARSH, 'Quillbox')
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    home: 'Connected 1 · Needs attention 1 · Not reported 4',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Expired, Quillbox · Not reported,
      Tidewater · Not reported`,
  },
  {
    tells: 'Ledgerlane is reconnected: its status says so',
    async does({ world, look }) {
      world.mendApp(SALTMARSH, 'Ledgerlane')
      await look(SALTMARSH)
    },
    title: 'No known problem. 2 connected, 4 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 2 · Needs attention 0 · Not reported 4',
    homeSays: 'No known problem',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Connected, Quillbox · Not reported,
      Tidewater · Not reported`,
  },
  {
    tells: '“Finish setting up Emberdesk.” stands under Needs your attention: which trouble that is, nobody can say',
    async does({ world, look }) {
      world.change(SALTMARSH, ({ apps, attention }) => {
        const emberdesk = apps.find(app => app.name === 'Emberdesk')
        if (emberdesk) attention.push({ app: emberdesk.id, reason: 'other', sentence: 2 })
      })
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Emberdesk, needs attention',
    popup: 'Needs your attention · 1',
    rows: 'Emberdesk · Needs attention',
    home: 'Connected 2 · Needs attention 1 · Not reported 3',
    apps: `Emberdesk · Not reported + Needs attention, Harborline · Connected, Ledgerlane · Connected,
      Quillbox · Not reported, Tidewater · Not reported`,
  },
  {
    tells: 'Three days pass in which nobody looks',
    does: ({ pass }) => pass(3 * DAY),
    badge: '1',
    title: '1 needs attention. Worst: Emberdesk, needs attention',
    popup: 'Needs your attention · 1',
    rows: 'Emberdesk · Needs attention',
    home: 'Connected 2 · Needs attention 1 · Not reported 3',
    homeSays: 'Not checked since ‹time›. Open the page to check.',
    apps: `Emberdesk · Not reported + Needs attention, Harborline · Connected, Ledgerlane · Connected,
      Quillbox · Not reported, Tidewater · Not reported`,
  },
  {
    tells: 'The older list, which has no such section, says that Emberdesk was active today: it is mended',
    async does({ world, look }) {
      world.mendApp(SALTMARSH, 'Emberdesk', Temporal.Now.plainDateISO('UTC').toString())
      await look(SALTMARSH, { page: 'installed' })
    },
    title: 'No known problem. 2 connected, 4 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 2 · Needs attention 0 · Not reported 4',
    homeSays: 'No known problem',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Connected, Quillbox · Not reported,
      Tidewater · Not reported`,
  },
]
