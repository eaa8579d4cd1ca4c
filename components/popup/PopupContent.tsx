import type { JSX } from 'preact'
import { timeText } from '../../storage/formatTime.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Reading } from '../../storage/model/glance.ts'
import { AttentionList } from '../attention/AttentionList.tsx'
import { useLater } from '../attention/useLater.ts'
import { useFrame } from '../ui/I18n.tsx'
import { Strip } from '../ui/Strip.tsx'
import { NewestActivity } from './NewestActivity.tsx'
import { PopupHeading } from './PopupHeading.tsx'
import { hasNotes, loadCalm, loadCannotSee, loadFirstRead, loadNotes, loadNotSetUp } from './parts.ts'
import type { PopupView } from './popupView.ts'
import type { ThisTab } from './thisTab.ts'

export interface ContentProps {
  readonly view: PopupView
  /** Names accounts on rows. */
  readonly several: boolean
  readonly chosen: AccountId | null
  readonly tab: ThisTab | null
  readonly reading: Reading | null
  /** Epoch ms the figures are from, when the database does not answer; else null. */
  readonly asOf: number | null
  readonly search: string | null
  /** The database is loaded: the search finds every app, not only the rows. */
  readonly live: boolean
  readonly letterKeys: boolean
  readonly onRead: () => void
}

const loadFound = () => import('./Found.tsx')

/** The popup's main region: one body, under one heading. */
export function PopupContent(props: ContentProps): JSX.Element {
  const { view, tab, reading, search } = props
  const { body } = view
  const { t } = useFrame()
  const NotSetUp = useLater(loadNotSetUp, body === 'not-set-up')?.NotSetUp
  const FirstRead = useLater(loadFirstRead, body === 'first-read')?.FirstRead
  const CannotSee = useLater(loadCannotSee, body === 'cannot-see')?.CannotSee
  const Found = useLater(loadFound, search !== null)?.Found
  if (search !== null && search.trim() !== '' && Found) return <Found {...props} search={search} />
  switch (body) {
    case 'not-set-up':
      return (
        <>
          <PopupHeading words={t('state_not_set_up_title')} large />
          {NotSetUp && <NotSetUp />}
        </>
      )
    case 'first-read':
      return (
        <>
          <PopupHeading words={t('state_first_read_title')} large />
          {FirstRead && <FirstRead elsewhere={tab && reading?.tabId === tab.id ? null : reading} />}
        </>
      )
    case 'cannot-see':
      return (
        <>
          <PopupHeading words={t('term_needs_attention')} count="!" tone="blind" />
          {CannotSee && <CannotSee {...props} />}
        </>
      )
    default:
      return <Attention {...props} />
  }
}

function Attention(props: ContentProps): JSX.Element {
  const { view, several, chosen, letterKeys, asOf } = props
  const { body, items, counted } = view
  const frame = useFrame()
  const { t } = frame
  const Calm = useLater(loadCalm, body === 'all-well' || body === 'no-apps')
  const Notes = useLater(loadNotes, hasNotes(view))
  const worst = items.find(item => item.state === 'counted')
  const isQuiet = items.every(item => item.state === 'counted')
  return (
    <>
      <AttentionList
        // Another account is another list: nothing of it has to hold still.
        key={`${chosen} ${body === 'all-snoozed'}`}
        items={items}
        accounts={view.accounts}
        variant="popup"
        showAccount={several}
        letterKeys={letterKeys}
        startOpen={body === 'all-snoozed' ? 'snoozed' : undefined}
        layout={(tools, list) => (
          <>
            <PopupHeading
              words={t('term_needs_attention')}
              count={counted ?? '…'}
              tone={counted === 0 ? 'plain' : (worst?.severity ?? 'plain')}
              tools={isQuiet && counted === 0 ? <span class="pb-muted">{t('popup_nothing_snoozed')}</span> : tools}
            />
            {asOf !== null && (
              <Strip tone="warn" live>
                {t('popup_database', { time: timeText({ kind: 'instant', at: asOf }, frame) })}
              </Strip>
            )}
            {Notes && <Notes.FailedLooks {...props} />}
            {Calm && (body === 'no-apps' ? <Calm.NoApps view={view} /> : <Calm.AllWell {...props} />)}
            {body === 'all-snoozed' && <p class="popup-lead">{t('popup_all_snoozed')}</p>}
            {list}
          </>
        )}
      />
      {Notes && <Notes.PartialReads {...props} />}
      <NewestActivity lines={view.newest} showAccount={several} />
    </>
  )
}
