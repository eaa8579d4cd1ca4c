import { describe, expect, it, test } from 'vitest'
import {
  draftFrom,
  formOf,
  formProblems,
  freeName,
  isChanged,
  newForm,
  PLACE_OF,
  proposalsFor,
  type RuleForm,
  STEPS,
  threeTimes,
} from '../../../components/notifications/form/ruleForm.ts'
import { draftOf, MOST_BY_EMAIL } from '../../../storage/model/notices/draft.ts'
import type { Person } from '../../../storage/model/notices/rows.ts'
import { ACCOUNT } from '../../builders.ts'
import { berlin, NOW, translator } from '../ui/screen.tsx'
import { ruleOf } from './rules.ts'

const ZONE = 'Europe/Berlin'
const propose = (form: RuleForm, names: string[] = []) =>
  proposalsFor(form, { names, zone: ZONE, now: NOW, t: translator() })
const draftIn = (more: Partial<RuleForm>) => {
  const form = { ...newForm([]), ...more }
  return draftFrom(form, propose(form))
}
const person = (more: Partial<Person> = {}): Person => ({
  account: ACCOUNT,
  ref: 'person:A',
  name: 'A',
  address: 'a@example.com',
  teams: [],
  superAdmin: null,
  active: null,
  byHand: false,
  ...more,
})

describe('a new form', () => {
  it('is for super admins where some are known, else for everyone: never for nobody by itself', () => {
    expect(newForm([]).who).toBe('everyone')
    expect(newForm([person({ superAdmin: true })]).who).toBe('super-admins')
    expect(newForm([person({ superAdmin: true, active: false })]).who).toBe('everyone')
  })

  it('proposes a name by the type, and another where a rule has it already', () => {
    expect(draftIn({ type: 'install' }).name).toBe('App install')
    expect(propose(newForm([]), ['Connection error', 'Connection error 2']).name).toBe('Connection error 3')
    expect(draftIn({ type: 'install', name: '' }).name).toBe('') // what the person typed stays, also nothing
    expect(freeName('Mine', [])).toBe('Mine')
  })

  it('proposes the next full hour for an hourly reminder, else nine tomorrow, on the account’s clocks', () => {
    expect(draftIn({ every: 'hour' }).reminder).toEqual({ every: 'hour', anchor: '2026-11-12T15:00' })
    expect(draftIn({ every: 'week' }).reminder).toEqual({ every: 'week', anchor: '2026-11-13T09:00' })
    const form = { ...newForm([]), every: 'day' } as const
    const tokyo = proposalsFor(form, {
      names: [],
      zone: 'Asia/Tokyo',
      now: berlin('2026-11-12T23:30'),
      t: translator(),
    })
    expect(tokyo.anchor).toBe('2026-11-14T09:00') // there it is the 13th already
  })
})

describe('what the form asks for', () => {
  it('leaves out what another choice hides, and keeps it for going back', () => {
    const form: RuleForm = { ...newForm([]), which: 'all', apps: ['id:1'], who: 'everyone', people: ['person:A'] }
    const draft = draftFrom(form, propose(form))
    expect(draft).toMatchObject({ apps: 'all', to: { kind: 'everyone' } })
    const back: RuleForm = { ...form, which: 'chosen', who: 'chosen' }
    expect(draftFrom(back, propose(back))).toMatchObject({
      apps: ['id:1'],
      to: { kind: 'chosen', people: ['person:A'], teams: [] },
    })
  })

  it('has a reminder only for what lasts', () => {
    expect(draftIn({ type: 'error', every: 'day' }).reminder).not.toBeNull()
    expect(draftIn({ type: 'install', every: 'day' }).reminder).toBeNull()
  })

  it('is of all apps where the type is about the account', () => {
    expect(draftIn({ type: 'cannot-see', which: 'chosen' }).apps).toBe('all')
  })

  it('sends from this browser only by e-mail', () => {
    expect(draftIn({ channels: ['in-app'], sends: true }).sends).toBe(false)
    expect(draftIn({ channels: ['in-app', 'email'], sends: true }).sends).toBe(true)
  })

  it('is the rule itself when nothing was changed', () => {
    const rule = ruleOf({
      apps: ['id:1'],
      to: { kind: 'chosen', people: ['person:A'], teams: ['RevOps'] },
      channels: ['in-app', 'email'],
      reminder: { every: 'month', anchor: '2026-01-31T09:00' },
      sender: 'here',
    })
    const form = formOf(draftOf(rule, 'here'))
    expect(draftFrom(form, propose(form))).toEqual(draftOf(rule, 'here'))
    expect(isChanged(form, formOf(draftOf(rule, 'here')))).toBe(false)
    expect(isChanged({ ...form, reached: 1 }, form)).toBe(false)
    expect(isChanged({ ...form, sends: false }, form)).toBe(true)
  })
})

test('the 31st of each month is its last day where it has none', () => {
  const times = threeTimes({ every: 'month', anchor: '2026-01-31T09:00' }, ZONE, berlin('2026-01-15T00:00'))
  expect(times).toEqual([berlin('2026-01-31T09:00'), berlin('2026-02-28T09:00'), berlin('2026-03-31T09:00')])
  expect(threeTimes({ every: 'day', anchor: '' }, ZONE, NOW)).toEqual([])
})

describe('what has to be changed', () => {
  it('is found in the order of the form, each in a step', () => {
    const draft = draftIn({
      name: ' ',
      every: 'day',
      anchor: '2026-02-30T09:00',
      which: 'chosen',
      who: 'chosen',
      channels: [],
    })
    const problems = formProblems(draft, [])
    expect(problems).toEqual(['no-name', 'bad-anchor', 'no-apps', 'no-people', 'no-channels'])
    expect(problems.map(problem => STEPS[PLACE_OF[problem].step])).toEqual(['what', 'what', 'apps', 'who', 'who'])
  })

  it('is too many people by e-mail, not by another channel', () => {
    const many = Array.from({ length: MOST_BY_EMAIL + 1 }, (_, number) => person({ ref: `person:${number}` }))
    expect(formProblems(draftIn({ channels: ['in-app', 'email'] }), many)).toEqual(['too-many'])
    expect(formProblems(draftIn({ channels: ['in-app', 'email'] }), many.slice(1))).toEqual([])
    expect(formProblems(draftIn({ channels: ['in-app'] }), many)).toEqual([])
  })
})
