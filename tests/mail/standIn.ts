import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Answer, Mail, Provider } from './provider.ts'
import { PROVIDERS } from './provider.ts'
import { RULES, readRequest } from './read.ts'

/** The hosts that the stand-in answers for: to be mapped to its port. */
export const MAIL_HOSTS: readonly string[] = PROVIDERS.map(provider => RULES[provider].host)

/** A key of each provider's kind. The stand-in knows these; a test may have it know others, or none. */
export const MAIL_KEYS: Readonly<Record<Provider, string>> = {
  resend: 're_Saltmarsh_4hTq7WnZ2bKd9f3K',
  postmark: '5ed742d7-5a45-49b6-a0a1-5b9ec3dc9e5d',
  sendgrid: 'SG.Saltmarsh-Trading-22.7WnZ2bKd9f3K4hTqSaltmarshTrading',
  brevo: 'xkeysib-5ed742d75a4549b6a0a15b9ec3dc9e5d7cf7ef20-Saltmarsh9f3K',
}

/**
 * How requests are answered: as documented, or by a documented refusal, or as networks and broken servers do. In
 * `takes and …` the mail is accepted, but whoever sent it does not learn so.
 */
export type Mood =
  | 'accepts'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly message?: string }
  | 'hangs'
  | 'takes and hangs'
  | 'takes and cuts the answer'
  | 'takes and says nonsense'
  | 'says nonsense'

export type SeenRequest = {
  readonly provider: Provider
  /** Epoch ms, by the stand-in's clock. */
  readonly at: number
  readonly mail: Mail
  /** What was answered; null: nothing, or not all of it. */
  status: number | null
  readonly wrong: readonly string[]
}

export type AcceptedMail = Mail & { readonly provider: Provider; readonly id: string; readonly at: number }

export type MailStandIn = {
  readonly port: number
  /** Every request so far that was one to send, oldest first. */
  readonly requests: readonly SeenRequest[]
  /** Every mail that went out, oldest first: a request repeated under its key sends none. */
  readonly mails: readonly AcceptedMail[]
  /** Resolves when there were that many requests, or after `ms`. */
  untilAsked(count: number, ms: number): Promise<void>
  /** What was not as documented in any request so far. */
  wrong(): string[]
  /** From now on, for all requests, until told otherwise. */
  be(mood: Mood): void
  /** For the next requests, one each, before `be` counts again. */
  next(...moods: Mood[]): void
  /** Keys that are accepted, in place of those before. */
  know(...keys: string[]): void
  /** Lets each answer wait so long, in ms. */
  slowDown(ms: number): void
  /** Moves its clock, by which keys of repeated requests are forgotten. */
  pass(ms: number): void
  /** Ends every request that hangs. */
  letGo(): void
  /** Nothing listens any more: connections are refused. */
  goAway(): Promise<void>
  /** Listens again, on the port of before. */
  comeBack(): Promise<void>
  close(): Promise<void>
}

/** Starts a server on a free port of loopback that stands for all four providers, told apart by host name. */
export async function mailStandIn(): Promise<MailStandIn> {
  const read = (name: string) => readFile(new URL(`../e2e/certificate/${name}`, import.meta.url))
  const [key, cert] = await Promise.all([read('loopback.key.pem'), read('loopback.cert.pem')])
  const requests: SeenRequest[] = []
  const mails: AcceptedMail[] = []
  const stray: string[] = []
  const known = new Set(Object.values(MAIL_KEYS))
  const taken = new Map<string, { at: number; body: string; answer: Answer }>()
  const queue: Mood[] = []
  const hanging = new Set<ServerResponse>()
  const looks = new Set<() => void>()
  let usual: Mood = 'accepts'
  let delay = 0
  let moved = 0
  const now = () => Date.now() + moved

  /** Accepts a mail, or says what the provider says to one it has already. */
  const take = (provider: Provider, mail: Mail, body: string): Answer => {
    const { idempotency, accepted } = RULES[provider]
    const name = `${provider} ${mail.idempotencyKey}`
    const before = mail.idempotencyKey === null ? undefined : taken.get(name)
    const digest = createHash('sha256').update(body).digest('hex')
    if (idempotency && before && now() - before.at < idempotency.kept)
      return idempotency.repeated(before.answer, before.body === digest)
    const id = randomUUID()
    const answer = accepted(id, mail)
    mails.push({ ...mail, provider, id, at: now() })
    if (mail.idempotencyKey !== null) taken.set(name, { at: now(), body: digest, answer })
    return answer
  }

  const give = (seen: SeenRequest, response: ServerResponse, { status, headers, body }: Answer) => {
    seen.status = status
    setTimeout(() => response.writeHead(status, headers).end(body), delay)
  }

  const answer = (seen: SeenRequest, keyKnown: boolean, refusal: number | null, body: string, out: ServerResponse) => {
    const mood = queue.shift() ?? usual
    const { refused } = RULES[seen.provider]
    if (typeof mood === 'object') {
      const { headers, ...rest } = refused(mood.status, mood.message)
      return give(seen, out, { ...rest, headers: { ...headers, ...mood.headers } })
    }
    if (mood === 'hangs') return void hanging.add(out)
    if (mood === 'says nonsense') return give(seen, out, NONSENSE)
    if (!keyKnown) return give(seen, out, refused(seen.provider === 'resend' ? 403 : 401))
    if (refusal !== null) return give(seen, out, refused(refusal, seen.wrong[0] ?? 'The request is not valid.'))
    const right = take(seen.provider, seen.mail, body)
    if (mood === 'accepts') return give(seen, out, right)
    if (mood === 'takes and hangs') return void hanging.add(out)
    if (mood === 'takes and says nonsense') return give(seen, out, NONSENSE)
    out.writeHead(right.status, { ...right.headers, 'content-length': '500' }).write('{"id": "')
    setTimeout(() => out.destroy(), delay)
  }

  const server = createServer({ key, cert }, async (request, response) => {
    const host = request.headers.host ?? ''
    const provider = PROVIDERS.find(one => RULES[one].host === host)
    const body = await bodyOf(request).catch(() => undefined)
    if (body === undefined) return // whoever sent it is gone
    if (!provider || request.method === 'OPTIONS') {
      stray.push(`${request.method} ${host}${request.url}`) // no preflight: none of the four lets web pages call it
      response.writeHead(404).end()
      return
    }
    const reading = readRequest(provider, {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body,
    })
    const seen: SeenRequest = { provider, at: now(), mail: reading.mail, status: null, wrong: reading.wrong }
    requests.push(seen)
    answer(seen, reading.key !== null && known.has(reading.key), reading.status, body, response)
    for (const look of looks) look()
  })
  server.keepAliveTimeout = 0 // it hangs up on nobody by itself: just then the next request might be on its way
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })
  const goAway = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await listen(0)
  const { port } = server.address() as AddressInfo

  return {
    port,
    requests,
    mails,
    untilAsked: (count, ms) =>
      new Promise(resolve => {
        const end = () => {
          clearTimeout(timer)
          looks.delete(look)
          resolve()
        }
        const look = () => requests.length >= count && end()
        const timer = setTimeout(end, ms)
        looks.add(look)
        look()
      }),
    wrong: () => [...stray, ...requests.flatMap(({ provider, wrong }) => wrong.map(what => `${provider}: ${what}`))],
    be: mood => {
      usual = mood
    },
    next: (...moods) => void queue.push(...moods),
    know(...keys) {
      known.clear()
      for (const one of keys) known.add(one)
    },
    slowDown: ms => {
      delay = ms
    },
    pass: ms => {
      moved += ms
    },
    letGo() {
      for (const response of hanging) response.destroy()
      hanging.clear()
    },
    goAway,
    comeBack: () => listen(port),
    close: () => (server.listening ? goAway() : Promise.resolve()),
  }
}

/** What a proxy between might answer with. */
const NONSENSE: Answer = { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>Welcome' }

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
