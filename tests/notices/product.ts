import { deliveriesOf } from '../../storage/model/notices/address.ts'
import { type Decision, decide } from '../../storage/model/notices/decide.ts'
import type { Rule, Told } from '../../storage/model/notices/rows.ts'
import { lineOf } from './lines.ts'
import { type Device, HOUR, type Life, MINUTE, refsOf, type World } from './world.ts'

/** What happens to the worker besides the account's life. */
export interface Fate {
  /** Minutes at which it looks without a cause. */
  looks?: readonly number[]
  /** Whether it dies at that minute before anything of its decision is written; it is back a minute later. */
  dies?: (at: number) => boolean
  /** Told of every decision that was written. */
  seen?: (moment: Moment) => void
}

/** One decision: what it was made from, and what it is. */
export interface Moment {
  world: World
  device: Device
  told: readonly Told[]
  now: number
  decision: Decision
}

/**
 * What the product tells in this browser: `decide` runs after every commit and change of setting, at the times it asks
 * for, and on waking; never in between.
 */
export const toldLog = (life: Life, device: Device, { looks = [], dies, seen }: Fate = {}): string[] => {
  const log: string[] = []
  const told = new ToldTable()
  const shownAlone: number[] = []
  const causes = [...[...life.commits, ...device.settings].map(({ at }) => at), ...looks].sort((a, b) => a - b)
  let [cause, commit, sleep] = [0, -1, 0]
  let next: number | null = null
  let lastMoment: number | null = null

  for (;;) {
    let now = Math.min(causes[cause] ?? life.to, next ?? life.to)
    while ((device.sleeps[sleep]?.[1] ?? now + 1) <= now) sleep++
    const span = device.sleeps[sleep]
    if (span && span[0] <= now) now = span[1]
    if (now >= life.to) return log
    while ((causes[cause] ?? now + 1) <= now) cause++
    while ((life.commits[commit + 1]?.at ?? now + 1) <= now) commit++
    const { world } = life.commits[commit] as Life['commits'][number]

    const awake = lastAwake(device, now)
    const asleep = lastMoment !== null && now - awake > HOUR ? { from: awake, to: now } : null
    const before = told.rowsFor(world.rules)
    const decision = decideAt(world, device, before, now, asleep)
    next = decision.next
    if (next !== null && next <= now) throw new Error(`decide asks at ${now} for ${next}`)
    lastMoment = now
    if (dies?.(now)) {
      next = now + MINUTE
      continue
    }
    told.put(decision.told)
    for (const notice of decision.notices) {
      const rule = world.rules.find(({ id }) => id === notice.rule)
      if (!rule) throw new Error(`A notice of rule ${notice.rule}, which is not there`)
      const { me } = settingAt(device, now)
      const shownAt = [...shownAlone, ...device.othersShown.filter(at => at <= now)]
      const deliveries = deliveriesOf(notice, { rule, people: world.people, me, device: device.id, shownAt, now })
      shownAlone.push(...deliveries.filter(({ show }) => show === 'alone').map(() => now))
      log.push(lineOf(notice, device.id, deliveries))
    }
    seen?.({ world, device, told: before, now, decision })
  }
}

/** What `decide` says at one minute, asked as the worker asks it. */
export const decideAt = (
  world: World,
  device: Device,
  told: readonly Told[],
  now: number,
  asleep: { from: number; to: number } | null = null,
): Decision =>
  decide({
    account: world.rules[0]?.account ?? 'hubspot:4411007',
    zone: world.zone ?? device.zone,
    watchedSince: world.watchedSince,
    rules: world.rules,
    issues: world.issues,
    happenings: world.happenings,
    told,
    marks: world.marks,
    subjectOf: ref => ({ refs: refsOf(world, ref), name: ref, person: null, url: null }),
    quiet: settingAt(device, now).quiet,
    asleep,
    now,
  })

/** What was told, as the table keeps it: the newest row of each rule and thread, none of a rule that is gone. */
class ToldTable {
  readonly #rows = new Map<string, Told>()

  put(rows: readonly Told[]) {
    for (const row of rows) this.#rows.set(`${row.rule} ${row.thread}`, row)
  }

  rowsFor(rules: readonly Rule[]): Told[] {
    for (const [key, row] of this.#rows) if (!rules.some(({ id }) => id === row.rule)) this.#rows.delete(key)
    return [...this.#rows.values()]
  }
}

/** What the browser alone knows at that minute. */
export const settingAt = (device: Device, now: number) =>
  device.settings.findLast(({ at }) => at <= now) ?? { me: null, quiet: null }

/** The browser's newest moment before this one: it has one every minute that it is awake. */
const lastAwake = (device: Device, now: number): number => {
  const before = device.sleeps.findLast(([, to]) => to <= now)
  return before && before[1] === now ? before[0] - MINUTE : now - MINUTE
}
