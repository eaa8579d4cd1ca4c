import type { Person } from '../../storage/model/notices/rows.ts'
import { minute, type Stage, ZONES } from './stage.ts'
import { DAY, type Device, HOUR, MINUTE, type Quiet } from './world.ts'

/** The browsers that watch the account: one, or two with the same facts and ways of their own. */
export const randomDevices = (stage: Stage, people: readonly Person[]): Device[] =>
  ['here', ...(stage.r.chance(0.5) ? ['there'] : [])].map(id => {
    const { r } = stage
    const me = () => (r.chance(0.35) ? null : r.pick(people).ref)
    const settings = [{ at: stage.from, me: me(), quiet: quietHours(stage) }]
    if (r.chance(0.2)) settings.push({ at: minute(stage), me: me(), quiet: quietHours(stage) })
    const othersShown = r.chance(0.2)
      ? Array.from({ length: (stage.to - stage.from) / (3 * MINUTE) }, () => minute(stage))
      : []
    return { id, zone: r.chance(0.8) ? stage.zone : r.pick(ZONES), settings, sleeps: sleeps(stage), othersShown }
  })

const quietHours = ({ r, zone }: Stage): Quiet | null => {
  if (r.chance(0.5)) return null
  const [from, to] = r.pick([
    ['22:00', '07:00'],
    ['18:30', '08:15'],
    ['00:00', '06:00'],
    ['23:00', '02:30'],
    ['01:45', '02:15'],
    ['12:00', '13:00'],
    ['09:00', '09:00'],
  ] as const)
  return { from, to, zone: r.chance(0.3) ? zone : r.pick(ZONES) }
}

/** When the browser was closed or its computer asleep: never, every night, or whenever. */
const sleeps = (stage: Stage): [number, number][] => {
  const { r, from, to } = stage
  const spans: [number, number][] = []
  const kind = r.pick(['never', 'nights', 'nights', 'whenever', 'whenever'])
  if (kind === 'nights')
    for (let night = from; night < to; night += DAY) {
      const start = night + 17 * HOUR + r.int(300) * MINUTE
      spans.push([start, start + (7 * 60 + r.int(420)) * MINUTE])
    }
  if (kind !== 'never')
    for (let left = r.int(25); left > 0; left--) {
      const start = minute(stage)
      const length = r.pick([3, 20, 55, 58, 59, 60, 61, 62, 200, 600, 600, 60 * r.int(96)])
      spans.push([start, start + Math.max(1, length) * MINUTE])
    }
  const apart: [number, number][] = []
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const last = apart.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else apart.push([start, end])
  }
  return apart
}
