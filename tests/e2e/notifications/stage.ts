import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { expect, vi } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { MAIL_HOSTS, MAIL_KEYS, type MailStandIn, mailStandIn } from '../../mail/standIn.ts'
import { type Driver, type LaunchSettings, launch } from '../browser.ts'
import type { InstalledDriver } from '../installed-by-policy.ts'
import { lookAt } from '../lookAt.ts'
import { openAccounts } from '../pages/accounts.ts'
import { openChannels } from '../pages/settingsChannels.ts'
import { rowsOf } from '../reading/database.ts'
import { addAccount, readOnClick, type Stage, type StageSettings, setStage } from '../reading/stage.ts'
import { letAge, passTime } from '../story/passTime.ts'
import { atRest, tick } from '../tick.ts'
import { BROWSER_UI_ARGS, type BrowserUi, browserUi } from './browserUi.ts'

declare const chrome: WebExtension

/** The stage of the reading tests, with mail providers and with the windows that the browser itself draws. */
export type TellingStage = Stage & {
  readonly mail: MailStandIn
  readonly ui: BrowserUi
  /** The browser's profile on disk; kept until the stage is closed. */
  readonly profile: string
}

/** A browser with nothing set up, whose HubSpot and mail providers are ours. `start`: with the extension installed some other way. */
export async function setTellingStage(start: StageSettings['start'] = launch): Promise<TellingStage> {
  const mail = await mailStandIn()
  const profile = await mkdtemp(join(tmpdir(), 'patchbay-'))
  const stage = await setStage({
    userDataDir: profile,
    args: BROWSER_UI_ARGS,
    start: settings => start({ ...settings, hosts: withMail(settings.hosts, mail) }),
  })
  return withBrowser({ ...stage, mail, profile }, stage.patchbay)
}

/** The stage with that browser, which runs on its profile. */
async function withBrowser(stage: Omit<TellingStage, 'ui'>, patchbay: Driver): Promise<TellingStage> {
  const ui = await browserUi(stage.profile)
  return {
    ...stage,
    patchbay,
    ui,
    async close() {
      ui.close()
      await patchbay.close()
      await stage.server.close()
      await stage.mail.close()
      await rm(stage.profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Ends the browser and starts it again, where the extension was installed by policy. The stage of before is dead after it. */
export async function restartBrowser(stage: TellingStage): Promise<TellingStage> {
  stage.ui.close()
  return withBrowser(stage, await (stage.patchbay as InstalledDriver).restart())
}

const HUBSPOT = ['app.hubspot.com', 'app-eu1.hubspot.com']

function withMail(hubspot: LaunchSettings['hosts'], { port }: MailStandIn): Record<string, number> {
  const both = [
    ...HUBSPOT.map(host => [host, Number(hubspot)] as const),
    ...MAIL_HOSTS.map(host => [host, port] as const),
  ]
  return Object.fromEntries(both)
}

export const PORTAL = '5522008'
export const ACCOUNT = `hubspot:${PORTAL}`

/** Four apps that report a status, all well, and one that never does. */
export const APPS = [
  { name: 'Ledgerlane', status: 'connected' },
  { name: 'Harborline', status: 'connected' },
  { name: 'Quillbox', status: 'connected' },
  { name: 'Emberdesk', status: 'connected' },
  { name: 'Foxglove Forms' },
] as const

/** Reads the account once by a click, and from then on by itself whenever its page is opened. Leaves its tab in front. */
export async function watchAccount(stage: TellingStage): Promise<Page> {
  addAccount(stage, PORTAL, APPS)
  const tab = await stage.hubspot(PORTAL)
  const { popup } = await readOnClick(stage, tab)
  await popup.page.close()
  const accounts = await openAccounts(stage.patchbay)
  await accounts.level('Automatic')
  await vi.waitFor(async () => expect(await accounts.levelNow()).toBe('Automatic'))
  await accounts.page.close()
  await lookAt(tab)
  return tab
}

/** Opens the account's page anew and waits until what it shows is stored. */
export async function lookAgain({ patchbay, world }: TellingStage, tab: Page): Promise<void> {
  const account = world.accounts.get(PORTAL)
  if (account) account.truth.now = new Date().toISOString()
  const ids = async () => (await rowsOf(patchbay, 'reads')).map(read => read.id)
  const before = new Set(await ids())
  const shown = account?.truth.apps.filter(app => app.place === 'mine').length
  await lookAt(tab)
  await tab.goto(`https://app.hubspot.com/connected-apps/${PORTAL}/installed`)
  await vi.waitFor(
    async () => {
      const reads = (await rowsOf(patchbay, 'reads')).filter(read => !before.has(read.id))
      const sections = reads.flatMap(read => read.sections as { kind: string; seen: number; complete: boolean }[])
      expect(sections).toContainEqual(expect.objectContaining({ kind: 'my-apps', seen: shown, complete: true }))
    },
    { timeout: 15_000, interval: 50 },
  )
}

/** Lets time pass for the product, for HubSpot and for the mail providers. The account's tab is emptied meanwhile. */
export async function pass(stage: TellingStage, tab: Page, ms: number): Promise<void> {
  await tab.goto('about:blank')
  for (const { truth } of stage.world.accounts.values()) letAge(truth, ms)
  stage.mail.pass(ms)
  await passTime(stage.patchbay, ms)
}

/**
 * Lets time pass for the outbox alone: what waits has waited `ms` longer, and the tick comes. When a message was planned
 * stays what it was, for that is part of the number by which a provider knows it again.
 */
export async function passForOutbox(stage: TellingStage, ms: number): Promise<void> {
  await atRest(stage.patchbay)
  stage.mail.pass(ms)
  await letWait(stage.patchbay, ms)
  await tick(stage.patchbay)
  await atRest(stage.patchbay)
}

/** What waits, and claims, have waited `ms` longer. No tick comes of it. */
export function letWait(patchbay: Driver, ms: number): Promise<void> {
  return patchbay.inside(waitLonger, ms)
}

/** Runs in a page of the extension. */
async function waitLonger(ms: number): Promise<void> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const db = await asked(indexedDB.open('patchbay'))
  const transaction = db.transaction(['deliveries', 'channels'], 'readwrite')
  for (const name of ['deliveries', 'channels']) {
    const store = transaction.objectStore(name)
    for (const row of await asked(store.getAll())) {
      const earlier = { ...row }
      for (const field of ['due', 'outSince', 'tryAt'])
        if (typeof row[field] === 'number') earlier[field] = row[field] - ms
      await asked(store.put(earlier))
    }
  }
  db.close()
}

export const MINUTE = 60_000

type Answer = { readonly ok: boolean; readonly reason?: string }

/** Sends the worker a command, as a screen does. */
export function command(patchbay: Driver, message: object): Promise<Answer> {
  return patchbay.inside(sent => chrome.runtime.sendMessage(sent) as Promise<Answer>, message)
}

export type PersonByHand = { readonly name: string; readonly address?: string; readonly superAdmin?: boolean }

/** Adds people as Accounts does; their refs, in that order. */
export async function addPeople(patchbay: Driver, people: readonly PersonByHand[]): Promise<string[]> {
  const refs: string[] = []
  for (const { name, address = null, superAdmin = null } of people) {
    const ref = address === null ? `person:${name}` : `email:${address}`
    const answer = await command(patchbay, {
      type: 'put-person',
      account: ACCOUNT,
      person: { ref, name, address, superAdmin },
    })
    expect(answer).toMatchObject({ ok: true })
    refs.push(ref)
  }
  return refs
}

export type RuleByHand = {
  readonly name?: string
  readonly type?: string
  readonly apps?: 'all' | readonly string[]
  readonly to?: object
  readonly channels?: readonly string[]
  readonly reminder?: { every: string; anchor: string } | null
  readonly sends?: boolean
}

/** A rule as the form sends it. Without a word: any problem of any app, to everyone, in-app and by e-mail from here. */
export function ruleDraft(rule: RuleByHand = {}) {
  return {
    id: crypto.randomUUID() as string,
    name: 'Anything wrong',
    type: 'attention',
    apps: 'all',
    to: { kind: 'everyone' },
    channels: ['in-app', 'email'],
    reminder: null,
    sends: true,
    ...rule,
  }
}

/** Makes such a rule; its id. */
export async function makeRule(patchbay: Driver, rule: RuleByHand = {}): Promise<string> {
  const draft = ruleDraft(rule)
  expect(await command(patchbay, { type: 'put-rule', account: ACCOUNT, draft })).toEqual({ ok: true })
  return draft.id
}

/** Sets e-mail up in Settings and sends the test mail without which no rule sends. */
export async function setUpEmail({ patchbay, mail }: TellingStage, provider: keyof typeof MAIL_KEYS): Promise<void> {
  const settings = await openChannels(patchbay)
  const { name, host } = PROVIDERS[provider]
  await settings.setUpEmail({ provider: name, host, key: MAIL_KEYS[provider] })
  const before = mail.mails.length
  expect(await settings.testMail('maren@saltmarsh.example')).toContain(`${name} accepted the test mail`)
  expect(mail.mails).toHaveLength(before + 1)
  await settings.page.close()
}

export const PROVIDERS = {
  resend: { name: 'Resend', host: 'api.resend.com' },
  postmark: { name: 'Postmark', host: 'api.postmarkapp.com' },
  sendgrid: { name: 'SendGrid', host: 'api.sendgrid.com' },
  brevo: { name: 'Brevo', host: 'api.brevo.com' },
} as const

/** Lets the browser show notifications, by the button in Settings and its own question. */
export async function allowNotifications({ patchbay, ui }: TellingStage): Promise<void> {
  const { page, askForNotifications } = await openChannels(patchbay)
  await askForNotifications()
  expect(await ui.answer('Allow')).toContain('Display notifications')
  await vi.waitFor(async () => {
    const has = () => chrome.permissions.contains({ permissions: ['notifications'] })
    expect(await patchbay.inside(has)).toBe(true)
  })
  await page.close()
}

/** Ids of the browser notifications that are there now. */
export function shownIds(patchbay: Driver): Promise<string[]> {
  return patchbay.inside(async () => Object.keys((await chrome.notifications?.getAll()) ?? {}))
}

/** Deliveries as stored, in short: "email maren@… accepted". Sorted. */
export async function deliveryLines(patchbay: Driver): Promise<string[]> {
  const rows = (await rowsOf(patchbay, 'deliveries')) as unknown as {
    channel: string
    recipient: { address: string | null }
    state: string
    reason: string | null
  }[]
  return rows
    .map(({ channel, recipient, state, reason }) =>
      [channel, recipient.address, state, reason].filter(Boolean).join(' '),
    )
    .sort()
}
