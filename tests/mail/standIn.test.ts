/** The stand-in of the mail providers, held against requests written by hand from their documentation. */

import { request as ask } from 'node:https'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PROVIDERS, type Provider } from './provider.ts'
import { RULES } from './read.ts'
import { MAIL_KEYS, type MailStandIn, mailStandIn } from './standIn.ts'

let standIn: MailStandIn
beforeEach(async () => {
  standIn = await mailStandIn()
})
afterEach(() => standIn.close())

type Sent = { path?: string; method?: string; headers?: Record<string, string>; body?: unknown }
type Got = { status: number; headers: Record<string, unknown>; body: string }

/** Sends it to that host; what the provider needs and `sent` does not say is as documented. */
function send(provider: Provider, sent: Sent = {}): Promise<Got> {
  const right = BY_HAND[provider]
  return new Promise((resolve, reject) => {
    const going = ask(
      {
        port: standIn.port,
        host: '127.0.0.1',
        rejectUnauthorized: false,
        method: sent.method ?? 'POST',
        path: sent.path ?? right.path,
        headers: { host: right.host, 'content-type': 'application/json', ...right.headers, ...sent.headers },
      },
      response => {
        const parts: Buffer[] = []
        response.on('data', part => parts.push(part))
        response.on('end', () => {
          const body = Buffer.concat(parts).toString()
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
        })
        response.on('error', reject)
      },
    )
    going.on('error', reject)
    going.end(
      sent.body === ''
        ? undefined
        : typeof sent.body === 'string'
          ? sent.body
          : JSON.stringify(sent.body ?? right.body),
    )
  })
}

const TO = 'maren@saltmarsh.example'
const HTML = '<p>It expired.</p>'

/** One right request for each, as their documentation writes it. */
const BY_HAND = {
  resend: {
    host: 'api.resend.com',
    path: '/emails',
    headers: {
      authorization: `Bearer ${MAIL_KEYS.resend}`,
      'user-agent': 'by hand',
      'idempotency-key': 'notice-1/maren',
    },
    body: {
      from: 'Patchbay <alerts@saltmarsh.example>',
      to: [TO],
      subject: 'Ledgerlane',
      text: 'It expired.',
      html: HTML,
    },
  },
  postmark: {
    host: 'api.postmarkapp.com',
    path: '/email',
    headers: { accept: 'application/json', 'x-postmark-server-token': MAIL_KEYS.postmark },
    body: {
      From: '"Farrow, Maren" <alerts@saltmarsh.example>',
      To: TO,
      Subject: 'Ledgerlane',
      TextBody: 'It expired.',
      HtmlBody: HTML,
      MessageStream: 'outbound',
    },
  },
  sendgrid: {
    host: 'api.sendgrid.com',
    path: '/v3/mail/send',
    headers: { authorization: `Bearer ${MAIL_KEYS.sendgrid}` },
    body: {
      personalizations: [{ to: [{ email: TO, name: 'Maren Farrow' }] }],
      from: { email: 'alerts@saltmarsh.example' },
      subject: 'Ledgerlane',
      content: [
        { type: 'text/plain', value: 'It expired.' },
        { type: 'text/html', value: HTML },
      ],
    },
  },
  brevo: {
    host: 'api.brevo.com',
    path: '/v3/smtp/email',
    headers: { 'api-key': MAIL_KEYS.brevo, accept: 'application/json' },
    body: {
      sender: { name: 'Patchbay', email: 'alerts@saltmarsh.example' },
      to: [{ email: TO }],
      subject: 'Ledgerlane',
      textContent: 'It expired.',
      htmlContent: HTML,
      headers: { idempotencyKey: 'b52dbf0a-81dd-4a08-b807-085c5d2a9a1f' },
    },
  },
} as const

describe.each(PROVIDERS)('%s', provider => {
  const body: Record<string, unknown> = { ...BY_HAND[provider].body }
  const subject = provider === 'postmark' ? 'Subject' : 'subject'

  test('takes a right request, and keeps what was sent', async () => {
    const { status, body: answer } = await send(provider)
    expect(status).toBe({ resend: 200, postmark: 200, sendgrid: 202, brevo: 201 }[provider])
    expect(answer === '').toBe(provider === 'sendgrid')
    expect(standIn.wrong()).toEqual([])
    expect(standIn.mails).toMatchObject([
      { provider, to: { address: TO }, subject: 'Ledgerlane', text: 'It expired.', html: HTML },
    ])
    expect(standIn.mails[0]?.from.address).toBe('alerts@saltmarsh.example')
  })

  test('refuses a key it does not know, and one that is missing', async () => {
    standIn.know('another')
    expect((await send(provider)).status).toBe(provider === 'resend' ? 403 : 401)
    standIn.know(MAIL_KEYS[provider])
    const { header } = RULES[provider].auth
    await send(provider, { headers: { [header]: '' } })
    expect(standIn.wrong()).toEqual([`${provider}: ${header} holds no key`])
    expect(standIn.mails).toEqual([])
  })

  test.each([
    ['no subject', { [subject]: '' }, 'empty'],
    ['a line break in the subject', { [subject]: 'Ledgerlane\r\nBcc: all@saltmarsh.example' }, 'line break'],
    ['a field that nobody documents', { priority: 'high' }, 'priority is not documented'],
  ])('refuses %s', async (_, change, says) => {
    await send(provider, { body: { ...body, ...change } })
    expect(standIn.wrong().join()).toContain(says)
  })

  test('refuses no text, no HTML and no JSON', async () => {
    const { text, html } = {
      resend: { text: 'text', html: 'html' },
      postmark: { text: 'TextBody', html: 'HtmlBody' },
      sendgrid: { text: 'content', html: 'content' },
      brevo: { text: 'textContent', html: 'htmlContent' },
    }[provider]
    for (const left of [text, html]) {
      const { [left]: _, ...rest } = body
      expect((await send(provider, { body: rest })).status).toBeGreaterThanOrEqual(400)
    }
    await send(provider, { body: '{"from": ' })
    expect(standIn.mails).toEqual([])
    expect(standIn.wrong()).toContain(`${provider}: the body is no JSON`)
  })

  test('refuses two recipients in one mail', async () => {
    const two = {
      resend: { to: [TO, 'lorcan@saltmarsh.example'] },
      postmark: { To: `${TO},lorcan@saltmarsh.example` },
      sendgrid: { personalizations: [{ to: [{ email: TO }, { email: 'lorcan@saltmarsh.example' }] }] },
      brevo: { to: [{ email: TO }, { email: 'lorcan@saltmarsh.example' }] },
    }[provider]
    expect((await send(provider, { body: { ...body, ...two } })).status).toBeGreaterThanOrEqual(400)
    expect(standIn.mails).toEqual([])
  })

  test('refuses another path, another method and another content type', async () => {
    expect((await send(provider, { path: '/v1/send' })).status).toBe(404)
    expect((await send(provider, { method: 'PUT' })).status).toBe(405)
    await send(provider, { headers: { 'content-type': 'text/plain' } })
    expect(standIn.wrong().join()).toMatch(/path is \/v1\/send.*method is PUT.*Content-Type is text\/plain/u)
  })

  test('sees a key that stands where it should not', async () => {
    await send(provider, { body: { ...body, [subject]: `Ledgerlane ${MAIL_KEYS[provider]}` } })
    expect(standIn.wrong()).toContain(`${provider}: the key stands outside its header`)
  })

  test('answers as it is told, with the headers it is told, and then as before', async () => {
    standIn.next({ status: 429, headers: { 'retry-after': '90' } }, { status: 500 })
    const [busy, broken, fine] = [await send(provider), await send(provider), await send(provider)]
    expect([busy.status, broken.status]).toEqual([429, 500])
    expect(busy.headers['retry-after']).toBe('90')
    expect(JSON.parse(busy.body)).toBeTypeOf('object')
    expect(fine.status).toBeLessThan(300)
    expect(standIn.mails).toHaveLength(1)
  })
})

describe('a repeated request', () => {
  test('is no second mail for Resend: the same answer comes again, and another body under that key is refused', async () => {
    const [first, again] = [await send('resend'), await send('resend')]
    expect(again).toMatchObject({ status: 200, body: first.body })
    const other = await send('resend', { body: { ...BY_HAND.resend.body, subject: 'Another' } })
    expect(other.status).toBe(409)
    expect(JSON.parse(other.body).name).toBe('invalid_idempotent_request')
    expect(standIn.mails).toHaveLength(1)
    standIn.pass(25 * 60 * 60 * 1000)
    await send('resend')
    expect(standIn.mails).toHaveLength(2)
  })

  test('is no second mail for Brevo: for half an hour it says that it has that key', async () => {
    await send('brevo')
    const again = await send('brevo')
    expect(again.status).toBe(400)
    expect(JSON.parse(again.body).code).toBe('duplicate_parameter')
    expect(standIn.mails).toHaveLength(1)
    standIn.pass(31 * 60 * 1000)
    await send('brevo')
    expect(standIn.mails).toHaveLength(2)
  })

  test('is a second mail for those who document nothing against it', async () => {
    for (const provider of ['postmark', 'postmark', 'sendgrid', 'sendgrid'] as const) await send(provider)
    expect(standIn.mails.map(({ provider }) => provider)).toEqual(['postmark', 'postmark', 'sendgrid', 'sendgrid'])
  })
})

describe('networks', () => {
  test('an answer that is cut leaves a mail that was sent', async () => {
    standIn.next('takes and cuts the answer')
    await expect(send('postmark')).rejects.toThrow()
    expect(standIn.mails).toHaveLength(1)
  })

  test('a request that hangs ends when it is let go', async () => {
    standIn.next('hangs')
    const going = send('postmark')
    const failed = expect(going).rejects.toThrow()
    await expect.poll(() => standIn.requests.length).toBe(1)
    standIn.letGo()
    await failed
    expect(standIn.mails).toEqual([])
  })

  test('nonsense with a good status is what a proxy says', async () => {
    standIn.next('says nonsense')
    expect(await send('postmark')).toMatchObject({ status: 200, body: expect.stringContaining('<!doctype html>') })
    expect(standIn.mails).toEqual([])
  })

  test('one that went away refuses connections, and comes back on its port', async () => {
    await standIn.goAway()
    await expect(send('brevo')).rejects.toThrow(/ECONNREFUSED/u)
    await standIn.comeBack()
    expect((await send('brevo')).status).toBe(201)
  })

  test('a preflight, which only pages without a permission send, is noted', async () => {
    expect((await send('brevo', { method: 'OPTIONS', body: '' })).status).toBe(404)
    expect(standIn.wrong()).toEqual(['OPTIONS api.brevo.com/v3/smtp/email'])
  })
})

test('names in a mailbox are read as RFC 5322 has them', async () => {
  const from = async (value: string) => {
    await send('resend', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { ...BY_HAND.resend.body, from: value },
    })
    return standIn.requests.at(-1)
  }
  expect((await from('"Farrow, \\"M\\"" <a@b.example>'))?.mail.from).toEqual({
    name: 'Farrow, "M"',
    address: 'a@b.example',
  })
  expect((await from('a@b.example'))?.mail.from).toEqual({ name: null, address: 'a@b.example' })
  expect((await from('パッチベイ <a@b.example>'))?.mail.from.name).toBe('パッチベイ')
  expect((await from('Farrow, M <a@b.example>'))?.wrong).toEqual(['from: "Farrow, M" has to stand in quotes'])
  expect((await from('a@b'))?.wrong).toEqual(['from is not an address: "a@b"'])
})
