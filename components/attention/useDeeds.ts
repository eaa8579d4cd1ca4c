import { clockText, dayText, type TimeFrame, timeText } from '../../storage/formatTime.ts'
import type { PlainKey } from '../../storage/i18n.ts'
import type { Command, CommandRefusal } from '../../storage/model/commands.ts'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { send } from '../send.ts'
import { useFrame } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'

/** What can be done with a row. Each says what it did, with Undo, or why it was not done. */
export interface Deeds {
  readonly snooze: (item: AttentionItem, until: number | null) => void
  readonly fixed: (item: AttentionItem) => void
  readonly reconnect: (item: AttentionItem) => void
  /** Takes back what the row's state says: the snooze, "I fixed it", or the waiting. */
  readonly undo: (item: AttentionItem) => void
}

type RowCommand = Extract<Command, { subject: unknown }>['type']

const INVERSE = {
  snooze: 'unsnooze',
  fixed: 'unfixed',
  reconnecting: 'not-reconnecting',
} as const satisfies Partial<Record<RowCommand, RowCommand>>

/** @param claim called before anything is sent, so that the row may change where it stands */
export function useDeeds(claim: (item: AttentionItem) => void): Deeds {
  const frame = useFrame()
  const { t } = frame
  const toast = useToast()

  const tell = async (item: AttentionItem, command: Command): Promise<boolean> => {
    claim(item)
    const answer = await send(command)
    if (!answer.ok) toast({ text: t(notSavedKey(answer.reason)) })
    return answer.ok
  }
  const take = async (item: AttentionItem, deed: keyof typeof INVERSE, text: string, until: number | null = null) => {
    const { account, subject } = item
    const command = deed === 'snooze' ? { type: deed, account, subject, until } : { type: deed, account, subject }
    const undo = () => void tell(item, { type: INVERSE[deed], account, subject })
    if (await tell(item, command)) toast({ text, undo })
  }

  return {
    snooze: (item, until) => void take(item, 'snooze', snoozedText(item, until, frame), until),
    fixed: item => void take(item, 'fixed', t('state_fixed_text')),
    reconnect: item => {
      const key = item.sample ? 'attention_reconnect_sample' : 'attention_reconnect_toast'
      void take(item, 'reconnecting', t(key, { name: item.name }))
    },
    undo: item => {
      const type = item.state === 'fixed' ? 'unfixed' : item.state === 'snoozed' ? 'unsnooze' : 'not-reconnecting'
      void tell(item, { type, account: item.account, subject: item.subject })
    },
  }
}

const notSavedKey = (reason: CommandRefusal): PlainKey =>
  reason === 'disk-full' ? 'reason_disk_full' : 'attention_not_saved'

const snoozedText = (item: AttentionItem, until: number | null, frame: TimeFrame): string =>
  until === null
    ? frame.t('state_snoozed_until_seen', { name: item.name })
    : frame.t('state_snoozed_text', { name: item.name, time: untilText(until, frame) })

/** The end of a snooze in a sentence: "tomorrow, 09:00", "Mon 16 Nov, 09:00". */
export function untilText(until: number, frame: TimeFrame): string {
  const dayAfter = (days: number) =>
    Temporal.Instant.fromEpochMilliseconds(frame.now).toZonedDateTimeISO(frame.zone).add({ days }).toPlainDate()
  const isTomorrow = dayText(until, frame, 'full') === dayText(dayAfter(1).toString(), frame, 'full')
  if (isTomorrow) return frame.t('attention_until_tomorrow', { time: clockText(until, frame) })
  return timeText({ kind: 'instant', at: until }, frame, 'weekday')
}
