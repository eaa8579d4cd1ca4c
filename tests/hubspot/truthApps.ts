import { canon } from './canon.ts'
import { APP_ENDINGS, APP_STEMS, BUILT_IN_APPS, CATEGORIES, HOSTILE_APPS, JAPANESE_APPS } from './invented.ts'
import { ODD_STATUS } from './page/words/oddWords.ts'
import type { Random } from './random.ts'
import type { AppTruth, Day, LinkTruth, PermissionTruth, Person, Shape, StatusTruth } from './truth.ts'

/** How many permission phrases every language has (`page/words`). */
export const PERMISSION_PHRASES = 14

/** The apps of an account: My apps first, then Other apps. */
export function makeApps(draw: Random, shape: Shape, people: readonly Person[]): AppTruth[] {
  const [low, high] = { empty: [0, 0], few: [1, 5], usual: [6, 40], many: [60, 120], large: [300, 300] }[
    shape.size
  ] as [number, number]
  const mine = draw.int(low, high)
  const other =
    shape.size === 'empty' ? 0 : shape.size === 'large' ? draw.int(20, 60) : draw.int(0, Math.max(2, mine >> 1))
  const names = makeNames(draw.fork('names'), shape, mine + other)
  const apps = names.map((name, index) => makeApp(draw.fork(`app ${index}`), shape, people, name, index, index < mine))
  if (shape.sameNames) repeatNames(draw.fork('same'), apps)
  return apps
}

/** Different names (as a person reads them), some hostile when the account is. */
function makeNames(draw: Random, shape: Shape, count: number): string[] {
  const names: string[] = []
  const seen = new Set<string>()
  const add = (name: string) => {
    if (names.length >= count || seen.has(canon(name).toLowerCase())) return
    seen.add(canon(name).toLowerCase())
    names.push(name)
  }
  if (shape.hostile) for (const name of draw.some(HOSTILE_APPS, Math.max(2, Math.min(18, count >> 1)))) add(name)
  if (shape.japanese) for (const name of draw.some(JAPANESE_APPS, Math.max(2, count >> 1))) add(name)
  for (let tries = 0; names.length < count; tries++) {
    const name = draw.pick(APP_STEMS) + draw.pick(APP_ENDINGS)
    add(tries > count * 4 ? `${name} ${tries}` : name)
  }
  return draw.shuffled(names)
}

function makeApp(
  draw: Random,
  shape: Shape,
  people: readonly Person[],
  name: string,
  index: number,
  mine: boolean,
): AppTruth {
  const link = mine ? drawLink(draw, index) : ({ kind: 'none' } as const)
  const builtIn = link.kind === 'slug' ? BUILT_IN_APPS.find(([slug]) => slug === link.slug)?.[1] : undefined
  const userLevel = draw.chance(0.15)
  const multiAccount = !userLevel && draw.chance(0.1)
  const users = mine ? [] : draw.some(people, draw.int(1, Math.min(people.length, 9)))
  const installed = drawDay(draw, shape, 1, 1800)
  return {
    id: `a${index}`,
    appId: 1_000_000 + index * 37 + draw.int(0, 36) + draw.int(0, 4) * 100_000_000,
    name: builtIn && draw.chance(0.9) ? builtIn : name,
    link,
    place: mine ? 'mine' : 'other',
    status: mine ? drawStatus(draw, shape, link) : { kind: 'none' },
    userLevel,
    multiAccount,
    installed,
    installer: draw.chance(0.93) ? draw.pick(people).id : undefined,
    lastActivity: userLevel || multiAccount || draw.chance(0.1) ? undefined : laterDay(draw, shape, installed),
    connections: mine && draw.chance(0.12) ? (draw.chance(0.75) ? draw.int(2, 14) : 'several') : undefined,
    users: users.map(person => ({ person: person.id, installed: drawDay(draw, shape, 1, 900) })),
    permissions: drawPermissions(draw),
    category: draw.pick(CATEGORIES),
  }
}

/** Each built-in slug at most once in an account: it is an identity. */
function drawLink(draw: Random, index: number): LinkTruth {
  const builtIn = BUILT_IN_APPS[(index - 3) / 4]
  if (builtIn && draw.chance(0.7)) return { kind: 'slug', slug: builtIn[0] }
  const at = draw.next()
  if (at < 0.42) return { kind: 'id' }
  if (at < 0.86) return { kind: 'page', number: 20_000_000 + index * 41 + draw.int(0, 40) }
  return { kind: 'none' }
}

/** Most apps report no status: only some HubSpot-built ones do. */
function drawStatus(draw: Random, shape: Shape, link: LinkTruth): StatusTruth {
  if (draw.chance(link.kind === 'slug' ? 0.2 : 0.45)) return { kind: 'none' }
  if (shape.oddStatus && draw.chance(0.12)) return { kind: 'odd', index: draw.int(0, ODD_STATUS.length - 1) }
  const at = draw.next()
  return { kind: at < 0.7 ? 'connected' : at < 0.8 ? 'expired' : at < 0.9 ? 'disconnected' : 'error' }
}

/** A day between `nearest` and `farthest` days before today. */
function drawDay(draw: Random, shape: Shape, nearest: number, farthest: number): Day {
  const day = Temporal.PlainDate.from(shape.today).subtract({ days: draw.int(nearest, farthest) })
  if (!shape.lowDays || day.day <= 12) return day.toString()
  const low = day.with({ day: draw.int(1, 12) })
  return low.toString()
}

/** A day from `after` to today, mostly recent. */
function laterDay(draw: Random, shape: Shape, after: Day): Day {
  const span = Temporal.PlainDate.from(after).until(shape.today, { largestUnit: 'days' }).days
  const day = drawDay(draw, shape, 0, Math.min(span, draw.pick([0, 1, 3, 12, 40, 400])))
  return day < after ? after : day
}

function drawPermissions(draw: Random): PermissionTruth[] {
  const phrases = draw.some(
    Array.from({ length: PERMISSION_PHRASES }, (_, index) => index),
    draw.int(1, 9),
  )
  return phrases.map(phrase => {
    const at = draw.next()
    return { phrase, group: at < 0.75 ? 'granted' : at < 0.9 ? 'after reauthorization' : 'needs upgrade' }
  })
}

/** Gives one to three apps the name of another one. Which rows stay tellable depends on their links. */
function repeatNames(draw: Random, apps: AppTruth[]): void {
  for (let round = draw.int(1, 3); round > 0; round--) {
    const mine = apps.filter(app => app.place === 'mine')
    if (mine.length < 2) return
    const [kept, renamed] = draw.some(mine, 2) as [AppTruth, AppTruth]
    renamed.name = kept.name
    // A user list of an app that shares its name with one of My apps cannot be told apart by anybody.
  }
}
