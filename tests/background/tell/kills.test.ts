/** The worker may die at any line: what it held comes back, nothing is lost, and nothing is told twice that can be told once. */

import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { nextDeliveryDue, unfinished } from '../../../storage/deliveries.ts'
import { MINUTE } from '../../../storage/model/facts/time.ts'
import type { MailProvider } from '../../../storage/model/notices/rows.ts'
import { RULES } from '../../mail/read.ts'
import { random } from '../../random.ts'
import { live } from './lives.ts'
import { delivery, item, notice } from './notices.ts'
import { closeOffice, type Office, openOffice, setUpMail } from './office.ts'

let office: Office
afterEach(() => closeOffice(office))

const MAILS = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => `${name}@example.com`)
const inApp = { channel: 'in-app', recipient: { ref: null, name: '', address: null } } as const

/** Six mails, two notifications that stand alone and two together, due now; one mail fails at first. */
const open = async (provider: MailProvider) => {
  office = await openOffice()
  await office.on.notices.put(notice([item()]))
  await setUpMail(office, provider)
  office.moods = [null, RULES[provider].refused(500)]
  await office.on.deliveries.bulkPut([
    ...MAILS.map(address => delivery({ id: address, recipient: { ref: null, name: '', address } })),
    ...['one', 'two'].map(id => delivery({ ...inApp, id, show: 'alone' })),
    ...['three', 'four'].map(id => delivery({ ...inApp, id, show: 'together' })),
  ])
}

/** Goes from due time to due time until nothing is left; `dies` says at which step the n-th life ends. */
const liveOn = async (dies: (life: number) => number | undefined = () => undefined) => {
  for (let life = 0; life < 60; life++) {
    const due = await nextDeliveryDue(office.on)
    if (due === null) return
    office.now = Math.max(office.now, due)
    await live(office, dies(life))
  }
  throw new Error(`Never done: ${JSON.stringify(await unfinished(office.on))}`)
}

/** How often each address got the mail. */
const times = () => MAILS.map(address => office.mails.filter(({ to }) => to.address === address).length)

const expectNoneLost = async () => {
  const rows = await office.on.deliveries.toArray()
  expect(rows.filter(({ state }) => state !== 'accepted')).toEqual([])
  expect([...office.notifications.keys()].sort()).toEqual(['one', 'together', 'two'])
  expect(times().every(count => count >= 1)).toBe(true)
  expect(office.wrong).toEqual([])
}

describe.each(['resend', 'brevo', 'postmark', 'sendgrid'] as const)('by %s', provider => {
  const isIdempotent = RULES[provider].idempotency !== undefined

  it('a worker that dies at any one step loses nothing, and doubles no more than what was on its way', async () => {
    await open(provider)
    const steps = await live(office)
    await closeOffice(office)
    expect(steps).toBeGreaterThan(80)
    // Every step, or every second, for one of each kind of provider; some for the others, which differ in their bodies alone.
    for (let step = 1; step <= steps; step += provider === 'resend' ? 1 : provider === 'postmark' ? 2 : 7) {
      await open(provider)
      await liveOn(life => (life === 0 ? step : undefined))
      await expectNoneLost()
      const doubled = times().reduce((sum, count) => sum + count - 1, 0)
      expect(doubled, `dead at step ${step}`).toBeLessThanOrEqual(isIdempotent ? 0 : 4)
      await closeOffice(office)
    }
    await open(provider)
  })
})

it('two hundred workers die at random, some right after the other: nothing is lost, and nothing is told twice', async () => {
  const chance = random(20261112)
  let deaths = 0
  for (let story = 0; deaths < 200; story++) {
    await open('resend')
    // Never so often that a delivery is given up: each death in the middle of one is a try.
    const steps = Array.from({ length: 3 }, () => 1 + chance.int(150))
    await liveOn(life => {
      if (steps[life] !== undefined) deaths++
      return steps[life]
    })
    await expectNoneLost()
    expect(times(), `story ${story}: ${steps}`).toEqual([1, 1, 1, 1, 1, 1])
    await closeOffice(office)
  }
  await open('resend')
})

/** One mail to send, and nothing else. */
const openWithOne = async () => {
  office = await openOffice()
  await office.on.notices.put(notice([item()]))
  await setUpMail(office, 'resend')
  await office.on.deliveries.put(delivery({ id: 'deadly' }))
}
const tries = async () => (await office.on.deliveries.toArray())[0]?.tries ?? 0

it('a delivery over which the worker dies each time is given up in the end, and says so', async () => {
  let begun = 0 // the step at which the worker has to die so that its try is counted, and nothing comes after that
  do {
    if (begun > 0) await closeOffice(office)
    await openWithOne()
    begun++
    await live(office, begun)
  } while ((await tries()) === 0)
  let lives = 1
  for (; (await nextDeliveryDue(office.on)) !== null; lives++) {
    office.now = Math.max(office.now, (await nextDeliveryDue(office.on)) ?? 0)
    await live(office, begun)
    if (lives > 20) break
  }
  expect(lives).toBeLessThanOrEqual(6)
  expect(await office.on.deliveries.toArray()).toMatchObject([{ state: 'dead', reason: 'timeout', tries: 5 }])
  expect(office.now).toBeLessThan(delivery().at + 60 * MINUTE)
})

it('a delivery that only lay in the hands of workers that died is not given up for that', async () => {
  await openWithOne()
  const claimedAt = 6 // the claim is written by then, and nothing after it
  for (let lives = 0; lives < 20; lives++) {
    await live(office, claimedAt)
    expect(await office.on.deliveries.toArray()).toMatchObject([{ state: 'claimed', tries: 0 }])
    office.now = (await nextDeliveryDue(office.on)) ?? 0
  }
  await live(office)
  expect(await office.on.deliveries.toArray()).toMatchObject([{ state: 'accepted', tries: 1 }])
})
