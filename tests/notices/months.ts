import type { AccountId, AppRef, Ref } from '../../storage/model/facts/refs.ts'
import type { IssueEnding, IssueKind } from '../../storage/model/issues/issue.ts'
import { type Random, random } from '../random.ts'
import { randomDevices } from './devices.ts'
import { randomPeople, ruleChanges } from './randomRules.ts'
import { type Change, minute, SCENES, type Stage, ZONES } from './stage.ts'
import { DAY, HOUR, type Life, MINUTE, SELF, Story } from './world.ts'

/** A month (a few days, two months) of one account's life, the same for the same seed. */
export const month = (seed: number): Life => {
  const r = random(seed)
  const [zone, name] = r.pick(SCENES)
  const first = Date.parse(`${name}-01T00:00Z`)
  const days = r.pick([9, 16, 29, 31, 31, 33])
  const from = first + (days < 20 ? r.int(18) * DAY : 0) - r.int(24 * 60) * MINUTE
  const apps: AppRef[][] = []
  for (let n = 0; n < 3 + r.int(6); n++)
    apps.push(r.chance(0.25) ? [`page:${n}`, `name:App ${n}`] : r.chance(0.2) ? [`name:App ${n}`] : [`page:${n}`])
  const stage: Stage = { r, zone, from, to: from + days * DAY, apps, busy: [] }

  const account: AccountId = r.chance(0.1) ? 'sample:1' : 'hubspot:4411007'
  const apart = apps.map(refs => refs.length > 1 && r.chance(0.5))
  const story = new Story(
    account,
    from,
    apps.flatMap((refs, n) => (apart[n] ? refs.map(ref => [ref]) : [refs])),
  )
  const people = randomPeople(r)
  const changes: Change[] = [
    { at: from, tell: now => now.set({ people, zone: r.chance(0.8) ? zone : null }) },
    ...reads(stage),
    ...bursts(stage),
    ...marks(stage),
    ...ruleChanges(stage, people),
    ...apps.flatMap((refs, n) => (apart[n] ? joining(stage, refs) : [])),
    ...(r.chance(0.15) ? [{ at: minute(stage), tell: (now: Story) => now.set({ zone: r.pick(ZONES) }) }] : []),
    ...(r.chance(0.2) ? [{ at: minute(stage), tell: (now: Story) => now.set({ people: randomPeople(r) }) }] : []),
  ]
  for (const { at, tell } of changes.filter(({ at }) => at < stage.to).sort((a, b) => a.at - b.at)) {
    if (at > story.now) story.commit()
    story.now = at
    tell(story)
  }
  story.commit()
  return { account, from, to: stage.to, commits: story.commits, devices: randomDevices(stage, people) }
}

/** Two subjects turn out to be one app; now and then both were snoozed before. */
const joining = (stage: Stage, refs: readonly AppRef[]): Change[] => {
  const { r } = stage
  const [a, b] = refs as readonly [AppRef, AppRef]
  const at = minute(stage)
  const snoozes = r.chance(0.5) ? r.shuffle([a, b]) : []
  return [
    ...snoozes.map((ref, n): Change => {
      const until = r.chance(0.3) ? null : at + r.int(600) * MINUTE
      return { at: at - (60 - 7 * n) * MINUTE, tell: story => story.mark(ref, 'snooze', until) }
    }),
    { at, tell: story => story.join(a, b) },
  ]
}

const APP_KINDS: readonly IssueKind[] = [
  'error',
  'error',
  'expired',
  'disconnected',
  'attention',
  'gone-quiet',
  'vanished',
]

/** Looks at the page, as people have them: some a day, some days none, some that end at a sign-in page. */
const reads = (stage: Stage): Change[] => {
  const { r, from, to, apps } = stage
  const changes: Change[] = []
  const wrong = new Map<AppRef, IssueKind>()
  const lively = r.pick([0.05, 0.12, 0.3])
  const away = r.chance(0.15) ? minute(stage) : to
  let at = from + (r.chance(0.6) ? 0 : r.int(3 * 24 * 60) * MINUTE)
  let lastGood: number | null = null
  while (at < to) {
    for (let left = 2 + r.int(9); left > 0 && at < to; left--) {
      const seen = r.chance(0.88) ? at : at - 1 - r.int(r.pick([4, 20 * 60])) * MINUTE
      const observed = Math.max(from, Math.floor(seen / MINUTE) * MINUTE)
      if (lastGood !== null && at - lastGood > 7 * DAY) {
        const stale = lastGood + 7 * DAY
        changes.push({ at: stale + MINUTE, tell: story => story.see(SELF, 'stale', stale) })
      }
      if (r.chance(0.06)) {
        const late = r.chance(0.5) ? 10 * MINUTE : 0
        changes.push({
          at: at + late,
          tell: story => lastGoodOf(story) < observed && story.see(SELF, 'unreadable', observed),
        })
      } else {
        lastGood = Math.max(lastGood ?? 0, observed)
        changes.push({ at, tell: story => look(story, stage, observed, wrong, lively) })
        stage.busy.push(at)
        if (r.chance(0.12)) changes.push({ at, tell: happening(r, r.pick(apps)[0] as AppRef, observed, lastGood) })
      }
      at += r.pick([1, 4, 7, 12, 25, 61]) * MINUTE
    }
    at += r.pick([2, 3, 5, 9, 20, 26, 50, 80]) * HOUR + r.int(120) * MINUTE
    if (at > away && at < away + 8 * DAY) at = away + 8 * DAY + r.int(600) * MINUTE
  }
  if (lastGood !== null && lastGood + 7 * DAY + MINUTE < to) {
    const stale = lastGood + 7 * DAY
    changes.push({ at: stale + MINUTE, tell: story => story.see(SELF, 'stale', stale) })
  }
  return changes
}

const lastGoodOf = (story: Story) =>
  Math.max(story.world.watchedSince ?? 0, ...story.issuesOf(SELF).map(issue => issue.ended?.observedAt ?? 0))

const ENDINGS: readonly IssueEnding[] = ['status-connected', 'not-in-attention', 'newer-activity']

/** One good read: each app well or not, of which the page shows most. */
const look = (story: Story, { r, apps }: Stage, at: number, wrong: Map<AppRef, IssueKind>, lively: number) => {
  story.read(at)
  for (const refs of apps) {
    const app = refs[0] as AppRef
    if (r.chance(lively)) {
      if (wrong.has(app) && r.chance(0.7)) wrong.delete(app)
      else wrong.set(app, r.pick(APP_KINDS))
    }
    const ref = r.pick(refs)
    const kind = wrong.get(app)
    if (r.chance(0.15)) continue // not on this page
    for (const issue of story.issuesOf(ref)) {
      if (issue.open === 0 || issue.kind === kind) continue
      if (kind === undefined && r.chance(0.9)) story.close(ref, issue.kind, endingOf(r, issue.kind), at)
      else if (kind !== undefined && r.chance(0.7)) story.close(ref, issue.kind, 'other-problem', at)
    }
    if (kind !== undefined) story.see(ref, kind, at)
  }
}

const endingOf = (r: Random, kind: IssueKind): IssueEnding =>
  r.chance(0.1) ? 'uninstalled' : kind === 'vanished' ? 'seen-again' : r.pick(ENDINGS)

/** An app came or went some time before it was read; days like that on which a rule was made. */
const happening = (r: Random, subject: AppRef, firstSeen: number, lastGood: number) => {
  const type = r.pick(['installed', 'uninstalled'] as const)
  const back = r.int(r.pick([60, 2 * 24 * 60, 20 * 24 * 60])) * MINUTE
  const key = `${type} ${subject} ${firstSeen}`
  return (story: Story) => {
    const made = r.chance(0.5) ? story.world.rules.find(rule => rule.type === type.slice(0, -2))?.since : undefined
    const day = new Date((made ?? firstSeen) - r.int(3) * DAY).toISOString().slice(0, 10)
    const time = r.pick([
      { kind: 'instant', at: firstSeen - back },
      { kind: 'day', day },
      { kind: 'between', from: Math.min(firstSeen - back, lastGood), to: firstSeen },
    ] as const)
    story.happen({ key, type, subject, name: subject, person: null, time, firstSeen })
  }
}

/** Apps that break and mend at every look, at distances that lie on both sides of an hour's third, half and whole. */
const bursts = (stage: Stage): Change[] => {
  const { r, apps } = stage
  const changes: Change[] = []
  for (let left = r.int(4); left > 0; left--) {
    const [ref, kind] = [r.pick(r.pick(apps)), r.pick(APP_KINDS)]
    const steps = r.pick([
      [5, 12],
      [20, 30],
      [29, 30, 31],
      [30, 59, 60, 61],
      [10, 60, 61, 90],
    ])
    let at = minute(stage)
    for (let n = 3 + r.int(8); n > 0; n--) {
      const observed = at
      const toggle = (story: Story) => {
        story.read(observed)
        const isOpen = story.issuesOf(ref, kind).some(issue => issue.open === 1)
        if (isOpen) story.close(ref, kind, r.pick(ENDINGS), observed)
        else story.see(ref, kind, observed)
      }
      changes.push({ at, tell: toggle })
      stage.busy.push(at)
      at += r.pick(steps) * MINUTE
    }
  }
  return changes
}

/** What people say of apps: mostly of those that are wrong. */
const marks = (stage: Stage): Change[] => {
  const { r, apps } = stage
  const changes: Change[] = []
  const subjectOf = (story: Story): Ref => {
    const open = story.world.issues.filter(issue => issue.open === 1)
    return open.length > 0 && r.chance(0.9) ? r.pick(open).subject : r.chance(0.1) ? SELF : r.pick(r.pick(apps))
  }
  for (let left = r.int(12); left > 0; left--) {
    const at = minute(stage)
    const later = at + r.pick([5, 30, 300, 3000]) * MINUTE
    const until = r.chance(0.3) ? null : at + r.pick([10, 59, 60, 24 * 60, 4 * 24 * 60]) * MINUTE
    const kind = r.pick(['snooze', 'snooze', 'acknowledged', 'muted', 'fixed', 'fixed', 'reconnecting'] as const)
    const takenBack = r.chance(kind === 'muted' ? 0.8 : 0.3)
    let subject: Ref = SELF
    changes.push({
      at,
      tell: story => {
        subject = subjectOf(story)
        if (kind === 'fixed' && subject === SELF) return
        story.mark(subject, kind, kind === 'snooze' ? until : null)
        if (kind === 'fixed') story.fix(subject)
      },
    })
    if (takenBack)
      changes.push({
        at: later,
        tell: story => {
          story.unmark(subject, kind)
          if (kind === 'fixed') story.unfix(subject)
        },
      })
  }
  return changes
}
