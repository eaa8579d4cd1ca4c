import { MINUTE } from '../../storage/model/facts/time.ts'
import { browser } from '../../storage/nativeBrowser.ts'

/** The one alarm: what is due is asked of the rows, so one name serves any number of due times. */
export const TICK = 'tick'
/** At the latest this often, so that evidence ages and the sample lives also when nothing falls due. */
const PERIOD = 30 * MINUTE
/** The browser fires store-installed extensions' alarms at most this often. */
const SOONEST = 30 * 1000
/** Alarms closer together than this count as the same. */
const SLACK = 1000

/** Sees to it that the tick comes at `due` (epoch ms), or within PERIOD: looks, compares, and only then creates. */
export const scheduleTick = async (due: number | null, now: number): Promise<void> => {
  const when = Math.min(Math.max(due ?? Number.POSITIVE_INFINITY, now + SOONEST), now + PERIOD)
  const existing = await browser.alarms.get(TICK)
  if (existing && existing.scheduledTime <= now) return // about to come: put off, what is due would wait for nothing
  if (existing && existing.scheduledTime <= when + SLACK && due === null) return
  if (existing && Math.abs(existing.scheduledTime - when) <= SLACK) return
  await browser.alarms.create(TICK, { when, periodInMinutes: PERIOD / MINUTE })
}
