/** Rows of the app tables, from what page reads tell. Names are invented. */
import { type AppRow, appRows } from '../../../components/apps/appRow.ts'
import type { PageSpec } from '../../builders.ts'
import { told } from '../options/account.ts'
import { NOW } from '../ui/screen.tsx'

const day = (text: string) => ({ kind: 'day' as const, day: text })
const MINUTE = 60_000
export const READ_AT = NOW - 3 * MINUTE

/** Every kind of status that a row can have. */
export const PAGE: PageSpec = {
  attention: [{ name: 'Ledgerlane', ref: 'id:1', reason: 'Connection error: token refresh failed' }],
  apps: [
    {
      name: 'Ledgerlane',
      ref: 'id:1',
      status: 'Error',
      installed: day('2024-02-14'),
      installedBy: 'Sam K.',
      lastActivity: day('2026-11-09'),
    },
    {
      name: 'Adlantern',
      ref: 'id:2',
      status: 'Connected',
      installed: day('2024-03-03'),
      installedBy: 'Robin T.',
      lastActivity: day('2026-11-12'),
    },
    {
      name: 'Mailharbor',
      ref: 'id:3',
      status: 'Expired',
      installed: day('2025-10-30'),
      installedBy: 'Jo M.',
      lastActivity: day('2026-11-10'),
    },
    {
      name: 'Shipfold',
      ref: 'id:4',
      status: 'Paused',
      installed: day('2026-02-27'),
      installedBy: 'Robin T.',
      lastActivity: day('2026-10-20'),
    },
    {
      name: 'Meetgrid',
      ref: 'id:5',
      status: null,
      installed: day('2022-05-05'),
      installedBy: 'Kim P.',
      lastActivity: null,
    },
    { name: 'App 10', ref: 'id:6', status: 'Connected', installed: day('2021-01-01'), lastActivity: day('2026-01-01') },
    {
      name: 'App 2',
      ref: 'id:7',
      status: 'Connected',
      installed: day('2021-01-02'),
      installedBy: 'Alex R.',
      lastActivity: day('2026-11-06'),
    },
  ],
  others: [
    { name: 'Enrichpath', ref: 'id:8', connections: 9 },
    { name: 'Adlantern', ref: 'id:2', connections: 2 },
  ],
}

export const rowsOf = (page: PageSpec = PAGE, at = READ_AT, now = NOW): AppRow[] => {
  const { apps, overview } = told([{ at, page }], now)
  return appRows(apps, [overview])
}
