/** Fills the product's own database through its own intake; runs in a page of the extension. */

import { intake } from '../../storage/intake.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { DAY, HOUR } from '../../storage/model/facts/time.ts'
import { createSample } from '../../storage/sample.ts'
import { eventsOf, pageOf } from './largeAccount.ts'

/** 500 apps read twice, a day apart, and 100,000 log entries. */
export const APPS = 500
export const EVENTS = 100_000
const AT_ONCE = 10_000

const fill = {
  sample: async (now: number) => {
    await createSample(now, { device: 'bench' })
  },
  large: async (now: number) => {
    for (const at of [now - DAY, now - HOUR]) await intake([pageOf(APPS, at)], { now: at })
    for (let done = 0; done < EVENTS; done += AT_ONCE)
      await intake([eventsOf(APPS, AT_ONCE, now - HOUR - done * 30_000)], { now })
  },
  twenty: async (now: number) => {
    for (let nth = 0; nth < 20; nth++) {
      const account: AccountId = `hubspot:${7_000_000 + nth}`
      for (const at of [now - DAY, now - HOUR]) await intake([pageOf(40, at, account)], { now: at })
    }
  },
}

export type AccountKind = keyof typeof fill

/** Adds the account; it is judged at the epoch-ms `now`. */
export const add = (kind: AccountKind, now: number): Promise<void> => fill[kind](now)
