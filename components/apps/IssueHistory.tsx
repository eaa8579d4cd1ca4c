import type { JSX } from 'preact'
import { issuesOf } from '../../storage/apps.ts'
import AttentionHistory from '../attention/AttentionHistory.tsx'
import { useT } from '../ui/I18n.tsx'
import { useLive } from '../useLive.ts'
import type { AppRow } from './appRow.ts'

/** Every problem the app had while Patchbay watched, or that none was seen. */
export function IssueHistory(props: { readonly row: AppRow }): JSX.Element | null {
  const { app, account } = props.row
  const t = useT()
  const issues = useLive(() => issuesOf(account.id, app.refs), [account.id, app.refs.join(' ')])
  if (!issues) return null
  if (issues.length === 0) return <p class="pb-muted">{t('apps_history_none')}</p>
  return <AttentionHistory account={account.id} subject={app.key} />
}
