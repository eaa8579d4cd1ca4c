import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { PageView } from '../../storage/model/recognise/view.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'

/** Copies the structure of what was read, without any of its content, for a report. */
export function CopyDiagnostics(props: {
  /** Of this account only; left out: of all. */
  readonly account?: AccountId | undefined
  /** Of this page, which is not stored (a paste). */
  readonly view?: PageView | undefined
  readonly small?: boolean | undefined
}): JSX.Element {
  const { account = null, view, small } = props
  const t = useT()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const copy = async () => {
    setBusy(true)
    try {
      const { gatherDiagnostics } = await import('./gatherDiagnostics.ts')
      await navigator.clipboard.writeText(await gatherDiagnostics(account, Date.now(), view))
      toast({ text: t('settings_diagnostics_copied') })
    } catch (error) {
      console.error('Patchbay: diagnostics could not be copied', error)
      toast({ text: t('settings_diagnostics_failed') })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button icon="clipboard" small={small} busy={busy} onClick={() => void copy()}>
      {t('settings_copy_diagnostics')}
    </Button>
  )
}
