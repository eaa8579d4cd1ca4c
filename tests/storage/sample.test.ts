import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stepSample } from '../../entrypoints/background/sources/sample.ts'
import { removeAccount } from '../../storage/accounts.ts'
import { createDb, type PatchbayDb } from '../../storage/db.ts'
import { intake } from '../../storage/intake.ts'
import { DAY, HOUR, latest, MINUTE } from '../../storage/model/facts/time.ts'
import { isOpen } from '../../storage/model/issues/judge.ts'
import { attentionKind } from '../../storage/model/recognise/statusWords.ts'
import { SAMPLE_ACCOUNT, sampleBatch } from '../../storage/model/sample/batch.ts'
import { appsOf } from '../../storage/model/sample/cast.ts'
import { happeningsIn } from '../../storage/model/sample/happenings.ts'
import { HISTORY } from '../../storage/model/sample/history.ts'
import { sampleRecognised } from '../../storage/model/sample/page.ts'
import { spansIn } from '../../storage/model/sample/rhythms.ts'
import { HIDDEN, worldAt } from '../../storage/model/sample/world.ts'
import { createSample } from '../../storage/sample.ts'
import { MOMENTS, PICTURED } from '../model/sample/moments.ts'

const device = 'this browser'
let on: PatchbayDb
let made = 0

beforeEach(() => {
  on = createDb(`sample-${made++}`)
})
afterEach(() => on.delete())

/** Every row of every table, so that two states of the store can be compared. */
const everything = async () =>
  Object.fromEntries(await Promise.all(on.tables.map(async table => [table.name, await table.toArray()] as const)))

/** What is open by the rows, as `app: kinds`; two apps of one name are told apart by their number. */
const openIssues = async () =>
  (await on.issues.toArray())
    .filter(issue => isOpen(issue) && issue.kind !== 'gone-quiet') // by rhythm: the world does not know it (goneQuiet.test.ts)
    .map(issue => `${issue.subject} ${issue.kind}`)
    .sort()

/** What should be open after a look at `now`, worked out from the world and the two newest whole looks alone. */
const troublesOfTheWorld = async (now: number) => {
  const apps = worldAt(1, now)
  const reasons = sampleRecognised(1, now).sections.flatMap(section =>
    section.kind === 'attention' ? section.rows : [],
  )
  const troubled = apps.flatMap(app => {
    if (!app.trouble) return []
    const said = attentionKind(reasons.find(row => row.app.name === app.name)?.reason ?? '', null)
    return [`${app.ref} ${said === 'unknown' ? 'attention' : said}`]
  })
  const whole = (await on.reads.toArray())
    .filter(read => read.sections.some(section => section.kind === 'my-apps' && section.complete))
    .map(read => read.observedAt)
    .sort((a, b) => b - a)
  const listed = whole.slice(0, 2).map(at => new Set(worldAt(1, at).map(app => app.ref)))
  const vanished = appsOf('hidden')
    .map(app => app.ref)
    .filter(ref => listed.every(refs => !refs.has(ref)))
    .map(ref => `${ref} vanished`)
  return [...troubled, ...vanished].sort()
}

/** Nothing stored says that it happened, or was seen, after `now`. */
const expectNothingOfTheFuture = async (now: number) => {
  for (const fact of await on.facts.toArray()) expect(fact.observedAt).toBeLessThanOrEqual(now)
  for (const sighting of await on.sightings.toArray()) expect(sighting.last).toBeLessThanOrEqual(now)
  for (const read of await on.reads.toArray()) expect(read.observedAt).toBeLessThanOrEqual(now)
  for (const event of await on.events.toArray()) expect(event.at).toBeLessThanOrEqual(now)
  for (const issue of await on.issues.toArray()) {
    expect(issue.lastSeen).toBeLessThanOrEqual(now)
    for (const time of [issue.began, issue.ended?.time ?? null])
      if (time && time.kind !== 'day') expect(latest(time, 'UTC')).toBeLessThanOrEqual(now)
  }
}

/** Open issues are open, ended ones have an ending later than they were seen, and no two of a kind are open at once. */
const expectSoundIssues = async () => {
  const issues = await on.issues.toArray()
  for (const issue of issues) {
    expect(issue.ended === null).toBe(isOpen(issue))
    expect(issue.firstSeen).toBeLessThanOrEqual(issue.lastSeen)
    if (issue.ended) expect(issue.ended.observedAt).toBeGreaterThanOrEqual(issue.lastSeen)
  }
  const open = await openIssues()
  expect(new Set(open).size).toBe(open.length)
}

describe('Try the sample account', () => {
  test('makes 48 apps with 14 months of history, quickly', async () => {
    const start = performance.now()
    expect(await createSample(PICTURED, { device }, on)).toBe(true)
    const took = performance.now() - start
    const counts = await Promise.all(on.tables.map(async table => [table.name, await table.count()] as const))
    console.log(
      `sample account made in ${Math.round(took)} ms: ${counts
        .filter(([, count]) => count > 0)
        .map(([name, count]) => `${count} ${name}`)
        .join(', ')}`,
    )
    const rows = Object.fromEntries(counts)
    expect(rows.accounts).toBe(1)
    expect(rows.events).toBeGreaterThan(400)
    expect(rows.sightings).toBeLessThan(15_000)
    const [overview] = await on.overviews.toArray()
    expect(overview).toMatchObject({ id: 'sample:1', sample: true, url: null, readAt: PICTURED, failed: null })
    expect(overview?.summary).toMatchObject({ apps: 48, permissionsRead: 3, permissionsWaiting: 2 })
    const apps = await on.apps.toArray()
    expect(apps.filter(app => app.inMyApps && !app.gone)).toHaveLength(31)
    expect(apps.filter(app => app.inOtherApps && !app.gone)).toHaveLength(17)
    expect(apps.filter(app => app.gone === 'uninstalled').length).toBeGreaterThanOrEqual(1)
    expect(apps.filter(app => app.sameName).map(app => app.name)).toEqual(['Northsheet', 'Northsheet'])
    const oldest = Math.min(...(await on.reads.toArray()).map(read => read.observedAt))
    expect(oldest).toBe(PICTURED - HISTORY)
  })

  test.each(
    [PICTURED, ...MOMENTS.filter((_, n) => n % 12 === 5)].map(now => [new Date(now).toISOString(), now] as const),
  )('tells at %s what is so, and what was', async (_, now) => {
    await createSample(now, { device }, on)
    expect(await openIssues()).toEqual(await troublesOfTheWorld(now))
    await expectSoundIssues()
    await expectNothingOfTheFuture(now)
    const past = (await on.issues.toArray())
      .filter(issue => !isOpen(issue))
      .map(({ kind, ended }) => `${kind} ${ended?.how}`)
    for (const story of [
      'error status-connected',
      'expired status-connected',
      'disconnected status-connected',
      'disconnected not-in-attention',
      'attention not-in-attention',
      'vanished seen-again',
    ])
      expect(past).toContain(story)
    expect(past.length).toBeGreaterThan(100)
  })

  test('tells of an app that is on no list any more', async () => {
    const now = (spansIn(1, HIDDEN, PICTURED, PICTURED + 365 * DAY)[0]?.start ?? 0) + 2 * DAY
    await createSample(now, { device }, on)
    const [vanished] = (await on.issues.toArray()).filter(issue => isOpen(issue) && issue.kind === 'vanished')
    expect(vanished?.began?.kind).toBe('between')
    expect(await openIssues()).toEqual(await troublesOfTheWorld(now))
    expect((await on.overviews.toArray())[0]?.summary.apps).toBe(48)
  })

  test('knows since when: between two looks, or as the log tells', async () => {
    await createSample(PICTURED, { device }, on)
    const open = (await on.issues.toArray()).filter(isOpen)
    for (const issue of open) expect(issue.began, issue.subject).not.toBeNull()
    const told = open.filter(issue => issue.kind === 'disconnected' && issue.began?.kind === 'instant')
    expect(told.length).toBeGreaterThanOrEqual(1)
    for (const { began } of open) if (began?.kind === 'between') expect(began.to - began.from).toBeLessThan(4 * DAY)
  })

  test('speaks Japanese if asked, with the same apps in the same state', async () => {
    await createSample(PICTURED, { device, language: 'ja' }, on)
    expect(await openIssues()).toEqual(await troublesOfTheWorld(PICTURED))
    const [overview] = await on.overviews.toArray()
    expect(overview?.items[0]?.evidence.text).toMatch(/エラー|失敗/)
    await stepSample(SAMPLE_ACCOUNT, PICTURED + HOUR, device, on)
    const newest = (await on.reads.toArray()).find(read => read.observedAt === PICTURED + HOUR)
    expect(newest?.languages).toEqual(['ja'])
  })

  test('a second time changes nothing, then or later', async () => {
    await createSample(PICTURED, { device }, on)
    const before = await everything()
    expect(await createSample(PICTURED, { device }, on)).toBe(false)
    expect(await createSample(PICTURED + DAY, { device: 'another', language: 'ja' }, on)).toBe(false)
    expect(await everything()).toEqual(before)
  })

  test('from two pages at once makes it once', async () => {
    const made = await Promise.all([createSample(PICTURED, { device }, on), createSample(PICTURED + 1, { device }, on)])
    expect(made.sort()).toEqual([false, true])
    expect((await on.reads.toArray()).filter(read => read.observedAt > PICTURED - MINUTE)).toHaveLength(1)
  })

  test('the same moment gives the same rows', async () => {
    await createSample(PICTURED, { device }, on)
    const once = await everything()
    await removeAccount(SAMPLE_ACCOUNT, on)
    await createSample(PICTURED, { device }, on)
    expect(await everything()).toEqual(once)
  })

  test('shows progress, and stores nothing when cancelled', async () => {
    const seen: number[] = []
    const cancel = new AbortController()
    const making = createSample(
      PICTURED,
      {
        device,
        signal: cancel.signal,
        progress: (done, of) => {
          seen.push(done / of)
          if (done === 50) cancel.abort()
        },
      },
      on,
    )
    await expect(making).rejects.toThrow(/abort/i)
    expect(seen).toHaveLength(50)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    for (const rows of Object.values(await everything())) expect(rows).toEqual([])
  })

  test('leaves nothing behind when removed', async () => {
    await createSample(PICTURED, { device }, on)
    await removeAccount(SAMPLE_ACCOUNT, on)
    for (const rows of Object.values(await everything())) expect(rows).toEqual([])
  })
})

describe('the sample lives on', () => {
  test.each([
    ['an hour', HOUR],
    ['three days', 3 * DAY],
    ['thirty days', 30 * DAY],
    ['sixty days, more than HubSpot itself remembers', 60 * DAY],
  ])('after %s: one look, the log since the look before, and what is so now', async (_, later) => {
    await createSample(PICTURED, { device }, on)
    const before = { reads: await on.reads.count(), events: await on.events.count() }
    const now = PICTURED + later
    expect(await stepSample(SAMPLE_ACCOUNT, now, device, on)).toBe(true)
    expect(await on.reads.count()).toBe(before.reads + 1)
    expect(await on.events.count()).toBe(before.events + happeningsIn(1, PICTURED, now).length)
    expect(await openIssues()).toEqual(await troublesOfTheWorld(now))
    await expectSoundIssues()
    await expectNothingOfTheFuture(now)
    expect((await on.overviews.toArray())[0]).toMatchObject({ readAt: now, blindSince: null })
  })

  test('no more often than every half hour, and not when the clock goes back', async () => {
    await createSample(PICTURED, { device }, on)
    const before = await everything()
    expect(await stepSample(SAMPLE_ACCOUNT, PICTURED + 29 * MINUTE, device, on)).toBe(false)
    expect(await stepSample(SAMPLE_ACCOUNT, PICTURED - DAY, device, on)).toBe(false)
    expect(await everything()).toEqual(before)
    expect(await stepSample(SAMPLE_ACCOUNT, PICTURED + 30 * MINUTE, device, on)).toBe(true)
    expect(await stepSample(SAMPLE_ACCOUNT, PICTURED + 30 * MINUTE, device, on)).toBe(false)
  })

  test('for two years, whenever it is looked at', { timeout: 60_000 }, async () => {
    await createSample(PICTURED, { device }, on)
    let last = PICTURED
    for (const now of MOMENTS) {
      const due = now - last >= 30 * MINUTE
      expect(await stepSample(SAMPLE_ACCOUNT, now, device, on)).toBe(due)
      if (!due) continue
      last = now
      expect(await openIssues()).toEqual(await troublesOfTheWorld(now))
      const [overview] = await on.overviews.toArray()
      expect(overview?.summary.apps).toBe(48)
      expect(overview?.items.length).toBeGreaterThanOrEqual(4)
      expect(overview?.items.length).toBeLessThanOrEqual(7)
      const kinds = new Set(overview?.items.flatMap(item => [item.kind, ...item.also]))
      for (const kind of ['error', 'expired', 'disconnected']) expect([...kinds]).toContain(kind)
      const apps = await on.apps.toArray()
      expect(apps.some(app => app.gone === 'uninstalled')).toBe(true)
    }
    await expectSoundIssues()
    await expectNothingOfTheFuture(last)
  })

  test('but not again once it was removed', async () => {
    await createSample(PICTURED, { device }, on)
    await removeAccount(SAMPLE_ACCOUNT, on)
    expect(await stepSample(SAMPLE_ACCOUNT, PICTURED + DAY, device, on)).toBe(false)
    await createSample(PICTURED, { device }, on)
    await Promise.all([stepSample(SAMPLE_ACCOUNT, PICTURED + DAY, device, on), removeAccount(SAMPLE_ACCOUNT, on)])
    for (const rows of Object.values(await everything())) expect(rows).toEqual([])
    const late = sampleBatch(SAMPLE_ACCOUNT, PICTURED + DAY, {}, device)
    await intake([late], { now: PICTURED + DAY, onlyWatched: true }, on)
    for (const rows of Object.values(await everything())) expect(rows).toEqual([])
  })
})
