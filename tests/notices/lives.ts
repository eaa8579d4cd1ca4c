import fc from 'fast-check'
import type { AppRef } from '../../storage/model/facts/refs.ts'
import { HOUR, type Life, MINUTE, SELF, Story } from './world.ts'

/** Short lives made of small steps, so that fast-check can leave out what a failure does not need. */

const APPS: readonly (readonly AppRef[])[] = [['page:1'], ['name:One'], ['page:2']]
const ZONE = 'Europe/Berlin'
/** On the night after these the clocks of Berlin go back, or forward. */
const BEGINNINGS = ['2026-10-24T06:00Z', '2026-03-28T06:00Z'].map(Date.parse)

interface Step {
  says: string
  tell: (story: Story) => void
}

const app = fc.constantFrom(...APPS.flat())
const kind = fc.constantFrom('error' as const, 'expired' as const)
const mark = fc.constantFrom('snooze' as const, 'acknowledged' as const, 'muted' as const)
const rule = fc.constantFrom('rule-1', 'rule-2', 'rule-3')
const reminder = fc.constantFrom(
  null,
  { every: 'hour' as const, anchor: '2026-01-01T00:10' },
  { every: 'day' as const, anchor: '2026-01-31T02:30' },
)

/** A step with these things drawn for it. */
const stepOf = <T extends unknown[]>(
  says: string,
  drawn: { [K in keyof T]: fc.Arbitrary<T[K]> },
  tell: (story: Story, ...things: T) => void,
): fc.Arbitrary<Step> =>
  fc
    .tuple<T>(...drawn)
    .map(things => ({ says: `${says} ${JSON.stringify(things)}`, tell: story => tell(story, ...things) }))

const broken = stepOf('broken', [app, kind], (story, ref, what) => {
  story.read(story.now)
  story.see(ref, what, story.now)
})
const mended = stepOf('mended', [app, kind], (story, ref, what) => {
  story.read(story.now)
  story.close(ref, what, 'status-connected', story.now)
})
/** Breaks and mends in turn, at this distance. */
const flaps = stepOf(
  'flaps',
  [app, fc.constantFrom(2, 3, 4), fc.constantFrom(5, 20, 30)],
  (story, ref, times, every) => {
    for (let n = 0; n < times; n++) {
      story.commit()
      story.now += every * MINUTE
      story.read(story.now)
      const isOpen = story.issuesOf(ref, 'error').some(issue => issue.open === 1)
      if (isOpen) story.close(ref, 'error', 'status-connected', story.now)
      else story.see(ref, 'error', story.now)
    }
  },
)
const other: fc.Arbitrary<Step>[] = [
  stepOf('read', [], story => story.read(story.now)),
  stepOf('unreadable', [], story => story.see(SELF, 'unreadable', story.now)),
  stepOf('snoozed', [app, fc.constantFrom(null, 7, 90, 1500)], (story, ref, minutes) =>
    story.mark(ref, 'snooze', minutes === null ? null : story.now + minutes * MINUTE),
  ),
  stepOf('marked', [app, fc.constantFrom('acknowledged' as const, 'muted' as const)], (story, ref, what) =>
    story.mark(ref, what),
  ),
  stepOf('unmarked', [app, mark], (story, ref, what) => story.unmark(ref, what)),
  stepOf('fixed', [app], (story, ref) => story.fix(ref)),
  stepOf('not fixed', [app], (story, ref) => story.unfix(ref)),
  stepOf('joined', [], story => story.join('page:1', 'name:One')),
  stepOf('installed', [app], (story, subject) => {
    const [key, time] = [`${subject} ${story.now}`, { kind: 'instant' as const, at: story.now - 5 * MINUTE }]
    story.happen({ key, type: 'installed', subject, name: subject, person: null, time, firstSeen: story.now })
  }),
  stepOf('on', [rule, fc.boolean()], (story, id, on) => story.editRule(id, { on })),
  stepOf('reminder', [rule, reminder], (story, id, every) => story.editRule(id, { reminder: every })),
  stepOf('apps', [rule, fc.constantFrom('all' as const, ['page:1' as const])], (story, id, apps) =>
    story.editRule(id, { apps }),
  ),
]

const step = fc.oneof(
  { weight: 12, arbitrary: broken },
  { weight: 8, arbitrary: mended },
  { weight: 3, arbitrary: flaps },
  ...other.map(arbitrary => ({ weight: 1, arbitrary })),
)
const pause = fc.constantFrom(1, 1, 3, 9, 10, 11, 20, 30, 59, 60, 61, 200, 700)
const quietHours = fc.constantFrom(
  null,
  null,
  { from: '22:00', to: '02:00', zone: ZONE },
  { from: '02:15', to: '02:45', zone: ZONE },
  { from: '12:00', to: '13:00', zone: 'Asia/Tokyo' },
)

/** A life of up to forty steps, in a browser that sleeps now and then. */
export const lives: fc.Arbitrary<Life> = fc
  .record({
    begin: fc.constantFrom(...BEGINNINGS),
    steps: fc.array(fc.tuple(pause, step), { minLength: 5, maxLength: 40 }),
    sleeps: fc.array(fc.tuple(fc.nat(3000), fc.constantFrom(5, 59, 60, 61, 62, 400, 1500)), { maxLength: 6 }),
    reminders: fc.tuple(reminder, reminder, reminder),
    quiet: quietHours,
  })
  .map(({ begin, steps, sleeps, reminders, quiet }) => {
    const story = new Story('hubspot:4411007', begin, APPS)
    const to = { kind: 'everyone' as const }
    const more = { apps: 'all' as const, to, channels: ['in-app' as const], sender: null }
    story.set({ zone: ZONE })
    story.read(begin)
    story.makeRule({ id: 'rule-1', name: 'Errors', type: 'error', ...more, reminder: reminders[0] })
    story.makeRule({ id: 'rule-2', name: 'All', type: 'attention', ...more, reminder: reminders[1] })
    story.makeRule({ id: 'rule-3', name: 'Blind', type: 'cannot-see', ...more, reminder: reminders[2] })
    story.makeRule({ id: 'rule-4', name: 'New', type: 'install', ...more, reminder: null })
    for (const [minutes, { tell }] of steps) {
      story.commit()
      story.now += minutes * MINUTE
      tell(story)
    }
    story.commit()
    const settings = [{ at: begin, me: null, quiet }]
    const device = { id: 'here', zone: ZONE, settings, sleeps: apart(begin, sleeps), othersShown: [] }
    const { account, commits, now } = story
    const said = { steps: steps.map(([minutes, { says }]) => `+${minutes} ${says}`), sleeps, reminders, quiet, begin }
    return {
      ...{ account, from: begin, to: now + 26 * HOUR, commits, devices: [device] },
      [fc.toStringMethod]: () => JSON.stringify(said, null, 1),
    }
  })

const apart = (begin: number, sleeps: readonly (readonly [number, number])[]): [number, number][] => {
  const spans: [number, number][] = []
  for (const [start, minutes] of [...sleeps].sort((a, b) => a[0] - b[0])) {
    const from = begin + (start + 1) * MINUTE
    if (from > (spans.at(-1)?.[1] ?? 0)) spans.push([from, from + minutes * MINUTE])
  }
  return spans
}
