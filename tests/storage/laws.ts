import Dexie from 'dexie'
import { removeAccount } from '../../storage/accounts.ts'
import { createDb, type PatchbayDb, TABLES, type TableName } from '../../storage/db.ts'
import { intake, rejudge } from '../../storage/intake.ts'
import { markFixed, snooze, unmarkFixed } from '../../storage/marks.ts'
import { fieldOf } from '../../storage/model/facts/facts.ts'
import { canonical } from '../../storage/model/facts/join.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Batch } from '../../storage/model/facts/rows.ts'
import { DAY, HOUR } from '../../storage/model/facts/time.ts'
import { composeGlance } from '../../storage/model/glance.ts'
import type { Issue } from '../../storage/model/issues/issue.ts'
import { allOverviews } from '../../storage/overviews.ts'
import { ACCOUNT, type AppSpec, type PageSpec, pageBatch, START } from '../builders.ts'
import { type Random, random } from '../random.ts'

/**
 * What the store promises, as programs that throw when it does not hold. They run in memory (fake-indexeddb) and in real
 * Chromium, each on a database of its own, and take a seed for the story they tell.
 */
export type Law = (db: PatchbayDb, seed: number) => Promise<void>

const OTHER: AccountId = 'hubspot:4411020'
const END = START + 40 * DAY

const same = (what: string, a: unknown, b: unknown) => {
  const [left, right] = [canonical(a), canonical(b)]
  if (left === right) return
  let at = 0
  while (left[at] === right[at]) at++
  throw new Error(
    `${what} differ at …${left.slice(Math.max(0, at - 80), at + 120)}… and …${right.slice(Math.max(0, at - 80), at + 120)}…`,
  )
}
const holds = (what: string, ok: boolean) => {
  if (!ok) throw new Error(what)
}

/** What Needs your attention says of an app; one app may have several of these at once. */
const REASONS = ['The connection has expired', 'Connection error', 'Review the permissions it asks for', '']

/** An opened list of users, often only the first of them. */
const listOfUsers = (r: Random): NonNullable<PageSpec['users']>[number] => {
  const people = Array.from({ length: r.int(4) }, (_, n) => `Person ${n}`)
  return { of: { name: 'App 3', ref: 'page:3' }, people, stated: r.pick([null, people.length, people.length + 5]) }
}

/** Told by the day, by the clock, as so long ago, or not at all. */
const randomActivity = (r: Random): AppSpec['lastActivity'] => {
  const at = START + r.int(12 * 24) * HOUR
  return r.pick([
    null,
    { kind: 'day' as const, day: '2026-11-10' },
    { kind: 'instant' as const, at },
    { kind: 'between' as const, from: at - DAY, to: at },
  ])
}

/** Twenty apps looked at each day for six weeks; each is active on some days, until it stops. */
const quietStory = (seed: number): Batch[] => {
  const r = random(seed)
  const apps = Array.from({ length: 20 }, (_, n) => ({
    n,
    share: 0.3 + r.next() * 0.7,
    stops: 12 + r.int(40),
    last: 0,
  }))
  return Array.from({ length: 42 }, (_, day) => {
    const at = START + day * DAY
    for (const app of apps) if (day < app.stops && r.chance(app.share)) app.last = at
    const row = ({ n, last }: (typeof apps)[number]): AppSpec => ({
      name: `App ${n}`,
      ref: `page:${n}`,
      lastActivity:
        n < 10
          ? { kind: 'day', day: new Date(last || START).toISOString().slice(0, 10) }
          : { kind: 'instant', at: last || START },
    })
    return pageBatch(at, { apps: apps.map(row) })
  })
}

/** A page of a small account at a random moment of its life. */
const randomPage = (r: Random): PageSpec => {
  const apps: AppSpec[] = []
  for (let n = 0; n < 6; n++) {
    if (r.chance(0.15)) continue
    const name = n < 2 ? 'Mailharbor' : `App ${n}`
    apps.push({
      name: r.chance(0.05) ? `Renamed ${n}` : name,
      ...(n === 5 ? {} : { ref: `page:${n}` as const }),
      ...(r.chance(0.7) ? { status: r.pick(['Connected', 'Expired', 'Error', 'Disconnected', 'Paused', null]) } : {}),
      ...(r.chance(0.5) ? { installedBy: r.pick(['Sam K.', 'Jo M.']) } : {}),
      ...(r.chance(0.5) ? { lastActivity: randomActivity(r) } : {}),
    })
  }
  return {
    state: r.chance(0.1) ? r.pick(['signed-out', 'no-permission', 'not-recognised'] as const) : 'recognised',
    apps,
    ...(r.chance(0.7)
      ? {
          attention: apps.flatMap(({ name, ref }) =>
            REASONS.filter(() => r.chance(0.12)).map(reason => ({ name, ...(ref ? { ref } : {}), reason })),
          ),
        }
      : {}),
    ...(r.chance(0.3)
      ? {
          log: apps
            .filter(() => r.chance(0.3))
            .map(({ name, ref }) => ({
              name,
              ...(ref ? { ref } : {}),
              type: r.pick(['disconnected', 'reconnected'] as const),
              time: { kind: 'day' as const, day: `2026-11-${String(2 + r.int(20)).padStart(2, '0')}` },
            })),
        }
      : {}),
    ...(r.chance(0.3) ? { users: [listOfUsers(r)] } : {}),
    partial: (['my-apps', 'attention'] as const).filter(() => r.chance(0.3)),
  }
}

const story = (seed: number, account: AccountId = ACCOUNT): Batch[] => {
  const r = random(seed)
  const times = new Set<number>()
  while (times.size < 8) times.add(START + r.int(30 * 24) * HOUR + r.int(60) * 60_000)
  return [...times]
    .sort((a, b) => a - b)
    .map(at =>
      pageBatch(at, { ...randomPage(r), portal: account.slice(8) }, { account, device: r.pick(['here', 'there']) }),
    )
}

const tell = async (db: PatchbayDb, batches: readonly Batch[]) => {
  for (const batch of batches) await intake([batch], { now: Math.max(...batch.reads.map(read => read.observedAt)) }, db)
}

const dump = async (db: PatchbayDb, tables: readonly TableName[] = Object.keys(TABLES) as TableName[]) =>
  Object.fromEntries(await Promise.all(tables.map(async name => [name, await db.table(name).toArray()] as const)))

/** What was told, as opposed to the log of when it was judged. */
const TOLD = ['facts', 'sightings', 'links', 'reads', 'events'] as const satisfies TableName[]

export const LAWS: Record<string, Law> = {
  'taking the same batches in again changes nothing': async (db, seed) => {
    await tell(db, story(seed))
    await rejudge(ACCOUNT, END, undefined, db)
    const before = await dump(db)
    await intake(story(seed), { now: END }, db)
    same('first and second intake', before, await dump(db))
  },

  'what was told does not depend on the order it came in': async (db, seed) => {
    await tell(db, story(seed))
    const inOrder = await dump(db, TOLD)
    const openInOrder = await db.issues.where('[account+open]').equals([ACCOUNT, 1]).toArray()
    await removeAccount(ACCOUNT, db)
    const shuffled = random(seed + 1).shuffle(story(seed))
    for (const batch of shuffled) await intake([batch], { now: END - DAY * 10 }, db)
    same('rows in order and shuffled', inOrder, await dump(db, TOLD))
    holds('something was told', (inOrder.facts?.length ?? 0) > 0 && openInOrder.length >= 0)
  },

  'every item of Needs your attention is kept as it was last seen': async (db, seed) => {
    const seen: Record<string, number> = {}
    for (const { facts } of story(seed))
      for (const { ref, field, observedAt } of facts)
        if (fieldOf(field) === 'attention') seen[`${ref} ${field}`] = observedAt // oldest read first
    await tell(db, random(seed + 1).shuffle(story(seed)))
    const kept = (await db.facts.toArray()).filter(({ field }) => fieldOf(field) === 'attention')
    same('seen and kept', seen, Object.fromEntries(kept.map(fact => [`${fact.ref} ${fact.field}`, fact.observedAt])))
  },

  'several batches at once give what they give one by one': async (db, seed) => {
    await tell(db, story(seed))
    await rejudge(ACCOUNT, END, undefined, db)
    const oneByOne = await dump(db)
    await removeAccount(ACCOUNT, db)
    const added = oneByOne.accounts?.[0]?.addedAt
    await intake(
      story(seed),
      { now: Math.max(...story(seed).flatMap(batch => batch.reads.map(read => read.observedAt))) },
      db,
    )
    await rejudge(ACCOUNT, END, ledger => ({ account: { ...ledger.account, addedAt: added } }), db)
    same('one by one and at once', oneByOne, await dump(db))
  },

  'what went quiet is found the same from what is on disk, from memory, and again': async (db, seed) => {
    await tell(db, quietStory(seed))
    const byDay = await dump(db, ['issues', 'sightings'])
    const quiet = (byDay.issues as Issue[]).filter(issue => issue.kind === 'gone-quiet')
    holds(`some went quiet (${quiet.length})`, quiet.length > 0)
    await rejudge(ACCOUNT, START + 42 * DAY, undefined, db)
    same('issues judged again', byDay.issues, await db.issues.toArray())
    await removeAccount(ACCOUNT, db)
    await intake(quietStory(seed), { now: START + 41 * DAY }, db)
    same('one by one and at once', byDay, await dump(db, ['issues', 'sightings']))
  },

  'judging twice changes nothing': async (db, seed) => {
    await tell(db, story(seed))
    await rejudge(ACCOUNT, END, undefined, db)
    const once = await dump(db)
    await rejudge(ACCOUNT, END, undefined, db)
    same('judged once and twice', once, await dump(db))
  },

  'derived rows that are lost are made again, equal': async (db, seed) => {
    await tell(db, story(seed))
    await rejudge(ACCOUNT, END, undefined, db)
    const derived = (Object.keys(TABLES) as TableName[]).filter(name => TABLES[name] === 'derived')
    const before = await dump(db, derived)
    holds(
      'there are derived rows',
      derived.every(name => (before[name]?.length ?? 0) > 0),
    )
    await Promise.all(derived.map(name => db.table(name).clear()))
    await rejudge(ACCOUNT, END, undefined, db)
    same('derived rows before and after', before, await dump(db, derived))
  },

  'at most one issue is open per subject and kind, and every ended one says how': async (db, seed) => {
    await tell(db, story(seed))
    const issues = await db.issues.toArray()
    const open = issues.filter(issue => issue.open === 1).map(issue => `${issue.subject} ${issue.kind}`)
    holds('no two open issues of a kind', new Set(open).size === open.length)
    holds(
      'every issue is open or ended',
      issues.every(issue => (issue.open === 1) === (issue.ended === null)),
    )
  },

  'the number on the badge is that of the counted rows': async (db, seed) => {
    const r = random(seed + 2)
    await tell(db, story(seed))
    await tell(db, story(seed + 7, OTHER))
    for (const item of (await allOverviews(db)).flatMap(overview => overview.items)) {
      const what = r.pick(['snooze', 'fix', 'nothing', 'nothing'])
      if (what === 'snooze') await snooze(item, r.chance(0.5) ? null : END + DAY, END, db)
      if (what === 'fix' && item.subject !== 'account:self') await markFixed(item, END, db)
    }
    for (const account of [ACCOUNT, OTHER]) await rejudge(account, END, undefined, db)
    const glance = composeGlance(await allOverviews(db), END)
    const counted = glance.items.filter(item => item.state === 'counted').length
    const blind = glance.accounts.every(account => account.blindSince !== null)
    const { badge } = glance
    holds(
      `badge ${canonical(badge)} for ${counted} rows`,
      blind ? badge.kind === 'cannot-see' : badge.kind === 'attention' ? badge.count === counted : counted === 0,
    )
  },

  'undoing "I fixed it" brings back what was there': async (db, seed) => {
    await tell(db, story(seed))
    await rejudge(ACCOUNT, END - DAY * 10, undefined, db)
    const [item] = (await allOverviews(db))
      .flatMap(overview => overview.items)
      .filter(row => row.subject !== 'account:self' && row.state === 'counted')
    if (!item) return
    const open = async () => (await db.issues.toArray()).map(({ version: _, ...issue }) => issue)
    const before = await open()
    await markFixed(item, END - DAY * 10 + 1, db)
    holds(
      'it is not counted any more',
      (await allOverviews(db))
        .flatMap(overview => overview.items)
        .every(row => row.subject !== item.subject || row.state !== 'counted'),
    )
    await unmarkFixed(item, END - DAY * 10 + 2, db)
    same('issues before and after the undo', before, await open())
    holds('no mark is left', (await db.marks.count()) === 0)
  },

  'two accounts never mix, and removing one leaves no byte of it': async (db, seed) => {
    await tell(db, story(seed, OTHER))
    const alone = await dump(db)
    await tell(db, story(seed + 3))
    await removeAccount(ACCOUNT, db)
    same('the other account before and after', alone, await dump(db))
    holds('nothing of the removed one', !canonical(await dump(db)).includes(ACCOUNT))
  },

  'an intake that is cancelled leaves the store as it was': async (db, seed) => {
    await tell(db, story(seed))
    const before = await dump(db)
    const cancel = new AbortController()
    const after = story(seed + 5)
    const error = await intake(
      after,
      {
        now: END,
        signal: cancel.signal,
        progress: done => {
          if (done === 3) cancel.abort()
        },
      },
      db,
    ).catch((thrown: unknown) => thrown)
    holds('it says that it was cancelled', (error as Error)?.name === 'AbortError')
    same('the store before and after', before, await dump(db))
  },

  'every row of an account lies in one range of the key': async (db, seed) => {
    await tell(db, story(seed))
    for (const name of Object.keys(TABLES) as TableName[]) {
      const table = db.table(name)
      const rows = table.schema.primKey.compound
        ? table.where(':id').between([ACCOUNT, Dexie.minKey], [ACCOUNT, Dexie.maxKey])
        : table.where(':id').equals(ACCOUNT)
      holds(`${name}`, (await rows.count()) === (await table.count()))
    }
  },
}

/** Runs one law on a fresh database and deletes it afterwards. */
export const check = async (name: string, seed: number): Promise<void> => {
  const law = LAWS[name]
  if (!law) throw new Error(`No law "${name}"`)
  const db = createDb(`law ${name} ${seed}`)
  try {
    await law(db, seed)
  } finally {
    await db.delete()
  }
}
