/** Heads and words that nobody could know: said once in the form, they are read at once and from then on. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ODD_HEADERS } from '../../hubspot/page/words/oddWords.ts'
import { mappingOn } from '../pages/mapping.ts'
import { overlayOn } from '../pages/overlay.ts'
import { appStatuses, rowsOf } from './database.ts'
import { addAccount, readOnClick, type Stage, setStage } from './stage.ts'

const PORTAL = '4433001'
let stage: Stage
let tab: Page

beforeAll(async () => {
  stage = await setStage()
  addAccount(
    stage,
    PORTAL,
    [{ name: 'Ledgerlane' }, { name: 'Harborline' }, { name: 'Quillbox', status: 'connected' }],
    {
      columns: {
        shuffled: false,
        missing: [],
        extra: ['plan'],
        odd: ['status'],
        checkbox: false,
        blankName: false,
        hidden: false,
        cellOrder: false,
        headApart: false,
      },
    },
  )
  stage.world.change(PORTAL, ({ apps }) => {
    for (const [at, index] of [1, 3].entries()) Object.assign(apps[at] ?? {}, { status: { kind: 'odd', index } })
  })
  tab = await stage.hubspot(PORTAL)
})
afterAll(() => stage?.close())

/** The page's own head over the status column, which no dictionary has. */
const headOf = async () => {
  const heads = await tab.evaluate(() => [...document.querySelectorAll('th')].map(head => head.innerText.trim()))
  return heads.find(head => ODD_HEADERS.status?.some(({ en }) => en === head)) ?? ''
}

test('a column and a word that nobody knows are left out, and the way to say what they mean is there', async () => {
  const { popup, words, actions } = await readOnClick(stage, tab)
  expect(words).toContain('Some of the page was not understood.')
  expect(actions).toContain('Correct this')
  expect(Object.values(await appStatuses(stage.patchbay)).filter(status => status !== null)).toEqual([])
  expect((await stage.patchbay.badge()).text).toBe('')
  expect(await overlayOn(tab).words()).toContain(await headOf())
  await popup.page.close()
})

test('said in the form, the values are there at once, and nothing is read again', async () => {
  const head = await headOf()
  const reads = await rowsOf(stage.patchbay, 'reads')
  const opened = stage.patchbay.browser.waitForTarget(target => target.url().includes('/mapping'))
  await overlayOn(tab).press('Correct this')
  const page = await (await opened).page()
  if (!page) throw new Error('the form did not open')
  await page.bringToFront()
  const form = await mappingOn(page)
  await form.column(head, 'Status')
  await form.word('Token lapsed', 'Expired')
  await form.word('Humming along', 'Connected')
  await form.save()
  await expect
    .poll(() => appStatuses(stage.patchbay))
    .toEqual({ Harborline: 'connected', Ledgerlane: 'expired', Quillbox: 'connected' })
  await expect
    .poll(() => stage.patchbay.badge(), { timeout: 1_000 })
    .toMatchObject({ text: '1', title: '1 needs attention. Worst: Ledgerlane, expired' })
  expect((await rowsOf(stage.patchbay, 'reads')).map(read => read.id)).toEqual(reads.map(read => read.id))
  await page.close()
})

test('from then on a read knows it by itself', async () => {
  stage.world.change(PORTAL, ({ apps }) => {
    Object.assign(apps[2] ?? {}, { status: { kind: 'odd', index: 1 } })
  })
  await tab.reload()
  await readOnClick(stage, tab)
  expect(await appStatuses(stage.patchbay)).toMatchObject({ Quillbox: 'expired' })
  await expect.poll(() => stage.patchbay.badge(), { timeout: 1_000 }).toMatchObject({ text: '2' })
})
