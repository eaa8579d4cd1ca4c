import { channelTried, channelWorks, claimTrial, emailChannel, markTested } from '../../../storage/channels.ts'
import { db, type PatchbayDb } from '../../../storage/db.ts'
import { beginTry, claimDue, finish, type Outcome, releaseWaiting, shownTogether } from '../../../storage/deliveries.ts'
import { HOUR, MINUTE, SECOND } from '../../../storage/model/facts/time.ts'
import { mailOrigin } from '../../../storage/model/notices/mailHosts.ts'
import { afterTry, type TryResult, wait } from '../../../storage/model/notices/retry.ts'
import type { Channel, Delivery, DeliveryReason, MailProvider, Notice } from '../../../storage/model/notices/rows.ts'
import { browser } from '../../../storage/nativeBrowser.ts'
import { noticeOf } from '../../../storage/notices.ts'
import { lockOverdue } from '../../../storage/vault.ts'
import { log } from '../diagnostics.ts'
import { isAddress, sendMail } from './channels/email.ts'
import { isLookedAt, mayNotify, type Shown, show, TOGETHER } from './channels/inApp.ts'
import { MAIL_APIS } from './channels/mailApis.ts'
import { type Words, wordsNow } from './words.ts'

/** What the outbox takes from outside; tests give their own. */
export interface World {
  clock: () => number
  /** In [0, 1). */
  chance: () => number
  pause: (ms: number) => Promise<void>
  on: PatchbayDb
}

const WORLD: World = {
  clock: Date.now,
  chance: Math.random,
  pause: ms => new Promise(done => setTimeout(done, ms)),
  on: db,
}

/** So many are claimed at once, and so many mails are on their way at the same time. */
const BATCH = 20
const AT_ONCE = 4
/** Long enough for a batch of the slowest requests; what a dead worker held is free again after it. */
const CLAIM = 4 * MINUTE
/** No request begins when its claim has less than this left: it would outlive it, and somebody else would send the same. */
const LEAST = 30 * SECOND
/** One run ends after this; what is left is still due, and the tick comes again. */
const LONGEST_RUN = MINUTE
/** Without a network nothing is tried, and looked again after this. */
const OFFLINE = 5 * MINUTE
/** The storm cap's window: docs/notifications.md. */
const STORM = 10 * MINUTE

/**
 * Sends what is due at `now` (epoch ms). A delivery is claimed before anything is done for it, and what came of it is written
 * at once: the worker may die at any line, and what it held comes back when its claim runs out. Never rejects for one
 * delivery: what throws is logged and tried again after its claim.
 */
export const runOutbox = async (now: number, world: World = WORLD): Promise<void> => {
  const started = world.clock()
  let words: Words | undefined
  await lockOverdue()
  do {
    const time = () => now + world.clock() - started
    const claimed = await claimDue(time(), BATCH, time() + CLAIM, world.on)
    if (claimed.length === 0) return
    words ??= await wordsNow(world.on)
    const run: Run = { world, words, time, nextRequest: 0, isHeld: false }
    const mails = claimed.filter(({ channel }) => channel === 'email')
    await Promise.all([
      showAll(
        claimed.filter(({ channel }) => channel === 'in-app'),
        run,
      ),
      ...Array.from({ length: AT_ONCE }, async () => {
        for (let mail = mails.shift(); mail; mail = mails.shift()) {
          const delivery = mail
          await guarded(delivery, run, notice => mailOutcome(delivery, notice, run))
        }
      }),
    ])
    // What looked while the channel was out may be written down after what let it go.
    if (run.isHeld && (await emailChannel(world.on))?.outSince === null) await releaseWaiting('email', time(), world.on)
  } while (world.clock() - started < LONGEST_RUN)
}

interface Run {
  world: World
  words: Words
  time: () => number
  /** Epoch ms (by the world's clock) before which the provider wants no further request. */
  nextRequest: number
  /** Something waits because the channel was out. */
  isHeld: boolean
}

/** What became of a delivery; `result` where its channel was asked. */
type Sent = Omit<Outcome, 'tries'> & { tries?: number; result?: TryResult }

/** Does one delivery and writes what came of it. */
const guarded = async (
  delivery: Delivery,
  { world, time }: Run,
  deliver: (notice: Notice) => Promise<Sent>,
): Promise<void> => {
  try {
    const notice = await noticeOf(delivery.account, delivery.notice, world.on)
    const { result, ...sent } = notice ? await deliver(notice) : skipped('cancelled')
    await finish(delivery, { tries: delivery.tries, ...sent }, time(), world.on)
    if (result) await channelTried(delivery.channel, result, time(), world.on)
  } catch (error) {
    await log('outbox', error)
  }
}

const skipped = (reason: DeliveryReason): Sent => ({ state: 'skipped', reason })

const showAll = async (all: readonly Delivery[], run: Run): Promise<void> => {
  if (all.length === 0) return
  const allowed = await mayNotify()
  let isShown = false
  for (const delivery of all)
    await guarded(delivery, run, async notice => {
      if (!allowed) return skipped('no-permission')
      if (!notice.test && (await isLookedAt(notice.account))) return skipped('looking')
      const begun = await beginTry(delivery, run.world.on)
      if (!begun) return skipped('cancelled') // by hand, which is written already
      const { tries } = begun
      const isTogether = delivery.show === 'together'
      const shown = isTogether ? await wordsTogether(all, run) : await run.words.shown(notice)
      try {
        if (!isTogether || !isShown) await show(isTogether ? TOGETHER : delivery.id, shown)
      } catch {
        return { state: 'dead', reason: 'wrong-answer', tries } // the browser refuses it; it stands in the inbox
      }
      isShown ||= isTogether
      const providerId = isTogether ? TOGETHER : delivery.id
      return { state: 'accepted', reason: null, tries, acceptedBy: 'this browser', providerId }
    })
}

/** One notification for all of them, with the count so far. */
const wordsTogether = async (all: readonly Delivery[], { world, words, time }: Run): Promise<Shown> => {
  const now = all.filter(delivery => delivery.show === 'together').length
  return words.together((await shownTogether(time() - STORM, world.on)) + now)
}

const mailOutcome = async (delivery: Delivery, notice: Notice, run: Run): Promise<Sent> => {
  const { world, words, time } = run
  const held = (reason: DeliveryReason | null, until: number) => wait(delivery, reason, until, time())
  if (delivery.account.startsWith('sample:')) return skipped('sample') // its people are invented
  const channel = await emailChannel(world.on)
  if (!channel) return skipped('not-set-up')
  if (!channel.tested) return held('not-set-up', time() + HOUR)
  if (channel.outSince !== null && !(await claimTrial('email', time(), world.on))) {
    run.isHeld = true
    return held('channel-off', channel.tryAt ?? time() + HOUR)
  }
  const barred = await barredBy(channel.provider)
  if (barred) return held(barred, time() + (barred === 'offline' ? OFFLINE : HOUR))
  const to = delivery.recipient.address ?? ''
  if (!isAddress(to)) return { state: 'dead', reason: 'refused-message' }
  await turn(run, MAIL_APIS[channel.provider].pace)
  const isLate = (delivery.due ?? 0) - time() < LEAST
  if (isLate || (await emailChannel(world.on))?.outSince !== channel.outSince) return held(null, time())
  const begun = await beginTry(delivery, world.on)
  if (!begun) return skipped('cancelled') // by hand, which is written already
  const message = await words.message(notice)
  const result = await sendMail(
    channel,
    to,
    message,
    `${delivery.account} ${delivery.id} ${delivery.at}`,
    time(),
    world.on,
  )
  const decision = afterTry(result, begun, time(), world.chance())
  return result.ok
    ? { ...decision, result, acceptedBy: result.by, providerId: result.id }
    : { ...decision, result, detail: result.detail }
}

/** What keeps the provider from being asked at all. */
const barredBy = async (provider: MailProvider): Promise<'no-permission' | 'offline' | null> => {
  if (!(await browser.permissions.contains({ origins: [mailOrigin(provider)] }))) return 'no-permission'
  return navigator.onLine === false ? 'offline' : null
}

/** Waits for this request's turn. */
const turn = async (run: Run, pace: number): Promise<void> => {
  const now = run.world.clock()
  const at = Math.max(now, run.nextRequest)
  run.nextRequest = at + pace
  if (at > now) await run.world.pause(at - now)
}

/**
 * Sends the test mail of Settings, whatever state the channel is in, and says what came of it (`reason` null: accepted).
 * Accepted, it lets rules send, and what waited is due; the caller runs the outbox.
 */
export const sendTestMail = async (
  to: string,
  now: number,
  { on }: Pick<World, 'on'> = WORLD,
): Promise<{ reason: DeliveryReason | null; detail: string | null }> => {
  const channel = await emailChannel(on)
  if (!channel) return { reason: 'not-set-up', detail: null }
  if (!isAddress(to)) return { reason: 'refused-message', detail: null }
  const barred = await barredBy(channel.provider)
  if (barred) return { reason: barred, detail: null }
  const { testMail } = await wordsNow(on)
  const result = await sendMail(channel, to, testMail(now), crypto.randomUUID(), now, on)
  if (!result.ok) return { reason: result.reason, detail: result.detail }
  await markTested(now, on)
  return { reason: null, detail: result.id }
}

/** "Try again", a key unlocked or replaced, an access given: the channel counts as working and what waited goes out. */
export const retryChannel = async (channel: Channel, now: number, world: World = WORLD): Promise<void> => {
  await channelWorks(channel, now, world.on)
  await releaseWaiting(channel, now, world.on)
  await runOutbox(now, world)
}
