// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parseQuery } from '../../../components/apps/appQuery.ts'
import { OtherApps } from '../../../components/apps/OtherApps.tsx'
import type { Lang } from '../../../storage/i18n.ts'
import type { PageSpec } from '../../builders.ts'
import { overview } from '../attention/rows.ts'
import { clear, show } from '../ui/screen.tsx'
import { PAGE, rowsOf } from './rows.ts'

const ENRICHPATH = { name: 'Enrichpath', ref: 'id:8' as const }
const PEOPLE = ['Sam K.', 'Jo M.', 'Kim P.']

/** What stands in the row of Enrichpath. */
const rowOf = async (users: NonNullable<PageSpec['users']>, lang: Lang = 'en', page: PageSpec = PAGE) => {
  const state = { query: parseQuery(new URLSearchParams()), change: () => {}, toggle: () => {} }
  const shown = await show(
    <OtherApps
      rows={rowsOf({ ...page, users }).filter(row => row.app.inOtherApps)}
      overviews={[overview()]}
      state={state}
    />,
    lang,
  )
  const row = [...shown.querySelectorAll('tbody tr')].find(one => one.textContent?.includes('Enrichpath'))
  return row?.textContent ?? ''
}

beforeEach(() => vi.useFakeTimers({ toFake: ['requestAnimationFrame'] }))
afterEach(async () => {
  await clear()
  vi.useRealTimers()
})

it('says how many of how many users were read, in both languages', async () => {
  const part = [{ of: ENRICHPATH, people: PEOPLE, stated: 17 }]
  expect(await rowOf(part)).toContain('3 of 17 read')
  expect(await rowOf(part, 'ja')).toContain('17人中3人を読み取り')
})

it('measures a list that states no number by the connections that HubSpot counts', async () => {
  expect(await rowOf([{ of: ENRICHPATH, people: PEOPLE, stated: null }])).toContain('3 of 9 read')
})

it('says no such thing of a list that was read whole', async () => {
  const row = await rowOf([{ of: ENRICHPATH, people: PEOPLE }])
  expect(row).toContain('Sam K., Jo M. and 1 more')
  expect(row).not.toContain('read')
})
