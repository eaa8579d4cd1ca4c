import { afterAll, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { type InstalledDriver, installedByPolicy, whyNotByPolicy } from './installed-by-policy.ts'

declare const chrome: WebExtension

const reason = whyNotByPolicy()
let patchbay: InstalledDriver | undefined

afterAll(async () => {
  await patchbay?.close()
})

test.skipIf(reason)('an install by policy outlives a restart with its alarms and storage', async () => {
  patchbay = await installedByPolicy()
  const { id } = patchbay
  await patchbay.inside(async () => {
    await chrome.storage.local.set({ kept: 'yes' })
    await chrome.alarms.create('far off', { delayInMinutes: 600 })
    await chrome.action.setBadgeText({ text: '7' })
  })
  patchbay = await patchbay.restart()
  const after = await patchbay.inside(async () => ({
    kept: (await chrome.storage.local.get('kept')).kept,
    alarm: (await chrome.alarms.get('far off'))?.name,
  }))
  expect(patchbay.id).toBe(id)
  expect(after).toEqual({ kept: 'yes', alarm: 'far off' })
  await (await patchbay.popup(await patchbay.open('about:blank'))).waitForSelector('main')
})
