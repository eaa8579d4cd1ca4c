/** The worker against one that does nothing: how soon it answers when it was ended, and what a tick costs that has nothing to do. */

import type { Page } from 'puppeteer-core'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { type ServiceWorker, watchServiceWorker } from '../e2e/service-worker.ts'
import { type Figure, ratioRow } from './figure.ts'
import { type Filled, withFilled } from './filled.ts'
import { openerIn } from './opens.ts'
import { compare, inTurn } from './ratios.ts'

declare const chrome: WebExtension

const STARTS = 15
const TICKS = 15

/** An extension's worker, and a page of it without a script, from which it is asked. */
type Asked = { readonly page: Page; readonly worker: ServiceWorker }

async function askedIn({ patchbay }: Filled, id: string): Promise<Asked> {
  const page = await openerIn(patchbay.browser, id)
  return {
    page,
    worker: await watchServiceWorker(
      patchbay.browser,
      await page.createCDPSession(),
      page.url().replace('/manifest.json', ''),
    ),
  }
}

/** Milliseconds from a message to its answer by a worker that was not running. Both refuse the message at once. */
async function start({ page, worker }: Asked): Promise<number> {
  await worker.stop()
  return page.evaluate(async () => {
    const began = performance.now()
    await chrome.runtime.sendMessage({})
    return performance.now() - began
  })
}

/** Milliseconds from starting the worker, as an alarm does, to the end of what the alarm's handler does. */
async function tick(asked: Asked): Promise<number> {
  const started = await start(asked)
  const handled = await asked.worker.inside(async () => {
    const began = performance.now()
    const { results } = (chrome.alarms.onAlarm as unknown as Dispatching).dispatch({ name: 'tick' })
    await Promise.all(results)
    return performance.now() - began
  })
  return started + handled
}

/** What Chromium's events have beside what is documented: calls every listener, and says what they returned. */
type Dispatching = { dispatch(alarm: { name: string }): { results: unknown[] } }

export const worker: Figure = {
  name: 'worker',
  measure: () =>
    withFilled('twenty', async filled => {
      const ours = await askedIn(filled, filled.patchbay.id)
      const theirs = await askedIn(filled, filled.idle)
      const starts = await inTurn(
        STARTS,
        () => start(ours),
        () => start(theirs),
      )
      const ticks = await inTurn(
        TICKS,
        () => tick(ours),
        () => tick(theirs),
      )
      return [
        ratioRow('Worker, ended before: message to answer', compare(starts), { atMost: 1.3 }),
        ratioRow('Tick with nothing due, 20 accounts: start of the worker to its end', compare(ticks)),
      ]
    }),
}
