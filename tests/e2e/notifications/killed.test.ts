/**
 * The worker is killed two hundred times while two rules mail thirty people: before they are written, between claim and
 * request, between request and answer, between answer and mark. Nothing is lost, and nothing goes out twice beyond what
 * docs/sending.md says.
 */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { random } from '../../random.ts'
import { rowsOf } from '../reading/database.ts'
import {
  addPeople,
  letWait,
  lookAgain,
  MINUTE,
  makeRule,
  PORTAL,
  setTellingStage,
  setUpEmail,
  type TellingStage,
  watchAccount,
} from './stage.ts'

declare const chrome: WebExtension

const PEOPLE = 30
const RULES = ['First rule', 'Second rule'] as const
/** For each of two providers. */
const KILLS = 100
let stage: TellingStage
let tab: Page

beforeAll(async () => {
  stage = await setTellingStage()
  tab = await watchAccount(stage)
  const everybody = Array.from({ length: PEOPLE }, (_, index) => `Person ${index + 1}`)
  await addPeople(
    stage.patchbay,
    everybody.map(name => ({ name, address: `${name.toLowerCase().replace(' ', '.')}@saltmarsh.example` })),
  )
  for (const name of RULES) await makeRule(stage.patchbay, { name, channels: ['email'] })
  stage.mail.slowDown(15) // as far away as a provider is
})
afterAll(() => stage?.close())

type Delivery = { notice: string; rule: string; state: string; recipient: { address: string } }
type Outcome = {
  /** How often each mail went out, by rule and address. */
  readonly sent: ReadonlyMap<string, number>
  /** How often the worker died between the provider's taking that mail and writing that down. */
  readonly windows: ReadonlyMap<string, number>
}

const counted = (names: readonly string[]) =>
  new Map([...Map.groupBy(names, name => name)].map(([name, all]) => [name, all.length]))

/** Breaks an app, and kills the worker while it tells everybody of it; in the end every delivery was accepted. */
async function killedWhileTelling(app: string, seed: number): Promise<Outcome> {
  const chance = random(seed)
  const { patchbay, mail } = stage
  const names = new Map((await rowsOf(patchbay, 'rules')).map(({ id, name }) => [String(id), String(name)]))
  const older = new Set((await rowsOf(patchbay, 'notices')).map(({ id }) => id))
  const first = mail.mails.length
  const sent = () =>
    counted(mail.mails.slice(first).map(({ to, text }) => `${RULES.find(rule => text.includes(rule))} ${to.address}`))
  const deliveries = async () =>
    ((await rowsOf(patchbay, 'deliveries')) as unknown as Delivery[]).filter(({ notice }) => !older.has(notice))
  const nameOf = ({ rule, recipient }: Delivery) => `${names.get(rule)} ${recipient.address}`
  const tick = () => patchbay.inside(() => chrome.alarms.create('tick', { when: Date.now() - 1000 }))
  const windows: string[] = []

  stage.world.breakApp(PORTAL, app, 'error')
  await lookAgain(stage, tab)
  const look = lookAgain(stage, tab) // tells it: the first deaths come while it is written
  for (let kill = 0; kill < KILLS; kill++) {
    const before = sent()
    if (kill > 0) await tick()
    // Half of the deaths anywhere, half soon after a request has come in: before its answer, or before that is written.
    if (chance.chance(0.5)) await mail.untilAsked(Number.POSITIVE_INFINITY, chance.int(200))
    else await mail.untilAsked(mail.requests.length + 1 + chance.int(2), 600)
    await mail.untilAsked(Number.POSITIVE_INFINITY, chance.int(30))
    await patchbay.killWorker()
    await letWait(patchbay, 5 * MINUTE) // claims of the dead run out
    const now = sent()
    for (const delivery of await deliveries()) {
      const name = nameOf(delivery)
      if (delivery.state !== 'accepted' && (now.get(name) ?? 0) > (before.get(name) ?? 0)) windows.push(name)
    }
  }
  await look
  await tick() // the last life is let live
  const left = async () => (await deliveries()).filter(({ state }) => state !== 'accepted')
  await expect.poll(left, { timeout: 40_000, interval: 200 }).toEqual([])
  expect((await deliveries()).map(nameOf).sort()).toEqual(EVERYTHING)
  return { sent: sent(), windows: counted(windows) }
}

const EVERYTHING = RULES.flatMap(rule =>
  Array.from({ length: PEOPLE }, (_, index) => `${rule} person.${index + 1}@saltmarsh.example`),
).sort()

/** As many deaths as are needed for the test to say something fell into the window. */
function someInTheWindow({ windows }: Outcome): void {
  expect([...windows.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(10)
}

test('Brevo, which knows a mail again: each goes out once', { timeout: 120_000 }, async () => {
  await setUpEmail(stage, 'brevo')
  const outcome = await killedWhileTelling('Ledgerlane', 1)
  someInTheWindow(outcome)
  expect([...outcome.sent].sort()).toEqual(EVERYTHING.map(name => [name, 1]))
})

test('Postmark, which does not: one mail more for each death in the window, and no other', {
  timeout: 120_000,
}, async () => {
  await setUpEmail(stage, 'postmark')
  const outcome = await killedWhileTelling('Harborline', 2)
  someInTheWindow(outcome)
  expect([...outcome.sent].sort()).toEqual(EVERYTHING.map(name => [name, 1 + (outcome.windows.get(name) ?? 0)]))
})

test('every request was as documented', () => {
  expect(stage.mail.wrong()).toEqual([])
})
