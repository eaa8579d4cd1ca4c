import type { AppRef } from '../facts/refs.ts'
import { below } from './chance.ts'

/**
 * Who plays in the sample. Every name is invented; none is meant to be a product, company or person.
 *
 * A role is what happens to an app. The first five report a status, in My apps: at any time one of `error`, one of
 * `expired` and one of `disconnected` is in that trouble, in turn; `steady` never is; `paused` reports a word nobody knows.
 * The others report none: `asks` get items in Needs your attention, in turn; `twin` share a name; `hidden` drop out of
 * the list for some days; `several` has many connections; of `guest` one is installed at a time. `other` and
 * `other-guest` are the same among Other apps.
 */
const CAST = {
  error: 'Ledgerlane/|Billcart/|Taxbarrow#|Stockwren/|Cartgable#|見積ひばり#',
  expired: 'Mailharbor/|Signpad/|Callthistle#|Adlantern/|Inkferry/|Eventmoor#',
  disconnected: 'Formwell/|Surveyloom#|Quotekiln/|Filecairn/|Pagelark#',
  steady: 'Leadmast/|Calgarth/|Helpnook/|名刺の小径#',
  paused: 'Tidefold#',
  asks: 'Ringdesk@|Chatdock@|Reviewtarn#',
  twin: 'Northsheet@|Northsheet@',
  hidden: 'Shipfold@|Scanhollow~',
  several: 'Meetgrid#',
  guest: 'Webinar Loft@|Castmoor@',
  other:
    'Enrichpath#|Slideport@|Postgarth@|Loyalfern#|宛名工房~|Chartwain@|Votebarn@|Vendwillow#|Mapkestrel~|Noteplover@|Gridfinch~|Trackmarsh@|勤怠つぐみ@|Snapheron~|Textburrow@|Plankpost~',
  'other-guest': 'Bookwharf@|Deskheath@',
} as const
export type Role = keyof typeof CAST

export interface CastApp {
  name: string
  role: Role
  /** Place among those of its role. */
  nth: number
  /** As its row names it: HubSpot-built (slug), by app id, by an opaque page number, or by nothing but its name. */
  ref: AppRef
}

const refOf = (name: string, kind: string, nth: number): AppRef => {
  if (kind === '~') return `name:${name}`
  if (kind === '/') return `slug:${name.toLowerCase()}`
  const number = 20_000_000 + below(20_000_000, name, nth)
  return kind === '#' ? `id:${number}` : `page:${number}`
}

const castOf = (role: Role): CastApp[] =>
  CAST[role].split('|').map((entry, nth) => {
    const name = entry.slice(0, -1)
    return { name, role, nth, ref: refOf(name, entry.slice(-1), nth) }
  })

const APPS = Object.fromEntries((Object.keys(CAST) as Role[]).map(role => [role, castOf(role)]))

/** The apps of a role, in the order in which their turn comes. */
export const appsOf = (role: Role): readonly CastApp[] => APPS[role] ?? []

/** 35 people; the first 20 from the same country, so to speak. */
export const PEOPLE: readonly string[] =
  'Alex Rowmere|Jo Marlick|Sam Kestrin|Robin Tarnby|Kim Pellowe|Casey Brandle|Devon Ashwick|Ellis Corvane|Frankie Dulmere|Harper Elsgate|Jamie Fennock|Kit Garrowby|Lee Hatherne|Morgan Iddesley|Noel Jarvick|Parker Kelmoor|Quinn Lanscombe|Reese Nethern|Sasha Ormsway|Toby Quenby|水無月 透|霧島 杏|白樺 直|雪村 巴|藤蔓 栞|空木 稔|鈴掛 悠|若苗 環|朝霧 澪|花筏 楓|夕凪 潤|星川 灯|常磐 雫|露草 瑞|月影 遥'.split(
    '|',
  )

const TEAMS = 'Sales|Marketing|Service|Finance|Data & Ops|大阪営業部'.split('|')

/** The team of a person by number; the last one of each country is in none. */
export const teamOf = (person: number): string | null =>
  person === 19 || person === 34 ? null : ((person < 20 ? TEAMS[person % 5] : TEAMS[5 - (person % 3) * 2]) ?? null)
