import type { JSX } from 'preact'
import { appsOf } from '../../storage/apps.ts'
import { marksOf } from '../../storage/marks.ts'
import { ACCOUNT_REF } from '../../storage/model/facts/refs.ts'
import { rulesOf } from '../../storage/rules.ts'
import { Button } from '../ui/Button.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'
import { useLive } from '../useLive.ts'
import { type OpenProblem, type Told, takeTellingDeed, tellingOf } from './telling.ts'

/**
 * What is told of an app or its problem: "I know" while a rule reminds of it, and Mute. The account itself cannot be muted:
 * that Patchbay does not see has to be said.
 */
export function TellingDeeds(props: {
  readonly of: Told
  /** Null: nothing of it is open. */
  readonly open: OpenProblem | null
}): JSX.Element | null {
  const { of, open } = props
  const { account, subject } = of
  const frame = useFrame()
  const toast = useToast()
  const { t } = frame
  const known = useLive(async () => {
    const [apps, marks, rules] = await Promise.all([appsOf(account), marksOf(account), rulesOf(account)])
    return { apps, marks, rules }
  }, [account])
  if (!known) return null
  const { muted, acknowledged, reminded } = tellingOf(subject, open, known)
  const take = (deed: Parameters<typeof takeTellingDeed>[1]) => void takeTellingDeed(of, deed, { frame, toast })
  return (
    <>
      {acknowledged ? (
        <span class="attn-telling-said">
          {t('telling_acknowledged_state')}
          <Button small kind="link" onClick={() => take('unacknowledge')}>
            {t('ui_undo')}
          </Button>
        </span>
      ) : (
        reminded &&
        !muted && (
          <Button small title={t('telling_acknowledge_text')} onClick={() => take('acknowledge')}>
            {t('telling_acknowledge')}
          </Button>
        )
      )}
      {subject !== ACCOUNT_REF &&
        (muted ? (
          <span class="attn-telling-said">
            {t('telling_muted_state')}
            <Button small onClick={() => take('unmute')}>
              {t('telling_unmute')}
            </Button>
          </span>
        ) : (
          <Button small title={t('telling_mute_text')} onClick={() => take('mute')}>
            {t('telling_mute')}
          </Button>
        ))}
    </>
  )
}
