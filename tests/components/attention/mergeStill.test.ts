import { describe, expect, it } from 'vitest'
import { mergeStill } from '../../../components/attention/mergeStill.ts'
import { type PlacedRow, placeRows, rowKey } from '../../../components/attention/placeRows.ts'
import type { AttentionItem } from '../../../storage/model/issues/attention.ts'
import { item } from './rows.ts'

const first = item('error', { name: 'Ledgerlane' })
const second = item('expired', { name: 'Mailharbor' })
const third = item('vanished', { name: 'Ringdesk' })
const shown = placeRows([first, second, third])
const NOBODY: ReadonlySet<string> = new Set()

const names = (rows: readonly PlacedRow[]) => rows.map(row => row.item.name)
const merge = (next: AttentionItem[], own = NOBODY) => mergeStill(shown, next, own)

describe('a list that must not move', () => {
  it('has nothing waiting while nothing changed', () => {
    const { rows, waiting } = merge([first, second, third])
    expect(names(rows)).toEqual(['Ledgerlane', 'Mailharbor', 'Ringdesk'])
    expect(waiting).toBe(0)
  })

  it('lets a new row wait', () => {
    const { rows, waiting } = merge([item('error', { name: 'Billcart' }), first, second, third])
    expect(names(rows)).toEqual(['Ledgerlane', 'Mailharbor', 'Ringdesk'])
    expect(waiting).toBe(1)
  })

  it('keeps a row that is gone, and says of it that it left', () => {
    const { rows, waiting } = merge([first, third])
    expect(rows.map(row => [row.item.name, row.left])).toEqual([
      ['Ledgerlane', false],
      ['Mailharbor', true],
      ['Ringdesk', false],
    ])
    expect(waiting).toBe(1)
  })

  it('takes it back when it returns', () => {
    const gone = merge([first, third])
    const { rows, waiting } = mergeStill(gone.rows, [first, second, third], NOBODY)
    expect(rows.every(row => !row.left)).toBe(true)
    expect(waiting).toBe(0)
  })

  it('shows a newer age at once', () => {
    const newer = { ...second, lastSeen: second.lastSeen + 1, people: 9 }
    const { rows, waiting } = merge([first, newer, third])
    expect(rows[1]?.item).toBe(newer)
    expect(waiting).toBe(0)
  })

  it.each<[string, Partial<AttentionItem>]>([
    ['another kind of problem', { kind: 'error', severity: 'bad' }],
    ['a snooze from elsewhere', { state: 'snoozed' }],
    ['a reconnect from elsewhere', { reconnecting: true }],
    ['another address', { url: null }],
  ])('lets %s wait, for it would change the controls under the pointer', (_, change) => {
    const { rows, waiting } = merge([first, { ...second, ...change }, third])
    expect(rows[1]?.item).toBe(second)
    expect(waiting).toBe(1)
  })

  it('shows at once, and in its place, what this person did', () => {
    const snoozed = { ...first, state: 'snoozed' as const }
    const { rows, waiting } = merge([second, third, snoozed], new Set([rowKey(first)]))
    expect(rows[0]).toEqual({ item: snoozed, place: 'counted', left: false })
    expect(waiting).toBe(0)
  })

  it('keeps the row of an own deed that ended it, without calling it a change', () => {
    const { rows, waiting } = merge([second, third], new Set([rowKey(first)]))
    expect(rows[0]).toMatchObject({ left: true })
    expect(waiting).toBe(0)
  })

  it('counts a mere change of order as one change, and does not follow it', () => {
    const { rows, waiting } = merge([third, second, first])
    expect(names(rows)).toEqual(['Ledgerlane', 'Mailharbor', 'Ringdesk'])
    expect(waiting).toBe(1)
  })

  it('adds up: one new, one gone, one of another kind', () => {
    const { waiting } = merge([item('error', { name: 'Billcart' }), first, { ...third, kind: 'error' }])
    expect(waiting).toBe(3)
  })

  it('tells two apps of one name apart, and one app of two accounts', () => {
    const twin = item('error', { subject: 'id:2' })
    const elsewhere = item('error', { account: 'hubspot:2' })
    expect(new Set([first, twin, elsewhere].map(rowKey)).size).toBe(3)
  })
})
