import { nextDeliveryDue } from '../../storage/deliveries.ts'
import { getReading, refreshGlance } from '../../storage/glance.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { allOverviews } from '../../storage/overviews.ts'
import { getSettings } from '../../storage/settings.ts'
import { tell } from '../../storage/tell.ts'
import { scheduleTick } from './alarms.ts'
import { paintBadge } from './badge.ts'
import { log } from './diagnostics.ts'
import { runOutbox } from './tell/outbox.ts'

/** After every commit: the glance and the badge, what is told, and the next due time follow the rows. Sending goes on after it. */
export const repaint = async (now: number): Promise<void> => {
  await paint(now)
  await tellAll(now)
  await schedule(now)
  void send(now)
}

let sending: Promise<void> | undefined
/** Somebody asked for sending since it began: what was written since may have come too late for it. */
let isAskedAgain = false

/** Sends what is due. Asked again while it is at it, it looks again; whoever wants it done before the worker rests waits for it. */
export const send = (now: number): Promise<void> => {
  isAskedAgain = true
  sending ??= sendAll(now)
  return sending
}

const sendAll = async (now: number): Promise<void> => {
  try {
    for (let at = now; isAskedAgain; at = Date.now()) {
      isAskedAgain = false
      await runOutbox(at)
      await paint(Date.now())
      await schedule(Date.now())
    }
  } catch (error) {
    void log('outbox', error)
  } finally {
    sending = undefined // in the same turn as the last look at whether somebody asked
  }
}

const tellAll = async (now: number): Promise<void> => {
  const { device, quietHours } = await getSettings()
  for (const { id } of await allOverviews())
    try {
      const due = await tell(id, { now, device, quiet: quietHours })
      if (due === null) toldNext.delete(id)
      else toldNext.set(id, due)
    } catch (error) {
      await log(`tell ${id}`, error) // one account that cannot be told of holds up no other
    }
}

/** Epoch ms at which time alone may change what is told of an account. Lost with the worker: its next life tells first. */
const toldNext = new Map<AccountId, number>()

/** The tick comes when the first of all that waits for its time is due. */
const schedule = async (now: number): Promise<void> => {
  const [overviews, reading, delivery] = await Promise.all([allOverviews(), getReading(), nextDeliveryDue()])
  const dues = [...overviews.map(({ due }) => due), ...toldNext.values(), reading?.until ?? null, delivery]
  const known = dues.filter(at => at !== null)
  await scheduleTick(known.length > 0 ? Math.min(...known) : null, now)
}

const paint = async (now: number): Promise<void> => {
  await paintBadge(await refreshGlance(now))
}
