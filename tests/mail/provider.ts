/** What the four stand-ins of mail providers have in common. Written from the providers' documentation; shares no code with the product. */

export const PROVIDERS = ['resend', 'postmark', 'sendgrid', 'brevo'] as const
export type Provider = (typeof PROVIDERS)[number]

/** A request as it arrived; names of headers in lower case. */
export type MailRequest = {
  readonly method: string
  /** With query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Address = { readonly name: string | null; readonly address: string }

/** What a request asks to be sent. */
export type Mail = {
  readonly from: Address
  readonly to: Address
  readonly subject: string
  readonly text: string
  readonly html: string
  /** What keeps a repeated request from being a second mail, where the provider documents such a thing. */
  readonly idempotencyKey: string | null
}

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** How one provider's API is documented. */
export type ProviderRules = {
  readonly host: string
  readonly path: string
  /** The header that authorises, and what stands before the key in it. */
  readonly auth: { readonly header: string; readonly prefix: string }
  /** A key as the provider makes them. */
  readonly key: RegExp
  /** Headers that the documentation calls required, besides the one that authorises. */
  readonly headers: readonly string[]
  /** The documented fields of the body, at its top. */
  readonly fields: readonly string[]
  /** The mail in a body; notes what is wrong with it by `wrong`. */
  readMail(body: Fields, request: MailRequest, wrong: Wrong): Mail
  readonly accepted: (id: string, mail: Mail) => Answer
  /** The documented answer of that status, with a sentence of the provider's kind. */
  readonly refused: (status: number, message?: string) => Answer
  readonly idempotency?: {
    /** How long a key is remembered, in ms. */
    readonly kept: number
    /** The answer to a request whose key is known. */
    readonly repeated: (first: Answer, sameBody: boolean) => Answer
  }
}

export type Fields = Readonly<Record<string, unknown>>
export type Wrong = (what: string) => void

/** JSON with a status. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> | null = null): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

/** A text that has to be there; an empty one is as wrong as none. */
export function text(fields: Fields, name: string, wrong: Wrong): string {
  const value = fields[name]
  if (typeof value === 'string' && value.trim() !== '') return value
  wrong(`${name} is ${value === '' ? 'empty' : typeof value}, not a text`)
  return ''
}

/** A header of the mail: a line break in it would begin another one. */
export function line(fields: Fields, name: string, wrong: Wrong): string {
  const value = text(fields, name, wrong)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f\u2028\u2029]/u.test(value)) wrong(`${name} has a line break or a control character`)
  return value
}

/** An object; what else it is, is wrong. */
export function object(value: unknown, name: string, wrong: Wrong): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  wrong(`${name} is not an object`)
  return {}
}

/** The only entry of a list: Patchbay sends each person a mail of their own, so that none sees who else gets it. */
export function only(value: unknown, name: string, wrong: Wrong): unknown {
  if (!Array.isArray(value)) wrong(`${name} is not a list`)
  else if (value.length !== 1) wrong(`${name} has ${value.length} entries, not one`)
  return Array.isArray(value) ? value[0] : undefined
}

const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/iu
/** Characters that RFC 5322 has in a name only between quotes. */
const SPECIALS = /[()<>[\]:;@\\,."]/u

/** An address in a field of its own. */
export function bare(value: unknown, name: string, wrong: Wrong): string {
  if (typeof value === 'string' && ADDRESS.test(value)) return value
  wrong(`${name} is not an address: ${JSON.stringify(value)}`)
  return ''
}

/** `a@b.example`, `Name <a@b.example>` or `"Name, too" <a@b.example>`. */
export function mailbox(value: unknown, name: string, wrong: Wrong): Address {
  const found = typeof value === 'string' ? /^(?:(.*\S)\s*<([^<>]+)>|([^<>\s]+))$/u.exec(value) : null
  if (!found) {
    wrong(`${name} is no mailbox: ${JSON.stringify(value)}`)
    return { name: null, address: '' }
  }
  const [, shown, inside, alone] = found
  const address = bare(inside ?? alone, name, wrong)
  if (shown === undefined) return { name: null, address }
  const quoted = /^"((?:[^"\\]|\\.)*)"$/u.exec(shown)
  if (!quoted && SPECIALS.test(shown)) wrong(`${name}: "${shown}" has to stand in quotes`)
  return { name: quoted ? (quoted[1] ?? '').replace(/\\(.)/gu, '$1') : shown, address }
}

/** The same as a pair of fields. */
export function pair(value: unknown, name: string, wrong: Wrong): Address {
  const { email, name: shown, ...rest } = object(value, name, wrong)
  for (const field of Object.keys(rest)) wrong(`${name}.${field} is not documented`)
  if (shown !== undefined && (typeof shown !== 'string' || shown.trim() === ''))
    wrong(`${name}.name is there and no text`)
  return { name: typeof shown === 'string' ? shown : null, address: bare(email, `${name}.email`, wrong) }
}
