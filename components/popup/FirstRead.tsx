import type { JSX } from 'preact'
import { useT } from '../ui/I18n.tsx'

/** The first read is under way. Its progress and Cancel stand in the strip, if the tab below is the one that is read. */
export function FirstRead(): JSX.Element {
  const t = useT()
  return <p class="popup-lead">{t('popup_first_read_text')}</p>
}
