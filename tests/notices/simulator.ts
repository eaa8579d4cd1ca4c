import type { PersonRef, Ref } from '../../storage/model/facts/refs.ts'
import type { Time } from '../../storage/model/facts/time.ts'
import type { Issue, IssueKind } from '../../storage/model/issues/issue.ts'
import type { Happening, Person, Rule, RuleType, What } from '../../storage/model/notices/rows.ts'
import { inApp, item, line, mail } from './lines.ts'
import { calendarTimes, wallClock } from './wallClock.ts'
import { DAY, type Device, HOUR, type Life, MINUTE, type Quiet, refsOf, type World } from './world.ts'

/**
 * What docs/notifications.md says is told, found by looking at every single minute at which the browser is awake.
 * Written from that page alone: it shares no code with storage/model/notices and must go on sharing none.
 */
export const expectedLog = (life: Life, device: Device): string[] => {
  const log: string[] = []
  const memory = new Map<string, Said>()
  const shownAlone = [...device.othersShown]
  let commit = -1
  let watched: Watched[] = []
  let lastMoment: number | null = null
  let sleep = 0

  for (let now = life.from; now < life.to; now += MINUTE) {
    while ((device.sleeps[sleep]?.[1] ?? now + 1) <= now) sleep++
    if ((device.sleeps[sleep]?.[0] ?? now + 1) <= now) continue
    const asleep = lastMoment !== null && now - lastMoment > HOUR ? { from: lastMoment, to: now } : null
    lastMoment = now

    const known = commit
    while ((life.commits[commit + 1]?.at ?? now + 1) <= now) commit++
    const world = life.commits[commit]?.world
    if (!world || world.watchedSince === null) continue
    const zone = world.zone ?? device.zone
    if (commit !== known) watched = inTheirOrder(world.rules).map(rule => watch(rule, world, memory, zone, life.to))
    const { quiet, me } = settingAt(device, now)
    if (quiet && isQuiet(quiet, now)) continue

    for (const watch of watched) {
      const { rule, threads, happenings, reminders } = watch
      const items: string[] = []
      while ((reminders[watch.passed] ?? now + 1) <= now) watch.passed++
      for (const thread of threads) {
        const what = sayOf(thread, rule.changedAt, reminders, watch.passed, now)
        if (what) items.push(what)
      }
      for (const happening of happenings) {
        if (memory.has(happening.memory) || !happening.isNews || now - happening.firstSeen > 7 * DAY) continue
        memory.set(happening.memory, { what: 'happened', at: now, occurrence: 0, spell: null })
        items.push(
          item({ what: 'happened', subject: happening.subject, kind: happening.type, occurrence: 0, missed: 0 }),
        )
      }
      if (items.length === 0) continue
      const deliveries = deliveriesTo(rule, world, device, me, now, shownAlone)
      log.push(line({ at: now, device: device.id, rule: rule.id, items, asleep, deliveries }))
    }
  }
  return log
}

/** What one rule said last of one thread. */
interface Said {
  what: What
  at: number
  occurrence: number
  /** Start of the last unstable spell said. */
  spell: number | null
}

/** All that one rule needs to know of one thread while nothing is committed. */
interface Thread {
  cur: Issue
  base: number
  blind: boolean
  /** The subject is snoozed before this. */
  snoozedUntil: number
  acknowledged: boolean
  spells: readonly Spell[]
  said: Said | undefined
  /** Keeps what is said. */
  remember: (said: Said) => void
}

interface Spell {
  start: number
  end: number
}

interface Watched {
  rule: Rule
  threads: Thread[]
  happenings: (Happening & { memory: string; isNews: boolean })[]
  /** Every time of its calendar, in order; none, if it does not remind. */
  reminders: readonly number[]
  /** How many of them are past. */
  passed: number
}

/** Says what there is to say of the thread at that minute, if anything, and remembers it. */
const sayOf = (
  thread: Thread,
  changedAt: number,
  reminders: readonly number[],
  passed: number,
  now: number,
): string | null => {
  const { cur, base, blind, said } = thread
  const snoozed = now < thread.snoozedUntil
  const tell = (what: What, missed = 0, spell = said?.spell ?? null) => {
    thread.said = { what, at: now, occurrence: cur.occurrence, spell }
    thread.remember(thread.said)
    return item({ what, subject: cur.subject, kind: cur.kind, occurrence: cur.occurrence, missed })
  }

  for (const { start, end } of thread.spells) {
    if (now < start || now >= end) continue
    if (blind || start <= base || said?.spell === start || snoozed) return null
    return tell('unstable', 0, start)
  }

  const told = said !== undefined && cur.occurrence <= said.occurrence
  const old = cur.firstSeen <= base
  if (cur.open === 0) {
    const isOver = said !== undefined && said.what !== 'resolved' && cur.ended?.how !== 'same-app' && !blind
    return isOver ? tell('resolved') : null
  }
  if (snoozed) return null // of an open problem, that is: its end is told all the same
  const confirmed = cur.lastSeen > cur.firstSeen || now - cur.firstSeen >= 10 * MINUTE
  if (!confirmed) return null // cannot be told yet, so nothing below holds either
  if (!told && !old) return blind ? null : tell('opened')
  if (told && said.what === 'resolved') return cur.lastSeen > said.at && !blind ? tell('reopened') : null
  if (thread.acknowledged) return null

  const since = told ? said.at : base
  let due = 0
  const unsaidSince = Math.max(since, changedAt) // a time before the rule was last changed is not this rule's any more
  while ((reminders[passed - due - 1] ?? 0) > unsaidSince) due++
  if (due === 0) return null
  if (cur.lastSeen > since && !blind) return tell('reminder', due - 1)
  return told && said.what !== 'unchecked' ? tell('unchecked') : null
}

const TELLS_OF: Record<RuleType, { issues: IssueKind[]; happenings: Happening['type'][] }> = {
  install: { issues: [], happenings: ['installed'] },
  uninstall: { issues: [], happenings: ['uninstalled'] },
  disconnect: { issues: ['disconnected'], happenings: [] },
  expired: { issues: ['expired'], happenings: [] },
  error: { issues: ['error'], happenings: [] },
  'gone-quiet': { issues: ['gone-quiet'], happenings: [] },
  attention: { issues: ['error', 'expired', 'disconnected', 'attention', 'gone-quiet', 'vanished'], happenings: [] },
  'cannot-see': { issues: ['unreadable', 'stale'], happenings: [] },
}
const CANNOT_SEE: readonly IssueKind[] = ['unreadable', 'stale']

/** What the rule has to look at, minute by minute, until the next commit. */
const watch = (rule: Rule, world: World, memory: Map<string, Said>, zone: string, end: number): Watched => {
  const nothing: Watched = { rule, threads: [], happenings: [], reminders: [], passed: 0 }
  if (!rule.on) return nothing
  const base = Math.max(world.watchedSince as number, rule.since)
  const covers = (subject: Ref) =>
    rule.type === 'cannot-see' ||
    rule.apps === 'all' ||
    refsOf(world, subject).some(ref => (rule.apps as readonly Ref[]).includes(ref))
  const marksOf = (subject: Ref, kind: string) => {
    const refs = refsOf(world, subject)
    return world.marks.filter(mark => mark.kind === kind && refs.includes(mark.subject)).sort((a, b) => b.at - a.at)
  }
  const mayTellOf = (subject: Ref) => covers(subject) && marksOf(subject, 'muted').length === 0
  const { issues: kinds, happenings: types } = TELLS_OF[rule.type]

  const occurrences = new Map<string, Issue[]>()
  for (const issue of world.issues) {
    if (!kinds.includes(issue.kind)) continue
    const key = `${issue.subject} ${issue.kind}`
    occurrences.set(key, [...(occurrences.get(key) ?? []), issue])
  }
  const blind = rule.type !== 'cannot-see' && world.issues.some(one => one.open === 1 && CANNOT_SEE.includes(one.kind))

  const threads: Thread[] = []
  for (const [key, issues] of occurrences) {
    const cur = issues.reduce((best, issue) => (issue.occurrence > best.occurrence ? issue : best))
    if (!mayTellOf(cur.subject)) continue
    const [snooze] = marksOf(cur.subject, 'snooze')
    const untilSeen = snooze && cur.lastSeen <= snooze.at ? Number.POSITIVE_INFINITY : 0
    threads.push({
      cur,
      base,
      blind,
      snoozedUntil: snooze ? (snooze.until ?? untilSeen) : 0,
      acknowledged: marksOf(cur.subject, 'acknowledged').some(mark => mark.at >= cur.firstSeen),
      spells: spellsOf(issues),
      said: memory.get(`${rule.id} ${key}`),
      remember: said => memory.set(`${rule.id} ${key}`, said),
    })
  }
  const happenings = world.happenings
    .filter(happening => types.includes(happening.type) && mayTellOf(happening.subject))
    .map(happening => ({
      ...happening,
      memory: `${rule.id} happening ${happening.key}`,
      isNews: happening.firstSeen > base && lastMomentOf(happening.time, zone) > base,
    }))
  const reminders = rule.reminder ? timesOf(rule.reminder.every, rule.reminder.anchor, zone, end) : []
  return { rule, threads, happenings, reminders, passed: 0 }
}

/** Unstable spells of one thread, found by following the changes as they came. */
export const spellsOf = (issues: readonly Issue[]): Spell[] => {
  const changes = issues.flatMap(issue => [issue.firstSeen, ...(issue.ended ? [issue.ended.observedAt] : [])])
  changes.sort((a, b) => a - b)
  const spells: Spell[] = []
  let open: Spell | null = null
  let [before, beforeThat]: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const change of changes) {
    if (open && change - before <= HOUR) open.end = change + HOUR
    else if (change - beforeThat <= HOUR) {
      open = { start: change, end: change + HOUR }
      spells.push(open)
    } else open = null
    ;[beforeThat, before] = [before, change]
  }
  return spells
}

const calendars = new Map<string, number[]>()
const timesOf = (every: 'hour' | 'day' | 'week' | 'month', anchor: string, zone: string, end: number): number[] => {
  const key = `${every} ${anchor} ${zone} ${end}`
  const times = calendars.get(key) ?? calendarTimes(every, anchor, zone, end)
  calendars.set(key, times)
  return times
}

/** The latest ms that a happening's time can mean; a day ends where the wall shows the next. */
const lastMomentOf = (time: Time, zone: string): number => {
  if (time.kind === 'instant') return time.at
  return time.kind === 'between' ? time.to : wallClock(zone).firstShows(Date.parse(`${time.day}T00:00Z`) + DAY) - 1
}

const settingAt = (device: Device, now: number) => {
  let current = { quiet: null as Quiet | null, me: null as PersonRef | null }
  for (const setting of device.settings) if (setting.at <= now) current = setting
  return current
}

const minuteOfDay = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

export const isQuiet = ({ from, to, zone }: Quiet, now: number): boolean => {
  const [start, end] = [minuteOfDay(from), minuteOfDay(to)]
  const minute = Math.floor((wallClock(zone).shows(now) % DAY) / MINUTE)
  return start <= end ? start <= minute && minute < end : minute >= start || minute < end
}

const inTheirOrder = (rules: readonly Rule[]) =>
  [...rules].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))

/** To whom the notice goes; notes down what is shown by itself. */
const deliveriesTo = (
  rule: Rule,
  world: World,
  device: Device,
  me: PersonRef | null,
  now: number,
  shownAlone: number[],
): string[] => {
  const { to } = rule
  const isMeant = (person: Person) => {
    if (to.kind === 'everyone') return true
    if (to.kind === 'super-admins') return person.superAdmin === true
    return to.people.includes(person.ref) || person.teams.some(team => to.teams.includes(team.name))
  }
  const meant = world.people.filter(person => isMeant(person) && person.active !== false)
  const deliveries: string[] = []
  if (rule.channels.includes('in-app') && (me === null || meant.some(person => isSame(person, me, world.people)))) {
    const lately = shownAlone.filter(at => at > now - 10 * MINUTE && at <= now)
    const show = lately.length < 5 ? 'alone' : 'together'
    if (show === 'alone') shownAlone.push(now)
    deliveries.push(inApp(me, show, 'planned', null))
  }
  if (rule.channels.includes('email') && rule.sender === device.id) {
    const isSample = rule.account.startsWith('sample:')
    const addresses = new Set(meant.flatMap(({ address }) => (address ? [address.toLowerCase()] : [])))
    for (const address of addresses)
      deliveries.push(isSample ? mail(address, 'skipped', 'sample') : mail(address, 'planned', null))
  }
  return deliveries
}

/** The person listed is the one of that ref: by the ref, or by an e-mail address that both have. */
const isSame = (person: Person, ref: PersonRef, people: readonly Person[]): boolean => {
  if (person.ref === ref) return true
  const address = people.find(other => other.ref === ref)?.address?.toLowerCase()
  return address !== undefined && person.address?.toLowerCase() === address
}
