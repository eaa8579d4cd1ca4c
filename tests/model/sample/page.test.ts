import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../../storage/model/facts/facts.ts'
import { DAY } from '../../../storage/model/facts/time.ts'
import type { Section, SectionKind } from '../../../storage/model/recognise/recognised.ts'
import { attentionKind, statusOf } from '../../../storage/model/recognise/statusWords.ts'
import { sampleBatch } from '../../../storage/model/sample/batch.ts'
import { sampleRecognised } from '../../../storage/model/sample/page.ts'
import { PAGE_WORDS, SAMPLE_LANGUAGES } from '../../../storage/model/sample/words.ts'
import { worldAt } from '../../../storage/model/sample/world.ts'
import { eventNamed, labelNamed, sectionNamed } from '../../../storage/model/words/lookup.ts'
import { MOMENTS, PICTURED } from './moments.ts'

const sections = <K extends SectionKind>(
  at: number,
  kind: K,
  look: Parameters<typeof sampleRecognised>[2] = {},
): Extract<Section, { kind: K }>[] =>
  sampleRecognised(1, at, look).sections.filter(
    (section): section is Extract<Section, { kind: K }> => section.kind === kind,
  )

describe('at any moment the page shows', () => {
  test('every status, a word nobody knows and blanks', () => {
    for (const language of SAMPLE_LANGUAGES)
      for (const at of MOMENTS) {
        const rows = sections(at, 'my-apps', { language }).flatMap(section => section.rows)
        const shown = new Set(rows.map(({ status }) => statusOf(status ?? null, null).status))
        expect(STATUSES.filter(status => !shown.has(status))).toEqual([])
      }
  })

  test('items needing attention, one of them of an app without a status that has no link there', () => {
    for (const at of MOMENTS) {
      const rows = sections(at, 'attention').flatMap(section => section.rows)
      const byName = new Map(worldAt(1, at).map(app => [app.name, app]))
      expect(rows.length).toBeGreaterThanOrEqual(4)
      for (const row of rows) expect(row.reason).not.toMatch(/@|undefined/)
      const without = rows.filter(row => byName.get(row.app.name ?? '')?.reports === false)
      expect(without.length).toBeGreaterThanOrEqual(1)
      for (const row of without) expect(row.app.refs).toEqual([`name:${row.app.name}`])
    }
  })

  test('apps without last activity, one with several connections, one whose installer is not told', () => {
    for (const at of MOMENTS) {
      const rows = sections(at, 'my-apps').flatMap(section => section.rows)
      expect(rows.filter(row => row.lastActivity === null).length).toBeGreaterThanOrEqual(1)
      expect(rows.filter(row => row.severalConnections)).toHaveLength(1)
      expect(rows.filter(row => !row.installedBy)).toHaveLength(1)
    }
  })

  test('users and permissions of some apps, the permissions in their groups', () => {
    for (const at of MOMENTS) {
      const others = sections(at, 'other-apps').flatMap(section => section.rows)
      const users = sections(at, 'users')
      const counted = users.filter(({ of }) => others.some(row => row.app.refs[0] === of?.refs[0]))
      expect(counted).toHaveLength(7)
      for (const list of counted)
        expect(others.find(row => row.app.refs[0] === list.of?.refs[0])?.connections).toBe(list.rows.length)
      const permissions = sections(at, 'permissions')
      expect(permissions).toHaveLength(3)
      const groups = permissions.map(section => new Set(section.rows.map(row => row.group)).size)
      expect(groups).toEqual([3, 2, 1])
      for (const { rows } of permissions) expect(new Set(rows.map(row => row.text)).size).toBe(rows.length)
    }
  })

  test('days that are nowhere on Earth tomorrow', () => {
    for (const at of MOMENTS) {
      const today = new Date(at - 11 * 3_600_000).toISOString().slice(0, 10) // where it is earliest
      const days = JSON.stringify(sampleRecognised(1, at)).matchAll(/"day":"([\d-]+)"/g)
      for (const [, day = ''] of days) expect(day <= today).toBe(true)
    }
  })
})

describe('how it is looked at', () => {
  test('is complete for a whole look; a look at the head proves nothing of My apps', () => {
    expect(sampleRecognised(1, PICTURED).sections.every(section => section.complete)).toBe(true)
    const [mine] = sections(PICTURED, 'my-apps', { head: true, since: PICTURED - DAY })
    expect(mine?.complete).toBe(false)
    expect(mine?.rows.length).toBeLessThan(mine?.stated ?? 0)
    expect(sections(PICTURED, 'attention', { head: true })[0]?.complete).toBe(true)
    expect(sections(PICTURED, 'other-apps', { head: true })).toEqual([])
  })

  test('tells thirty days of log, or what is new', () => {
    const times = (since?: number) =>
      sections(PICTURED, 'app-log', since === undefined ? {} : { since }).flatMap(section =>
        section.rows.flatMap(({ time }) => (time.kind === 'instant' ? [time.at] : [])),
      )
    expect(Math.min(...times())).toBeGreaterThan(PICTURED - 30 * DAY)
    expect(Math.min(...times())).toBeLessThan(PICTURED - 25 * DAY)
    expect(times(PICTURED - 3 * DAY).every(at => at > PICTURED - 3 * DAY)).toBe(true)
  })

  test('gives the same rows for the same look', () => {
    expect(sampleBatch('sample:1', PICTURED, {}, 'device')).toEqual(sampleBatch('sample:1', PICTURED, {}, 'device'))
    expect(sampleBatch('sample:2', PICTURED, {}, 'device')).not.toEqual(sampleBatch('sample:1', PICTURED, {}, 'device'))
  })
})

describe.each(SAMPLE_LANGUAGES)('the words in %s', language => {
  const words = PAGE_WORDS[language]

  test('say what they stand for', () => {
    for (const [status, word] of Object.entries(words.status))
      expect(statusOf(word, null).status).toBe(status === 'paused' ? 'unknown' : status)
    for (const kind of ['error', 'expired', 'disconnected'] as const)
      for (const reason of words.reasons[kind].split('|')) expect(attentionKind(reason, null), reason).toBe(kind)
    expect(words.reasons.asks.split('|').map(reason => attentionKind(reason, null))).toEqual([
      'unknown',
      'unknown',
      'disconnected',
      'unknown',
    ])
    for (const [type, raw] of Object.entries(words.events))
      expect(eventNamed(raw)?.meanings[0] ?? 'other', raw).toBe(type)
    for (const [kind, heading] of Object.entries(words.headings))
      expect(sectionNamed(heading)?.meanings).toContain(kind)
    expect(labelNamed(words.reconnect)?.meanings).toContain('reconnect')
  })

  test('are as many as in English', () => {
    const counts = (all: typeof words) => [
      ...Object.values(all.reasons).map(list => list.split('|').length),
      all.permissions.split('|').length,
    ]
    expect(counts(words)).toEqual(counts(PAGE_WORDS.en))
  })
})
