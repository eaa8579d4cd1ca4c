import type { TimeFrame } from '../../storage/formatTime.ts'
import type { PlainKey } from '../../storage/i18n.ts'
import type { Command, CommandRefusal } from '../../storage/model/commands.ts'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import { send } from '../send.ts'
import type { Toast } from '../ui/Toast.tsx'
import { untilText } from './untilText.ts'

/** Where a deed is done and what it is told through. */
export interface DeedScene {
  readonly frame: TimeFrame
  readonly toast: (toast: Toast) => void
}

type RowCommand = Extract<Command, { subject: unknown }>['type']

const INVERSE = {
  snooze: 'unsnooze',
  fixed: 'unfixed',
  reconnecting: 'not-reconnecting',
} as const satisfies Partial<Record<RowCommand, RowCommand>>

/** Does it, and says so with Undo; or says why it was not done. @param until end of a snooze in epoch ms, null for "until it is seen again" */
export const takeDeed = async (
  item: AttentionItem,
  deed: keyof typeof INVERSE,
  until: number | null,
  scene: DeedScene,
): Promise<void> => {
  const { account, subject } = item
  const command = deed === 'snooze' ? { type: deed, account, subject, until } : { type: deed, account, subject }
  const undo = () => void tell({ type: INVERSE[deed], account, subject }, scene)
  if (await tell(command, scene)) scene.toast({ text: doneText(item, deed, until, scene.frame), undo })
}

/** Takes back what the row's state says: the snooze, "I fixed it", or the waiting. */
export const undoDeed = async (item: AttentionItem, scene: DeedScene): Promise<void> => {
  const { account, subject, state } = item
  const type =
    state === 'fixed' ? 'unfixed' : state === 'snoozed' ? (item.muted ? 'unmute' : 'unsnooze') : 'not-reconnecting'
  await tell({ type, account, subject }, scene)
}

/** Asks the worker; says so if it did not do it. */
export const tell = async (command: Command, { frame, toast }: DeedScene): Promise<boolean> => {
  const answer = await send(command)
  if (!answer.ok) toast({ text: frame.t(notSavedKey(answer.reason)) })
  return answer.ok
}

const notSavedKey = (reason: CommandRefusal): PlainKey =>
  reason === 'disk-full' ? 'reason_disk_full' : 'attention_not_saved'

const doneText = (item: AttentionItem, deed: keyof typeof INVERSE, until: number | null, frame: TimeFrame): string => {
  const { name, sample } = item
  if (deed === 'fixed') return frame.t('state_fixed_text')
  if (deed === 'reconnecting')
    return frame.t(sample ? 'attention_reconnect_sample' : 'attention_reconnect_toast', { name })
  return until === null
    ? frame.t('state_snoozed_until_seen', { name })
    : frame.t('state_snoozed_text', { name, time: untilText(until, frame) })
}
