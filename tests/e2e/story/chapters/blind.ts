import type { Step } from '../table.ts'
import { BELLWETHER, DAY, MINUTE, SALTMARSH } from './accounts.ts'

const SALTMARSH_SEEN = `Harborline Pro (4411007) · Connected, Ledgerlane (4411007) · Connected,
  Quillbox (4411007; installed by Maren Farrow) · Not reported,
  Quillbox (4411007; installed by Vesna Dunmore) · Connected`
const BELLWETHER_SEEN = `Peppercorn (5522008) · Not reported, Quillbox (5522008) · Error, Saltbox (5522008) · Connected`
const BELLWETHER_LAST_KNOWN = `Peppercorn (5522008) · Not checked + Last known: not reported,
  Quillbox (5522008) · Not checked + Last known: error, Saltbox (5522008) · Not checked + Last known: connected`

/** When the page cannot be read, or was not for a week: no app looks healthy or gone because of it. */
export const BLIND: readonly Step[] = [
  {
    tells: 'HubSpot asks to sign in, as it does every day',
    async does({ world, look }) {
      world.setState(SALTMARSH, 'signed-out')
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox (5522008) · Error',
    says: 'Signed out of HubSpot 4411007 The page could not be read. Last read ‹time›.',
    home: 'Connected 4 · Needs attention 1 · Not reported 3',
    homeSays: '4411007: Signed out of HubSpot The page could not be read. Last read ‹time›.',
    apps: `${SALTMARSH_SEEN}, ${BELLWETHER_SEEN}`,
  },
  {
    tells: 'Twelve minutes later nobody has signed in: now it is a problem',
    does: ({ pass }) => pass(12 * MINUTE),
    badge: '2',
    title: '2 need attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 2',
    rows: 'Quillbox (5522008) · Error, 4411007 · Cannot see',
    home: 'Connected 4 · Needs attention 2 · Not reported 3',
    homeSays: '4411007: Signed out of HubSpot The page could not be read. Last read ‹time›.',
    apps: `${SALTMARSH_SEEN}, ${BELLWETHER_SEEN}`,
  },
  {
    tells: 'After signing in, HubSpot does not let this person see the page',
    async does({ world, look }) {
      world.setState(SALTMARSH, 'no-permission')
      await look(SALTMARSH)
    },
    badge: '2',
    title: '2 need attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 2',
    rows: 'Quillbox (5522008) · Error, 4411007 · Cannot see',
    home: 'Connected 4 · Needs attention 2 · Not reported 3',
    homeSays: `4411007: HubSpot does not let you see this page It takes a super admin or App Marketplace access; a super admin can give it. Last read ‹time›.`,
    apps: `${SALTMARSH_SEEN}, ${BELLWETHER_SEEN}`,
  },
  {
    tells: 'The permission is given, and the page is read again',
    async does({ world, look }) {
      world.setState(SALTMARSH, 'open')
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox (5522008) · Error',
    home: 'Connected 4 · Needs attention 1 · Not reported 3',
    apps: `${SALTMARSH_SEEN}, ${BELLWETHER_SEEN}`,
  },
  {
    tells: 'Eight days pass in which nobody looks at either account',
    does: ({ pass }) => pass(8 * DAY),
    badge: '!',
    title: 'Cannot see your apps since {8 days ago}',
    popup: 'Needs your attention · !',
    says: 'Patchbay cannot see your apps',
    home: 'Connected 0 · Needs attention 2 · Not reported 8',
    homeRows: '5522008 · Not checked, 4411007 · Not checked', // the second was not read for longer
    homeSays: `4411007: Patchbay cannot see your apps
      5522008: Patchbay cannot see your apps`,
    apps: `Harborline Pro (4411007) · Not checked + Last known: connected,
      Ledgerlane (4411007) · Not checked + Last known: connected,
      Quillbox (4411007; installed by Maren Farrow) · Not checked + Last known: not reported,
      Quillbox (4411007; installed by Vesna Dunmore) · Not checked + Last known: connected,
      ${BELLWETHER_LAST_KNOWN}`,
  },
  {
    tells: 'The first account is read again; the other still cannot be seen, and that is a row like any other',
    does: ({ look }) => look(SALTMARSH),
    badge: '1',
    title: '1 needs attention. Cannot see 5522008',
    popup: 'Needs your attention · 1',
    rows: '5522008 · Not checked',
    home: 'Connected 3 · Needs attention 1 · Not reported 5',
    homeSays: '5522008: Patchbay cannot see your apps',
    apps: `${SALTMARSH_SEEN}, ${BELLWETHER_LAST_KNOWN}`,
  },
  {
    tells: 'The other account is read again as well',
    does: ({ look }) => look(BELLWETHER),
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox (5522008) · Error',
    home: 'Connected 4 · Needs attention 1 · Not reported 3',
    apps: `${SALTMARSH_SEEN}, ${BELLWETHER_SEEN}`,
  },
]
