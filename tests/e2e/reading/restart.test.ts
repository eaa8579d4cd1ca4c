/** The browser is closed and opened again, with the extension installed for good. */

import { afterAll, expect, test } from 'vitest'
import type { Browser as WebExtension } from 'webextension-polyfill'
import { type InstalledDriver, installedByPolicy, whyNotByPolicy } from '../installed-by-policy.ts'
import { openAccounts } from '../pages/accounts.ts'
import { openPopup } from '../pages/popup.ts'
import { appStatuses } from './database.ts'
import { addAccount, readOnClick, type Stage, setStage } from './stage.ts'

declare const chrome: WebExtension

const PORTAL = '9700001'
let stage: Stage | undefined
let again: InstalledDriver | undefined

afterAll(async () => {
  await again?.close()
  await stage?.server.close()
})

test.skipIf(whyNotByPolicy())(
  'badge, rows, alarm and level 2 are there again, with nothing opened or read',
  async () => {
    let first: InstalledDriver | undefined
    stage = await setStage({
      start: async settings => {
        first = await installedByPolicy(settings)
        return first
      },
    })
    addAccount(stage, PORTAL, [
      { name: 'Ledgerlane', status: 'expired' },
      { name: 'Harborline', status: 'connected' },
    ])
    await readOnClick(stage, await stage.hubspot(PORTAL))
    const accounts = await openAccounts(stage.patchbay)
    await accounts.level('Automatic')
    await expect.poll(() => accounts.levelNow()).toBe('Automatic')
    const badge = await stage.patchbay.badge()
    expect(badge.title).toBe('1 needs attention. Worst: Ledgerlane, expired')

    again = await first?.restart()
    if (!again) throw new Error('no browser after the restart')
    const patchbay = again
    await expect.poll(() => patchbay.badge(), { timeout: 5_000 }).toEqual(badge)
    expect(await appStatuses(patchbay)).toEqual({ Harborline: 'connected', Ledgerlane: 'expired' })
    expect(await patchbay.inside(() => chrome.alarms.get('tick'))).toMatchObject({ name: 'tick' })
    const scripts = await patchbay.inside(() => chrome.scripting.getRegisteredContentScripts())
    expect(scripts.map(script => script.id)).toEqual(['hubspot'])
    const popup = await openPopup(patchbay)
    await expect.poll(async () => (await popup.rows()).map(row => row.name)).toEqual(['Ledgerlane'])

    stage.world.mendApp(PORTAL, 'Ledgerlane')
    await patchbay.open(`https://app.hubspot.com/connected-apps/${PORTAL}/installed`)
    await expect.poll(() => patchbay.badge(), { timeout: 5_000 }).toMatchObject({ text: '' })
  },
)
