import { emailSecret, MAIL_PROVIDER_NAMES, type SetUp } from '../../../../storage/channels.ts'
import type { PatchbayDb } from '../../../../storage/db.ts'
import { mailHtml } from '../../../../storage/model/notices/mailHtml.ts'
import { clean, type Message, plainText } from '../../../../storage/model/notices/message.ts'
import { reasonOf, retryAfter, type TryResult } from '../../../../storage/model/notices/retry.ts'
import type { DeliveryReason } from '../../../../storage/model/notices/rows.ts'
import { fetchWithSecret, SecretDamaged, SecretLocked, SecretMissing } from '../../../../storage/vault.ts'
import { type Json, MAIL_APIS, type MailApi } from './mailApis.ts'

/** A request is given up after this long; the browser ends the worker over one that takes 30 s. */
const TIMEOUT = 25_000

/** One address and nothing beside it: some providers take a list, parted by commas. */
const ADDRESS = /^[^\s<>@,;:"()[\]\\]{1,64}@[^\s<>@,;:"()[\]\\]{1,255}$/

/** Whether a mail can be sent to this text: a single plain address. */
export const isAddress = (text: string): boolean => ADDRESS.test(text)

/**
 * Hands one mail to the provider and says what it answered; 2xx is all that is known of it ("accepted"). Never throws for
 * what the network, the vault or the provider do.
 * @param identity what makes this mail this mail: the same for every try of it
 */
export const sendMail = async (
  { provider, from }: SetUp,
  to: string,
  message: Message,
  identity: string,
  now: number,
  on: PatchbayDb,
): Promise<TryResult> => {
  const api = MAIL_APIS[provider]
  const mail = {
    from,
    to,
    subject: message.subject,
    text: plainText(message),
    html: mailHtml(message),
    key: await uuidOf(identity),
  }
  try {
    const answer = await fetchWithSecret(
      emailSecret(provider),
      api.url,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...api.headers?.(mail) },
        body: JSON.stringify(api.body(mail)),
        signal: AbortSignal.timeout(TIMEOUT),
      },
      api.secret,
      on,
    )
    return resultOf(api, MAIL_PROVIDER_NAMES[provider], answer.status, answer.headers, await json(answer), now)
  } catch (error) {
    return { ok: false, reason: failureOf(error), detail: null, notBefore: null }
  }
}

const json = async (answer: Response): Promise<Json> => {
  try {
    const parsed: unknown = await answer.json()
    return typeof parsed === 'object' && parsed !== null ? (parsed as Json) : {}
  } catch {
    return {} // SendGrid accepts with an empty body; a proxy may answer in HTML
  }
}

const resultOf = (api: MailApi, by: string, status: number, headers: Headers, answer: Json, now: number): TryResult => {
  const reason = reasonOf(status)
  if (reason === null) return { ok: true, by, id: textOf(api.id(answer, headers)) }
  const earlier = api.earlier?.(answer)
  if (earlier === 'accepted') return { ok: true, by, id: null }
  return {
    ok: false,
    reason: earlier ?? reason,
    detail: textOf(api.error(answer)) ?? `HTTP ${status}`,
    notBefore: retryAfter(headers.get('Retry-After'), now),
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? clean(value) : null)

const failureOf = (error: unknown): DeliveryReason => {
  if (error instanceof SecretLocked || error instanceof SecretMissing) return 'locked'
  if (error instanceof SecretDamaged) return 'not-set-up'
  const { name } = error as Error
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : 'offline'
}

/** A UUID made of a text, the same each time; in the shape of version 4, which is what providers check for. */
const uuidOf = async (text: string): Promise<string> => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).slice(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x40
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  return hash.toHex().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
