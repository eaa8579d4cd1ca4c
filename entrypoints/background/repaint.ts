import { refreshGlance } from '../../storage/glance.ts'
import { allOverviews } from '../../storage/overviews.ts'
import { scheduleTick } from './alarms.ts'
import { paintBadge } from './badge.ts'

/** After every commit: the glance, the badge and the next due time follow the rows. */
export const repaint = async (now: number): Promise<void> => {
  const glance = await refreshGlance(now)
  await paintBadge(glance)
  const due = (await allOverviews()).map(overview => overview.due).filter(at => at !== null)
  if (glance.reading) due.push(glance.reading.until)
  await scheduleTick(due.length > 0 ? Math.min(...due) : null, now)
}
