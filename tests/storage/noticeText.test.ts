import { describe, expect, it } from 'vitest'
import type { TimeFrame } from '../../storage/formatTime.ts'
import { ACCOUNT_REF } from '../../storage/model/facts/refs.ts'
import { DAY, HOUR, MINUTE } from '../../storage/model/facts/time.ts'
import { ISSUE_KINDS } from '../../storage/model/issues/issue.ts'
import { plainText } from '../../storage/model/notices/message.ts'
import { type Item, type Notice, WHATS } from '../../storage/model/notices/rows.ts'
import { canReconnect, noticeInShort, noticeMessage } from '../../storage/noticeText.ts'
import { item, NOW, notice } from '../background/tell/notices.ts'
import { translator } from '../components/ui/screen.tsx'

const frame = (lang: 'en' | 'ja', now = NOW + 2 * DAY): TimeFrame => ({
  t: translator(lang),
  now,
  zone: 'Europe/Berlin',
})
const SENDER = { account: 'Saltmarsh Trading', who: 'Hanna Ito' }
const message = (of: Notice, lang: 'en' | 'ja' = 'en') => noticeMessage(of, SENDER, frame(lang))
/** Title and lines of the only item. */
const said = (change: Partial<Item>, lang: 'en' | 'ja' = 'en') => {
  const [only] = message(notice([item(change)]), lang).items
  return [only?.title, ...(only?.lines ?? [])]
}

describe('a problem in a message', () => {
  it('is named with what HubSpot wrote, since when as exactly as it is known, when it was last seen and how it is mended', () => {
    expect(plainText(message(notice([item()])))).toBe(`Ledgerlane: error
HubSpot reports an error with this connection.
HubSpot says: “Connection error: token revoked”
Since 9 Nov, between 09:08 and 14:08
Last seen Thu 12 Nov, 14:05
Installed by Jo Marlow
Re-authorize it in HubSpot; don’t disconnect it first.
Reconnect: https://app-eu1.hubspot.com/connected-apps/4411007/installed/basic/7/overview

-- 
Sent by Patchbay in Hanna Ito’s browser. Rule: Anything broken. Account: Saltmarsh Trading.
Times are those of Europe/Berlin.`)
  })

  it('the same in Japanese', () => {
    expect(message(notice([item()]), 'ja')).toMatchObject({
      lang: 'ja',
      subject: 'Ledgerlane：エラー · Saltmarsh Trading',
      items: [{ title: 'Ledgerlane：エラー', link: { label: '再接続' } }],
    })
    expect(said({}, 'ja').slice(1, 5)).toEqual([
      'HubSpotで接続エラーと表示されています。',
      'HubSpotの表示：「Connection error: token revoked」',
      '11月9日 9:08〜14:08の間から',
      '最後に確認：11月12日（木）14:05',
    ])
  })

  it('that was there at the first look says so', () => {
    expect(said({ time: null })).toContain('There at the first look, Mon 9 Nov, 14:08')
  })

  it('whose day alone is known says no time of day', () => {
    expect(said({ time: { kind: 'day', day: '2026-11-09' } })).toContain('Since 9 Nov, time not reported')
  })

  it('in a reminder says how many before it were not sent', () => {
    expect(said({ what: 'reminder', kind: 'expired', text: null, missed: 3 })).toEqual([
      'Reminder: Ledgerlane, expired',
      'The connection expired.',
      'Since 9 Nov, between 09:08 and 14:08',
      'Last seen Thu 12 Nov, 14:05',
      '3 reminders before this one were not sent.',
      'Installed by Jo Marlow',
      'Re-authorize it in HubSpot; don’t disconnect it first.',
    ])
  })

  it('not seen since the last message says since when, and what comes next', () => {
    expect(said({ what: 'unchecked', lastSeen: NOW - 3 * DAY })).toEqual([
      'Ledgerlane: not checked',
      'Not checked since Mon 9 Nov, 14:08. Open the page to check.',
      'No more reminders until the problem is seen again.',
      'Since 9 Nov, between 09:08 and 14:08',
    ])
  })

  it('that comes and goes says that Patchbay is quiet about it', () => {
    expect(said({ what: 'unstable' })[0]).toBe('Ledgerlane: unstable')
    expect(said({ what: 'unstable' })[1]).toMatch(/^It changed three times within an hour\./)
  })

  it('that is over says when and by what evidence, with its day', () => {
    const ended = { how: 'status-connected', time: { kind: 'between', from: NOW - HOUR, to: NOW } } as const
    expect(said({ what: 'resolved', ended })).toEqual([
      'Resolved: Ledgerlane, error',
      'Ended 12 Nov, 13:08–14:08: HubSpot says connected',
      'Since 9 Nov, between 09:08 and 14:08',
    ])
  })

  it('of the account itself says what Patchbay cannot see, and since which look', () => {
    const account: Partial<Item> = { subject: ACCOUNT_REF, name: 'Saltmarsh Trading', person: null }
    expect(said({ ...account, kind: 'unreadable', text: 'signed-out' }).slice(0, 2)).toEqual([
      'Patchbay cannot see Saltmarsh Trading',
      'Signed out of HubSpot. The page could not be read.',
    ])
    const stale = said({ ...account, kind: 'stale', text: null, firstSeen: NOW - DAY })
    expect(stale).toContain('Not checked since Wed 4 Nov, 14:08. Open the page to check.')
    expect(stale.join()).not.toContain('Last seen')
  })
})

it.each([
  ['installed', 'Jo Marlow', 'Ledgerlane installed by Jo Marlow'],
  ['uninstalled', null, 'Ledgerlane uninstalled'],
] as const)('an app that was %s by %s', (kind, person, title) => {
  const time = { kind: 'day', day: '2026-11-11' } as const
  expect(said({ what: 'happened', kind, person, time })).toEqual([title, 'Time: Wed 11 Nov, time not reported'])
})

describe('a message', () => {
  it('about forty apps lists twenty and counts the rest', () => {
    const forty = Array.from({ length: 40 }, (_, number) => item({ name: `App ${number}` }))
    const { subject, items, more } = message(notice(forty))
    expect([subject, items.length, more]).toEqual(['App 0: error, and 39 more · Saltmarsh Trading', 20, 'and 20 more'])
  })

  it('after a sleep says how long it was, before all else', () => {
    const slept = notice([item()], { asleep: { from: NOW - 2 * DAY, to: NOW } })
    expect(message(slept).lead).toEqual([
      'This browser was closed or asleep for 2 days; this message covers that time.',
    ])
    expect(message(slept, 'ja').lead[0]).toContain('2日の間')
  })

  it('that is a test says so in subject and text', () => {
    const { subject, lead } = message(notice([item()], { test: true }))
    expect([subject, lead]).toEqual([
      'Test: Ledgerlane: error · Saltmarsh Trading',
      ['This is a test. Nothing has happened.'],
    ])
  })

  it('of a browser whose person is not known says that', () => {
    const { footer } = noticeMessage(notice([item()]), { ...SENDER, who: null }, frame('en'))
    expect(footer[0]).toBe('Sent by Patchbay in a browser. Rule: Anything broken. Account: Saltmarsh Trading.')
  })

  it('links to HubSpot and nowhere else', () => {
    for (const url of ['https://app.hubspot.com.collector.example/', 'javascript:alert(1)', 'http://app.hubspot.com/'])
      expect(message(notice([item({ url })])).items[0]?.link).toBeNull()
  })

  it('has words for everything that can be said, in both languages, and breaks no line', () => {
    const evil = 'Two\r\nBcc: eve@collector.example \u202Egnp.exe'
    for (const lang of ['en', 'ja'] as const)
      for (const kind of [...ISSUE_KINDS, 'installed', 'uninstalled'] as const)
        for (const what of WHATS)
          for (const change of [
            { time: null, person: null, text: null, url: null },
            { name: evil, person: evil, text: evil, ended: { how: 'said-by-you', time: { kind: 'instant', at: NOW } } },
          ] satisfies Partial<Item>[]) {
            const said = noticeMessage(
              notice([item({ kind, what, ...change })], { ruleName: evil }),
              { account: evil, who: evil },
              frame(lang),
            )
            const texts = [said.subject, ...said.footer, ...said.items.flatMap(({ title, lines }) => [title, ...lines])]
            for (const text of texts) expect(text).toMatch(/^[^\p{Cc}\u2028\u2029\u202A-\u202E]+$/u)
          }
  })
})

describe('a browser notification', () => {
  const short = (of: Notice, lang: 'en' | 'ja' = 'en') => noticeInShort(of, SENDER, frame(lang, NOW))

  it('of one problem says what it is and since when', () => {
    expect(short(notice([item({ time: { kind: 'instant', at: NOW - 10 * MINUTE } })]))).toEqual({
      title: 'Ledgerlane: error',
      body: 'HubSpot reports an error with this connection. Since 13:58',
      account: 'Saltmarsh Trading',
    })
  })

  it('of several names the first five', () => {
    const seven = notice(
      'Ledgerlane Ringdesk Saltmarsh Teapot Harbour Lantern Brass'.split(' ').map(name => item({ name })),
    )
    expect(short(seven)).toMatchObject({
      title: 'Ledgerlane: error, and 6 more',
      body: 'Ledgerlane, Ringdesk, Saltmarsh, Teapot, Harbour, and 2 more',
    })
    expect(short(seven, 'ja').body).toBe('Ledgerlane、Ringdesk、Saltmarsh、Teapot、Harbour、他2件')
  })

  it('is short, however long the names are', () => {
    const long = notice([item({ name: 'L'.repeat(500), text: 'x'.repeat(5000), kind: 'attention' })])
    const { title, body } = short(long)
    expect([title.length < 120, body.length <= 240]).toEqual([true, true])
  })
})

it.each([
  ['opened', 'error', true],
  ['reminder', 'expired', true],
  ['unstable', 'attention', true],
  ['opened', 'gone-quiet', false],
  ['opened', 'vanished', false],
  ['opened', 'unreadable', false],
  ['resolved', 'error', false],
  ['unchecked', 'error', false],
  ['happened', 'installed', false],
] as const)('%s, %s can be mended by reconnecting: %s', (what, kind, can) => {
  expect(canReconnect({ what, kind })).toBe(can)
})
