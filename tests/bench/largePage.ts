import { plainStyle, type Style } from '../hubspot/page/style.ts'
import { buildPage, type Page } from '../hubspot/page.ts'
import type { Truth } from '../hubspot/truth.ts'
import { type AppByHand, accountByHand } from '../hubspot/truthByHand.ts'

/** An account of the stand-in HubSpot with so many apps, every twelfth in trouble, as seen now. */
export function largeTruth(apps: number): Truth {
  const trouble = ['expired', 'disconnected', 'error'] as const
  return accountByHand({
    portal: '4411007',
    now: new Date().toISOString(),
    apps: Array.from(
      { length: apps },
      (_, nth): AppByHand => ({
        name: `Tidewater ${String(nth + 1).padStart(3, '0')}`,
        status: nth % 12 === 0 ? (trouble[(nth / 12) % 3] ?? 'error') : nth % 3 === 0 ? 'none' : 'connected',
        lastActivity: '2026-11-20',
      }),
    ),
  })
}

/** How its page looks: one table with all rows at once, the worst case for whoever looks at the whole of it. */
export const LARGE_STYLE: Partial<Style> = { mine: { form: 'native', lazy: 'none', drawn: 25 } }

/** The page itself. */
export const largePage = (apps: number): Page => buildPage(largeTruth(apps), plainStyle(LARGE_STYLE))
