import { brevo } from './brevo.ts'
import { postmark } from './postmark.ts'
import { type Mail, type MailRequest, object, type Provider, type ProviderRules } from './provider.ts'
import { resend } from './resend.ts'
import { sendgrid } from './sendgrid.ts'

export const RULES: Readonly<Record<Provider, ProviderRules>> = { resend, postmark, sendgrid, brevo }

/** What a request is, held against the documentation. */
export type Reading = {
  /** The key it came with; null: none. */
  readonly key: string | null
  readonly mail: Mail
  /** The status of the documented refusal, were the request as it is; null: it would be accepted. */
  readonly status: number | null
  /** Everything about it that is not as documented, or that Patchbay does not send (a second recipient). */
  readonly wrong: readonly string[]
}

/** Reads a request to that provider's host. */
export function readRequest(provider: Provider, request: MailRequest): Reading {
  const rules = RULES[provider]
  const found: string[] = []
  const wrong = (what: string) => void found.push(what)
  const { method, path, headers, body } = request

  if (path !== rules.path) wrong(`the path is ${path}, not ${rules.path}`)
  if (method !== 'POST') wrong(`the method is ${method}, not POST`)
  for (const name of rules.headers) if (!headers[name]) wrong(`the header ${name} is missing`)
  if (!/^application\/json(?:; *charset=utf-8)?$/iu.test(headers['content-type'] ?? ''))
    wrong(`Content-Type is ${headers['content-type']}, not application/json`)
  if (headers.cookie !== undefined) wrong('cookies came along')
  const key = keyOf(rules, headers, wrong)
  if (key !== null && `${path}${body}`.includes(key)) wrong('the key stands outside its header')

  const fields = parsed(body, wrong)
  for (const name of Object.keys(fields)) if (!rules.fields.includes(name)) wrong(`the field ${name} is not documented`)
  const beforeMail = found.length
  const mail = rules.readMail(fields, request, wrong)
  const status = path !== rules.path ? 404 : method !== 'POST' ? 405 : key === null ? 401 : null
  const refusal = found.length > beforeMail ? unfit(provider) : null
  return { key, mail, status: status ?? refusal, wrong: found }
}

/** What each answers to a body it cannot use. */
const unfit = (provider: Provider) => (provider === 'resend' || provider === 'postmark' ? 422 : 400)

function keyOf({ auth, key }: ProviderRules, headers: MailRequest['headers'], wrong: (what: string) => void) {
  const value = headers[auth.header] ?? ''
  const given = value.startsWith(auth.prefix) ? value.slice(auth.prefix.length) : ''
  if (given === '') wrong(`${auth.header} holds no key`)
  else if (!key.test(given)) wrong(`${auth.header} holds no key of this provider`)
  return given === '' ? null : given
}

function parsed(body: string, wrong: (what: string) => void) {
  try {
    return object(JSON.parse(body), 'the body', wrong)
  } catch {
    wrong('the body is no JSON')
    return {}
  }
}
