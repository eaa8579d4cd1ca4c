import { fixed, undoInToast } from '../deeds.ts'
import type { Step } from '../table.ts'
import { SALTMARSH } from './accounts.ts'

/** What is not on the page: nothing goes because part of a list was read, and an app only after two whole lists without it. */
export const ABSENCE: readonly Step[] = [
  {
    tells: 'A filter is on in HubSpot, which shows three of six apps',
    does: ({ look }) => look(SALTMARSH, { filter: 'chip', seed: 3 }), // of this seed: Status: Connected
    title: 'No known problem. 3 connected, 4 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: `No known problem
      Part of the page was read A filter or search is on, so only part of the list is shown. Clear it. Apps not seen are not counted as gone.`,
    home: 'Connected 3 · Needs attention 0 · Not reported 4',
    homeSays: `Part of the page was read A filter or search is on, so only part of the list is shown. Clear it. Apps not seen are not counted as gone.
      No known problem`,
    apps: `Emberdesk · Not reported, Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Connected,
      Tidewater · Not reported`,
  },
  {
    tells: 'HubSpot shows the list in pages of four; the person stays on the first',
    does: ({ look }) => look(SALTMARSH, { mine: { form: 'native', lazy: 'pager', drawn: 4 }, stopsShort: true }),
    title: 'No known problem. 3 connected, 4 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: `No known problem
      Part of the page was read My apps 4 of 6. Apps not seen are not counted as gone.`,
    home: 'Connected 3 · Needs attention 0 · Not reported 4',
    homeSays: `Part of the page was read My apps 4 of 6. Apps not seen are not counted as gone.
      No known problem`,
    apps: `Emberdesk · Not reported, Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Connected,
      Tidewater · Not reported`,
  },
  {
    tells: 'Emberdesk is gone from the list, read whole once: that may be a slip',
    async does({ world, look }) {
      world.uninstallApp(SALTMARSH, 'Emberdesk')
      await look(SALTMARSH)
    },
    title: 'No known problem. 3 connected, 4 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 3 · Needs attention 0 · Not reported 4',
    homeSays: 'No known problem',
    apps: `Emberdesk · Not reported, Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Connected,
      Tidewater · Not reported`,
  },
  {
    tells: 'A second whole list without Emberdesk: it is not seen any more',
    does: ({ look }) => look(SALTMARSH),
    badge: '1',
    title: '1 needs attention. Worst: Emberdesk, not seen any more',
    popup: 'Needs your attention · 1',
    rows: 'Emberdesk · Not seen any more',
    home: 'Connected 3 · Needs attention 1 · Not reported 3',
    apps: `Emberdesk · Not reported + Not seen any more, Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Connected,
      Tidewater · Not reported`,
  },
  {
    tells: 'The person presses I fixed it on Emberdesk: it is gone',
    does: fixed('Emberdesk'),
    title: 'No known problem. 3 connected, 3 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 3 · Needs attention 0 · Not reported 3',
    homeSays: 'No known problem',
    apps: `Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Connected,
      Tidewater · Not reported`,
  },
  {
    tells: 'The person presses Undo: it is missed again',
    does: undoInToast,
    badge: '1',
    title: '1 needs attention. Worst: Emberdesk, not seen any more',
    popup: 'Needs your attention · 1',
    rows: 'Emberdesk · Not seen any more',
    home: 'Connected 3 · Needs attention 1 · Not reported 3',
    apps: `Emberdesk · Not reported + Not seen any more, Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Connected,
      Tidewater · Not reported`,
  },
  {
    tells: 'I fixed it after all, and another whole list without Emberdesk',
    async does(scene) {
      await fixed('Emberdesk')(scene)
      await scene.look(SALTMARSH)
    },
    title: 'No known problem. 3 connected, 3 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 3 · Needs attention 0 · Not reported 3',
    homeSays: 'No known problem',
    apps: `Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Connected,
      Tidewater · Not reported`,
  },
  {
    tells:
      'Tidewater is uninstalled: the list without it and the app log settle it. The log tells of Old Mill too, which left before',
    async does({ world, look }) {
      world.uninstallApp(SALTMARSH, 'Tidewater')
      world.logEvent(SALTMARSH, 'Tidewater', 'uninstalled', new Date().toISOString(), 'Lorcan Bellwether')
      await look(SALTMARSH)
      await look(SALTMARSH, { page: 'insights' })
    },
    title: 'No known problem. 3 connected, 2 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 3 · Needs attention 0 · Not reported 2',
    homeSays: 'No known problem',
    apps: `Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Connected`,
  },
]
