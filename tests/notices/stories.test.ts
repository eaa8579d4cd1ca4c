import { describe, expect, it } from 'vitest'
import type { Person } from '../../storage/model/notices/rows.ts'
import { logOf } from './stories.ts'

/** Logs written by hand, which hold simulator and decide to the page, so that both cannot err alike. */

describe('an app that breaks is told', () => {
  it('when it was seen twice, and again when it is over', () => {
    const log = logOf('2026-11-02', ({ broken, mended }) => {
      broken('11-02T10:00', '11-02T10:03', '11-02T10:05')
      mended('11-02T12:00')
    })
    expect(log).toEqual(['2026-11-02T10:03Z opened page:1 error 1', '2026-11-02T12:00Z resolved page:1 error 1'])
  })
  it('ten minutes after it was seen once, unless it is over by then', () => {
    const log = logOf('2026-11-02', ({ at, broken, mended }) => {
      broken('11-02T10:00')
      mended('11-02T10:09')
      broken('11-02T14:00')
      at('11-02T18:00')
    })
    expect(log).toEqual(['2026-11-02T14:10Z opened page:1 error 2'])
  })
  it('not if it was so at the first read', () => {
    const log = logOf('2026-11-02', ({ broken, mended }) => {
      broken('11-02T09:00', '11-02T10:00')
      mended('11-02T11:00')
    })
    expect(log).toEqual([])
  })
  it('once more when it is seen again after "I fixed it"', () => {
    const log = logOf('2026-11-02', ({ at, broken }) => {
      broken('11-02T10:00', '11-02T10:05')
      at('11-02T11:00').fix('page:1')
      broken('11-02T13:00')
    })
    expect(log).toEqual([
      '2026-11-02T10:05Z opened page:1 error 1',
      '2026-11-02T11:00Z resolved page:1 error 1',
      '2026-11-02T13:00Z reopened page:1 error 1',
    ])
  })
  it('as unstable after three changes in an hour, and then not for an hour without a change', () => {
    const log = logOf('2026-11-02', ({ at, broken, mended }) => {
      broken('11-02T10:00')
      mended('11-02T10:30')
      broken('11-02T11:00')
      mended('11-02T11:20')
      broken('11-02T12:20', '11-02T12:25')
      at('11-02T18:00')
    })
    expect(log).toEqual([
      '2026-11-02T10:10Z opened page:1 error 1',
      '2026-11-02T10:30Z resolved page:1 error 1',
      '2026-11-02T11:00Z unstable page:1 error 2',
      '2026-11-02T13:20Z opened page:1 error 3',
    ])
  })
  it('as unstable when its snooze ends within the spell', () => {
    const log = logOf('2026-11-02', ({ at, broken, mended }) => {
      at('11-02T09:30').mark('page:1', 'snooze', Date.parse('2026-11-02T10:45Z'))
      broken('11-02T10:00')
      mended('11-02T10:15')
      broken('11-02T10:25')
      mended('11-02T10:30')
      at('11-02T18:00')
    })
    expect(log).toEqual(['2026-11-02T10:45Z unstable page:1 error 2', '2026-11-02T11:30Z resolved page:1 error 2'])
  })
  it('not while Patchbay cannot see, but then', () => {
    const log = logOf('2026-11-02', ({ at, broken }) => {
      at('11-02T10:00').see('account:self', 'unreadable', Date.parse('2026-11-02T10:00Z'))
      at('11-02T10:01').see('page:1', 'error', Date.parse('2026-11-02T10:01Z'))
      broken('11-02T15:00')
    })
    expect(log).toEqual(['2026-11-02T15:00Z opened page:1 error 1'])
  })
})

describe('a reminder', () => {
  /** The minutes at which the app was reminded of. */
  const minutes = (log: string[]) => log.filter(line => line.includes(' reminder ')).map(line => line.split(' ')[0])

  it('of the 31st comes at the end of shorter months', () => {
    const seen = ['01-31T11:00', '02-28T11:00', '03-31T11:00', '04-30T11:00', '05-31T11:00']
    const log = logOf('2027-01-05', ({ broken }) => broken('01-05T10:00', ...seen, '06-30T11:00'), {
      reminder: { every: 'month', anchor: '2026-12-31T12:00' },
    })
    expect(minutes(log)).toEqual(['01-31', '02-28', '03-31', '04-30', '05-31'].map(day => `2027-${day}T12:00Z`))
  })
  it('at a time that the clocks skip comes as much later', () => {
    const seen = ['03-27T10:00', '03-27T23:00', '03-28T23:00', '03-29T23:00', '03-30T10:00']
    const log = logOf('2026-03-27', ({ broken }) => broken(...seen), {
      reminder: { every: 'day', anchor: '2026-01-01T02:30' },
      zone: 'Europe/Berlin',
    })
    expect(minutes(log)).toEqual(['2026-03-28T01:30Z', '2026-03-29T01:30Z', '2026-03-30T00:30Z'])
  })
  it('at a time that comes twice comes the first time', () => {
    const seen = ['10-23T10:00', '10-23T23:00', '10-24T23:00', '10-25T23:00', '10-26T10:00']
    const log = logOf('2026-10-23', ({ broken }) => broken(...seen), {
      reminder: { every: 'day', anchor: '2026-01-01T02:30' },
      zone: 'Europe/Berlin',
    })
    expect(minutes(log)).toEqual(['2026-10-24T00:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z'])
  })
  it('goes out only for what was seen since; else it says so once and is silent until then', () => {
    const story = logOf(
      '2026-11-02',
      ({ at, broken }) => {
        broken('11-02T10:00', '11-02T10:05', '11-02T20:00', '11-06T15:00')
        at('11-07T15:00')
      },
      { reminder: { every: 'day', anchor: '2026-11-01T12:00' } },
    )
    expect(story).toEqual([
      '2026-11-02T10:05Z opened page:1 error 1',
      '2026-11-02T12:00Z unchecked page:1 error 1',
      '2026-11-03T12:00Z reminder page:1 error 1',
      '2026-11-04T12:00Z unchecked page:1 error 1',
      '2026-11-06T15:00Z reminder page:1 error 1 after 1 unsaid',
      '2026-11-07T12:00Z unchecked page:1 error 1',
    ])
  })
  it('of a browser that was closed is one, and says how long', () => {
    const log = logOf(
      '2026-11-02',
      ({ broken }) => broken('11-02T10:00', '11-02T10:05', '11-02T15:00', '11-02T15:59'),
      {
        reminder: { every: 'hour', anchor: '2026-11-01T00:20' },
        closed: { from: '11-02T10:10', to: '11-02T15:45' },
      },
    )
    expect(log).toEqual([
      '2026-11-02T10:05Z opened page:1 error 1',
      '2026-11-02T15:45Z reminder page:1 error 1 after 5 unsaid (away 2026-11-02T10:09Z to 2026-11-02T15:45Z)',
    ])
  })
  it('comes for a problem that was there already when the rule was switched on again, also after one that was told', () => {
    const log = logOf(
      '2026-11-02',
      ({ at, broken, mended }) => {
        broken('11-02T10:00', '11-02T10:05')
        mended('11-02T11:00')
        at('11-02T13:00').editRule('rule-1', { on: false })
        broken('11-02T14:00', '11-02T14:05')
        at('11-02T15:00').editRule('rule-1', { on: true })
        broken('11-03T11:00', '11-03T13:00')
      },
      { reminder: { every: 'day', anchor: '2026-11-01T12:00' } },
    )
    expect(log).toEqual([
      '2026-11-02T10:05Z opened page:1 error 1',
      '2026-11-02T11:00Z resolved page:1 error 1',
      '2026-11-03T12:00Z reminder page:1 error 2',
    ])
  })
})

describe('quiet hours', () => {
  it('hold back what still holds at their end', () => {
    const log = logOf(
      '2026-11-02',
      ({ at, broken }) => {
        broken('11-02T13:00', '11-02T13:05')
        at('11-03T12:00')
      },
      { quiet: { from: '22:00', to: '07:00', zone: 'Asia/Tokyo' } },
    )
    expect(log).toEqual(['2026-11-02T22:00Z opened page:1 error 1'])
  })
  it('that end at a time which the clocks skip end with the skip', () => {
    const log = logOf(
      '2027-03-13',
      ({ at, broken }) => {
        broken('03-14T05:00', '03-14T05:05')
        at('03-14T12:00')
      },
      { quiet: { from: '23:00', to: '02:30', zone: 'America/New_York' } },
    )
    expect(log).toEqual(['2027-03-14T07:00Z opened page:1 error 1'])
  })
  it('begin again when the clocks go back into them', () => {
    const log = logOf(
      '2026-10-31',
      ({ at, broken }) => {
        broken('11-01T06:10', '11-01T06:15')
        at('11-01T12:00')
      },
      { quiet: { from: '23:00', to: '01:30', zone: 'America/New_York' } },
    )
    expect(log).toEqual(['2026-11-01T06:30Z opened page:1 error 1'])
  })
})

describe('a notice reaches', () => {
  const person = (ref: Person['ref'], address: string | null, more: Partial<Person> = {}): Person => ({
    account: 'hubspot:4411007',
    ref,
    name: ref,
    address,
    teams: [],
    superAdmin: null,
    active: null,
    byHand: false,
    ...more,
  })
  const mail = { channels: ['email' as const], sender: 'here' }
  const breaks = (around: Parameters<typeof logOf>[2]) =>
    logOf('2026-11-02', ({ broken }) => broken('11-02T10:00', '11-02T10:05'), around).map(line => line.split(' → ')[1])

  it('each with an address once, in whatever case it is written, and nobody who has left', () => {
    const people = [
      person('user:1', 'ada@firm.example'),
      person('email:ada@firm.example', 'Ada@Firm.example'),
      person('user:2', null),
      person('user:3', 'gone@firm.example', { active: false }),
    ]
    expect(breaks({ people, rule: mail })).toEqual(['mail to ada@firm.example planned'])
  })
  it('chosen people and all members of chosen teams', () => {
    const team = (name: string, secondary: boolean) => ({ teams: [{ name, secondary }] })
    const people = [
      person('user:1', 'chosen@firm.example'),
      person('user:2', 'primary@firm.example', team('Sales', false)),
      person('user:3', 'secondary@firm.example', team('Sales', true)),
      person('user:4', 'other@firm.example', team('Support', false)),
    ]
    const to = { kind: 'chosen' as const, people: ['user:1' as const], teams: ['Sales'] }
    expect(breaks({ people, rule: { ...mail, to } })).toEqual([
      'mail to chosen@firm.example planned, mail to primary@firm.example planned, mail to secondary@firm.example planned',
    ])
  })
  it('whoever uses this browser only if it is meant for them', () => {
    const people = [person('user:1', null, { superAdmin: true }), person('user:2', null)]
    const to = { kind: 'super-admins' as const }
    expect(breaks({ people, rule: { to }, me: 'user:1' })).toEqual(['in-app to user:1 alone planned'])
    expect(breaks({ people, rule: { to }, me: 'user:2' })).toEqual(['nobody'])
  })
  it('whoever uses this browser also where they are listed under another name', () => {
    const people = [person('email:ada@firm.example', 'ada@firm.example'), person('user:1', 'Ada@firm.example')]
    expect(breaks({ people, me: 'user:1' })).toEqual(['in-app to user:1 alone planned'])
  })
  it('the screen by itself five times in ten minutes, and then together with others', () => {
    const shown = breaks({ rules: 7 })
    expect(shown.map(line => line?.includes('together') ?? false)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ])
  })
})
