import { describe, expect, it, test } from 'vitest'
import {
  type AppQuery,
  cleared,
  filterRows,
  isFiltered,
  parseQuery,
  sortAppRows,
  writeQuery,
} from '../../../components/apps/appQuery.ts'
import { type AppRow, isMine, isOthers, STATUS_FILTERS, statusesOf } from '../../../components/apps/appRow.ts'
import { homeCounts } from '../../../components/home/homeCounts.ts'
import { told } from '../options/account.ts'
import { NOW } from '../ui/screen.tsx'
import { PAGE, READ_AT, rowsOf } from './rows.ts'

const ZONE = 'Europe/Berlin'
const query = (address: string): AppQuery => parseQuery(new URLSearchParams(address))
const names = (rows: readonly AppRow[]) => rows.map(row => row.app.name)
const found = (address: string, rows = rowsOf()) => names(filterRows(rows, query(address), NOW, ZONE)).sort()

describe('the query in the address', () => {
  it('is read and written without loss, and leaves the parameters of others alone', () => {
    const address =
      'account=hubspot%3A1&q=ad+lan&status=connected&status=waiting&by=Sam+K.&by=-&activity=today&sort=-installed&open=hubspot%3A1+id%3A2'
    expect(String(writeQuery(new URLSearchParams(address), query(address)))).toBe(address)
  })
  it('says nothing of what is as it always is', () => {
    expect(String(writeQuery(new URLSearchParams('q=x&sort=name'), cleared(query('q=x&sort=name'))))).toBe('')
  })
  it('leaves out what it does not know', () => {
    expect(query('status=fine&activity=never&sort=colour')).toEqual(query(''))
  })
  it('is filtered by search and chips, not by sort and the open row', () => {
    expect(isFiltered(query('sort=-status&open=x'))).toBe(false)
    for (const address of ['q=a', 'status=error', 'by=x', 'activity=today'])
      expect(isFiltered(query(address))).toBe(true)
  })
})

describe('what the filters let through', () => {
  it('finds by name and installer, in any case and width', () => {
    expect(found('q=ＡＤＬＡＮ')).toEqual(['Adlantern'])
    expect(found('q=robin')).toEqual(['Adlantern', 'Shipfold'])
    expect(found('q=nothing')).toEqual([])
  })
  test.each([
    ['status=attention', ['Ledgerlane', 'Mailharbor']],
    ['status=error', ['Ledgerlane']],
    ['status=expired', ['Mailharbor']],
    ['status=connected', ['Adlantern', 'App 10', 'App 2']],
    ['status=not-reported', ['Enrichpath', 'Meetgrid', 'Shipfold']],
    ['status=unknown-word', ['Shipfold']],
    ['status=error&status=expired', ['Ledgerlane', 'Mailharbor']],
    ['by=Robin+T.', ['Adlantern', 'Shipfold']],
    ['by=-', ['App 10', 'Enrichpath']],
    ['activity=today', ['Adlantern']],
    ['activity=week', ['App 2', 'Ledgerlane', 'Mailharbor']],
    ['activity=month', ['Shipfold']],
    ['activity=older', ['App 10']],
    ['activity=not-reported', ['Enrichpath', 'Meetgrid']],
    ['status=not-reported&by=Robin+T.', ['Shipfold']],
  ])('%s: %j', (address, expected) => {
    expect(found(address)).toEqual(expected)
  })
  it('agrees with the App summary: each tile shows as many rows as it counts', () => {
    const { apps, overview } = told([{ at: READ_AT, page: PAGE }], NOW)
    const counts = homeCounts([overview])
    expect(counts.apps).toBe(apps.length)
    expect(found('status=connected')).toHaveLength(counts.connected)
    expect(found('status=not-reported')).toHaveLength(counts.notReported)
    expect(found('status=attention')).toHaveLength(counts.bad + counts.warn)
  })
  it('counts nothing of an account that is not seen as connected', () => {
    const rows = rowsOf(PAGE, READ_AT - 9 * 86_400_000)
    expect(rows.every(row => row.blind)).toBe(true)
    expect(found('status=connected', rows)).toEqual([])
    expect(found('status=attention', rows)).toEqual([])
    expect(found('status=not-reported', rows)).toHaveLength(rows.length)
  })
  it('knows every status it offers', () => {
    for (const row of rowsOf()) for (const status of statusesOf(row)) expect(STATUS_FILTERS).toContain(status)
  })
})

describe('the order of rows', () => {
  const sorted = (sort: string) => names(sortAppRows(rowsOf().filter(isMine), query(`sort=${sort}`).sort, ZONE, 'en'))
  it('is by name with numbers as numbers', () => {
    expect(sorted('name')).toEqual(['Adlantern', 'App 2', 'App 10', 'Ledgerlane', 'Mailharbor', 'Meetgrid', 'Shipfold'])
  })
  it('by status is worst first, and what is not known before what is connected', () => {
    expect(sorted('status')).toEqual([
      'Ledgerlane',
      'Mailharbor',
      'Shipfold',
      'Meetgrid',
      'Adlantern',
      'App 2',
      'App 10',
    ])
  })
  it('has what is not reported last, either way', () => {
    expect(sorted('lastActivity').at(-1)).toBe('Meetgrid')
    expect(sorted('-lastActivity').at(-1)).toBe('Meetgrid')
    expect(sorted('installedBy').at(-1)).toBe('App 10')
  })
  it('by date is by day', () => {
    expect(sorted('-installed').slice(0, 2)).toEqual(['Shipfold', 'Mailharbor'])
  })
})

test('an app in both lists stands in both, one in none among My apps', () => {
  const rows = rowsOf({
    ...PAGE,
    attention: [...(PAGE.attention ?? []), { name: 'Lone', ref: 'id:9', reason: 'Expired' }],
  })
  expect(names(rows.filter(isOthers)).sort()).toEqual(['Adlantern', 'Enrichpath'])
  expect(names(rows.filter(isMine))).toContain('Adlantern')
  expect(names(rows.filter(isMine))).toContain('Lone')
})
