import { json, line, mailbox, type ProviderRules, text } from './provider.ts'

const CODES: Readonly<Record<number, readonly [code: number, message: string]>> = {
  401: [10, 'The Server Token you provided in the X-Postmark-Server-Token request header was invalid.'],
  422: [300, 'Invalid email request.'],
  429: [429, 'Rate limit exceeded.'],
  500: [500, 'Internal Server Error'],
}

/** postmarkapp.com/developer: Email API, Overview of codes. It documents nothing against a repeated request. */
export const postmark: ProviderRules = {
  host: 'api.postmarkapp.com',
  path: '/email',
  auth: { header: 'x-postmark-server-token', prefix: '' },
  key: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u,
  headers: ['accept'],
  fields:
    'From To Cc Bcc Subject Tag HtmlBody TextBody ReplyTo Headers TrackOpens TrackLinks Metadata Attachments MessageStream'.split(
      ' ',
    ),
  readMail(body, { headers }, wrong) {
    if (headers.accept !== 'application/json') wrong(`Accept is ${headers.accept}, not application/json`)
    if (body.MessageStream !== undefined && typeof body.MessageStream !== 'string') wrong('MessageStream is no text')
    const subject = line(body, 'Subject', wrong)
    if (subject.length > 2000) wrong('Subject is longer than 2000 characters')
    return {
      from: mailbox(body.From, 'From', wrong),
      to: mailbox(body.To, 'To', wrong), // several would be parted by commas
      subject,
      text: text(body, 'TextBody', wrong),
      html: text(body, 'HtmlBody', wrong),
      idempotencyKey: null,
    }
  },
  accepted: (id, { to }) =>
    json(200, {
      To: to.address,
      SubmittedAt: '2026-11-12T14:08:00.0000000-05:00',
      MessageID: id,
      ErrorCode: 0,
      Message: 'OK',
    }),
  refused(status, message) {
    const [code, usual] = CODES[status] ?? [status, 'The request could not be processed.']
    return json(status, { ErrorCode: code, Message: message ?? usual })
  },
}
