import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDb, type PatchbayDb } from '../../storage/db.ts'
import { dryRunOf } from '../../storage/dryRun.ts'
import { intake } from '../../storage/intake.ts'
import { draftOf } from '../../storage/model/notices/draft.ts'
import type { Rule } from '../../storage/model/notices/rows.ts'
import { inbox, markNotices, unreadCount } from '../../storage/notices.ts'
import { peopleOf, putPerson, removePerson } from '../../storage/people.ts'
import { lastFired, putRule, removeRule } from '../../storage/rules.ts'
import { tell } from '../../storage/tell.ts'
import { ACCOUNT, type PageSpec, pageBatch, START } from '../builders.ts'
import { rule } from '../model/notices/stories.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const OPTIONS = { device: 'here', quiet: null }
const EXPIRED: PageSpec = { apps: [{ name: 'Ledgerlane', ref: 'id:7', status: 'Expired' }] }
const WELL: PageSpec = { apps: [{ name: 'Ledgerlane', ref: 'id:7', status: 'Connected', installedBy: 'Jo Marlick' }] }

describe('telling', () => {
  let db: PatchbayDb
  beforeEach(() => {
    db = createDb(`tell ${Math.random()}`)
  })
  afterEach(() => db.delete())

  const read = async (at: number, spec: PageSpec) => intake([pageBatch(at, spec)], { now: at }, db)
  const tellAt = (now: number) => tell(ACCOUNT, { ...OPTIONS, now }, db)
  const said = async () =>
    (await db.notices.toArray())
      .sort((a, b) => a.at - b.at)
      .map(({ items }) => items.map(({ what, name }) => `${what} ${name}`))
  const putRuleSince = (since: number, change: Partial<Rule> = {}) =>
    putRule(rule({ since, createdAt: since, ...change }), db)

  it('follows an app that breaks and mends, and writes notice and delivery in one', async () => {
    await read(START, WELL)
    await putRuleSince(START + MINUTE)
    await read(START + HOUR, EXPIRED)
    expect(await tellAt(START + HOUR)).toBe(START + HOUR + 10 * MINUTE)
    expect(await said()).toEqual([])
    await tellAt(START + HOUR + 10 * MINUTE)
    await tellAt(START + HOUR + 10 * MINUTE)
    await read(START + 2 * HOUR, WELL)
    await tellAt(START + 2 * HOUR)
    expect(await said()).toEqual([['opened Ledgerlane'], ['resolved Ledgerlane']])
    expect((await db.deliveries.toArray()).map(({ channel, state }) => [channel, state])).toEqual([
      ['in-app', 'planned'],
      ['in-app', 'planned'],
    ])
    expect((await inbox({ account: null, unreadOnly: true }, 0, 10, db)).notices.map(({ at }) => at)).toEqual([
      START + 2 * HOUR,
      START + HOUR + 10 * MINUTE,
    ])
    expect([...(await lastFired(ACCOUNT, db))]).toEqual([['r1', START + 2 * HOUR]])
  })

  it('tells nothing of the first read', async () => {
    await putRuleSince(0)
    await read(START, EXPIRED)
    await tellAt(START + HOUR)
    expect(await said()).toEqual([])
  })

  it('tells of an app that came, once, whether list or log says it first', async () => {
    await read(START, WELL)
    await putRuleSince(START + MINUTE, { type: 'install' })
    const nine = {
      name: 'Signpad',
      ref: 'id:9',
      status: 'Connected',
      installed: { kind: 'day', day: '2026-11-03' },
    } as const
    await read(START + DAY, { apps: [...(WELL.apps ?? []), nine] })
    await tellAt(START + DAY)
    const time = { kind: 'instant', at: START + DAY - HOUR } as const
    await read(START + DAY + HOUR, {
      apps: [...(WELL.apps ?? []), nine],
      log: [{ name: 'Signpad', ref: 'id:9', type: 'installed', time, person: 'Jo Marlick' }],
    })
    await tellAt(START + DAY + HOUR)
    expect(await said()).toEqual([['happened Signpad']])
  })

  it('tells of an app that two complete reads did not list, and not again when the log says that it was uninstalled', async () => {
    const both: PageSpec = { apps: [...(WELL.apps ?? []), { name: 'Signpad', ref: 'id:9', status: 'Connected' }] }
    await read(START, both)
    await putRuleSince(START + MINUTE, { type: 'uninstall' })
    await read(START + HOUR, WELL)
    await tellAt(START + HOUR)
    expect(await said()).toEqual([])
    await read(START + 2 * HOUR, WELL)
    await tellAt(START + 2 * HOUR)
    expect(await said()).toEqual([['happened Signpad']])
    const time = { kind: 'instant', at: START + HOUR / 2 } as const
    await read(START + 3 * HOUR, { ...WELL, log: [{ name: 'Signpad', ref: 'id:9', type: 'uninstalled', time }] })
    await tellAt(START + 3 * HOUR)
    expect(await said()).toEqual([['happened Signpad']])
  })

  it('says for how long this browser did not look', async () => {
    await read(START, WELL)
    await putRuleSince(START + MINUTE)
    await tellAt(START + 2 * MINUTE)
    await read(START + 2 * DAY, EXPIRED)
    await tellAt(START + 2 * DAY + 10 * MINUTE)
    const [notice] = await db.notices.toArray()
    expect(notice?.asleep).toEqual({ from: START + 2 * MINUTE, to: START + 2 * DAY + 10 * MINUTE })
  })

  it('forgets what a deleted rule told, and keeps its notices', async () => {
    await read(START, WELL)
    await putRuleSince(START + MINUTE)
    await read(START + HOUR, EXPIRED)
    await tellAt(START + 2 * HOUR)
    await removeRule(ACCOUNT, 'r1', db)
    expect([await db.told.count(), await db.notices.count()]).toEqual([0, 1])
  })

  it('marks notices of the inbox as looked at, and as new again', async () => {
    await read(START, WELL)
    await putRuleSince(START + MINUTE)
    await read(START + HOUR, EXPIRED)
    await tellAt(START + 2 * HOUR)
    await markNotices(ACCOUNT, 'all', false, db)
    expect(await unreadCount(null, db)).toBe(0)
    await markNotices(ACCOUNT, [`r1@${START + 2 * HOUR}`], true, db)
    expect(await unreadCount(ACCOUNT, db)).toBe(1)
  })

  it('tries a draft over what is stored, by the same decide', async () => {
    await read(START, WELL)
    for (const [hour, spec] of [
      [1, EXPIRED],
      [2, EXPIRED],
      [3, WELL],
      [30, EXPIRED],
      [31, EXPIRED],
    ] as const)
      await read(START + hour * HOUR, spec)
    const run = await dryRunOf(ACCOUNT, draftOf(rule(), 'here'), START + 2 * DAY, db)
    expect(run?.fired.map(({ at, items }) => [(at - START) / HOUR, items.map(({ what }) => what)])).toEqual([
      [1 + 1 / 6, ['opened']],
      [3, ['resolved']],
      [30 + 1 / 6, ['opened']],
    ])
    const hourly = rule({ reminder: { every: 'hour', anchor: '2026-11-02T00:30' } })
    const reminding = await dryRunOf(ACCOUNT, draftOf(hourly, 'here'), START + 2 * DAY, db)
    const whats = reminding?.fired.map(({ items }) => items.map(({ what }) => what).join())
    expect(whats).toEqual([
      'opened',
      'unchecked',
      'reminder',
      'resolved',
      'opened',
      'unchecked',
      'reminder',
      'unchecked',
    ])
    expect(run?.knownFrom).toBe(START)
    expect((await dryRunOf(ACCOUNT, draftOf(rule({ type: 'error' }), 'here'), START + 2 * DAY, db))?.fired).toEqual([])
    expect(await db.notices.count()).toBe(0)
  })

  it('knows installers, and what is said of them by hand until that is taken back', async () => {
    await read(START, WELL)
    const [jo] = await peopleOf(ACCOUNT, db)
    expect(jo).toMatchObject({ ref: 'person:Jo Marlick', address: null, superAdmin: null, byHand: false })
    await putPerson(
      { account: ACCOUNT, ref: 'person:Jo Marlick', name: null, address: 'jo@example.com', superAdmin: true },
      db,
    )
    expect((await peopleOf(ACCOUNT, db))[0]).toMatchObject({
      name: 'Jo Marlick',
      address: 'jo@example.com',
      superAdmin: true,
      byHand: true,
    })
    await removePerson(ACCOUNT, 'person:Jo Marlick', db)
    expect(await peopleOf(ACCOUNT, db)).toEqual([jo])
  })
})
