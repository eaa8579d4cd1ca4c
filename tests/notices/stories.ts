import { expect } from 'vitest'
import type { Person, Reminder, Rule } from '../../storage/model/notices/rows.ts'
import { toldLog } from './product.ts'
import { expectedLog } from './simulator.ts'
import { type Device, MINUTE, type Quiet, Story } from './world.ts'

type Draft = Omit<Rule, 'account' | 'since' | 'createdAt' | 'changedAt' | 'createdBy' | 'on'>

const RULE: Draft = {
  id: 'rule',
  name: 'Broken apps',
  type: 'error',
  apps: 'all',
  to: { kind: 'everyone' },
  channels: ['in-app'],
  reminder: null,
  sender: null,
}

/** Who tells a short story: at 09:00 UTC of its day the account is read well and a rule for errors made. */
export interface Teller {
  /** Goes on to a minute of that year, `MM-DDTHH:MM` in UTC. */
  at: (time: string) => Story
  /** The first app is seen broken at these minutes. */
  broken: (...times: string[]) => void
  /** It is seen mended. */
  mended: (time: string) => void
}

export interface Surroundings {
  rule?: Partial<Draft>
  reminder?: Reminder
  /** More rules alike: their number in all. */
  rules?: number
  people?: Person[]
  me?: Person['ref']
  zone?: string
  quiet?: Quiet
  /** The browser was closed then. */
  closed?: { from: string; to: string }
}

/** What is told in a short story, as simulator and decide agree; the delivery to whoever it is goes without saying. */
export const logOf = (day: string, tell: (teller: Teller) => void, around: Surroundings = {}): string[] => {
  const year = day.slice(0, 5)
  const from = Date.parse(`${day}T09:00Z`)
  const story = new Story('hubspot:4411007', from, [['page:1'], ['page:2']])
  story.set({ people: around.people ?? [], zone: around.zone ?? 'UTC' })
  story.read(from)
  for (let n = 1; n <= (around.rules ?? 1); n++)
    story.makeRule({ ...RULE, id: `rule-${n}`, reminder: around.reminder ?? null, ...around.rule })

  const at = (time: string) => {
    story.commit()
    story.now = Date.parse(`${year}${time}Z`)
    return story
  }
  const broken = (...times: string[]) => {
    for (const time of times) {
      at(time).read(story.now)
      story.see('page:1', 'error', story.now)
    }
  }
  const mended = (time: string) => {
    at(time).read(story.now)
    story.close('page:1', 'error', 'status-connected', story.now)
  }
  tell({ at, broken, mended })
  story.commit()

  const { closed } = around
  const device: Device = {
    id: 'here',
    zone: 'UTC',
    settings: [{ at: from, me: around.me ?? null, quiet: around.quiet ?? null }],
    sleeps: closed ? [[Date.parse(`${year}${closed.from}Z`), Date.parse(`${year}${closed.to}Z`)]] : [],
    othersShown: [],
  }
  const life = { account: story.account, from, to: story.now + MINUTE, commits: story.commits, devices: [device] }
  const log = expectedLog(life, device)
  expect(toldLog(life, device)).toEqual(log)
  return log.map(line => line.replace(' here rule-1:', '').replace(' → in-app to whoever it is alone planned', ''))
}
