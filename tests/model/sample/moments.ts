import { DAY } from '../../../storage/model/facts/time.ts'
import { chance } from '../../../storage/model/sample/chance.ts'

/** Thursday 12 November 2026, 14:08 UTC: "now" of the pictures. */
export const PICTURED = Date.UTC(2026, 10, 12, 14, 8)

/** 50 moments of the two years after PICTURED, oldest first. */
export const MOMENTS: readonly number[] = Array.from({ length: 50 }, (_, n) =>
  Math.floor(PICTURED + chance('moment', n) * 730 * DAY),
).sort((a, b) => a - b)
