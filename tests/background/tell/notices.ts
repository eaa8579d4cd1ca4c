/** Notices, items and deliveries for the tests of sending. */
import type { AccountId } from '../../../storage/model/facts/refs.ts'
import { DAY, HOUR, MINUTE } from '../../../storage/model/facts/time.ts'
import type { Delivery, Item, Notice } from '../../../storage/model/notices/rows.ts'

/** Thursday 12 November 2026, 14:08 in Berlin: the moment of the design's pictures. */
export const NOW = Date.UTC(2026, 10, 12, 13, 8)

export const ACCOUNT: AccountId = 'hubspot:4411007'

export const item = (change: Partial<Item> = {}): Item => ({
  what: 'opened',
  subject: 'id:7',
  name: 'Ledgerlane',
  kind: 'error',
  occurrence: 1,
  text: 'Connection error: token revoked',
  time: { kind: 'between', from: NOW - 3 * DAY - 5 * HOUR, to: NOW - 3 * DAY },
  firstSeen: NOW - 3 * DAY,
  lastSeen: NOW - 3 * MINUTE,
  ended: null,
  person: 'Jo Marlow',
  url: 'https://app-eu1.hubspot.com/connected-apps/4411007/installed/basic/7/overview',
  missed: 0,
  ...change,
})

export const notice = (items: Item[], change: Partial<Notice> = {}): Notice => ({
  account: ACCOUNT,
  id: `rule-1@${NOW}`,
  rule: 'rule-1',
  ruleName: 'Anything broken',
  type: 'attention',
  at: NOW,
  items,
  asleep: null,
  test: false,
  inbox: 1,
  unread: 1,
  ...change,
})

let made = 0

export const delivery = (change: Partial<Delivery> = {}): Delivery => ({
  account: ACCOUNT,
  id: `rule-1@${NOW}/email/${made++}`,
  notice: `rule-1@${NOW}`,
  rule: 'rule-1',
  channel: 'email',
  recipient: { ref: null, name: 'Jo Marlow', address: 'jo@example.com' },
  state: 'planned',
  reason: null,
  detail: null,
  show: null,
  at: NOW,
  due: NOW,
  tries: 0,
  acceptedAt: null,
  acceptedBy: null,
  providerId: null,
  ...change,
})
