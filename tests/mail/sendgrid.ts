import { json, line, object, only, type ProviderRules, pair } from './provider.ts'

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The subject is required.',
  401: 'The provided authorization grant is invalid, expired, or revoked',
  403: 'The from address does not match a verified Sender Identity.',
  413: 'The JSON payload you have included in your request is too large.',
  429: 'too many requests',
  500: 'internal error',
}

/** The Mail Send reference of Twilio SendGrid: fields, limitations, errors. It documents nothing against a repeated request. */
export const sendgrid: ProviderRules = {
  host: 'api.sendgrid.com',
  path: '/v3/mail/send',
  auth: { header: 'authorization', prefix: 'Bearer ' },
  key: /^SG\.[\w-]{16,}\.[\w-]{16,}$/u,
  headers: [],
  fields:
    'personalizations from reply_to reply_to_list subject content attachments template_id headers categories custom_args send_at batch_id asm ip_pool_name mail_settings tracking_settings'.split(
      ' ',
    ),
  readMail(body, _request, wrong) {
    const first = object(only(body.personalizations, 'personalizations', wrong), 'personalizations[0]', wrong)
    for (const copies of ['cc', 'bcc']) if (copies in first) wrong(`personalizations[0].${copies} reaches others too`)
    const to = pair(only(first.to, 'personalizations[0].to', wrong), 'personalizations[0].to[0]', wrong)
    if (to.name && /[;,]/u.test(to.name)) wrong('a name in "to" has ; or ,')
    const content = (Array.isArray(body.content) ? body.content : []).map((part, index) =>
      object(part, `content[${index}]`, wrong),
    )
    const types = content.map(({ type }) => type)
    if (types.join() !== 'text/plain,text/html')
      wrong(`content is ${types.join(', then ') || 'missing'}: it has to be text/plain, then text/html`)
    const partOf = (type: string): string => {
      const value = content.find(part => part.type === type)?.value
      if (typeof value === 'string' && value.trim() !== '') return value
      wrong(`the value of ${type} is empty`)
      return ''
    }
    return {
      from: pair(body.from, 'from', wrong),
      to,
      subject: line(body, 'subject', wrong),
      text: partOf('text/plain'),
      html: partOf('text/html'),
      idempotencyKey: null,
    }
  },
  accepted: id => ({ status: 202, headers: { 'x-message-id': id }, body: '' }),
  refused: (status, message) =>
    json(status, {
      errors: [{ message: message ?? MESSAGES[status] ?? 'error', field: null, help: null }],
    }),
}
