import { pruneNotices } from '../../storage/deliveries.ts'
import { rejudge } from '../../storage/intake.ts'
import { DAY } from '../../storage/model/facts/time.ts'
import { allOverviews } from '../../storage/overviews.ts'
import { getSettings } from '../../storage/settings.ts'
import { log } from './diagnostics.ts'
import { repaint, send } from './repaint.ts'
import { stepSample } from './sources/sample.ts'

/**
 * Asks the rows what is due and does that. Idempotent: it may come twice, late, or die between any two lines; what is not
 * done is still due at the next.
 */
export const tick = async (now: number): Promise<void> => {
  const { device } = await getSettings()
  for (const { id, due, sample } of await allOverviews()) {
    try {
      if (sample) await stepSample(id, now, device)
      if (due !== null && due <= now) await rejudge(id, now)
    } catch (error) {
      await log('tick', error)
    }
  }
  const { retentionDays } = await getSettings()
  if (retentionDays !== null) await pruneNotices(now - retentionDays * DAY)
  await repaint(now)
  await send(now)
}
