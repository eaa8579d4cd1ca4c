import type { JSX } from 'preact'
import type { PlainKey } from '../../storage/i18n.ts'
import type { CommandRefusal } from '../../storage/model/commands.ts'
import { CONNECTED_APPS_START } from '../../storage/model/hubspotHost.ts'
import { isGoodState, readProblem, sentences } from '../attention/readProblem.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useT } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { Strip } from '../ui/Strip.tsx'
import { mappingHref } from './optionsHref.ts'
import type { ThisTab } from './thisTab.ts'
import type { PageRead, PageReadState } from './usePageRead.ts'

function Close(props: { readonly state: PageReadState }): JSX.Element {
  const t = useT()
  return <IconButton icon="close" small label={t('ui_close')} onClick={props.state.close} />
}

/** What came of "Read this page", in the strip it was started from. */
export function ReadOutcome(props: {
  readonly tab: ThisTab
  readonly state: PageReadState
  readonly read: Extract<PageRead, { phase: 'done' | 'refused' }>
}): JSX.Element {
  const { tab, state, read } = props
  return read.phase === 'done' ? (
    <Outcome tab={tab} state={state} readState={read.state} rows={read.rows} />
  ) : (
    <Refused state={state} reason={read.reason} />
  )
}

/** What came of the read, in one sentence with its one next step. */
function Outcome(props: {
  readonly tab: ThisTab
  readonly state: PageReadState
  readonly readState: string
  readonly rows: number
}): JSX.Element {
  const { tab, state, readState, rows } = props
  const t = useT()
  const close = <Close state={state} />
  if (readState === 'recognised' || readState === 'empty-account') {
    return (
      <Strip tone="info" icon="tick" live actions={close}>
        {readState === 'recognised' ? t('popup_read_rows', { count: rows }) : t('popup_read_empty')}
      </Strip>
    )
  }
  const mapping = (
    <LinkButton small external href={mappingHref(tab.account)}>
      {t('popup_correct')}
    </LinkButton>
  )
  if (isGoodState(readState)) {
    return (
      <Strip
        tone="warn"
        icon="half"
        live
        actions={
          <>
            {mapping}
            {close}
          </>
        }
      >
        {t('popup_read_partly', { count: rows })}
      </Strip>
    )
  }
  const { title, text } = readProblem(readState, t)
  return (
    <Strip
      tone="blind"
      icon="cannotSee"
      live
      actions={
        <>
          {readState === 'not-recognised' ? mapping : <Again state={state} />}
          {close}
        </>
      }
    >
      {sentences(t, t('reason_titled', { title }), text)}
    </Strip>
  )
}

/** The page is in the tab below: what is to be done is done there, and then read again. */
function Again(props: { readonly state: PageReadState }): JSX.Element {
  const t = useT()
  return (
    <Button small onClick={props.state.start}>
      {t('popup_read_again')}
    </Button>
  )
}

const REFUSED: Readonly<Record<CommandRefusal, PlainKey>> = {
  'not-ours': 'reason_failed',
  malformed: 'reason_failed',
  'not-agreed': 'reason_failed',
  'no-tab': 'reason_no_tab',
  'not-the-page': 'reason_other_page_title',
  'no-access': 'reason_no_access',
  cancelled: 'reason_cancelled',
  failed: 'reason_failed',
  'not-super-admin': 'reason_failed',
  'bad-rule': 'reason_failed',
  'disk-full': 'reason_disk_full',
}

function Refused(props: { readonly state: PageReadState; readonly reason: CommandRefusal }): JSX.Element {
  const { state, reason } = props
  const t = useT()
  const text =
    reason === 'not-the-page'
      ? sentences(t, t('reason_titled', { title: t('reason_other_page_title') }), t('reason_other_page_text'))
      : t(REFUSED[reason])
  return (
    <Strip
      tone={reason === 'cancelled' ? 'info' : 'warn'}
      live
      actions={
        <>
          {reason === 'not-the-page' ? (
            <LinkButton small external href={CONNECTED_APPS_START}>
              {t('popup_open_hubspot')}
            </LinkButton>
          ) : (
            reason !== 'no-tab' && reason !== 'no-access' && <Again state={state} />
          )}
          <Close state={state} />
        </>
      }
    >
      {text}
    </Strip>
  )
}
