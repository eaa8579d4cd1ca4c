import type { JSX } from 'preact'
import { RETENTION_DAYS, type Settings, setSettings } from '../../storage/settings.ts'
import { send } from '../send.ts'
import { useScreen } from '../shell/screen.ts'
import { Card } from '../ui/Card.tsx'
import { useT } from '../ui/I18n.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { keptText } from './keptText.ts'

const FOREVER = 'forever'

/** How long notices and deliveries stay. */
export function Retention(): JSX.Element {
  const t = useT()
  const { settings } = useScreen()
  const choose = async (value: string) => {
    await setSettings({ retentionDays: value === FOREVER ? null : (Number(value) as Settings['retentionDays']) })
    await send({ type: 'judge' })
  }
  const byLength = [...RETENTION_DAYS].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
  return (
    <Card title={t('settings_retention')} id="retention">
      <RadioCards
        legend={t('settings_retention')}
        hideLegend
        columns
        value={String(settings.retentionDays ?? FOREVER)}
        onChange={value => void choose(value)}
        cards={byLength.map(days => ({ value: String(days ?? FOREVER), label: keptText(days, t) }))}
      />
      <p class="pb-setting-text pb-setting-after">{t('settings_retention_text')}</p>
    </Card>
  )
}
