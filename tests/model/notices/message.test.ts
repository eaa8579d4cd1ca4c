import { describe, expect, it } from 'vitest'
import { mailHtml } from '../../../storage/model/notices/mailHtml.ts'
import { LONGEST_MAILTO, mailtoDraft } from '../../../storage/model/notices/mailto.ts'
import { clean, type Message, plainText } from '../../../storage/model/notices/message.ts'

const MESSAGE: Message = {
  lang: 'en',
  subject: 'Ledgerlane: error',
  lead: ['This is a test.'],
  items: [
    {
      title: 'Ledgerlane: error',
      lines: ['HubSpot reports an error.', 'Since 9 Nov, 10:12'],
      link: { label: 'Reconnect', url: 'https://app.hubspot.com/l?a=1&b=2' },
    },
    { title: 'Ringdesk: expired', lines: [], link: null },
  ],
  more: 'and 20 more',
  footer: ['Sent by Patchbay.', 'Times are those of Europe/Berlin.'],
}

describe('a text that others wrote', () => {
  it.each([
    ['Ledgerlane', 'Ledgerlane'],
    ['Two\r\nBcc: eve@collector.example', 'Two Bcc: eve@collector.example'],
    ['tab\tand\u0000null\u0085next\u2028line\u2029end', 'tab and null next line end'],
    ['\u202Egnirts\u202C \u2066isolate\u2069 \u200Fmark', 'gnirts isolate mark'],
    ['in\u200Bvisi\u00ADble\uFEFF \u{E0041}tag', 'invisible tag'],
    ['half \uD83D pair', 'half \uFFFD pair'],
    ['  a   b  ', 'a b'],
    ['家計簿アプリ 👩‍💻', '家計簿アプリ 👩‍💻'],
    ['ملف العملاء', 'ملف العملاء'],
  ])('%j is one harmless line', (text, line) => expect(clean(text)).toBe(line))

  it('is cut by whole characters', () => {
    expect(clean('👩👩👩👩', 3)).toBe('👩👩…')
    expect(clean('abc', 3)).toBe('abc')
  })
})

it('a message as plain text', () => {
  expect(plainText(MESSAGE)).toBe(`This is a test.

Ledgerlane: error
HubSpot reports an error.
Since 9 Nov, 10:12
Reconnect: https://app.hubspot.com/l?a=1&b=2

Ringdesk: expired

and 20 more

-- 
Sent by Patchbay.
Times are those of Europe/Berlin.`)
})

describe('a message as HTML', () => {
  it('says the same, with its links, and loads nothing', () => {
    const html = mailHtml(MESSAGE)
    for (const part of ['<html lang="en">', 'Since 9 Nov, 10:12', 'and 20 more', 'Times are those of Europe/Berlin.'])
      expect(html).toContain(part)
    expect(html).toContain('<a href="https://app.hubspot.com/l?a=1&amp;b=2">Reconnect</a>')
    expect(html).not.toMatch(/<img|src=|<link|<script|url\(/i)
  })

  it('lets nothing that is written in it become markup, in content and in attributes', () => {
    const evil = `"><img src=x onerror='steal()'>&amp;</title><script>`
    const html = mailHtml({
      ...MESSAGE,
      lang: evil,
      subject: evil,
      lead: [evil],
      items: [{ title: evil, lines: [evil], link: { label: evil, url: evil } }],
      more: evil,
      footer: [evil],
    })
    const ours =
      /<\/?(?:!doctype html|html lang="[^"<>]*"|html|head|meta charset="utf-8"|title|body(?: style="[^"<>]*")?|p|strong|bdi|br|hr|small|a(?: href="[^"<>]*")?)>/g
    expect(html.replace(ours, '')).not.toMatch(/[<>]/)
    expect(html).not.toContain(`'steal`)
  })
})

describe('a draft for the mail program', () => {
  const read = (address: string) => {
    const { protocol, pathname, searchParams } = new URL(address)
    return {
      protocol,
      to: decodeURIComponent(pathname),
      subject: searchParams.get('subject'),
      body: searchParams.get('body'),
    }
  }

  it('has address, subject and text, line breaks as mail has them', () => {
    const address = mailtoDraft({ to: 'jo+x@example.com', subject: 'A & B: 50 %?', text: 'One\nTwo = 2 + 2\n\n「三」' })
    expect(address).toMatch(/^mailto:jo%2Bx@example\.com\?subject=/)
    expect(read(address)).toEqual({
      protocol: 'mailto:',
      to: 'jo+x@example.com',
      subject: 'A & B: 50 %?',
      body: 'One\r\nTwo = 2 + 2\r\n\r\n「三」',
    })
  })

  it('lets neither address nor subject add a field', () => {
    const address = mailtoDraft({
      to: 'a@b.example?bcc=eve@c.example',
      subject: 'Hi\r\nBcc: e@c.example&bcc=e',
      text: '',
    })
    expect([...new URL(address).searchParams.keys()]).toEqual(['subject', 'body'])
    expect(read(address).subject).toBe('Hi Bcc: e@c.example&bcc=e')
  })

  it.each([
    ['many lines', Array.from({ length: 200 }, (_, line) => `App ${line}: 期限切れ`).join('\n')],
    ['one long line', '接続の有効期限が切れました。👩‍💻'.repeat(200)],
    ['half characters', '\uD83D'.repeat(3000)],
  ])('is never longer than %s let it be, and says that more was left out', (_what, text) => {
    const address = mailtoDraft({ to: 'jo@example.com', subject: '件名'.repeat(300), text })
    expect(address.length).toBeLessThanOrEqual(LONGEST_MAILTO)
    const { body } = read(address)
    expect(body?.endsWith('…')).toBe(true)
    expect(text.toWellFormed().startsWith(body?.replace(/(?:\r\n)?…$/, '').replaceAll('\r\n', '\n') ?? '?')).toBe(true)
    expect(body?.isWellFormed()).toBe(true)
  })
})
