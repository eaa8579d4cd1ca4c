import { expect, vi } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import type { Driver } from './browser.ts'
import { type Stored, stored } from './reading/database.ts'

declare const chrome: WebExtension

/** All rows, once nothing is being sent and nothing is due: what the worker writes meanwhile would be lost in what is moved. */
export async function atRest(patchbay: Driver): Promise<Stored> {
  return await vi.waitFor(
    async () => {
      const tables = await stored(patchbay)
      const isUnderWay = (tables.deliveries ?? []).filter(
        ({ state, due }) => state === 'claimed' || Number(due) <= Date.now(),
      )
      expect(isUnderWay).toEqual([])
      return tables
    },
    { timeout: 30_000, interval: 20 },
  )
}

/** Lets the product's own alarm come at once, as it does after a sleep. Resolves when its tick is over: it ends by planning the next one. */
export function tick(patchbay: Driver): Promise<void> {
  return patchbay.inside(async () => {
    await chrome.alarms.create('tick', { when: Date.now() - 1000 })
    while (((await chrome.alarms.get('tick'))?.scheduledTime ?? 0) < Date.now())
      await new Promise(resolve => setTimeout(resolve, 20))
  })
}
