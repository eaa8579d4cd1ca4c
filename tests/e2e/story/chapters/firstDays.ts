import { agreeAndRead, readByItself, redraw } from '../deeds.ts'
import type { Step } from '../table.ts'
import { SALTMARSH } from './accounts.ts'

export const FIRST_DAYS: readonly Step[] = [
  {
    tells: 'Patchbay was installed; nothing is agreed to and nothing was read',
    does: async () => undefined,
    title: 'Patchbay: not set up yet',
    popup: 'No account is watched yet',
    says: 'Patchbay counts the HubSpot apps that need you and says why. It never writes to HubSpot.',
    home: 'Know which HubSpot app needs you, before someone asks.',
  },
  {
    tells: 'The person opens Connected apps, presses Read this page and agrees',
    does: agreeAndRead(SALTMARSH),
    title: 'No known problem. 2 connected, 3 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 2 · Needs attention 0 · Not reported 3',
    homeSays: 'No known problem',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Connected, Quillbox · Not reported`,
  },
  {
    tells: 'The person chooses Automatic in Accounts while the page lies open',
    does: readByItself(SALTMARSH),
    title: 'No known problem. 2 connected, 3 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 2 · Needs attention 0 · Not reported 3',
    homeSays: 'No known problem',
    apps: `Emberdesk · Not reported, Harborline · Connected, Ledgerlane · Connected, Quillbox · Not reported`,
  },
  {
    tells: 'Tidewater is installed, without a status; the open page draws it, and is read without a click',
    async does(scene) {
      scene.world.installApp(SALTMARSH, { name: 'Tidewater' })
      await redraw(SALTMARSH)(scene)
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
