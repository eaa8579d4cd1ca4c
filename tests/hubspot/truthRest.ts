import {
  APP_ENDINGS,
  APP_STEMS,
  CATEGORIES,
  FAMILY_NAMES,
  GIVEN_NAMES,
  JAPANESE_APPS,
  JAPANESE_PEOPLE,
  JAPANESE_TEAMS,
  TEAMS,
} from './invented.ts'
import type { Random } from './random.ts'
import {
  type AppTruth,
  type AttentionTruth,
  EVENT_TYPES,
  type EventTruth,
  type Person,
  type Reason,
  type Recommendation,
  type Shape,
} from './truth.ts'

/** The people of an account, each with a name and an address of their own. */
export function makePeople(draw: Random, shape: Shape): Person[] {
  const teams = shape.japanese ? JAPANESE_TEAMS : TEAMS
  const count = shape.size === 'few' ? draw.int(2, 5) : draw.int(5, 30)
  const people: Person[] = []
  const japanese = shape.japanese ? draw.some(JAPANESE_PEOPLE, Math.ceil(count / 2)) : []
  for (const [name, local] of japanese) people.push(person(draw, people.length, name, local, teams))
  while (people.length < count) {
    const given = draw.pick(GIVEN_NAMES)
    const family = draw.pick(FAMILY_NAMES)
    const name = `${given} ${family}`
    if (people.some(known => known.name === name)) continue
    const local = `${given}.${family}`
      .normalize('NFD')
      .toLowerCase()
      .replace(/ø/gu, 'o')
      .replace(/[^a-z.]/gu, '')
    people.push(person(draw, people.length, name, local, teams))
  }
  return people
}

function person(draw: Random, index: number, name: string, local: string, teams: readonly string[]): Person {
  return {
    id: `p${index}`,
    name,
    email: `${local}${index}@${draw.pick(['saltmarsh', 'minato', 'agency.kestrel'])}.example`,
    team: draw.chance(0.85) ? draw.pick(teams) : undefined,
  }
}

/** Most apps in trouble are listed under Needs your attention, and a few whose status says nothing. */
export function makeAttention(draw: Random, apps: readonly AppTruth[]): AttentionTruth[] {
  const items: AttentionTruth[] = []
  for (const app of apps) {
    if (app.place !== 'mine') continue
    const status = app.status.kind
    const broken = status === 'expired' || status === 'disconnected' || status === 'error'
    if (broken ? !draw.chance(0.85) : !draw.chance(status === 'none' ? 0.12 : 0.02)) continue
    const reason: Reason = broken
      ? status
      : draw.pick(status === 'none' ? ['expired', 'disconnected', 'error', 'other'] : ['other'])
    items.push({ app: app.id, reason, sentence: draw.int(0, 11) })
    // Now and then an app has two things to look after.
    if (reason !== 'other' && draw.chance(0.03)) items.push({ app: app.id, reason: 'other', sentence: draw.int(0, 11) })
  }
  return draw.shuffled(items).slice(0, 24)
}

/** The activity log, newest first, no two entries alike. */
export function makeEvents(
  draw: Random,
  shape: Shape,
  apps: readonly AppTruth[],
  people: readonly Person[],
  when: { now: string; zone: string },
): EventTruth[] {
  if (apps.length === 0) return []
  const gone = draw.some(APP_STEMS, 2).map(stem => `gone:Old ${stem}${draw.pick(APP_ENDINGS)}`)
  const count = draw.int(0, shape.size === 'few' ? 8 : shape.size === 'usual' ? 45 : 90)
  const minutes = new Set<number>()
  const now = Temporal.Instant.from(when.now)
  while (minutes.size < count) {
    const near = draw.chance(0.2)
    const ago = near ? draw.int(2, 2 * 24 * 60) : draw.int(2 * 24 * 60, 30 * 24 * 60)
    if (!shape.lowDays || now.subtract({ minutes: ago }).toZonedDateTimeISO(when.zone).day <= 12) minutes.add(ago)
    else if (draw.chance(0.02)) break
  }
  return [...minutes]
    .sort((a, b) => a - b)
    .map(ago => ({
      type: draw.pick(EVENT_TYPES),
      app: draw.chance(0.1) ? draw.pick(gone) : draw.pick(apps).id,
      person: draw.chance(0.9) ? draw.pick(people).id : undefined,
      at: now.subtract({ minutes: ago }).toString(),
    }))
}

/** Apps that HubSpot proposes; a listing number is *not* an app id. */
export function makeRecommendations(draw: Random, shape: Shape): Recommendation[] {
  const names = shape.japanese ? JAPANESE_APPS.map(name => `${name}プラス`) : APP_STEMS.map(stem => `${stem}ly Plus`)
  return draw.some(names, draw.int(0, 6)).map(name => ({
    name,
    category: draw.pick(CATEGORIES),
    listing: draw.chance(0.8) ? draw.int(100_000, 999_999) : undefined,
  }))
}
