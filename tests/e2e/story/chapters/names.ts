import type { AppTruth } from '../../../hubspot/truth.ts'
import type { Scene } from '../scene.ts'
import type { Step } from '../table.ts'
import { SALTMARSH } from './accounts.ts'

/** An app is known by its link: a new name makes no new app, and one name on two apps accuses neither. */
export const NAMES: readonly Step[] = [
  {
    tells: 'Harborline is disconnected',
    async does({ world, look }) {
      world.breakApp(SALTMARSH, 'Harborline', 'disconnected')
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Harborline, disconnected',
    popup: 'Needs your attention · 1',
    rows: 'Harborline · Disconnected',
    home: 'Connected 1 · Needs attention 1 · Not reported 4',
    apps: `Emberdesk · Not reported, Harborline · Disconnected, Ledgerlane · Connected, Quillbox · Not reported,
      Tidewater · Not reported`,
  },
  {
    tells: 'Harborline is renamed Harborline Pro while it is disconnected; its link stays',
    async does({ world, look }) {
      world.renameApp(SALTMARSH, 'Harborline', 'Harborline Pro')
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Harborline Pro, disconnected',
    popup: 'Needs your attention · 1',
    rows: 'Harborline Pro · Disconnected',
    home: 'Connected 1 · Needs attention 1 · Not reported 4',
    apps: `Emberdesk · Not reported, Harborline Pro · Disconnected, Ledgerlane · Connected, Quillbox · Not reported,
      Tidewater · Not reported`,
  },
  {
    tells: 'Harborline Pro is reconnected',
    async does({ world, look }) {
      world.mendApp(SALTMARSH, 'Harborline Pro')
      await look(SALTMARSH)
    },
    title: 'No known problem. 2 connected, 4 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 2 · Needs attention 0 · Not reported 4',
    homeSays: 'No known problem',
    apps: `Emberdesk · Not reported, Harborline Pro · Connected, Ledgerlane · Connected, Quillbox · Not reported,
      Tidewater · Not reported`,
  },
  {
    tells: 'Vesna Dunmore installs another app named Quillbox; it was listed as needing attention under that name once',
    async does({ world, look }) {
      world.installApp(SALTMARSH, { name: 'Quillbox', status: 'connected', installer: 'p2' })
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
    tells: 'The status of the newer Quillbox, whose row is known by its link, says error',
    async does(scene) {
      newerQuillbox(scene).status = { kind: 'error' }
      await scene.look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox · Error',
    home: 'Connected 2 · Needs attention 1 · Not reported 4',
    apps: `Emberdesk · Not reported, Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Error,
      Tidewater · Not reported`,
  },
  {
    tells: '“Quillbox is disconnected.” stands under Needs your attention without a link: it may be either',
    async does({ world, look }) {
      world.breakApp(SALTMARSH, 'Quillbox', 'disconnected')
      await look(SALTMARSH)
    },
    badge: '2',
    title: '2 need attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 2',
    rows: 'Quillbox · Error, Quillbox · Disconnected',
    home: 'Connected 2 · Needs attention 2 · Not reported 4',
    apps: `Emberdesk · Not reported, Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Error,
      Tidewater · Not reported`,
  },
  {
    tells: 'The section lists nothing any more, while both are in My apps: only what the status says is left',
    async does({ world, look }) {
      world.mendApp(SALTMARSH, 'Quillbox')
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox · Error',
    home: 'Connected 2 · Needs attention 1 · Not reported 4',
    apps: `Emberdesk · Not reported, Harborline Pro · Connected, Ledgerlane · Connected,
      Quillbox (installed by Maren Farrow) · Not reported, Quillbox (installed by Vesna Dunmore) · Error,
      Tidewater · Not reported`,
  },
  {
    tells: 'The newer Quillbox is reconnected',
    async does(scene) {
      newerQuillbox(scene).status = { kind: 'connected' }
      await scene.look(SALTMARSH)
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
]

function newerQuillbox({ world }: Scene): AppTruth {
  const app = world.accounts.get(SALTMARSH)?.truth.apps.findLast(({ name }) => name === 'Quillbox')
  if (!app) throw new Error('There is no Quillbox')
  return app
}
