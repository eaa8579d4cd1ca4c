import { MAIL_HOSTS } from '../../../../storage/model/notices/mailHosts.ts'
import type { Message } from '../../../../storage/model/notices/message.ts'
import type { MailProvider } from '../../../../storage/model/notices/rows.ts'

/** One mail to one address. */
export interface Mail {
  /** `alerts@example.com`, or with a name `Patchbay <alerts@example.com>`. */
  from: string
  to: string
  subject: Message['subject']
  text: string
  html: string
  /** The same for every try of one mail, of no other mail: a UUID. */
  key: string
}

/** How one provider's API takes a mail; docs/sending.md says where each shape was read. */
export interface MailApi {
  url: string
  /** The header that carries the key of the user's account there. */
  secret: { name: string; prefix: string }
  body: (mail: Mail) => unknown
  headers?: (mail: Mail) => Record<string, string>
  /** The mail's number there, from the answer of a mail that was accepted. */
  id: (answer: Json, headers: Headers) => unknown
  /** The sentence that says what is wrong, from any other answer. */
  error: (answer: Json) => unknown
  /** What an answer says of an earlier try of the same mail: it was taken, or is just being taken. */
  earlier?: (answer: Json) => 'accepted' | 'busy' | null
  /** Milliseconds between two requests that keep within its limit. */
  pace: number
}

/** An answer as parsed; nothing is taken for granted of it. */
export type Json = Readonly<Record<string, unknown>>

const address = (from: string): { email: string; name?: string } => {
  const [, name, email] = /^(.*?)\s*<([^<>]+)>$/.exec(from) ?? []
  return email ? { email, ...(name ? { name } : {}) } : { email: from }
}

/** As one text: a name with a sign that means something in an address stands in quotes (RFC 5322, 3.4). */
const mailbox = (from: string): string => {
  const { email, name } = address(from)
  if (!name) return email
  return `${/[()<>[\]:;@\\,."]/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : name} <${email}>`
}

export const MAIL_APIS: Record<MailProvider, MailApi> = {
  resend: {
    url: `https://${MAIL_HOSTS.resend}/emails`,
    secret: { name: 'Authorization', prefix: 'Bearer ' },
    headers: ({ key }) => ({ 'Idempotency-Key': key }),
    body: ({ from, to, subject, text, html }) => ({ from: mailbox(from), to: [to], subject, text, html }),
    id: answer => answer.id,
    error: answer => answer.message,
    earlier: ({ name }) =>
      name === 'invalid_idempotent_request' ? 'accepted' : name === 'concurrent_idempotent_requests' ? 'busy' : null,
    pace: 550, // two requests a second for a team
  },
  postmark: {
    url: `https://${MAIL_HOSTS.postmark}/email`,
    secret: { name: 'X-Postmark-Server-Token', prefix: '' },
    body: ({ from, to, subject, text, html }) => ({
      From: mailbox(from),
      To: to,
      Subject: subject,
      TextBody: text,
      HtmlBody: html,
      MessageStream: 'outbound',
    }),
    id: answer => answer.MessageID,
    error: answer => answer.Message,
    pace: 100,
  },
  sendgrid: {
    url: `https://${MAIL_HOSTS.sendgrid}/v3/mail/send`,
    secret: { name: 'Authorization', prefix: 'Bearer ' },
    body: ({ from, to, subject, text, html }) => ({
      personalizations: [{ to: [{ email: to }] }],
      from: address(from),
      subject,
      content: [
        { type: 'text/plain', value: text },
        { type: 'text/html', value: html },
      ],
    }),
    id: (_answer, headers) => headers.get('X-Message-Id'),
    error: ({ errors }) => (Array.isArray(errors) ? (errors[0] as Json | undefined)?.message : null),
    pace: 100,
  },
  brevo: {
    url: `https://${MAIL_HOSTS.brevo}/v3/smtp/email`,
    secret: { name: 'api-key', prefix: '' },
    body: ({ from, to, subject, text, html, key }) => ({
      sender: address(from),
      to: [{ email: to }],
      subject,
      textContent: text,
      htmlContent: html,
      headers: { idempotencyKey: key },
    }),
    id: answer => answer.messageId,
    error: answer => answer.message,
    earlier: ({ code }) => (code === 'duplicate_parameter' ? 'accepted' : null),
    pace: 100,
  },
}
