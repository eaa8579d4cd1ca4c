import { expect, test } from 'vitest'
import { sameNameHints } from '../../../components/apps/sameName.ts'
import type { AppSpec } from '../../builders.ts'
import { NOW, translator } from '../ui/screen.tsx'
import { rowsOf } from './rows.ts'

const hints = (apps: AppSpec[]) => {
  const rows = rowsOf({ apps })
  const byKey = sameNameHints(rows, { t: translator(), now: NOW, zone: 'Europe/Berlin' })
  return rows.map(row => byKey.get(row.key))
}
const day = (text: string) => ({ kind: 'day' as const, day: text })

test('the installer tells two of one name apart', () => {
  expect(
    hints([
      { name: 'Northsheet', ref: 'id:1', installedBy: 'Sam K.' },
      { name: 'Northsheet', ref: 'id:2', installedBy: 'Jo M.' },
      { name: 'Other', ref: 'id:3' },
    ]),
  ).toEqual(['installed by Sam K.', 'installed by Jo M.', undefined])
})

test('else the install date, else HubSpot’s number', () => {
  expect(
    hints([
      { name: 'N', ref: 'id:1', installedBy: 'Sam K.', installed: day('2024-01-02') },
      { name: 'N', ref: 'id:2', installedBy: 'Sam K.', installed: day('2025-01-02') },
    ]),
  ).toEqual(['installed 2 Jan 2024', 'installed 2 Jan 2025'])
  expect(
    hints([
      { name: 'N', ref: 'id:71' },
      { name: 'N', ref: 'id:72' },
    ]),
  ).toEqual(['HubSpot number 71', 'HubSpot number 72'])
})
