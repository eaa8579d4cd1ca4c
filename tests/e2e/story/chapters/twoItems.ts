import type { AttentionTruth } from '../../../hubspot/truth.ts'
import type { Scene } from '../scene.ts'
import type { Step } from '../table.ts'
import { SALTMARSH } from './accounts.ts'

/** Two items of one app under Needs your attention: one row, and each ends by itself. */
export const TWO_ITEMS: readonly Step[] = [
  {
    tells: 'Ledgerlane expires, and “Finish setting up Ledgerlane.” stands under Needs your attention too',
    async does(scene) {
      scene.world.breakApp(SALTMARSH, 'Ledgerlane', 'expired')
      addItem(scene, 'Ledgerlane', { reason: 'other', sentence: 2 })
      await scene.look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    homeRows: 'Ledgerlane · Expired · Needs attention',
    home: 'Connected 1 · Needs attention 1 · Not reported 4',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Expired, Quillbox · Not reported,
      Tidewater · Not reported`,
  },
  {
    tells: 'The older list, which has no such section, still says expired: both stay',
    does: ({ look }) => look(SALTMARSH, { page: 'installed' }),
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    homeRows: 'Ledgerlane · Expired · Needs attention',
    home: 'Connected 1 · Needs attention 1 · Not reported 4',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Expired, Quillbox · Not reported,
      Tidewater · Not reported`,
  },
  {
    tells: 'Ledgerlane is reconnected; setting it up is still to be finished',
    async does(scene) {
      scene.world.mendApp(SALTMARSH, 'Ledgerlane')
      addItem(scene, 'Ledgerlane', { reason: 'other', sentence: 2 })
      await scene.look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, needs attention',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Needs attention',
    home: 'Connected 1 · Needs attention 1 · Not reported 4',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Connected + Needs attention,
      Quillbox · Not reported, Tidewater · Not reported`,
  },
  {
    tells: 'It is set up; Quillbox, whose status is blank, has errors and is disconnected, in two items without a link',
    async does(scene) {
      scene.world.mendApp(SALTMARSH, 'Ledgerlane')
      scene.world.breakApp(SALTMARSH, 'Quillbox', 'disconnected')
      addItem(scene, 'Quillbox', { reason: 'error', sentence: 0 })
      await scene.look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox · Error',
    homeRows: 'Quillbox · Error · Disconnected',
    home: 'Connected 2 · Needs attention 1 · Not reported 3',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Connected, Quillbox · Error,
      Tidewater · Not reported`,
  },
  {
    tells: 'Only its errors are left',
    async does(scene) {
      scene.world.breakApp(SALTMARSH, 'Quillbox', 'error')
      await scene.look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox · Error',
    home: 'Connected 2 · Needs attention 1 · Not reported 3',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Connected, Quillbox · Error,
      Tidewater · Not reported`,
  },
  {
    tells: 'Neither is left',
    async does({ world, look }) {
      world.mendApp(SALTMARSH, 'Quillbox')
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
]

/** One more item of the app, beside those it has. */
function addItem({ world }: Scene, name: string, item: Omit<AttentionTruth, 'app'>): void {
  world.change(SALTMARSH, ({ apps, attention }) => {
    const app = apps.find(one => one.name === name)
    if (!app) throw new Error(`There is no ${name}`)
    attention.push({ app: app.id, ...item })
  })
}
