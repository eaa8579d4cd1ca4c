import type { Grid } from '../recognise/view.ts'

/** The total a page states for a list: its largest number, as a range ("1–25 of 91") and a counter name the same whole. */
export function statedTotal({ extent }: Grid): number | null {
  const counts = extent.stated.map(({ count }) => count)
  return counts.length > 0 ? Math.max(...counts) : extent.rowCount
}
