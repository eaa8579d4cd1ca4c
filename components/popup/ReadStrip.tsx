import type { JSX } from 'preact'
import type { Translator } from '../../storage/i18n.ts'
import { useT } from '../ui/I18n.tsx'
import { ProgressStrip } from '../ui/ProgressStrip.tsx'
import { BeforeReading } from './BeforeReading.tsx'
import type { PopupAccount } from './popupView.ts'
import { ReadOutcome } from './ReadOutcome.tsx'
import { ThisTabStrip } from './ThisTabStrip.tsx'
import type { ThisTab } from './thisTab.ts'
import type { PageReadState } from './usePageRead.ts'

/** The strip of the tab below, and in the same place the disclosure, the progress and the outcome of its read. */
export function ReadStrip(props: {
  readonly tab: ThisTab
  readonly accounts: readonly PopupAccount[]
  readonly state: PageReadState
}): JSX.Element {
  const { tab, state } = props
  const { read } = state
  const t = useT()
  switch (read.phase) {
    case 'reading':
      return (
        <ProgressStrip
          text={readingText(read, t)}
          done={read.rows}
          total={read.stated ?? undefined}
          onCancel={state.cancel}
        />
      )
    case 'done':
    case 'refused':
      return <ReadOutcome tab={tab} state={state} read={read} />
    case 'asking':
      return (
        <>
          <ThisTabStrip {...props} asking />
          <BeforeReading onAgree={state.agree} onCancel={state.close} />
        </>
      )
    case 'idle':
      return <ThisTabStrip {...props} onRead={state.start} />
  }
}

/** How far a read is: "Reading: 34 of 48 rows". */
export const readingText = (read: { rows: number; stated: number | null }, t: Translator): string =>
  read.stated === null
    ? t('popup_reading', { count: read.rows })
    : t('popup_reading_of', { rows: read.rows, stated: read.stated })
