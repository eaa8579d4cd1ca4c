import './welcome.css'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { timeText } from '../../storage/formatTime.ts'
import { WhatIsRead } from '../popup/WhatIsRead.tsx'
import { send } from '../send.ts'
import { useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'

/** The disclosure: what is read, where it is kept, who receives it. Agreed to once, before the first read; the sample needs none. */
export function Agreement(): JSX.Element {
  const frame = useFrame()
  const { t } = frame
  const { settings } = useScreen()
  const [failed, setFailed] = useState(false)
  const agree = async () => setFailed(!(await send({ type: 'agree' })).ok)
  return (
    <Card title={t('popup_before_title')} id="before">
      <div class="pb-agreement">
        <WhatIsRead />
        {settings.agreedAt === null ? (
          <div class="pb-agree-line">
            <Button onClick={() => void agree()}>{t('popup_agree')}</Button>
            <span class="pb-meta" role="status">
              {failed ? t('home_refused_failed') : t('disclosure_once')}
            </span>
          </div>
        ) : (
          <p class="pb-agree-line pb-meta" role="status">
            <Icon name="tick" />{' '}
            {t('disclosure_agreed', { time: timeText({ kind: 'instant', at: settings.agreedAt }, frame) })}
          </p>
        )}
      </div>
    </Card>
  )
}
