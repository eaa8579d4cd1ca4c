import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { NOTIFICATIONS, requestPower, takeBackPower, usePower } from '../permissions.ts'
import { send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useT } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'

/** Whether the browser shows what is told in-app. Without it everything still stands in the inbox. */
export function BrowserNotifications(): JSX.Element {
  const t = useT()
  const granted = usePower(NOTIFICATIONS)
  const [denied, setDenied] = useState(false)
  const allow = () => {
    // The request comes first and inside the click: after an await the browser would not show it.
    const asked = requestPower(NOTIFICATIONS)
    asked.then(
      async yes => {
        setDenied(!yes)
        if (yes) await send({ type: 'retry-channel', channel: 'in-app' }) // what was held back may show now
      },
      () => setDenied(true),
    )
  }
  return (
    <Card title={t('settings_browser')} id="browser-notifications">
      <div class="pb-setting">
        <p class="pb-setting-text">{t(granted ? 'settings_browser_on' : 'settings_browser_off')}</p>
        {granted !== undefined &&
          (granted ? (
            <Button onClick={() => void takeBackPower(NOTIFICATIONS)}>{t('accounts_take_back')}</Button>
          ) : (
            <Button onClick={allow}>{t('settings_browser_allow')}</Button>
          ))}
        {denied && !granted && (
          <Strip tone="warn" live>
            {t('settings_browser_denied')}
          </Strip>
        )}
      </div>
    </Card>
  )
}
