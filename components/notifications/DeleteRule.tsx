import type { JSX } from 'preact'
import { AlertDialog } from '../ui/AlertDialog.tsx'
import { useT } from '../ui/I18n.tsx'
import type { RuleRow } from './ruleRow.ts'

/** Asks before a rule goes. What it told stays in the inbox and in Deliveries. */
export function DeleteRule(props: {
  readonly row: RuleRow
  readonly onConfirm: () => void
  readonly onCancel: () => void
}): JSX.Element {
  const { row, onConfirm, onCancel } = props
  const t = useT()
  return (
    <AlertDialog
      title={t('rules_delete_title', { name: row.rule.name })}
      confirm={t('rules_delete')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{t('rules_delete_text')}</p>
    </AlertDialog>
  )
}
