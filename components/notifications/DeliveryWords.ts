import { clockText, dayText, type TimeFrame, timeText } from '../../storage/formatTime.ts'
import type { PlainKey, Translator } from '../../storage/i18n.ts'
import type { Channel, Delivery, DeliveryReason } from '../../storage/model/notices/rows.ts'
import { sentences } from '../../storage/problemWords.ts'
import type { IconName } from '../ui/Icon.tsx'
import type { Tone } from '../ui/StatusPill.tsx'

/** Why a delivery is not accepted, and what to do; where the channels differ, each in its own words. */
const REASONS: Readonly<Record<DeliveryReason, PlainKey | Readonly<Record<Channel, PlainKey>>>> = {
  sample: 'delivery_why_sample',
  'not-set-up': 'delivery_why_not_set_up',
  locked: 'delivery_why_locked',
  'no-permission': { 'in-app': 'delivery_why_no_permission', email: 'delivery_why_no_access' },
  looking: 'delivery_why_looking',
  offline: 'delivery_why_offline',
  timeout: 'delivery_why_timeout',
  'refused-key': 'delivery_why_refused_key',
  'refused-message': 'delivery_why_refused_message',
  busy: 'delivery_why_busy',
  server: 'delivery_why_server',
  'wrong-answer': { 'in-app': 'delivery_why_browser', email: 'delivery_why_wrong_answer' },
  'channel-off': 'delivery_why_channel_off',
  cancelled: 'delivery_why_cancelled',
}

/** A reason with what to do about it, and what the other side said, as it said it. */
export const reasonWords = (reason: DeliveryReason, channel: Channel, detail: string | null, t: Translator): string => {
  const key = REASONS[reason]
  return sentences(
    t,
    t(typeof key === 'string' ? key : key[channel]),
    detail ? t('delivery_said', { text: detail }) : '',
  )
}

/** How a delivery stands: never "delivered" or "read", which no provider can say of a person. */
export const stateWords = (delivery: Delivery, frame: TimeFrame): string => {
  const { t } = frame
  const { state, reason, channel, due, tries, acceptedAt, acceptedBy } = delivery
  const next = due !== undefined && due > frame.now ? timeText({ kind: 'instant', at: due }, frame) : null
  switch (state) {
    case 'planned':
      return next === null ? t('delivery_planned') : t('delivery_waiting', { time: next })
    case 'claimed':
      return t('delivery_sending')
    case 'accepted': {
      const time = acceptedAt === null ? '' : timeText({ kind: 'instant', at: acceptedAt }, frame)
      return channel === 'in-app'
        ? t('delivery_shown', { time })
        : t('delivery_accepted', { by: acceptedBy ?? t('delivery_provider'), time })
    }
    case 'failed':
      return next === null
        ? t('delivery_tried_now', { count: tries })
        : t('delivery_tried', { count: tries, time: next })
    case 'dead':
      return tries > 0 ? t('delivery_dead_after', { count: tries }) : t('delivery_dead')
    case 'skipped':
      return reason === 'looking'
        ? t('delivery_inbox_only')
        : reason === 'cancelled'
          ? t('delivery_cancelled')
          : t('delivery_skipped')
  }
}

/** How each state is drawn; the word beside it says the same. */
export const STATE_LOOKS = {
  planned: { icon: 'stale', tone: 'blind' },
  claimed: { icon: 'refresh', tone: 'blind' },
  accepted: { icon: 'connected', tone: 'ok' },
  failed: { icon: 'stale', tone: 'warn' },
  dead: { icon: 'error', tone: 'bad' },
  skipped: { icon: 'vanished', tone: 'blind' },
} as const satisfies Record<Delivery['state'], { icon: IconName; tone: Tone }>

/** The time of a row in a table: the clock to the second where several stand within a minute, with its day. */
export const rowTime = (at: number, frame: TimeFrame): string => `${dayText(at, frame)} ${clockText(at, frame)}`
