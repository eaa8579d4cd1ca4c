import { describe, expect, test } from 'vitest'
import { spaceOf } from '../../../storage/model/facts/refs.ts'
import { DAY, HOUR } from '../../../storage/model/facts/time.ts'
import { EVENT_TYPES } from '../../../storage/model/recognise/recognised.ts'
import { appsOf, PEOPLE, teamOf } from '../../../storage/model/sample/cast.ts'
import { happeningsIn, turnsIn } from '../../../storage/model/sample/happenings.ts'
import { HISTORY, looksUntil } from '../../../storage/model/sample/history.ts'
import { spansIn } from '../../../storage/model/sample/rhythms.ts'
import { HIDDEN, TROUBLE_RHYTHMS, TROUBLES, worldAt } from '../../../storage/model/sample/world.ts'
import { MOMENTS, PICTURED } from './moments.ts'

const SEEDS = [1, 2, 77]

describe('the cast', () => {
  test('is 35 people in 6 teams, some in none', () => {
    expect(new Set(PEOPLE).size).toBe(35)
    const teams = PEOPLE.map((_, person) => teamOf(person))
    expect(new Set(teams.filter(team => team !== null)).size).toBe(6)
    expect(teams.filter(team => team === null)).toHaveLength(2)
  })

  test('has one name that two apps share', () => {
    const names = worldAt(1, PICTURED).map(app => app.name)
    const shared = names.filter((name, at) => names.indexOf(name) !== at)
    expect(shared).toEqual(['Northsheet'])
    const refs = worldAt(1, PICTURED).map(app => app.ref)
    expect(new Set(refs).size).toBe(refs.length)
  })

  test('is named in every way in which a page names apps', () => {
    const spaces = worldAt(1, PICTURED).map(({ ref, mine }) => `${spaceOf(ref)} ${mine ? 'mine' : 'other'}`)
    for (const space of ['slug mine', 'id mine', 'page mine', 'name mine', 'id other', 'page other', 'name other'])
      expect(spaces).toContain(space)
  })
})

describe('at any moment', () => {
  test.each(SEEDS)('the world of seed %i is the same whenever it is asked for', seed => {
    const forwards = MOMENTS.map(at => worldAt(seed, at))
    const backwards = [...MOMENTS].reverse().map(at => worldAt(seed, at))
    expect(backwards.reverse()).toEqual(forwards)
  })

  test('two seeds tell two stories', () => {
    expect(worldAt(1, PICTURED)).not.toEqual(worldAt(2, PICTURED))
    expect(happeningsIn(1, PICTURED - 30 * DAY, PICTURED)).not.toEqual(happeningsIn(2, PICTURED - 30 * DAY, PICTURED))
  })

  test.each(SEEDS)('the lists of seed %i are as long as in the pictures', seed => {
    for (const at of MOMENTS) {
      const apps = worldAt(seed, at)
      const hidden = spansIn(seed, HIDDEN, at, at).length
      expect(apps.filter(app => app.mine)).toHaveLength(31 - hidden)
      expect(apps.filter(app => !app.mine)).toHaveLength(17)
      expect(apps.filter(app => app.reports)).toHaveLength(22)
    }
  })

  test.each(SEEDS)('each trouble of seed %i has one app, or two for the hours in which it changes', seed => {
    for (let at = PICTURED - HISTORY; at < PICTURED + 730 * DAY; at += 7 * HOUR)
      for (const kind of TROUBLES) {
        const many = spansIn(seed, TROUBLE_RHYTHMS[kind], at, at).length
        expect(many, `${kind} ${new Date(at).toISOString()}`).toBeGreaterThanOrEqual(1)
        expect(many).toBeLessThanOrEqual(2)
      }
  })

  test('about four need attention, seldom more', () => {
    const counts = MOMENTS.map(at => worldAt(1, at).filter(app => app.trouble).length)
    expect(counts.filter(count => count === 4).length).toBeGreaterThan(30)
    expect(Math.max(...counts)).toBeLessThanOrEqual(6)
  })

  test('nothing of it lies in the future, and activity never goes back while an app is well', () => {
    const newest = new Map<string, number>()
    for (const at of MOMENTS)
      for (const { ref, installed, lastActivity, members, trouble } of worldAt(1, at)) {
        expect(Math.max(installed, lastActivity ?? 0, ...members.map(member => member.joined))).toBeLessThanOrEqual(at)
        if (lastActivity === null || trouble) continue
        expect(lastActivity).toBeGreaterThanOrEqual(newest.get(ref) ?? 0)
        newest.set(ref, lastActivity)
      }
  })

  test('nobody is connected to an app twice', () => {
    for (const at of MOMENTS)
      for (const { members } of worldAt(1, at))
        expect(new Set(members.map(({ person }) => person)).size).toBe(members.length)
  })
})

describe('what happens', () => {
  test('is the same in one piece and in many', () => {
    const [from, to] = [PICTURED - HISTORY, PICTURED]
    const pieces = Array.from({ length: 100 }, (_, n) =>
      happeningsIn(1, from + ((to - from) / 100) * n, from + ((to - from) / 100) * (n + 1)),
    )
    expect(pieces.flat()).toEqual(happeningsIn(1, from, to))
    expect(pieces.flat().length).toBeGreaterThan(400)
  })

  test('is of every kind in any 14 months', () => {
    for (const now of MOMENTS) {
      const types = new Set(happeningsIn(1, now - HISTORY, now).map(({ type }) => type))
      expect(EVENT_TYPES.filter(type => !types.has(type))).toEqual([])
    }
  })

  test('has installs whose app is not named and entries told by the day alone', () => {
    const all = happeningsIn(1, PICTURED - HISTORY, PICTURED)
    expect(all.some(({ app }) => app === null)).toBe(true)
    expect(all.some(({ exact }) => !exact)).toBe(true)
  })

  test('goes on for ever', () => {
    const later = PICTURED + 40 * 365 * DAY
    expect(turnsIn(1, later, later + 60 * DAY).length).toBeGreaterThan(20)
    expect(worldAt(1, later).filter(app => app.mine).length).toBeGreaterThanOrEqual(30)
  })

  test('lets every app of a trouble have its turn', () => {
    for (const kind of TROUBLES) {
      const seen = new Set<string>()
      for (let at = PICTURED - HISTORY; at < PICTURED; at += DAY)
        for (const app of worldAt(1, at)) if (app.trouble?.kind === kind) seen.add(app.ref)
      expect([...seen].sort()).toEqual(
        appsOf(kind)
          .map(app => app.ref)
          .sort(),
      )
    }
  })
})

describe('the history', () => {
  test('begins 14 months before and ends now, in order, each look where the one before ended', () => {
    for (const now of MOMENTS.slice(0, 10)) {
      const looks = looksUntil(1, now)
      expect(looks[0]?.at).toBe(now - HISTORY)
      expect(looks.at(-1)).toEqual({ at: now, look: { since: looks.at(-2)?.at, head: false, listsOnly: false } })
      for (const [nth, { at, look }] of looks.entries()) {
        expect(at).toBeLessThanOrEqual(now)
        if (nth > 0) expect(look.since).toBe(looks[nth - 1]?.at)
      }
    }
  })

  test('looks soon at whatever changed, a weekend aside, and is not long', () => {
    const looks = looksUntil(1, PICTURED)
    for (const { at } of turnsIn(1, PICTURED - HISTORY, PICTURED)) {
      const next = looks.find(look => look.at >= at)
      expect((next?.at ?? Number.POSITIVE_INFINITY) - at).toBeLessThan(4 * DAY)
    }
    expect(looks.length).toBeLessThan(320)
  })
})
