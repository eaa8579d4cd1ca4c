import type { JSX } from 'preact'
import type { Translator } from '../../storage/i18n.ts'
import { useLater } from '../attention/useLater.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { ProgressStrip, Strip } from '../ui/Strip.tsx'
import type { PopupAccount } from './popupView.ts'
import type { ThisTab } from './thisTab.ts'
import type { PageReadState } from './usePageRead.ts'

const loadOutcome = () => import('./ReadOutcome.tsx')
const loadBefore = () => import('./BeforeReading.tsx')

/** "This tab: Connected apps" with **Read this page**; progress and outcome stand in the same place. */
export function ReadStrip(props: {
  readonly tab: ThisTab
  readonly accounts: readonly PopupAccount[]
  readonly state: PageReadState
}): JSX.Element {
  const { tab, accounts, state } = props
  const { read } = state
  const t = useT()
  const Outcome = useLater(loadOutcome)?.default
  const Before = useLater(loadBefore)?.default
  const label = accounts.find(({ id }) => id === tab.account)?.label ?? tab.account.slice('hubspot:'.length)
  return (
    <section class="popup-strip" aria-label={t('popup_this_tab')}>
      {read.phase === 'reading' ? (
        <ProgressStrip
          text={readingText(read, t)}
          done={read.rows}
          total={read.stated ?? undefined}
          onCancel={state.cancel}
        />
      ) : read.phase === 'done' || read.phase === 'refused' ? (
        Outcome && <Outcome tab={tab} state={state} read={read} />
      ) : (
        <Strip
          tone="info"
          actions={
            read.phase === 'idle' && (
              <Button kind="primary" small onClick={state.start}>
                {t('term_read_this_page')}
              </Button>
            )
          }
        >
          <span class="popup-one-line">
            {t('popup_this_tab_page')} <span class="pb-muted">{label}</span>
          </span>
        </Strip>
      )}
      {read.phase === 'asking' && Before && <Before onAgree={state.agree} onCancel={state.close} />}
    </section>
  )
}

/** How far a read is: "Reading: 34 of 48 rows". */
export const readingText = (read: { rows: number; stated: number | null }, t: Translator): string =>
  read.stated === null
    ? t('popup_reading', { count: read.rows })
    : t('popup_reading_of', { rows: read.rows, stated: read.stated })
