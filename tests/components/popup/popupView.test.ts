import { describe, expect, it } from 'vitest'
import { oldestRead, popupView, sumOf } from '../../../components/popup/popupView.ts'
import { cutGlance, GLANCE_ROWS, type Glance } from '../../../storage/model/glance.ts'
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
    expect(popupView(all, null).counts).toEqual({ counted: 3, snoozed: 1, fixed: 0 })
    expect(all.badge).toMatchObject({ count: 3 })
  })

  it('of one account is that account alone', () => {
    const view = popupView(glance(pictured()), JAPAN)
    expect(view.accounts.map(({ id }) => id)).toEqual([JAPAN])
    expect(view.items.map(({ name }) => name)).toEqual(['Mailharbor'])
    expect(view.newest.map(({ app }) => app)).toEqual(['Northsheet'])
    expect(view.counts).toEqual({ counted: 1, snoozed: 0, fixed: 0 })
  })

  it('of an account that is gone is all of them', () => {
    expect(popupView(glance(pictured()), 'hubspot:1').accounts).toHaveLength(2)
  })

  it('gives the whole number of each state while rows are still to come, of one account and of all', () => {
    const many = Array.from({ length: GLANCE_ROWS + 1 }, (_, index) => item('error', { name: `App ${index}` }))
    const snoozed = item('expired', { name: 'Mailharbor', state: 'snoozed' })
    const whole = glance([overview({ items: [...many, snoozed] }), japan({ items: [inJapan('error')] })])
    const cut = JSON.parse(JSON.stringify(cutGlance(whole))) as Glance
    expect(cut.items).toHaveLength(GLANCE_ROWS + 1)
    expect(popupView(cut, TRADING).counts).toEqual({ counted: GLANCE_ROWS + 1, snoozed: 1, fixed: 0 })
    expect(popupView(cut, JAPAN).counts).toEqual({ counted: 1, snoozed: 0, fixed: 0 })
    expect(popupView(cut, null).counts).toEqual({ counted: GLANCE_ROWS + 2, snoozed: 1, fixed: 0 })
  })

  it('is attention while one counted row stands behind more snoozed ones than the first paint has', () => {
    const snoozed = Array.from({ length: GLANCE_ROWS }, (_, index) =>
      item('error', { name: `App ${index}`, state: 'snoozed' }),
    )
    const cut = cutGlance(glance([overview({ items: [...snoozed, item('vanished', { name: 'Lone' })] }), japan()]))
    expect(popupView(cut, TRADING)).toMatchObject({ body: 'attention', counts: { counted: 1, snoozed: GLANCE_ROWS } })
    expect(cut.items.map(({ name }) => name)).toContain('Lone')
  })

  it('is as old as its oldest part', () => {
    expect(oldestRead([overview(), japan({ readAt: 5 }), overview({ readAt: null })])).toBe(5)
    expect(oldestRead([overview({ readAt: null })])).toBeNull()
    expect(sumOf([overview(), japan()], 'apps')).toBe(48)
  })
})
