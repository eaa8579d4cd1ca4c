import type { JSX } from 'preact'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'
import type { PopupAccount } from './popupView.ts'
import type { ThisTab } from './thisTab.ts'

/** "This tab: Connected apps" with **Read this page**. */
export function ThisTabStrip(props: {
  readonly tab: ThisTab
  readonly accounts: readonly PopupAccount[]
  readonly onRead?: (() => void) | undefined
  /** The disclosure is open below and has the next press. */
  readonly asking?: boolean | undefined
}): JSX.Element {
  const { tab, accounts, onRead, asking } = props
  const t = useT()
  const label = accounts.find(({ id }) => id === tab.account)?.label ?? tab.account.slice('hubspot:'.length)
  return (
    <Strip
      tone="info"
      actions={
        !asking && (
          <Button kind="primary" small onClick={onRead}>
            {t('term_read_this_page')}
          </Button>
        )
      }
    >
      <span class="popup-one-line">
        {t('popup_this_tab_page')} <span class="pb-muted">{label}</span>
      </span>
    </Strip>
  )
}
