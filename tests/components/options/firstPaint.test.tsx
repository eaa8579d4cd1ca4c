// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Options } from '../../../components/Options.tsx'
import { composeGlance, cutGlance, GLANCE_ROWS } from '../../../storage/model/glance.ts'
import { getSettings } from '../../../storage/settings.ts'
import type { PageSpec } from '../../builders.ts'
import { PAGE } from '../apps/rows.ts'
import { NOW, translator } from '../ui/screen.tsx'
import { told } from './account.ts'
import { begin, end, settle, until, watched } from './page.tsx'

beforeEach(begin)
afterEach(end)

/** Renders Connections home from the stored glance of an account whose page said this, before the database can answer. */
const paint = async (page: PageSpec) => {
  const { overview } = told([{ at: NOW - 180_000, page }], NOW, { id: 'hubspot:4411007', label: 'Acme Trading' })
  const glance = cutGlance(composeGlance([overview], NOW))
  const settings = await getSettings()
  location.hash = '#/home'
  render(<Options settings={settings} glance={glance} t={translator()} zone="Europe/Berlin" />, document.body)
}
const rows = () => document.querySelectorAll('[data-attention] li').length
const tiles = () => [...document.querySelectorAll('.pb-tile-value')].map(tile => tile.textContent)

test('what needs attention and the summary are in the first paint, and are what the database then says', async () => {
  await watched(PAGE)
  await paint(PAGE)
  const painted = { rows: rows(), tiles: tiles() }
  expect(painted.rows).toBe(2)
  expect(painted.tiles[0]).toBe('3')
  expect(document.body.textContent).not.toContain('Enrichpath') // nothing of the apps: they are in the database
  await act(() => settle())
  await until(() => expect(document.querySelectorAll('tbody tr').length).toBeGreaterThan(0))
  expect({ rows: rows(), tiles: tiles() }).toEqual(painted)
})

test('a glance that leaves rows out tells no figure', async () => {
  const apps = Array.from({ length: GLANCE_ROWS + 1 }, (_, nth) => ({ name: `App ${nth}`, status: 'Expired' }))
  await paint({ apps })
  expect(rows()).toBe(0)
  expect(tiles()).toEqual([])
})
