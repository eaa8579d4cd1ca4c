import { describe, expect, it } from 'vitest'
import { deliveriesOf } from '../../../storage/model/notices/address.ts'
import { draftProblems, type RuleDraft, ruleFrom } from '../../../storage/model/notices/draft.ts'
import { mayEdit } from '../../../storage/model/notices/mayEdit.ts'
import { recipientsOf, teamsOf } from '../../../storage/model/notices/recipients.ts'
import type { Notice, Person } from '../../../storage/model/notices/rows.ts'
import { sampleStaff } from '../../../storage/model/sample/staff.ts'
import { ACCOUNT } from '../../builders.ts'
import { HOUR, MINUTE, NINE, rule } from './stories.ts'

const person = (name: string, change: Partial<Person> = {}): Person => ({
  account: ACCOUNT,
  ref: `person:${name}`,
  name,
  address: `${name}@example.com`,
  teams: [],
  superAdmin: null,
  active: null,
  byHand: false,
  ...change,
})
const team = (name: string, secondary = false) => ({ name, secondary })

describe('the people a rule tells', () => {
  const people = [
    person('ada', { superAdmin: true, teams: [team('Sales')] }),
    person('bo', { teams: [team('Finance'), team('Sales', true)] }),
    person('cy', { active: false, teams: [team('Sales')], superAdmin: true }),
    person('di', { superAdmin: false }),
    person('ada2', { ref: 'user:1', address: 'ADA@example.com' }),
  ]
  const names = (to: Parameters<typeof recipientsOf>[0]) => recipientsOf(to, people).map(({ name }) => name)
  it('are those known to be super admins', () => {
    expect(names({ kind: 'super-admins' })).toEqual(['ada'])
  })
  it('are everybody but the deactivated, each address once', () => {
    expect(names({ kind: 'everyone' })).toEqual(['ada', 'bo', 'di'])
  })
  it('are members of a team, also those for whom it is the second, and people chosen by name', () => {
    expect(names({ kind: 'chosen', people: ['person:di', 'person:cy'], teams: ['Sales'] })).toEqual(['ada', 'bo', 'di'])
    expect(teamsOf(people)).toEqual([
      { name: 'Finance', members: 1 },
      { name: 'Sales', members: 2 },
    ])
  })
})

describe('the deliveries of a notice', () => {
  const notice: Notice = {
    account: ACCOUNT,
    id: 'r1@1',
    rule: 'r1',
    ruleName: 'Broken',
    type: 'expired',
    at: NINE,
    items: [],
    asleep: null,
    test: false,
    inbox: 0,
    unread: 0,
  }
  const people = [person('ada'), person('bo', { address: null })]
  const input = {
    rule: rule({ channels: ['in-app', 'email'], sender: 'here' }),
    people,
    me: null,
    device: 'here',
    shownAt: [],
    now: NINE,
  }
  const told = (change: Partial<typeof input>, of = notice) =>
    deliveriesOf(of, { ...input, ...change }).map(({ id, state, show }) => [id, state, show])
  it('are one in this browser, and one mail to each who has an address', () => {
    expect(told({})).toEqual([
      ['r1@1/in-app/me', 'planned', 'alone'],
      ['r1@1/email/ada@example.com', 'planned', null],
    ])
  })
  it('are no mail from a browser that does not send for the rule, and nothing here for who is not meant', () => {
    expect(told({ device: 'there' }).map(([id]) => id)).toEqual(['r1@1/in-app/me'])
    expect(deliveriesOf(notice, { ...input, me: 'person:zed' }).map(({ channel }) => channel)).toEqual(['email'])
  })
  it('stand together once five were shown in ten minutes', () => {
    const shownAt = [1, 2, 3, 4, 9].map(minute => NINE - minute * MINUTE)
    expect(deliveriesOf(notice, { ...input, shownAt })[0]?.show).toBe('together')
    expect(deliveriesOf(notice, { ...input, shownAt: shownAt.map(at => at - MINUTE) })[0]?.show).toBe('alone')
  })
  it('of a sample are never sent, and say so', () => {
    expect(told({}, { ...notice, account: 'sample:1' })).toContainEqual(['r1@1/email/ada@example.com', 'skipped', null])
  })
})

describe('a draft', () => {
  const draft: RuleDraft = {
    id: 'r1',
    name: ' Broken ',
    type: 'expired',
    apps: ['id:1', 'id:2'],
    to: { kind: 'everyone' },
    channels: ['in-app'],
    reminder: { every: 'day', anchor: '2026-11-02T09:00' },
    sends: true,
  }
  it('says everything that keeps it from being a rule', () => {
    expect(draftProblems(draft)).toEqual([])
    expect(
      draftProblems({
        ...draft,
        name: ' ',
        apps: [],
        to: { kind: 'chosen', people: [], teams: [] },
        channels: [],
        reminder: { every: 'day', anchor: '2026-02-30T09:00' },
      }),
    ).toEqual(['no-name', 'bad-anchor', 'no-apps', 'no-people', 'no-channels'])
    expect(draftProblems({ ...draft, type: 'install' })).toEqual(['reminder-of-happening'])
  })
  it('starts its news anew when its type or apps change, and only then', () => {
    const known = rule({ apps: ['id:2', 'id:1'], since: NINE - HOUR })
    const make = (change: Partial<RuleDraft>) =>
      ruleFrom({ ...draft, ...change }, { account: ACCOUNT, known, now: NINE, me: null, device: 'here' })
    expect(make({}).since).toBe(NINE - HOUR)
    expect(make({ name: 'Other' })).toMatchObject({ name: 'Other', since: NINE - HOUR })
    expect(make({ apps: 'all' }).since).toBe(NINE)
    expect(make({ type: 'error' }).since).toBe(NINE)
  })
  it('takes the sending to this browser, and leaves another browser its own', () => {
    const make = (sends: boolean, sender: string | null) =>
      ruleFrom({ ...draft, sends }, { account: ACCOUNT, known: rule({ sender }), now: NINE, me: null, device: 'here' })
        .sender
    expect([make(true, 'there'), make(false, 'there'), make(false, 'here'), make(true, null)]).toEqual([
      'here',
      'there',
      null,
      'here',
    ])
  })
})

describe('who may edit', () => {
  const admin = person('ada', { superAdmin: true })
  it('is anyone while there is no rule or nobody is known to be a super admin', () => {
    expect(mayEdit([], [admin], null)).toEqual({ ok: true })
    expect(mayEdit([rule()], [person('bo')], null)).toEqual({ ok: true })
  })
  it('is a super admin, who has to say that they are', () => {
    expect(mayEdit([rule()], [admin], 'person:ada')).toEqual({ ok: true })
    expect(mayEdit([rule()], [admin], 'person:bo')).toEqual({ ok: false, why: 'not-super-admin' })
    expect(mayEdit([rule()], [admin], null)).toEqual({ ok: false, why: 'who-are-you' })
  })
})

it('the staff of the sample is 35 people in 6 teams, at addresses that cannot exist', () => {
  const staff = sampleStaff('sample:1')
  expect(staff).toHaveLength(35)
  expect(teamsOf(staff)).toHaveLength(6)
  expect(new Set(staff.map(({ address }) => address)).size).toBe(35)
  expect(staff.every(({ address }) => address === null || address.endsWith('.invalid'))).toBe(true)
  expect(staff.some(({ teams }) => teams.some(({ secondary }) => secondary))).toBe(true)
})
