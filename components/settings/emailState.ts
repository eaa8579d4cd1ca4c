import type { ChannelRow, DeliveryReason } from '../../storage/model/notices/rows.ts'
import type { SecretStatus } from '../../storage/vault.ts'

/** How e-mail stands in this browser; one of these at a time, what has to be mended first before the rest. */
export type EmailState =
  | { kind: 'not-set-up' }
  /** The key is not there any more: never kept, its session over, or damaged. */
  | { kind: 'no-key'; why: 'none' | 'gone' | 'damaged' }
  /** The browser does not let Patchbay reach the provider. */
  | { kind: 'no-access' }
  | { kind: 'locked' }
  /** `tryAt` epoch ms at which one delivery tries by itself; null: only a person can mend it. */
  | { kind: 'out'; since: number; reason: DeliveryReason | null; tryAt: number | null }
  /** Rules do not send before a test mail was accepted. */
  | { kind: 'untested' }
  | { kind: 'works' }

/** @param granted whether the browser lets Patchbay reach the provider */
export const emailState = (row: ChannelRow | null, secret: SecretStatus | null, granted: boolean): EmailState => {
  if (!row) return { kind: 'not-set-up' }
  if (!secret) return { kind: 'no-key', why: 'none' }
  if (secret.state === 'gone' || secret.state === 'damaged') return { kind: 'no-key', why: secret.state }
  if (!granted) return { kind: 'no-access' }
  if (secret.state === 'locked') return { kind: 'locked' }
  if (row.outSince !== null) return { kind: 'out', since: row.outSince, reason: row.outReason, tryAt: row.tryAt }
  return { kind: row.tested ? 'works' : 'untested' }
}
