// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { stateWords } from '../../../components/notifications/DeliveryWords.ts'
import en from '../../../public/_locales/en/messages.json'
import { db } from '../../../storage/db.ts'
import { DELIVERY_REASONS, DELIVERY_STATES, type Delivery } from '../../../storage/model/notices/rows.ts'
import { ACCOUNT } from '../../builders.ts'
import { PAGE } from '../apps/rows.ts'
import { begin, end, open, sent, until, watched, workerDoes } from '../options/page.tsx'
import { click, find, NOW, nameOf, press, translator } from '../ui/screen.tsx'
import { putRules } from './rules.ts'
import { deliveryOf, HOUR, MINUTE, putDeliveries, putNotices } from './told.ts'

const text = () => document.querySelector('#deliveries')?.textContent?.replace(/\s+/g, ' ') ?? ''
const rows = () => [...document.querySelectorAll<HTMLTableRowElement>('#deliveries tbody tr[aria-rowindex]')]
const cells = (row = 0) => [...(rows()[row]?.cells ?? [])].map(cell => cell.innerText.replace(/\s+/g, ' ').trim())

const openList = async (hash = '#/notifications/deliveries', count = 1) => {
  await open(hash)
  await until(() => expect(rows()).toHaveLength(count))
}

describe('the list of deliveries', () => {
  beforeEach(async () => {
    await begin()
    await watched(PAGE)
  })
  afterEach(end)

  it('says of each when, by which rule, to whom, by what, and how it stands', async () => {
    await putNotices({ inbox: 0 })
    await putDeliveries(
      { state: 'accepted', acceptedAt: NOW - 9 * MINUTE, acceptedBy: 'Resend', tries: 1 },
      {
        id: 'n1/in-app/me',
        channel: 'in-app',
        recipient: { ref: null, name: '', address: null },
        state: 'accepted',
        acceptedAt: NOW - 9 * MINUTE,
        acceptedBy: 'this browser',
      },
    )
    await openList('#/notifications/deliveries', 2)
    expect(nameOf(document.querySelector('#deliveries table') as Element)).toBe('Deliveries')
    expect(cells(1)).toEqual([
      '12 Nov 13:58',
      'Connection broken Ledgerlane',
      'Sam K.sam@example.com',
      'E-mail',
      'Accepted by Resend, 13:59',
      '',
    ])
    expect(cells(0).slice(2, 5)).toEqual(['This browser', 'In-app', 'Given to this browser, 13:59'])
  })

  const states: readonly [words: string, delivery: Partial<Delivery>][] = [
    ['Waiting to be sent', { state: 'planned', due: NOW }],
    [
      'Waiting until 15:08The key is locked. Unlock it in Settings; what waits is sent then.',
      { state: 'planned', reason: 'locked', due: NOW + HOUR },
    ],
    ['Being sent now', { state: 'claimed', due: NOW + MINUTE, tries: 1 }],
    [
      'Tried 3 times, next try 14:12The mail provider had a problem of its own.',
      { state: 'failed', reason: 'server', tries: 3, due: NOW + 4 * MINUTE },
    ],
    [
      'Given up after 1 tryThe mail provider refused the message. Check the from address and the recipient’s.',
      { state: 'dead', reason: 'refused-message', tries: 1 },
    ],
    ['Not sentA sample account sends nothing: its people are made up.', { state: 'skipped', reason: 'sample' }],
    ['CancelledBy you, or its notification was deleted.', { state: 'skipped', reason: 'cancelled' }],
    [
      'In the inbox onlyYou were looking at this account in Patchbay.',
      { state: 'skipped', reason: 'looking', channel: 'in-app' },
    ],
  ]
  test.each(states)('%s', async (words, delivery) => {
    await putNotices({})
    await putDeliveries(delivery)
    await openList()
    expect(document.querySelector('#deliveries tbody td:nth-of-type(4)')?.textContent).toBe(words)
  })

  it('shows a notice that reached nobody as such', async () => {
    await putNotices({ at: NOW - HOUR, inbox: 0, unread: 0 }, { id: 'n2' })
    await putDeliveries({ notice: 'n2', id: 'n2/email/sam@example.com' })
    await openList('#/notifications/deliveries', 2)
    expect(cells(1).slice(2, 5)).toEqual(['Nobody', '', 'Reached nobody'])
  })

  it('keeps its filters in the address', async () => {
    await putRules({}, { id: 'other', name: 'Other' })
    await putNotices({}, { id: 'n2', rule: 'other', ruleName: 'Other' }, { id: 'n3', ruleName: 'Reached no one' })
    await putDeliveries(
      { state: 'accepted', acceptedAt: NOW },
      { id: 'n1/in-app/me', channel: 'in-app', state: 'skipped', reason: 'looking' },
      { id: 'n2/email/sam@example.com', notice: 'n2', rule: 'other', state: 'dead', reason: 'timeout', tries: 5 },
    )
    await openList('#/notifications/deliveries?state=dead&state=nobody', 2)
    expect(find('button', 'State: 2 of 7')).toBeTruthy()
    await click(find('button', 'Clear filters'))
    await until(() => expect(rows()).toHaveLength(4))
    expect(location.hash).toBe('#/notifications/deliveries')
    await click(find('button', 'Channel'))
    await click(find('checkbox', 'In-app'))
    await until(() => expect(rows()).toHaveLength(1))
    expect(location.hash).toBe('#/notifications/deliveries?channel=in-app')
    await click(find('button', 'Clear filters'))
    await until(() => expect(rows()).toHaveLength(4))
    const select = document.querySelector<HTMLSelectElement>('#deliveries select')
    if (!select) throw new Error('rules can be picked')
    expect([...select.options].map(option => option.text)).toEqual(['All notifications', 'Connection broken', 'Other'])
    select.value = 'other'
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await until(() => expect(rows()).toHaveLength(1))
    expect(location.hash).toBe('#/notifications/deliveries?rule=other')
  })

  it('tells "nothing was sent" from "nothing matches"', async () => {
    await open('#/notifications/deliveries')
    await until(() => expect(text()).toContain('Nothing was sent yet'))
    await putNotices({})
    await putDeliveries({})
    await open('#/notifications/deliveries?state=dead')
    await until(() => expect(text()).toContain('No delivery matches'))
  })

  it('sends again what came to nothing, but nothing of a sample', async () => {
    await putNotices({})
    await putDeliveries(
      { state: 'dead', reason: 'timeout', tries: 5 },
      { id: 'n1/email/x', state: 'skipped', reason: 'sample' },
    )
    await openList('#/notifications/deliveries', 2)
    await click(find('button', 'Send again'))
    expect(sent).toEqual([{ type: 'resend', account: ACCOUNT, id: 'n1/email/sam@example.com' }])
    await until(() => expect(document.querySelector('.pb-toast')?.textContent).toContain('It is sent again now'))
    await press('z', { ctrlKey: true })
    expect(sent.at(-1)).toEqual({ type: 'cancel-delivery', account: ACCOUNT, id: 'n1/email/sam@example.com' })
  })

  it('calls off what waits, and says why it could not', async () => {
    workerDoes(async () => ({ ok: false, reason: 'disk-full' }))
    await putNotices({})
    await putDeliveries({ due: NOW + HOUR })
    await openList()
    await click(find('button', 'Cancel'))
    expect(sent).toEqual([{ type: 'cancel-delivery', account: ACCOUNT, id: 'n1/email/sam@example.com' }])
    await until(() => expect(document.querySelector('.pb-toast')?.textContent).toContain('The disk is full'))
  })

  it('shows tries, the provider’s answer and both numbers of one at a press', async () => {
    await putNotices({})
    await putDeliveries({
      state: 'dead',
      reason: 'refused-message',
      detail: '422 The to address is suppressed',
      tries: 1,
      providerId: 'abc-123',
    })
    await openList()
    await click(find('button', 'Details: 12 Nov 13:58, Connection broken'))
    await until(() => expect(text()).toContain('422 The to address is suppressed'))
    for (const part of [
      'Ledgerlane: error',
      'Tries1',
      'abc-123',
      'n1/email/sam@example.com',
      'Thu 12 Nov 2026, 13:58:00',
    ])
      expect(text()).toContain(part)
    expect(find('link', 'Open in the inbox').getAttribute('href')).toBe('#/notifications/inbox?notice=n1')
    expect(location.hash).toContain('open=')
  })

  it('says how long it is all kept', async () => {
    await putNotices({})
    await putDeliveries({})
    await openList()
    expect(text()).toContain('Kept for 90 days. Change in Settings')
    expect(find('link', 'Change in Settings').getAttribute('href')).toBe('#/settings?focus=retention')
  })

  it('says that e-mail is held back, how much waits, and where that is mended', async () => {
    await db.channels.put({
      id: 'email',
      provider: 'resend',
      from: 'a@example.com',
      tested: true,
      outSince: null,
      outReason: null,
      tryAt: null,
    })
    await putNotices({})
    await putDeliveries({ reason: 'locked', due: NOW + HOUR }, { id: 'x', reason: 'locked', due: NOW + HOUR })
    await openList('#/notifications/deliveries', 2)
    await until(() => expect(document.body.textContent).toContain('E-mail is held back.'))
    expect(document.body.textContent).toContain('2 messages wait.')
    expect(find('link', 'Open Settings').getAttribute('href')).toBe('#/settings?focus=email')
  })
})

describe('the words of a delivery', () => {
  const frames = (['en', 'ja'] as const).map(lang => ({ t: translator(lang), now: NOW, zone: 'Europe/Berlin' }))

  it('claim never that anything was delivered or read', () => {
    const words = frames.flatMap(frame =>
      DELIVERY_STATES.flatMap(state =>
        DELIVERY_REASONS.map(reason =>
          stateWords(deliveryOf({ state, reason, acceptedAt: NOW, acceptedBy: 'Resend', tries: 2 }), frame),
        ),
      ),
    )
    expect(words.filter(text => /deliver|received|\bread\b|配信済|届い|既読/i.test(text))).toEqual([])
    const ours = Object.entries(en).filter(([key]) => key.startsWith('delivery_'))
    expect(ours.filter(([, { message }]) => /\bdelivered\b|was read\b/i.test(message))).toEqual([])
  })
})
