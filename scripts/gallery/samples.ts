/** The moment of UI.md's pictures: Thursday 12 November 2026, 14:08 in Berlin. */
export const NOW = Temporal.ZonedDateTime.from('2026-11-12T14:08[Europe/Berlin]').epochMilliseconds

/** Epoch ms of a Berlin wall-clock time. */
export const berlin = (time: string): number => Temporal.ZonedDateTime.from(`${time}[Europe/Berlin]`).epochMilliseconds

/** A row of the gallery's table. Apps and people are invented. */
export interface SampleApp {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly status: 'connected' | 'expired' | 'error' | 'notReported' | 'goneQuiet'
  readonly installed: string
  readonly installer: string | undefined
  readonly lastActivity: string | undefined
  readonly connections: number
}

const NAMES = [
  'Adlantern',
  'Billcart',
  'Chatdock',
  'Formwell',
  'Ledgerlane',
  'Mailharbor',
  'Meetgrid',
  'Ringdesk',
  'Shipfold',
  'Signpad',
]
const STATUSES = [
  'connected',
  'connected',
  'notReported',
  'connected',
  'error',
  'expired',
  'notReported',
  'goneQuiet',
] as const
const PEOPLE = ['Robin T.', 'Alex R.', 'Jo M.', 'Sam K.', undefined]

/** So many apps, the same at every run. */
export const sampleApps = (count: number): SampleApp[] =>
  Array.from({ length: count }, (_, index) => {
    const day = Temporal.PlainDate.from('2026-11-12').subtract({ days: (index * 137) % 900 })
    return {
      id: `app-${index}`,
      name:
        index < NAMES.length
          ? (NAMES[index] ?? '')
          : `${NAMES[index % NAMES.length]} ${Math.floor(index / NAMES.length) + 1}`,
      account: index % 3 === 1 ? 'Acme Japan' : 'Acme Trading',
      status: STATUSES[index % STATUSES.length] ?? 'connected',
      installed: day.toString(),
      installer: PEOPLE[index % PEOPLE.length],
      lastActivity:
        index % 4 === 2
          ? undefined
          : Temporal.PlainDate.from('2026-11-12')
              .subtract({ days: index % 5 })
              .toString(),
      connections: index === 6 ? 7 : 1,
    }
  })
