import './AlertDialog.css'
import type { ComponentChildren, JSX } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from './Button.tsx'
import { useT } from './I18n.tsx'

export interface AlertDialogProps {
  /** The question, with the name of the thing: "Remove Acme Trading?" */
  readonly title: string
  /** What will be gone and what stays. */
  readonly children: ComponentChildren
  /** The verb on the button: "Remove account". */
  readonly confirm: string
  /** `danger` (red) unless the deed takes nothing away. */
  readonly kind?: 'danger' | 'primary' | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/**
 * Asks before something is deleted or goes to many; the only modal there is. Rendered while it asks. The focus starts on Cancel,
 * Escape cancels, and when it closes the browser gives the focus back to where it was.
 */
export function AlertDialog(props: AlertDialogProps): JSX.Element {
  const { title, children, confirm, kind = 'danger', onConfirm, onCancel } = props
  const t = useT()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Closing before it leaves the document is what returns the focus.
    return () => element?.close()
  }, [])

  const cancel = (event: Event) => {
    event.preventDefault()
    onCancel()
  }
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      class="pb-dialog"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
      onCancel={cancel}
    >
      <h2 id={`${id}t`}>{title}</h2>
      <div id={`${id}d`} class="pb-dialog-text">
        {children}
      </div>
      <div class="pb-dialog-actions">
        <Button autofocus onClick={onCancel}>
          {t('ui_cancel')}
        </Button>
        <Button kind={kind} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  )
}
