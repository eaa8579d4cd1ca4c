import type { JSX } from 'preact'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { useT } from '../../ui/I18n.tsx'

/** Asks before a notification goes to everybody by e-mail, with how many they are. */
export function AskEveryone(props: {
  /** Name of the account. */
  readonly account: string
  readonly recipients: number
  /** Those with an address. */
  readonly mailed: number
  readonly onConfirm: () => void
  readonly onCancel: () => void
}): JSX.Element {
  const { account, recipients, mailed, onConfirm, onCancel } = props
  const t = useT()
  return (
    <AlertDialog
      kind="primary"
      title={t('rules_ask_title', { count: mailed })}
      confirm={t('rules_apply')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{t('rules_ask_text', { account, count: recipients, mailed })}</p>
    </AlertDialog>
  )
}
