import { json, line, object, only, type ProviderRules, pair, text } from './provider.ts'

const CODES: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['invalid_parameter', 'to is not valid'],
  401: ['unauthorized', 'Key not found'],
  402: ['not_enough_credits', 'You do not have enough credits to send this email'],
  403: ['permission_denied', 'Your account is under validation. Please contact us.'],
  429: ['too_many_requests', 'Too many requests'],
  500: ['internal_error', 'Internal error'],
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu

/** developers.brevo.com: Send a transactional email, Idempotency, Key concepts, Rate limit headers. */
export const brevo: ProviderRules = {
  host: 'api.brevo.com',
  path: '/v3/smtp/email',
  auth: { header: 'api-key', prefix: '' },
  key: /^xkeysib-[\da-f]{16,}-\w{8,}$/u,
  headers: [],
  fields:
    'sender to bcc cc htmlContent textContent subject replyTo attachment headers templateId params messageVersions tags scheduledAt batchId preheader'.split(
      ' ',
    ),
  readMail(body, _request, wrong) {
    const { idempotencyKey = null } = body.headers === undefined ? {} : object(body.headers, 'headers', wrong)
    if (idempotencyKey !== null && !UUID.test(String(idempotencyKey))) wrong('headers.idempotencyKey is no UUID')
    const from = pair(body.sender, 'sender', wrong)
    const to = pair(only(body.to, 'to', wrong), 'to[0]', wrong)
    if (to.name && to.name.length > 70) wrong('a name in "to" is longer than 70 characters')
    return {
      from,
      to,
      subject: line(body, 'subject', wrong),
      text: text(body, 'textContent', wrong),
      html: text(body, 'htmlContent', wrong),
      idempotencyKey: idempotencyKey === null ? null : String(idempotencyKey),
    }
  },
  accepted: id => json(201, { messageId: `<${id}@smtp-relay.mailin.fr>` }),
  refused(status, message) {
    const [code, usual] = CODES[status] ?? ['invalid_parameter', 'The request is not valid']
    const limits = status === 429 ? { 'x-sib-ratelimit-limit': '1000', 'x-sib-ratelimit-reset': '30' } : null
    return json(status, { code, message: message ?? usual }, limits)
  },
  idempotency: {
    kept: 30 * 60 * 1000,
    repeated: () => json(400, { code: 'duplicate_parameter', message: 'idempotencyKey is already used' }),
  },
}
