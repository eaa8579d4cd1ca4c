import type { JSX } from 'preact'
import { clockText, dateTimeAttribute, dayText, exactText, type TimeFrame } from '../../storage/formatTime.ts'
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

/** What each kind of event is called in the message keys. */
const EVENT_WORDS = {
  connected: 'connected',
  disconnected: 'disconnected',
  reconnected: 'reconnected',
  installed: 'installed',
  reinstalled: 'reinstalled',
  uninstalled: 'uninstalled',
  'sync-on': 'sync_on',
  'sync-off': 'sync_off',
  'permissions-changed': 'permissions_changed',
  other: 'raw',
} as const satisfies Record<EventType, string>

const isEvent = (what: Activity['what']): what is EventType => what in EVENT_WORDS

/** One line in words; a placeholder holds the app's name as an element of its own. */
const activityWords = (line: Activity, { t }: TimeFrame) => {
  const app = line.app === null ? t('activity_unnamed') : <strong class="pb-name">{line.app}</strong>
  const { what, person } = line
  if (isEvent(what)) {
    const params = { app, raw: line.raw ?? '', ...(person === null ? {} : { person }) }
    const word = EVENT_WORDS[what]
    return t.parts(person === null ? `activity_${word}` : `activity_${word}_by`, params)
  }
  const [change, kind] = what.split(':') as ['opened' | 'ended' | 'fixed', keyof typeof STATUS_OF_KIND]
  if (change === 'fixed') return t.parts('activity_fixed', { app })
  return change === 'opened'
    ? t.parts(kind === 'gone-quiet' ? 'activity_opened_gone_quiet' : `activity_opened_${kind}`, { app })
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
