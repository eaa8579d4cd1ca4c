import type { JSX } from 'preact'
import type { Reading } from '../../storage/model/glance.ts'
import { send } from '../send.ts'
import { useT } from '../ui/I18n.tsx'
import { ProgressStrip } from '../ui/Strip.tsx'
import { readingText } from './ReadStrip.tsx'

/** The first read is under way. Its progress and Cancel stand in the strip above, if it is of the tab below; else here. */
export function FirstRead(props: { readonly elsewhere: Reading | null }): JSX.Element {
  const { elsewhere } = props
  const t = useT()
  return (
    <>
      <p class="popup-lead">{t('popup_first_read_text')}</p>
      {elsewhere && (
        <ProgressStrip
          text={readingText(elsewhere, t)}
          done={elsewhere.rows}
          total={elsewhere.stated ?? undefined}
          onCancel={() => void send({ type: 'cancel-read', tabId: elsewhere.tabId })}
        />
      )}
    </>
  )
}
