/**
 * Everything around the outbox, faked: the browser's notifications and permissions, open pages, and the network, on which
 * the four mail providers stand as documented (`tests/mail`) and all else is an error.
 */
import { readFileSync } from 'node:fs'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { emailSecret, markTested, putEmail } from '../../../storage/channels.ts'
import { createDb, type PatchbayDb } from '../../../storage/db.ts'
import type { MailProvider } from '../../../storage/model/notices/rows.ts'
import { keepSecret } from '../../../storage/vault.ts'
import type { Answer, Mail, Provider } from '../../mail/provider.ts'
import { PROVIDERS } from '../../mail/provider.ts'
import { RULES, readRequest } from '../../mail/read.ts'
import { MAIL_KEYS } from '../../mail/standIn.ts'
import { ROOT } from '../../sources.ts'
import { ACCOUNT, NOW } from './notices.ts'

/** How the provider answers a request: null as documented, else like this. */
export type Mood = Answer | Error | 'takes and says nothing' | null

export interface Notification {
  title: string
  message: string
  contextMessage?: string
  buttons?: { title: string }[]
}

export interface Office {
  on: PatchbayDb
  /** Epoch ms; `pause` moves it. */
  now: number
  chance: number
  /** Every mail that a provider took, oldest first. */
  mails: (Mail & { provider: Provider })[]
  requests: number
  /** What was not as documented in any request. */
  wrong: string[]
  /** Answers for the next requests, in their order. */
  moods: Mood[]
  /** In place of the documented answer, while set. */
  mood: Mood
  granted: { notifications: boolean; hosts: boolean }
  /** What an open page answers to "looking?"; null: no page is open. */
  looking: boolean | null
  notifications: Map<string, Notification>
  /** Ids in the order in which they were shown, each time. */
  shown: string[]
  /** Called at each touch of the world outside, before and after it; a test may end the worker's life there. */
  step: (what: string) => Promise<void> | void
}

let made = 0

export const openOffice = async (): Promise<Office> => {
  fakeBrowser.reset()
  const office: Office = {
    on: createDb(`office-${made++}`),
    now: NOW,
    chance: 0.5,
    mails: [],
    requests: 0,
    wrong: [],
    moods: [],
    mood: null,
    granted: { notifications: true, hosts: true },
    looking: null,
    notifications: new Map(),
    shown: [],
    step: () => undefined,
  }
  await office.on.accounts.put({
    id: ACCOUNT,
    label: 'Saltmarsh Trading',
    host: null,
    addedAt: 1,
    automatic: false,
    zone: 'Europe/Berlin',
  })
  fakeTheBrowser(office)
  fakeTheNetwork(office)
  return office
}

export const closeOffice = async (office: Office): Promise<void> => {
  vi.unstubAllGlobals()
  await office.on.delete()
}

/** What `runOutbox` takes. */
export const worldOf = (office: Office, on = office.on) => ({
  clock: () => office.now,
  chance: () => office.chance,
  pause: async (ms: number) => {
    office.now += ms
  },
  on,
})

/** E-mail set up and tested, its key kept for the session. */
export const setUpMail = async (office: Office, provider: MailProvider = 'resend', key = MAIL_KEYS[provider]) => {
  await keepSecret(emailSecret(provider), key, { mode: 'session' }, office.on)
  await putEmail({ provider, from: 'Patchbay <alerts@example.com>' }, office.on)
  await markTested(office.now, office.on)
}

const fakeTheBrowser = (office: Office) => {
  Object.assign(fakeBrowser.storage.session, { setAccessLevel: async () => undefined })
  fakeBrowser.i18n.getUILanguage = () => 'en-GB'
  fakeBrowser.permissions.contains = async ({ permissions }) => {
    await office.step('permissions')
    return permissions?.includes('notifications') ? office.granted.notifications : office.granted.hosts
  }
  fakeBrowser.runtime.sendMessage = (async () => {
    await office.step('looking')
    if (office.looking === null) throw new Error('Could not establish connection. Receiving end does not exist.')
    return office.looking || undefined
  }) as typeof fakeBrowser.runtime.sendMessage
  fakeBrowser.notifications.create = (async (id: string, options: Notification) => {
    await office.step('notification')
    office.notifications.set(id, options)
    office.shown.push(id)
    await office.step('notified')
    return id
  }) as unknown as typeof fakeBrowser.notifications.create
}

const fakeTheNetwork = (office: Office) => {
  const taken = new Map<string, { body: string; answer: Answer }>()
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const locale = /\/_locales\/(en|ja)\/messages\.json$/.exec(input)
    if (locale) return new Response(readFileSync(`${ROOT}public/_locales/${locale[1]}/messages.json`))
    const request = new Request(input, init)
    const { hostname, pathname } = new URL(input)
    const provider = PROVIDERS.find(one => RULES[one].host === hostname)
    if (!provider) throw new Error(`The test told of no network at ${hostname}`)
    await office.step('request')
    office.requests++
    const body = await request.text()
    const headers = { 'user-agent': 'a browser', ...Object.fromEntries(request.headers) }
    const reading = readRequest(provider, { method: request.method, path: pathname, headers, body })
    office.wrong.push(...reading.wrong.map(what => `${provider}: ${what}`))
    const mood = office.moods.length > 0 ? (office.moods.shift() ?? null) : office.mood
    if (mood instanceof Error) throw mood
    if (mood !== null && typeof mood === 'object') return responseOf(mood)
    const answer = take(provider, reading.mail, body)
    await office.step('answer')
    if (mood === 'takes and says nothing') throw new DOMException('signal timed out', 'TimeoutError')
    return responseOf(answer)
  })

  const take = (provider: Provider, mail: Mail, body: string): Answer => {
    const { idempotency, accepted } = RULES[provider]
    const before = mail.idempotencyKey === null ? undefined : taken.get(`${provider} ${mail.idempotencyKey}`)
    if (idempotency && before) return idempotency.repeated(before.answer, before.body === body)
    office.mails.push({ ...mail, provider })
    const answer = accepted(`id-${office.mails.length}`, mail)
    if (mail.idempotencyKey !== null) taken.set(`${provider} ${mail.idempotencyKey}`, { body, answer })
    return answer
  }
}

const responseOf = ({ status, headers, body }: Answer) => new Response(body || null, { status, headers })
