import { describe, expect, it, test } from 'vitest'
import { tellingOf } from '../../../components/attention/telling.ts'
import type { App } from '../../../storage/model/facts/assemble.ts'
import type { Mark } from '../../../storage/model/facts/rows.ts'
import type { Rule } from '../../../storage/model/notices/rows.ts'
import { ACCOUNT } from '../../builders.ts'
import { ruleOf } from '../notifications/rules.ts'

const APPS = [{ key: 'id:1', refs: ['id:1', 'name:Ledgerlane'] }] as unknown as App[]
const OPEN = { kinds: ['error'], firstSeen: 100 } as const
const mark = (kind: Mark['kind'], at = 200, subject: Mark['subject'] = 'name:Ledgerlane'): Mark => ({
  account: ACCOUNT,
  subject,
  kind,
  at,
  until: null,
})
const REMINDER = { every: 'day', anchor: '2026-11-01T09:00' } as const
const telling = (marks: Mark[], rules: Rule[], open: Parameters<typeof tellingOf>[1] = OPEN) =>
  tellingOf('id:1', open, { apps: APPS, marks, rules })

describe('what is told of an app', () => {
  it('is muted and acknowledged by what was said under any of its names', () => {
    expect(telling([mark('muted'), mark('acknowledged')], [])).toEqual({
      muted: true,
      acknowledged: true,
      reminded: false,
    })
  })

  it('is acknowledged only if that was said of what is open now', () => {
    expect(telling([mark('acknowledged', 99)], []).acknowledged).toBe(false)
    expect(telling([mark('acknowledged')], [], null).acknowledged).toBe(false)
  })

  test.each([
    ['a rule with a reminder reminds of it', {}, true],
    ['not one that is off', { on: false }, false],
    ['not one without a reminder', { reminder: null }, false],
    ['not one of another kind of problem', { type: 'expired' }, false],
    ['one of all kinds that need attention does', { type: 'attention' }, true],
    ['one for this app by another of its names does', { apps: ['name:Ledgerlane'] }, true],
    ['not one for other apps', { apps: ['id:2'] }, false],
    ['not one that is about the account', { type: 'cannot-see' }, false],
  ] as const)('%s', (_words, rule, reminded) => {
    const made = ruleOf({ reminder: REMINDER, ...(rule as Partial<Rule>) })
    expect(telling([], [made]).reminded).toBe(reminded)
  })

  it('needs something open to be reminded of', () => {
    expect(telling([], [ruleOf({ reminder: REMINDER })], null).reminded).toBe(false)
  })
})
