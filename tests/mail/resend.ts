import { json, line, mailbox, only, type ProviderRules, text } from './provider.ts'

const NAMES: Readonly<Record<number, readonly [name: string, message: string]>> = {
  400: ['validation_error', 'We found an error with one or more fields in the request.'],
  401: ['missing_api_key', 'Missing API key in the authorization header.'],
  403: ['invalid_api_key', 'API key is invalid.'],
  404: ['not_found', 'The requested endpoint does not exist.'],
  405: ['method_not_allowed', 'Method is not allowed for the requested path.'],
  409: ['invalid_idempotent_request', 'Same idempotency key used with a different request payload.'],
  422: ['missing_required_field', 'The request body is missing one or more required fields.'],
  429: ['rate_limit_exceeded', 'Too many requests. Please limit the number of requests per second.'],
  500: ['application_error', 'An unexpected error occurred.'],
}

const refused: ProviderRules['refused'] = (status, message) => {
  const [name, usual] = NAMES[status] ?? ['application_error', 'An unexpected error occurred.']
  const limits = status === 429 ? { 'ratelimit-limit': '2', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' } : null
  return json(status, { statusCode: status, name, message: message ?? usual }, limits)
}

/** resend.com/docs: Send Email, Errors, Idempotency Keys, Rate Limit. */
export const resend: ProviderRules = {
  host: 'api.resend.com',
  path: '/emails',
  auth: { header: 'authorization', prefix: 'Bearer ' },
  key: /^re_\w{8,}$/u,
  headers: ['user-agent'], // documented: without it the answer is 403
  fields:
    'from to subject bcc cc reply_to html text react headers attachments tags scheduled_at topic_id template'.split(
      ' ',
    ),
  readMail(body, { headers }, wrong) {
    const key = headers['idempotency-key'] ?? null
    if (key !== null && (key === '' || key.length > 256)) wrong('Idempotency-Key has not 1 to 256 characters')
    const to = Array.isArray(body.to) ? only(body.to, 'to', wrong) : body.to
    return {
      from: mailbox(body.from, 'from', wrong),
      to: mailbox(to, 'to', wrong),
      subject: line(body, 'subject', wrong),
      text: text(body, 'text', wrong),
      html: text(body, 'html', wrong),
      idempotencyKey: key,
    }
  },
  accepted: id => json(200, { id }),
  refused,
  idempotency: {
    kept: 24 * 60 * 60 * 1000,
    repeated: (first, sameBody) => (sameBody ? first : refused(409)),
  },
}
