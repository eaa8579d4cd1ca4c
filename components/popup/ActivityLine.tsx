import type { JSX } from 'preact'
import { clockText, dateTimeAttribute, dayText, exactText, type TimeFrame } from '../../storage/formatTime.ts'
import type { PlainKey } from '../../storage/i18n.ts'
import type { Time } from '../../storage/model/facts/time.ts'
import type { Activity } from '../../storage/model/overview.ts'
import type { EventType } from '../../storage/model/recognise/recognised.ts'
import { STATUS_OF_KIND } from '../attention/issueWords.ts'
import { useFrame } from '../ui/I18n.tsx'

/** A line of an app log, or a change that Patchbay itself saw between two reads (marked so). One line, whatever it holds. */
export function ActivityLine(props: { readonly line: Activity; readonly showAccount: boolean }): JSX.Element {
  const { line, showAccount } = props
  const frame = useFrame()
  const { t } = frame
  return (
    <>
      <time dateTime={dateTimeAttribute(line.time)} title={exactText(line.time, frame)}>
        {shortTime(line.time, frame)}
      </time>
      <span class="popup-one-line" title={line.observed ? t('activity_observed') : undefined}>
        {activityWords(line, frame)}
        {line.observed && <span class="pb-hidden"> ({t('activity_observed')})</span>}
      </span>
      {showAccount && <span class="popup-one-line pb-muted">{line.accountLabel}</span>}
    </>
  )
}

const EVENT_KEYS = {
  connected: 'activity_connected',
  disconnected: 'activity_disconnected',
  reconnected: 'activity_reconnected',
  installed: 'activity_installed',
  reinstalled: 'activity_reinstalled',
  uninstalled: 'activity_uninstalled',
  'sync-on': 'activity_sync_on',
  'sync-off': 'activity_sync_off',
  'permissions-changed': 'activity_permissions_changed',
  other: 'activity_raw',
} as const satisfies Record<EventType, PlainKey>

const isEvent = (what: Activity['what']): what is EventType => what in EVENT_KEYS

/** One line in words; a placeholder holds the app's name as an element of its own. */
const activityWords = (line: Activity, { t }: TimeFrame) => {
  const app = line.app === null ? t('activity_unnamed') : <strong class="pb-name">{line.app}</strong>
  const { what, person } = line
  if (isEvent(what)) {
    const params = { app, raw: line.raw ?? '', ...(person === null ? {} : { person }) }
    return t.parts(person === null ? EVENT_KEYS[what] : `${EVENT_KEYS[what]}_by`, params)
  }
  const [change, kind] = what.split(':') as ['opened' | 'ended', keyof typeof STATUS_OF_KIND]
  return change === 'opened'
    ? t.parts(`activity_opened_${kind}`, { app })
    : t.parts('activity_ended', { app, status: t(`status_inline_${STATUS_OF_KIND[kind]}`) })
}

/** A time in a narrow column, never more exact than known: "14:02" today, else the day; both ends of a span. */
const shortTime = (time: Time, frame: TimeFrame): string => {
  if (time.kind === 'day') return dayText(time.day, frame)
  const dayOrClock = (at: number) =>
    dayText(at, frame, 'full') === dayText(frame.now, frame, 'full') ? clockText(at, frame) : dayText(at, frame)
  if (time.kind === 'instant') return dayOrClock(time.at)
  const [from, to] = [dayOrClock(time.from), dayOrClock(time.to)]
  return from === to ? from : `${from}${frame.t.lang === 'ja' ? '〜' : '–'}${to}`
}
