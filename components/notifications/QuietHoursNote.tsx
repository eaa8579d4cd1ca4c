import type { JSX } from 'preact'
import type { QuietHours } from '../../storage/model/notices/quiet.ts'
import { viewHref } from '../shell/route.ts'
import { useScreen } from '../shell/screen.ts'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'

/** When nothing is told, and where that is set. */
export function QuietHoursNote(props: { readonly quiet: QuietHours | null }): JSX.Element {
  const { quiet } = props
  const { route } = useScreen()
  const t = useT()
  return (
    <a class="pb-rule-quiet" href={viewHref('settings', route)}>
      <Icon name="stale" />
      {quiet && quiet.from !== quiet.to ? t('rules_quiet', { ...quiet }) : t('rules_quiet_none')}
    </a>
  )
}
