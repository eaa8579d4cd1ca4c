import { expect, test } from 'vitest'
import { cutLists, unprovenLists } from '../../../components/apps/listReads.ts'
import { listReads } from '../../../components/apps/useListReads.ts'
import type { Read } from '../../../storage/model/facts/rows.ts'
import { type PageSpec, pageBatch } from '../../builders.ts'
import { NOW } from '../ui/screen.tsx'

const HOUR = 3_600_000
const read = (hoursAgo: number, page: PageSpec): Read => pageBatch(NOW - hoursAgo * HOUR, page).reads[0] as Read
const LISTS: PageSpec = { apps: [{ name: 'A' }], others: [{ name: 'B', connections: 1 }] }

test('a look at one app’s page does not make the lists unread or whole', () => {
  const reads = listReads([read(1, { log: [] }), read(2, { ...LISTS, partial: ['my-apps'] })])
  expect(cutLists(reads)).toEqual([{ kind: 'my-apps', seen: 1, stated: 11, proof: 'fewer-than-stated' }])
  expect(reads.sections.get('other-apps')?.complete).toBe(true)
})

test('a look that did not understand the page says nothing of the lists', () => {
  expect(listReads([read(1, { state: 'signed-out' }), read(2, LISTS)]).sections.size).toBe(2)
})

test.each(['nothing-stated', 'copied'] as const)(
  '%s: a list that nothing can prove whole is no list cut short',
  why => {
    const whole = read(1, LISTS)
    const [mine, others] = whole.sections
    if (!mine || !others) throw new Error('two sections were read')
    const untold = { ...others, complete: false, proof: why, stated: null }
    const reads = listReads([{ ...whole, sections: [mine, untold] }])
    expect(cutLists(reads)).toEqual([])
    expect(unprovenLists(reads, why).map(list => list.kind)).toEqual(['other-apps'])
  },
)

test('HubSpot’s own "no apps" counts until a list is seen again', () => {
  const empty = read(1, { state: 'empty-account' })
  expect(listReads([empty, read(2, LISTS)]).emptyAt).toBe(empty.observedAt)
  expect(listReads([read(0, LISTS), empty]).emptyAt).toBe(null)
})

test('a paste of fewer rows than HubSpot counts is cut short', () => {
  const whole = read(1, LISTS)
  const sections = whole.sections.map(section => ({ ...section, complete: false, proof: 'copied' as const, stated: 9 }))
  const reads = listReads([{ ...whole, sections }])
  expect(cutLists(reads).map(list => list.kind)).toEqual(['my-apps', 'other-apps'])
  expect(unprovenLists(reads, 'copied')).toEqual([])
})
