/** Notices and their deliveries as telling would have left them; what is not said is ordinary. Names are invented. */
import { db } from '../../../storage/db.ts'
import type { Delivery, Item, Notice } from '../../../storage/model/notices/rows.ts'
import { ACCOUNT } from '../../builders.ts'
import { NOW } from '../ui/screen.tsx'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** Ledgerlane's error, which is open on the page of `apps/rows.ts`. */
export const itemOf = (change: Partial<Item> = {}): Item => ({
  what: 'opened',
  subject: 'id:1',
  name: 'Ledgerlane',
  kind: 'error',
  occurrence: 1,
  text: null,
  time: null,
  firstSeen: NOW - HOUR,
  lastSeen: NOW - 3 * MINUTE,
  ended: null,
  person: null,
  url: null,
  missed: 0,
  ...change,
})

export const noticeOf = (change: Partial<Notice> = {}): Notice => ({
  account: ACCOUNT,
  id: 'n1',
  rule: 'broken',
  ruleName: 'Connection broken',
  type: 'error',
  at: NOW - 10 * MINUTE,
  items: [itemOf()],
  asleep: null,
  test: false,
  inbox: 1,
  unread: 1,
  ...change,
})

export const deliveryOf = (change: Partial<Delivery> = {}): Delivery => ({
  account: ACCOUNT,
  id: 'n1/email/sam@example.com',
  notice: 'n1',
  rule: 'broken',
  channel: 'email',
  recipient: { ref: 'person:Sam K.', name: 'Sam K.', address: 'sam@example.com' },
  state: 'planned',
  reason: null,
  detail: null,
  show: null,
  at: NOW - 10 * MINUTE,
  tries: 0,
  acceptedAt: null,
  acceptedBy: null,
  providerId: null,
  ...change,
})

export const putNotices = (...notices: readonly Partial<Notice>[]) => db.notices.bulkPut(notices.map(noticeOf))
export const putDeliveries = (...deliveries: readonly Partial<Delivery>[]) =>
  db.deliveries.bulkPut(deliveries.map(deliveryOf))
