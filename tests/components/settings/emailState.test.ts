import { describe, expect, it, test } from 'vitest'
import { emailState } from '../../../components/settings/emailState.ts'
import { isSmtpKey, keyOwner } from '../../../components/settings/mailKeys.ts'
import type { ChannelRow } from '../../../storage/model/notices/rows.ts'
import type { SecretStatus } from '../../../storage/vault.ts'

const ROW: ChannelRow = {
  id: 'email',
  provider: 'resend',
  from: 'alerts@example.com',
  tested: true,
  outSince: null,
  outReason: null,
  tryAt: null,
}
const KEY: SecretStatus = { mode: 'device', hint: 're_…9f3K', state: 'ready', locksAt: null }
const OUT = { outSince: 5, outReason: 'refused-key', tryAt: null } as const

describe('how e-mail stands, the first thing to mend before the others', () => {
  test.each([
    ['not set up', null, null, false, { kind: 'not-set-up' }],
    ['no key kept', ROW, null, true, { kind: 'no-key', why: 'none' }],
    ['the session of the key is over', ROW, { ...KEY, state: 'gone' }, true, { kind: 'no-key', why: 'gone' }],
    ['a key that cannot be read', ROW, { ...KEY, state: 'damaged' }, false, { kind: 'no-key', why: 'damaged' }],
    ['no access to the provider', { ...ROW, ...OUT }, KEY, false, { kind: 'no-access' }],
    ['a locked key', { ...ROW, tested: false }, { ...KEY, state: 'locked' }, true, { kind: 'locked' }],
    ['out', { ...ROW, ...OUT }, KEY, true, { kind: 'out', since: 5, reason: 'refused-key', tryAt: null }],
    ['not tested', { ...ROW, tested: false }, KEY, true, { kind: 'untested' }],
    ['works', ROW, KEY, true, { kind: 'works' }],
  ] as const)('%s', (_name, row, secret, granted, state) => {
    expect(emailState(row, secret, granted)).toEqual(state)
  })
})

describe('whose key it is', () => {
  test.each([
    ['re_9sV1abcdef', 'resend'],
    [' SG.abc.def ', 'sendgrid'],
    ['xkeysib-0123abcd', 'brevo'],
    ['8f2c9d1e-4b7a-4c3d-9e8f-0a1b2c3d4e5f', 'postmark'],
    ['anything else', null],
    ['xsmtpsib-0123', null],
  ] as const)('%s', (key, owner) => expect(keyOwner(key)).toBe(owner))

  it('knows the kind of key that Brevo’s API refuses', () => expect(isSmtpKey('xsmtpsib-0123')).toBe(true))
})
