import { db, type PatchbayDb, withReopen } from './db.ts'
import { releaseWaiting, unfinished } from './deliveries.ts'
import type { SecretName } from './model/notices/mailHosts.ts'
import { HEALTHY, type Health, healthAfter, TRIAL_AFTER, type TryResult } from './model/notices/retry.ts'
import {
  type Channel,
  type ChannelRow,
  type DeliveryReason,
  MAIL_PROVIDERS,
  type MailProvider,
} from './model/notices/rows.ts'
import { forgetSecret } from './vault.ts'

/** A provider's name as it writes it: for screens, and for "accepted by …". */
export const MAIL_PROVIDER_NAMES: Record<MailProvider, string> = {
  resend: 'Resend',
  postmark: 'Postmark',
  sendgrid: 'SendGrid',
  brevo: 'Brevo',
}

/** The name in the vault of the key that this provider's mail is sent with: what `keepSecret` and `secretStatus` are asked for. */
export const emailSecret = (provider: MailProvider): SecretName => `email:${provider}`

/** How this browser sends e-mail and how that goes; null: it is not set up. */
export const emailChannel = async (on: PatchbayDb = db): Promise<(ChannelRow & SetUp) | null> => {
  const row = await withReopen(() => on.channels.get('email'), on)
  return row?.provider && row.from ? { ...row, provider: row.provider, from: row.from } : null
}

export interface SetUp {
  provider: MailProvider
  from: string
}

/** Sets e-mail up, or anew when its key was replaced: it has to be tested again, and what stopped it before no longer counts. */
export const putEmail = async ({ provider, from }: SetUp, on: PatchbayDb = db): Promise<void> => {
  await withReopen(() => on.channels.put({ id: 'email', provider, from: from.trim(), tested: false, ...HEALTHY }), on)
}

/** Takes e-mail down, every provider's key with it. */
export const forgetEmail = async (on: PatchbayDb = db): Promise<void> => {
  for (const provider of MAIL_PROVIDERS) await forgetSecret(emailSecret(provider), on)
  await withReopen(() => on.channels.delete('email'), on)
}

/** A test mail was accepted: rules may send, and what waited for it is due now. */
export const markTested = (now: number, on: PatchbayDb = db): Promise<void> =>
  change('email', () => ({ ...HEALTHY, tested: true }), now, on)

/** The channel works again, or a person says "Try again": what waited for it is due now. */
export const channelWorks = (id: Channel, now: number, on: PatchbayDb = db): Promise<void> =>
  change(id, () => HEALTHY, now, on)

/** Takes note of what a try came to: the channel may be out by it, or work again. */
export const channelTried = (id: Channel, result: TryResult, now: number, on: PatchbayDb = db): Promise<void> =>
  change(id, row => healthAfter(row, result, now), now, on)

/**
 * Whether one delivery may now try if a channel that is out works again. The next one may in an hour, however this one
 * ends: also if the worker dies over it.
 */
export const claimTrial = (id: Channel, now: number, on: PatchbayDb = db): Promise<boolean> =>
  withReopen(
    () =>
      on.transaction('rw', on.channels, async () => {
        const row = await on.channels.get(id)
        if (!row?.outSince || row.tryAt === null || row.tryAt > now) return false
        await on.channels.put({ ...row, tryAt: now + TRIAL_AFTER })
        return true
      }),
    on,
  )

/** What a person has to know of a channel that does not send: told in Patchbay itself, never by that channel. */
export interface ChannelNotice {
  channel: Channel
  /** `locked`: its key wants the passphrase, or the session it was kept for has ended. `not-set-up`: it was not tested, or its key cannot be read. */
  reason: DeliveryReason
  /** Epoch ms since when it is out; null: it is not, it only waits for a person. */
  since: number | null
  /** Epoch ms of the next try by itself; null: a person has to mend it. */
  tryAt: number | null
  /** Messages that wait for it. */
  waiting: number
}

/** The notice about e-mail for the inbox, a strip or the popup; null while it works. From rows alone, so it can be watched live. */
export const channelNotice = async (on: PatchbayDb = db): Promise<ChannelNotice | null> => {
  const row = await emailChannel(on)
  if (!row) return null
  const waiting = (await unfinished(on)).filter(({ channel, reason }) => channel === 'email' && reason !== null)
  const { outSince: since, outReason, tryAt } = row
  if (since !== null) return { channel: 'email', reason: outReason ?? 'server', since, tryAt, waiting: waiting.length }
  const held = waiting.filter(({ reason }) => reason !== null && HELD.includes(reason))
  const reason = held[0]?.reason
  return reason ? { channel: 'email', reason, since: null, tryAt: null, waiting: held.length } : null
}

/** What stops e-mail without an outage, and only a person can mend. */
const HELD: readonly DeliveryReason[] = ['locked', 'no-permission', 'not-set-up']

/** The row as stored counts failures beside what the others see. */
type Stored = ChannelRow & { failures?: number }

const change = (
  id: Channel,
  next: (row: Stored & Health) => Partial<Stored>,
  now: number,
  on: PatchbayDb,
): Promise<void> =>
  withReopen(
    () =>
      on.transaction('rw', on.channels, on.deliveries, on.accounts, async () => {
        const row: Stored | undefined = await on.channels.get(id)
        if (!row) return
        const changed = { ...row, ...next({ ...row, failures: row.failures ?? 0 }) }
        await on.channels.put(changed)
        const mended = changed.outSince === null && (row.outSince !== null || (changed.tested && !row.tested))
        if (mended) await releaseWaiting(id, now, on)
      }),
    on,
  )
