import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { timeText } from '../../storage/formatTime.ts'
import { type QuietHours, quietUntil } from '../../storage/model/notices/quiet.ts'
import { setSettings } from '../../storage/settings.ts'
import { send } from '../send.ts'
import { useScreen } from '../shell/screen.ts'
import { Card } from '../ui/Card.tsx'
import { CheckboxField, TextField } from '../ui/Field.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'
import { ZoneField } from './ZoneField.tsx'
import { browserZone } from './zones.ts'

const AT_NIGHT = { from: '20:00', to: '07:00' }

/** When this browser tells nothing. Each change holds at once; switched off and on again the hours are those of before. */
export function QuietHoursCard(): JSX.Element {
  const frame = useFrame()
  const { t, now } = frame
  const { settings } = useScreen()
  const quiet = settings.quietHours
  const [hours, setHours] = useState<QuietHours>(() => quiet ?? { ...AT_NIGHT, zone: browserZone() })
  const until = quietUntil(quiet, now)
  const put = async (next: QuietHours | null) => {
    await setSettings({ quietHours: next })
    await send({ type: 'judge' }) // what was held back may be due now
  }
  const change = (part: Partial<QuietHours>) => {
    const next = { ...hours, ...part }
    setHours(next)
    // A field that is being typed in is empty in between.
    if (next.from !== '' && next.to !== '') void put(next)
  }
  return (
    <Card title={t('settings_quiet')} id="quiet">
      <CheckboxField
        label={t('settings_quiet_on')}
        text={t('settings_quiet_text')}
        checked={quiet !== null}
        onChange={on => void put(on ? hours : null)}
      />
      {quiet && (
        <div class="pb-setting-fields">
          <TextField
            label={t('settings_quiet_from')}
            type="time"
            value={hours.from}
            onInput={from => change({ from })}
            error={hours.from === '' ? t('settings_quiet_time') : undefined}
          />
          <TextField
            label={t('settings_quiet_to')}
            type="time"
            value={hours.to}
            onInput={to => change({ to })}
            error={
              hours.to === ''
                ? t('settings_quiet_time')
                : hours.from === hours.to
                  ? t('settings_quiet_same')
                  : undefined
            }
          />
          <ZoneField label={t('settings_zone')} value={hours.zone} onChange={zone => change({ zone })} />
        </div>
      )}
      {until !== null && (
        <Strip icon="stale" live>
          {t('settings_quiet_now', { time: timeText({ kind: 'instant', at: until }, frame) })}
        </Strip>
      )}
    </Card>
  )
}
