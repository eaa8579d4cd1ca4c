import type { JSX } from 'preact'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useT } from '../ui/I18n.tsx'

/** The browser's database does not answer: nothing is shown as empty or well, and what was read is not lost. */
export function DatabaseFailed(): JSX.Element {
  const t = useT()
  return (
    <div class="pb-card" role="alert">
      <EmptyState
        kind="notRead"
        title={t('nav_database_title')}
        text={t('nav_database_text')}
        actions={<Button onClick={() => location.reload()}>{t('nav_reload')}</Button>}
      />
    </div>
  )
}
