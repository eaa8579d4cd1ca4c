import type { JSX } from 'preact'
import { channelNotice } from '../../storage/channels.ts'
import { timeText } from '../../storage/formatTime.ts'
import { sentences } from '../../storage/problemWords.ts'
import { settingsHref } from '../settings/settingsHref.ts'
import { useScreen } from '../shell/screen.ts'
import { useFrame } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { Strip } from '../ui/Strip.tsx'
import { useLive } from '../useLive.ts'
import { reasonWords } from './DeliveryWords.ts'

/** Says that e-mail does not go out, why, and how much waits: here, never by e-mail. Nothing while it goes. */
export function DeliveryTrouble(): JSX.Element | null {
  const frame = useFrame()
  const { t } = frame
  const { route } = useScreen()
  const trouble = useLive(() => channelNotice(), [])
  if (!trouble) return null
  const { reason, since, waiting } = trouble
  return (
    <Strip
      tone={since === null ? 'blind' : 'bad'}
      icon={since === null ? 'lock' : 'error'}
      live
      actions={
        <LinkButton small href={settingsHref(route, 'email')}>
          {t('delivery_open_settings')}
        </LinkButton>
      }
    >
      {sentences(
        t,
        since === null
          ? t('delivery_held')
          : t('email_state_out', { time: timeText({ kind: 'instant', at: since }, frame) }),
        reasonWords(reason, 'email', null, t),
        waiting > 0 ? t('delivery_wait', { count: waiting }) : '',
      )}
    </Strip>
  )
}
