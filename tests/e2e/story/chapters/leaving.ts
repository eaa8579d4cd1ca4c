import { expect } from 'vitest'
import { readOnClick } from '../../reading/stage.ts'
import { reconnect, removeAccount, trySample, withoutReadingBySelf } from '../deeds.ts'
import type { Shown, Step } from '../table.ts'
import { BELLWETHER, SALTMARSH } from './accounts.ts'

const SALTMARSH_ALONE = `Harborline Pro · Connected, Quillbox (installed by Maren Farrow) · Not reported,
  Quillbox (installed by Vesna Dunmore) · Connected`

/** Reconnecting, and accounts that go. */
export const LEAVING: readonly Step[] = [
  {
    tells:
      'The second account is read on a click from now on; the person presses Reconnect, which opens the page of the app',
    async does(scene) {
      await withoutReadingBySelf(BELLWETHER)(scene)
      await reconnect('Quillbox')(scene)
    },
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox (5522008) · Error · Waiting for the next read',
    home: 'Connected 4 · Needs attention 1 · Not reported 3',
    apps: `Harborline Pro (4411007) · Connected, Ledgerlane (4411007) · Connected,
      Quillbox (4411007; installed by Maren Farrow) · Not reported,
      Quillbox (4411007; installed by Vesna Dunmore) · Connected,
      Peppercorn (5522008) · Not reported, Quillbox (5522008) · Error + Waiting for the next read,
      Saltbox (5522008) · Connected`,
  },
  {
    tells: 'It worked: the next read, on a click, shows it',
    async does(scene) {
      scene.world.mendApp(BELLWETHER, 'Quillbox')
      await readOnClick(scene, await scene.open(BELLWETHER))
    },
    title: 'No known problem. 5 connected, 3 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 5 · Needs attention 0 · Not reported 3',
    homeSays: 'No known problem',
    apps: `Harborline Pro (4411007) · Connected, Ledgerlane (4411007) · Connected,
      Quillbox (4411007; installed by Maren Farrow) · Not reported,
      Quillbox (4411007; installed by Vesna Dunmore) · Connected,
      Peppercorn (5522008) · Not reported, Quillbox (5522008) · Connected, Saltbox (5522008) · Connected`,
  },
  {
    tells: 'The second account is removed: nothing of it stays',
    does: removeAccount(BELLWETHER, BELLWETHER),
    title: 'No known problem. 3 connected, 2 not reported',
    popup: 'Needs your attention · 0 · Nothing snoozed',
    says: 'No known problem',
    home: 'Connected 3 · Needs attention 0 · Not reported 2',
    homeSays: 'No known problem',
    apps: `Ledgerlane · Connected, ${SALTMARSH_ALONE}`,
  },
  {
    tells: 'Ledgerlane expires',
    async does({ world, look }) {
      world.breakApp(SALTMARSH, 'Ledgerlane', 'expired')
      await look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    home: 'Connected 2 · Needs attention 1 · Not reported 2',
    apps: `Ledgerlane · Expired, ${SALTMARSH_ALONE}`,
  },
  {
    tells: 'The sample account is made beside it: marked on every row, counted like any other',
    does: trySample,
    shows: besideTheSample,
  },
  {
    tells: 'The sample account is removed: all is as before it',
    does: removeAccount('Sample account', 'sample:'),
    badge: '1',
    title: '1 needs attention. Worst: Ledgerlane, expired',
    popup: 'Needs your attention · 1',
    rows: 'Ledgerlane · Expired',
    home: 'Connected 2 · Needs attention 1 · Not reported 2',
    apps: `Ledgerlane · Expired, ${SALTMARSH_ALONE}`,
  },
]

/** What the sample shows depends on its seed and on the day, so that its numbers cannot stand in a table; how they add up can. */
function besideTheSample(shown: Shown): void {
  const isOwn = (row: string) => row.includes('(4411007')
  const samples = shown.rows.filter(row => !isOwn(row))
  expect(shown.rows.filter(isOwn)).toEqual(['Ledgerlane (4411007) · Expired'])
  expect(samples.length).toBeGreaterThan(0)
  expect(samples.filter(row => !row.endsWith(' · Sample'))).toEqual([])
  expect(shown.homeRows ?? shown.rows).toEqual(shown.rows)
  expect(shown.badge).toBe(String(shown.rows.length))
  expect(shown.popup).toContain(`Needs your attention · ${shown.badge}`)
  expect(shown.home).toContain(` · Needs attention ${shown.badge} · `)
  expect(shown.title).toMatch(new RegExp(`^${shown.badge} need attention\\. Worst: `, 'u'))
  expect(shown.apps.filter(isOwn)).toEqual([
    'Harborline Pro (4411007) · Connected',
    'Ledgerlane (4411007) · Expired',
    'Quillbox (4411007; installed by Maren Farrow) · Not reported',
    'Quillbox (4411007; installed by Vesna Dunmore) · Connected',
  ])
  const others = shown.apps.filter(app => !isOwn(app))
  expect(others.filter(app => !/\(.*Sample.*\)/u.test(app))).toEqual([])
}
