import { describe, expect, it } from 'vitest'
import { oldestRead, popupView, sumOf } from '../../../components/popup/popupView.ts'
import { cutGlance, GLANCE_ROWS } from '../../../storage/model/glance.ts'
import { glance, inJapan, item, JAPAN, japan, overview, pictured, READ_AT, TRADING } from '../attention/rows.ts'

const BLIND = { blindSince: READ_AT, items: [item('stale')] }

describe('what the popup shows', () => {
  it.each([
    ['not-set-up', []],
    ['all-well', [overview()]],
    ['no-apps', [overview({ summary: { ...overview().summary, apps: 0, connected: 0, notReported: 0 } })]],
    ['all-snoozed', [overview({ items: [item('error', { state: 'snoozed' })] })]],
    ['attention', [overview({ items: [item('error')] })]],
    ['cannot-see', [overview(BLIND)]],
    ['attention', [overview(BLIND), japan()]],
  ])('%s', (body, overviews) => expect(popupView(glance(overviews), null).body).toBe(body))

  it('is the first read while one is under way and nothing is watched', () => {
    const reading = { tabId: 7, readId: 'r', rows: 1, stated: null, until: Number.MAX_SAFE_INTEGER }
    expect(popupView(glance([], reading), null).body).toBe('first-read')
  })

  it('counts as the badge does', () => {
    const all = glance(pictured())
    expect(popupView(all, null).counted).toBe(3)
    expect(all.badge).toMatchObject({ count: 3 })
  })

  it('of one account is that account alone', () => {
    const view = popupView(glance(pictured()), JAPAN)
    expect(view.accounts.map(({ id }) => id)).toEqual([JAPAN])
    expect(view.items.map(({ name }) => name)).toEqual(['Mailharbor'])
    expect(view.newest.map(({ app }) => app)).toEqual(['Northsheet'])
    expect(view.counted).toBe(1)
  })

  it('of an account that is gone is all of them', () => {
    expect(popupView(glance(pictured()), 'hubspot:1').accounts).toHaveLength(2)
  })

  it('gives no number for one account while rows are still to come', () => {
    const many = Array.from({ length: GLANCE_ROWS + 1 }, (_, index) => item('error', { name: `App ${index}` }))
    const whole = glance([overview({ items: many }), japan({ items: [inJapan('error')] })])
    expect(popupView(cutGlance(whole), TRADING).counted).toBeNull()
    expect(popupView(whole, TRADING).counted).toBe(GLANCE_ROWS + 1)
    expect(popupView(cutGlance(whole), null).counted).toBe(GLANCE_ROWS + 2)
  })

  it('is as old as its oldest part', () => {
    expect(oldestRead([overview(), japan({ readAt: 5 }), overview({ readAt: null })])).toBe(5)
    expect(oldestRead([overview({ readAt: null })])).toBeNull()
    expect(sumOf([overview(), japan()], 'apps')).toBe(48)
  })
})
