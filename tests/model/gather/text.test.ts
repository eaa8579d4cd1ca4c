import { describe, expect, test } from 'vitest'
import { gatherText } from '../../../storage/model/gather/gatherText.ts'
import { textsOf } from './gather.ts'

const read = (text: string) => gatherText(text, { at: 1000, zone: 'UTC' })

describe('pasted plain text', () => {
  test('with a row on each line', () => {
    const view = read(
      'Connected apps\n\nMy apps\n2 apps\n\tName\tStatus\n\tLedgerlane\tExpired\n\tRingdesk\t--\nOther apps\nNobody else has installed an app.',
    )
    expect(view.grids).toMatchObject([
      {
        shape: 'lines',
        heading: 'My apps',
        headers: ['', 'Name', 'Status'],
        extent: { stated: [{ count: 2 }], endSeen: null },
      },
      { heading: 'Other apps', rows: [], notes: ['Nobody else has installed an app.'] },
    ])
    expect(textsOf(view.grids[0])).toEqual([
      ['', 'Ledgerlane', 'Expired'],
      ['', 'Ringdesk', '--'],
    ])
  })

  test('with cells whose text stands in boxes', () => {
    const view = read('Name\n\t\nStatus\n\t\nInstalled by\nLedgerlane\n\t\nExpired\n\t\nJo\nRingdesk\n\t\n\t\nMo')
    expect(view.grids[0]).toMatchObject({ headers: ['Name', 'Status', 'Installed by'] })
    expect(textsOf(view.grids[0])).toEqual([
      ['Ledgerlane', 'Expired', 'Jo'],
      ['Ringdesk', '', 'Mo'],
    ])
  })

  test('without tabs is prose, and no list is made up', () => {
    const view = read(
      'Log in to HubSpot\nEmail address\nYour session is not valid or has expired, please log in again.',
    )
    expect(view.grids.every(grid => grid.rows.length === 0)).toBe(true)
    expect(view.prose.join(' ')).toContain('Your session is not valid')
  })

  test('of nothing is nothing', () => {
    expect(read('')).toMatchObject({ grids: [], prose: [], url: '' })
  })
})
