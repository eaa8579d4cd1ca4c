import { describe, expect, it, test } from 'vitest'
import { headCount } from '../../../components/notifications/form/headCount.ts'
import { peopleOptions, refsOf, valuesOf } from '../../../components/notifications/form/peopleOptions.ts'
import { aboutText, itemLines } from '../../../components/notifications/itemWords.ts'
import { audienceText, reachProblem } from '../../../components/notifications/ruleWords.ts'
import type { Item, Person } from '../../../storage/model/notices/rows.ts'
import { ACCOUNT } from '../../builders.ts'
import { NOW, translator } from '../ui/screen.tsx'
import { ruleOf } from './rules.ts'

const t = translator()
const person = (name: string, more: Partial<Person> = {}): Person => ({
  ...{ account: ACCOUNT, ref: `person:${name}`, name, address: null, teams: [] },
  ...{ superAdmin: null, active: null, byHand: false, ...more },
})
const item = (name: string, more: Partial<Item> = {}): Item => ({
  ...{ what: 'opened', subject: `name:${name}`, name, kind: 'error', occurrence: 1, text: null, time: null },
  ...{ firstSeen: NOW, lastSeen: NOW, ended: null, person: null, url: null, missed: 0, ...more },
})

test('an audience is told in short, teams before people', () => {
  const people = [person('Jo M.'), person('Kim P.')]
  const to = { kind: 'chosen', people: ['person:Jo M.', 'person:Kim P.'], teams: ['RevOps'] } as const
  expect(audienceText({ ...to, people: [...to.people], teams: [...to.teams] }, people, t)).toBe(
    'RevOps, Jo M. and 1 more',
  )
  expect(audienceText({ kind: 'everyone' }, people, translator('ja'))).toBe('全員')
  expect(audienceText({ kind: 'chosen', people: ['email:left@example.com'], teams: [] }, people, t)).toBe(
    'left@example.com',
  )
})

describe('a rule reaches nobody', () => {
  test.each([
    ['super-admins', [], 'no-super-admin'],
    ['everyone', [], 'nobody-known'],
    ['everyone', [person('A')], null],
  ] as const)('%s with %j: %s', (kind, recipients, problem) => {
    expect(reachProblem(ruleOf({ to: { kind } }), recipients)).toBe(problem)
  })

  it('by e-mail alone where nobody has an address, or no browser sends', () => {
    const mailed = ruleOf({ channels: ['email'], sender: 'here' })
    expect(reachProblem(mailed, [person('A')])).toBe('no-address')
    expect(reachProblem(mailed, [person('A'), person('B', { address: 'b@example.com' })])).toBeNull()
    expect(reachProblem({ ...mailed, sender: null }, [person('B', { address: 'b@example.com' })])).toBe('no-sender')
    expect(reachProblem({ ...mailed, channels: ['in-app', 'email'], sender: null }, [person('A')])).toBeNull()
  })
})

test('a head count says how many have an address, and who says that they are there', () => {
  const people = [person('A', { address: 'a@example.com' }), person('B'), person('C'), person('D', { byHand: true })]
  expect(headCount(people, false, t)).toBe(
    '4 people: A, B, C and 1 more · 1 with an e-mail address · HubSpot page, 1 by hand',
  )
  expect(headCount(people.slice(3), false, t)).toBe('1 person: D · 0 with an e-mail address · Said by you')
  expect(headCount(people.slice(0, 2), true, translator('ja'))).toBe('2人：A、B · メールアドレスあり1人 · サンプル')
})

describe('the people one can pick', () => {
  it('are teams, then people, each with what tells them apart', () => {
    const people = [
      person('Jo M.', { address: 'jo@example.com', superAdmin: true, teams: [{ name: 'RevOps', secondary: false }] }),
      person('Kim P.', { active: false }),
      person('Sam K.', { byHand: true }),
    ]
    const options = peopleOptions(people, [{ name: 'RevOps', members: 1 }], { people: ['person:X'], teams: ['Old'] }, t)
    expect(options.map(({ label, tag, note }) => [label, tag, note])).toEqual([
      ['RevOps', 'Team', '1 member'],
      ['Old', 'Team', 'not known any more'],
      ['Jo M.', undefined, 'jo@example.com · super admin · RevOps'],
      ['Kim P.', 'deactivated, is not told', 'no e-mail address'],
      ['Sam K.', 'by hand', 'no e-mail address'],
      ['X', undefined, 'not known any more'],
    ])
  })

  it('keep a team apart from a person of its name', () => {
    const chosen = { people: ['person:Sales'], teams: ['Sales', 'team:Odd'] } as const
    expect(refsOf(valuesOf(chosen))).toEqual(chosen)
  })
})

test('what a notice says is a line for each kind of news', () => {
  const lines = itemLines(
    [
      item('A'),
      item('B'),
      item('C'),
      item('D'),
      item('E', { what: 'resolved' }),
      item('F', { what: 'happened', kind: 'installed' }),
    ],
    t,
  )
  expect(lines).toEqual(['Error: A, B, C and 1 more', 'Resolved: E', 'App install: F'])
  expect(itemLines([item('A', { what: 'reminder' })], translator('ja'))).toEqual(['リマインダー：A'])
  expect(aboutText([item('A'), item('A'), item('B')], t)).toBe('A, B')
})
