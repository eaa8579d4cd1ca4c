/** A part of a list is a part: nothing counts as gone until the rest was seen too. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Style } from '../../hubspot/page/style.ts'
import { clickOn } from '../accessible.ts'
import { openAccounts } from '../pages/accounts.ts'
import { overlayOn } from '../pages/overlay.ts'
import { openPopup } from '../pages/popup.ts'
import { appStatuses, newestRead, rowsOf } from './database.ts'
import { addAccount, manyApps, readOnClick, type Stage, setStage } from './stage.ts'

const PORTAL = '8800001'
const ACCOUNT = `hubspot:${PORTAL}`
const WHOLE: Partial<Style> = { mine: { form: 'native', lazy: 'none', drawn: 25 }, filter: 'none' }
let stage: Stage
let tab: Page

const mine = async () => (await newestRead(stage.patchbay, ACCOUNT)).section('my-apps')
const nothingIsGone = async () => {
  expect(Object.keys(await appStatuses(stage.patchbay))).toHaveLength(60)
  expect((await rowsOf(stage.patchbay, 'issues')).filter(issue => issue.kind === 'vanished')).toEqual([])
  expect((await rowsOf(stage.patchbay, 'apps')).filter(app => app.gone !== null || app.absent !== null)).toEqual([])
  expect((await stage.patchbay.badge()).text).toBe('1')
}

beforeAll(async () => {
  stage = await setStage()
  const first = [
    { name: 'Ledgerlane', status: 'expired' },
    { name: 'Harborline', status: 'connected' },
  ] as const
  addAccount(stage, PORTAL, manyApps(60, first), WHOLE)
  tab = await stage.hubspot(PORTAL)
  await readOnClick(stage, tab)
  expect(await mine()).toMatchObject({ seen: 60, complete: true })
  await tab.close()
})
afterAll(() => stage?.close())

const PARTS: readonly { name: string; style: Partial<Style>; proof: string; says: string }[] = [
  {
    name: 'a next page is there',
    style: { mine: { form: 'native', lazy: 'pager', drawn: 25 } },
    proof: 'next-page',
    says: 'The list has more pages. Open the next page.',
  },
  {
    name: 'a filter is on',
    style: { filter: 'chip', seed: 4 },
    proof: 'filtered',
    says: 'A filter or search is on, so only part of the list is shown. Clear it.',
  },
  {
    name: 'a search is on',
    style: { filter: 'search', seed: 2 },
    proof: 'filtered',
    says: 'A filter or search is on, so only part of the list is shown. Clear it.',
  },
  {
    name: 'the section shows an error',
    style: { failing: 'mine' },
    proof: 'section-error',
    says: 'HubSpot could not show this section. Try again there.',
  },
]

test.each(PARTS)('$name: partial, and why; twice, and still nothing is gone', async ({ style, proof, says }) => {
  stage.world.setStyle(PORTAL, { ...WHOLE, ...style })
  tab = await stage.hubspot(PORTAL)
  for (const _time of [1, 2]) {
    const { popup } = await readOnClick(stage, tab)
    await expect.poll(() => popup.words()).toContain('Part of the page was read')
    expect(await popup.words()).toContain('Apps not seen are not counted as gone.')
    expect(await mine()).toMatchObject({ complete: false, proof })
    await nothingIsGone()
  }
  expect(await overlayOn(tab).words()).toContain(says)
  stage.world.setStyle(PORTAL, { filter: 'none', failing: undefined })
  await tab.close()
})

test('an empty attention section of a page that is still arriving ends nothing', async () => {
  stage.world.setStyle(PORTAL, { ...WHOLE, failing: 'attention' })
  tab = await stage.hubspot(PORTAL)
  await readOnClick(stage, tab)
  await nothingIsGone()
  await tab.close()
})

test('page after page, as the person turns them: complete with the last one', async () => {
  stage.world.setStyle(PORTAL, { ...WHOLE, mine: { form: 'native', lazy: 'pager', drawn: 25 }, failing: undefined })
  const accounts = await openAccounts(stage.patchbay)
  await accounts.level('Automatic')
  await expect.poll(() => accounts.levelNow()).toBe('Automatic')
  await accounts.page.close()
  tab = await stage.hubspot(PORTAL)
  for (const [next, seen] of [25, 50].entries()) {
    await expect.poll(mine, { timeout: 5_000 }).toMatchObject({ seen, complete: false })
    await clickOn(tab, 'button', String(next + 2))
  }
  await expect.poll(mine, { timeout: 5_000 }).toMatchObject({ seen: 60, complete: true })
  await nothingIsGone()
  const popup = await openPopup(stage.patchbay, tab)
  expect(await popup.words()).not.toContain('Part of the page was read')
})
