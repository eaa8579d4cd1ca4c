import { speak } from '../deeds.ts'
import type { Step } from '../table.ts'
import { BELLWETHER, SALTMARSH } from './accounts.ts'

/** Two accounts side by side: they never mix, their counts add up, and no language changes a number. */
export const TWO_ACCOUNTS: readonly Step[] = [
  {
    tells:
      'The page of a second account is opened in another tab; its app Quillbox, of the same page number, has an error',
    does: ({ look }) => look(BELLWETHER),
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox (5522008) · Error',
    home: 'Connected 4 · Needs attention 1 · Not reported 3',
    apps: `Harborline Pro (4411007) · Connected, Ledgerlane (4411007) · Connected,
      Quillbox (4411007; installed by Maren Farrow) · Not reported,
      Quillbox (4411007; installed by Vesna Dunmore) · Connected,
      Peppercorn (5522008) · Not reported, Quillbox (5522008) · Error, Saltbox (5522008) · Connected`,
  },
  {
    tells: 'In that tab the person switches to the first account, where Ledgerlane has expired',
    async does({ world, open, look }) {
      world.breakApp(SALTMARSH, 'Ledgerlane', 'expired')
      await look(SALTMARSH, {}, await open(BELLWETHER))
    },
    badge: '2',
    title: '2 need attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 2',
    rows: 'Quillbox (5522008) · Error, Ledgerlane (4411007) · Expired',
    home: 'Connected 3 · Needs attention 2 · Not reported 3',
    apps: `Harborline Pro (4411007) · Connected, Ledgerlane (4411007) · Expired,
      Quillbox (4411007; installed by Maren Farrow) · Not reported,
      Quillbox (4411007; installed by Vesna Dunmore) · Connected,
      Peppercorn (5522008) · Not reported, Quillbox (5522008) · Error, Saltbox (5522008) · Connected`,
  },
  {
    tells: 'HubSpot speaks Japanese; both pages are read again',
    async does({ look }) {
      await look(SALTMARSH, { language: 'ja', dates: JAPANESE_DATES })
      await look(BELLWETHER, { language: 'ja', dates: JAPANESE_DATES })
    },
    badge: '2',
    title: '2 need attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 2',
    rows: 'Quillbox (5522008) · Error, Ledgerlane (4411007) · Expired',
    home: 'Connected 3 · Needs attention 2 · Not reported 3',
    apps: `Harborline Pro (4411007) · Connected, Ledgerlane (4411007) · Expired,
      Quillbox (4411007; installed by Maren Farrow) · Not reported,
      Quillbox (4411007; installed by Vesna Dunmore) · Connected,
      Peppercorn (5522008) · Not reported, Quillbox (5522008) · Error, Saltbox (5522008) · Connected`,
  },
  {
    tells: 'Patchbay speaks Japanese too',
    does: speak('ja'),
    badge: '2',
    title: '要注目2件。最優先：Quillbox（エラー）',
    popup: '要注目 · 2',
    rows: 'Quillbox (5522008) · エラー, Ledgerlane (4411007) · 期限切れ',
    home: '接続済み 3 · 要注目 2 · 報告なし 3',
    apps: `Harborline Pro (4411007) · 接続済み, Ledgerlane (4411007) · 期限切れ,
      Quillbox (4411007; インストール者：Maren Farrow) · 報告なし,
      Quillbox (4411007; インストール者：Vesna Dunmore) · 接続済み,
      Peppercorn (5522008) · 報告なし, Quillbox (5522008) · エラー, Saltbox (5522008) · 接続済み`,
  },
  {
    tells: 'Both speak English again, and Ledgerlane is reconnected',
    async does(scene) {
      await speak('en')(scene)
      scene.world.mendApp(SALTMARSH, 'Ledgerlane')
      await scene.look(SALTMARSH)
    },
    badge: '1',
    title: '1 needs attention. Worst: Quillbox, error',
    popup: 'Needs your attention · 1',
    rows: 'Quillbox (5522008) · Error',
    home: 'Connected 4 · Needs attention 1 · Not reported 3',
    apps: `Harborline Pro (4411007) · Connected, Ledgerlane (4411007) · Connected,
      Quillbox (4411007; installed by Maren Farrow) · Not reported,
      Quillbox (4411007; installed by Vesna Dunmore) · Connected,
      Peppercorn (5522008) · Not reported, Quillbox (5522008) · Error, Saltbox (5522008) · Connected`,
  },
]

const JAPANESE_DATES = {
  format: 'ja-long',
  relative: 'none',
  rounding: 'floor',
  clock: 'none',
  machine: false,
  accountZone: false,
} as const
