import type { JSX } from 'preact'
import type { Overview } from '../../storage/model/overview.ts'
import { AlertDialog } from '../ui/AlertDialog.tsx'
import { useT } from '../ui/I18n.tsx'

/** Asks before an account goes, with all that goes with it; there is no way back but reading it again. */
export function RemoveAccount(props: {
  readonly overview: Overview
  readonly onConfirm: () => void
  readonly onCancel: () => void
}): JSX.Element {
  const { overview, onConfirm, onCancel } = props
  const t = useT()
  return (
    <AlertDialog
      title={t('accounts_remove_title', { name: overview.label })}
      confirm={t('accounts_remove')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>
        {t(overview.sample ? 'accounts_remove_sample' : 'accounts_remove_text', {
          apps: t('nav_apps', { count: overview.summary.apps }),
        })}
      </p>
    </AlertDialog>
  )
}
