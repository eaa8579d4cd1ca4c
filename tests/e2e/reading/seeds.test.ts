/** Random pages, alive in Chromium and read by a click: nothing that is stored is wrong, nothing counts as whole that is not. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { recognise } from '../../../storage/model/recognise/recognise.ts'
import type { Mapping } from '../../../storage/model/recognise/recognised.ts'
import type { PageView } from '../../../storage/model/recognise/view.ts'
import { score } from '../../hubspot/page/score.ts'
import { type Page, pageOfSeed } from '../../hubspot/page.ts'
import { foundOn } from '../../model/recognise/found.ts'
import { newestRead, rowsOf } from './database.ts'
import { readOnClick, type Stage, setStage } from './stage.ts'

const SEEDS = Number(process.env.LIVE_SEEDS ?? 20)
const FIRST = Number(process.env.LIVE_SEEDS_FROM ?? 1)
const NO_MAPPING: Mapping | null = null
const totals = { pages: 0, right: 0, missing: 0 }
let stage: Stage

beforeAll(async () => {
  stage = await setStage({ timeZone: 'Asia/Tokyo' })
})
afterAll(() => stage?.close())

test.each(Array.from({ length: SEEDS }, (_, index) => FIRST + index))('page %i', async seed => {
  const now = new Date().toISOString() // "2 days ago" on the page counts from the day on which it is read
  const page = pageOfSeed(seed, {
    truth: { now, zone: 'Asia/Tokyo' },
    style: { stopsShort: false, walkTabs: false, clockwork: 'timers' },
  })
  stage.world.setAccount(page.truth, page.style)
  const { pathname } = new URL(page.url)
  const older = `/integrations-settings/${page.truth.portal}/installed` // the stand-in's only address of the older list
  const tab = await stage.hubspot(page.truth.portal, page.style.page === 'installed' ? older : pathname)
  await readOnClick(stage, tab)
  await tab.close()
  const account = `hubspot:${page.truth.portal}`
  const views = (await rowsOf(stage.patchbay, 'views')).filter(view => view.account === account)
  if (views.length === 0) {
    expect(
      page.expect.sections.every(section => section.state !== 'rows'),
      'nothing was read',
    ).toBe(true)
    return
  }
  const view = views[0]?.view as PageView
  const recognised = recognise(view, { now: view.at, mapping: NO_MAPPING })
  const { found, events } = foundOn(recognised, page.truth.zone, NO_MAPPING)
  const result = score(page.expect, found, events, false)
  expect(result.wrong).toEqual([])
  totals.pages++
  totals.right += result.right
  totals.missing += result.missing.filter(place => !clicked(page).some(kind => place.startsWith(`${kind} `))).length
  const read = await newestRead(stage.patchbay, account)
  for (const section of page.expect.sections) {
    const claim = read.section(section.kind === 'other-users' ? 'users' : section.kind)
    const cannotBe = section.state === 'failed' || (section.kind === 'my-apps' && page.style.filter !== 'none')
    if (cannotBe) expect(claim?.complete ?? false, section.kind).toBe(false)
    if (claim?.complete) expect(claim.seen, section.kind).toBe(section.rows.length)
  }
  expect(stage.world.unexplained()).toEqual([])
  expect(stage.pageProblems()).toEqual([])
})

test('of what one click shows, nine of ten values are read before anybody says what a column means', () => {
  const share = (100 * totals.right) / (totals.right + totals.missing)
  console.log(
    `${totals.pages} live pages, one click each: ${totals.right} values read, ${totals.missing} missing (${share.toFixed(1)} %), ` +
      'lists aside that show more only on further clicks',
  )
  expect(share).toBeGreaterThan(90)
})

/** Lists of which a reader that presses nothing sees a part, or none. */
function clicked({ style }: Page): readonly string[] {
  const lists = { 'my-apps': style.mine, 'other-apps': style.other, 'app-log': style.log }
  const paged = Object.entries(lists).flatMap(([kind, list]) => (list.lazy === 'pager' ? [kind] : []))
  return [...paged, 'other-users', ...(style.attentionCollapsed ? ['attention'] : [])]
}
