import type { AppRef } from '../../storage/model/facts/refs.ts'
import type { Person, Rule } from '../../storage/model/notices/rows.ts'
import type { Random } from '../random.ts'
import { type Change, minute, type Stage } from './stage.ts'
import { DAY, MINUTE, type Story } from './world.ts'

const TYPES = [
  'install',
  'uninstall',
  'disconnect',
  'error',
  'error',
  'expired',
  'attention',
  'attention',
  'attention',
  'cannot-see',
] as const
const TEAMS = ['Sales', 'Support', 'Platform']

/** The rules of the month: most there from its beginning, some made, changed, paused and deleted on the way. */
export const ruleChanges = (stage: Stage, people: readonly Person[]): Change[] => {
  const { r, from } = stage
  const changes: Change[] = []
  const many = r.chance(0.15) ? 9 : 3 + r.int(4)
  for (let n = 1; n <= many; n++) {
    const id = `rule-${r.int(9)}${n}`
    const made = r.chance(0.6) ? from : minute(stage)
    const first = randomRule(stage, people)
    changes.push({ at: made, tell: story => story.makeRule({ id, name: `Rule ${n}`, ...first }) })
    for (let left = r.int(3); left > 0; left--) {
      const at = minute(stage)
      if (at <= made) continue
      const edit = randomEdit(stage, people)
      changes.push({ at, tell: story => story.editRule(id, edit) })
      if (edit.on === false && r.chance(0.8)) {
        const on = at + r.pick([5, 90, 1500, 9000]) * MINUTE
        changes.push({ at: on, tell: story => story.editRule(id, { on: true }) })
      }
    }
    if (r.chance(0.1)) changes.push({ at: minute(stage), tell: (story: Story) => story.deleteRule(id) })
  }
  return changes
}

type Draft = Pick<Rule, 'type' | 'apps' | 'to' | 'channels' | 'reminder' | 'sender'>

const randomRule = (stage: Stage, people: readonly Person[]): Draft => {
  const { r } = stage
  const type = r.pick(TYPES)
  return {
    type,
    apps: randomApps(stage),
    to: randomAudience(r, people),
    channels: r.pick([['in-app'], ['in-app', 'email'], ['email', 'in-app'], ['email']]),
    reminder: type === 'install' || type === 'uninstall' || r.chance(0.2) ? null : randomReminder(stage),
    sender: r.pick(['here', 'there', null]),
  }
}

const randomEdit = (stage: Stage, people: readonly Person[]): Partial<Draft & Pick<Rule, 'on'>> => {
  const { type, apps, to, channels, reminder, sender } = randomRule(stage, people)
  const lasting = type === 'install' || type === 'uninstall' ? null : reminder
  return stage.r.pick([
    { type, reminder: lasting },
    { apps },
    { to, channels },
    { reminder: randomReminder(stage) },
    { sender },
    { on: false },
    { on: false },
  ])
}

const randomApps = ({ r, apps }: Stage): Rule['apps'] =>
  r.chance(0.65)
    ? 'all'
    : r
        .shuffle(apps)
        .slice(0, 1 + r.int(3))
        .map(refs => r.pick(refs) as AppRef)

const randomAudience = (r: Random, people: readonly Person[]): Rule['to'] => {
  if (r.chance(0.3)) return { kind: 'super-admins' }
  if (r.chance(0.4)) return { kind: 'everyone' }
  return {
    kind: 'chosen',
    people: people.filter(() => r.chance(0.3)).map(({ ref }) => ref),
    teams: [...TEAMS, 'Nobody'].filter(() => r.chance(0.3)),
  }
}

/** A calendar that begins before, in or after the month, with a liking for month ends and the hours at which clocks change. */
const randomReminder = (stage: Stage): Rule['reminder'] => {
  const { r, from } = stage
  const every = r.pick(['hour', 'day', 'day', 'day', 'week', 'week', 'month'] as const)
  const start = new Date(minute(stage) - r.pick([0, 0, 30, 365]) * DAY)
  if (every === 'month' && r.chance(0.6))
    start.setTime(Date.UTC(new Date(from).getUTCFullYear() - 1, r.pick([0, 2, 7, 11]), 31))
  const clock = r.pick(['02:30', '02:30', '09:00', '00:00', '23:59', '02:00', '03:00', '01:15', '17:45', '00:30'])
  return { every, anchor: `${start.toISOString().slice(0, 10)}T${clock}` }
}

/** People with and without addresses, teams and rights; two of them with one address. */
export const randomPeople = (r: Random): Person[] => {
  const people: Person[] = []
  for (let n = 1; n <= 3 + r.int(5); n++) {
    const teams = TEAMS.filter(() => r.chance(0.3)).map(name => ({ name, secondary: r.chance(0.5) }))
    people.push({
      account: 'hubspot:4411007',
      ref: r.pick([`user:${n}`, `email:p${n}@firm.example`, `person:Person ${n}`] as const),
      name: `Person ${n}`,
      address: r.chance(0.7) ? `p${n}@firm.example` : null,
      teams,
      superAdmin: r.pick([true, false, null]),
      active: r.pick([true, true, null, false]),
      byHand: false,
    })
  }
  const [first] = people
  if (first && r.chance(0.5))
    people.push({
      ...first,
      ref: 'user:99',
      address: 'P1@Firm.example',
      active: true,
      teams: [{ name: 'Sales', secondary: false }],
    })
  return people
}
