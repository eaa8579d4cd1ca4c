import { dayText, durationText, type TimeFrame } from '../../storage/formatTime.ts'
import type { App } from '../../storage/model/facts/assemble.ts'
import type { QuietSetting } from '../../storage/model/facts/rows.ts'
import { DAY, HOUR, MINUTE } from '../../storage/model/facts/time.ts'
import { isWatched, LEAST_SILENCE, mostSilence, silenceOf } from '../../storage/model/issues/quiet.ts'
import { LEAST_GAPS, type Rhythm } from '../../storage/model/issues/rhythm.ts'

/** What can be said of an app's silence: "Usually active every 1–2 days; silent since 9 Nov (6 days)", and what follows. */
export const quietTexts = (app: App, rhythm: Rhythm, setting: QuietSetting | null, frame: TimeFrame): string[] => {
  const { t } = frame
  const activity = app.lastActivity?.value
  if (!rhythm.usual || !activity) return [t('quiet_growing', { count: Math.max(1, LEAST_GAPS - rhythm.gaps) })]
  const usual = usualText(rhythm.usual, frame)
  const silence = silenceOf(app)
  const most = mostSilence(rhythm, setting)
  // Of a span it began at the later end at the earliest.
  const day = activity.kind === 'day' ? activity.day : activity.kind === 'instant' ? activity.at : activity.to
  return [
    silence < LEAST_SILENCE
      ? usual
      : t('quiet_since', { usual, day: dayText(day, frame), duration: inWhole(silence, frame) }),
    isWatched(app)
      ? most === null
        ? t('quiet_limit_none')
        : t('quiet_limit', { duration: inWhole(most, frame) })
      : app.status && app.status.value.status !== 'not-reported'
        ? t('quiet_has_status')
        : '',
  ].filter(text => text !== '')
}

/** Whole days, or hours where it is less than two days. A day ends a millisecond before the next, which is no day less. */
const inWhole = (ms: number, frame: TimeFrame): string => {
  const unit = ms < 2 * DAY ? HOUR : DAY
  return durationText(Math.floor((ms + MINUTE) / unit) * unit, frame)
}

const usualText = ({ least, most }: NonNullable<Rhythm['usual']>, { t }: TimeFrame): string => {
  const [unit, words] = most < 1.5 * DAY ? ([HOUR, 'hours'] as const) : ([DAY, 'days'] as const)
  const from = Math.max(1, Math.round(least / unit))
  const to = Math.max(from, Math.round(most / unit))
  return from === to
    ? t(words === 'hours' ? 'quiet_usual_hours' : 'quiet_usual_days', { count: to })
    : t(words === 'hours' ? 'quiet_usual_hours_range' : 'quiet_usual_days_range', { from, to })
}

/** The choices in the form's own words; `normal` is no mark at all. */
export const QUIET_CHOICES = ['normal', 'patient', '2', '3', '5', '7', '14', '30', '60', '90', 'off'] as const

/** A setting as the value of a choice. */
export const choiceOf = (setting: QuietSetting | null): string => `${setting ?? 'normal'}`

/** What a choice means; null: the ordinary rule. */
export const settingOf = (choice: string): QuietSetting | null =>
  choice === 'off' || choice === 'patient' ? choice : choice === 'normal' ? null : Number(choice)

/** A choice in words. */
export const choiceText = (choice: string, { t }: TimeFrame): string => {
  switch (choice) {
    case 'normal':
      return t('quiet_when_normal')
    case 'patient':
      return t('quiet_when_patient')
    case 'off':
      return t('quiet_when_off')
    default:
      return t('quiet_when_days', { count: Number(choice) })
  }
}
