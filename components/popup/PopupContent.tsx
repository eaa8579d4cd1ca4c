import type { ComponentType, JSX } from 'preact'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { AttentionListProps } from '../attention/AttentionList.tsx'
import { useLater } from '../attention/useLater.ts'
import { useFrame } from '../ui/I18n.tsx'
import type { ActivityLine } from './ActivityLine.tsx'
import { PopupHeading } from './PopupHeading.tsx'
import { hasNotes, loadCalm, loadCannotSee, loadFirstRead, loadNotes, loadNotSetUp } from './parts.ts'
import type { PopupView } from './popupView.ts'
import type { ThisTab } from './thisTab.ts'

export interface ContentProps {
  readonly view: PopupView
  readonly chosen: AccountId | null
  readonly tab: ThisTab | null
  /** Attention rows, painted or answering. */
  readonly List: ComponentType<AttentionListProps>
  /** Writes the newest activity into its lines; without it they are as high and empty. */
  readonly Line?: typeof ActivityLine
  readonly letterKeys: boolean
  readonly onRead: () => void
}

/** The popup's main region: one body, under one heading. */
export function PopupContent(props: ContentProps): JSX.Element {
  const { body } = props.view
  const { t } = useFrame()
  const NotSetUp = useLater(loadNotSetUp, body === 'not-set-up')?.NotSetUp
  const FirstRead = useLater(loadFirstRead, body === 'first-read')?.FirstRead
  const CannotSee = useLater(loadCannotSee, body === 'cannot-see')?.CannotSee
  switch (body) {
    case 'not-set-up':
      return (
        <>
          <PopupHeading words={t('state_not_set_up_title')} large />
          {NotSetUp && <NotSetUp onThatPage={props.tab !== null} />}
        </>
      )
    case 'first-read':
      return (
        <>
          <PopupHeading words={t('state_first_read_title')} large />
          {FirstRead && <FirstRead />}
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
  const { view, chosen, List, Line, letterKeys } = props
  const { body, accounts, items, counts, newest } = view
  const { t } = useFrame()
  const Calm = useLater(loadCalm, body === 'all-well' || body === 'no-apps')
  const Notes = useLater(loadNotes, hasNotes(view))
  const several = accounts.length > 1
  const worst = items.find(item => item.state === 'counted')
  const isQuiet = items.length === 0
  return (
    <>
      <List
        // Another account is another list: nothing of it has to hold still.
        key={`${chosen} ${body === 'all-snoozed'}`}
        items={items}
        counts={counts}
        accounts={accounts}
        variant="popup"
        showAccount={several}
        letterKeys={letterKeys}
        startOpen={body === 'all-snoozed' ? 'snoozed' : undefined}
        layout={(tools, list) => (
          <>
            <PopupHeading
              words={t('term_needs_attention')}
              count={counts.counted}
              tone={worst?.severity}
              tools={isQuiet ? <span class="pb-muted">{t('popup_nothing_snoozed')}</span> : tools}
            />
            {Notes && <Notes.FailedLooks {...props} />}
            {Calm && (body === 'no-apps' ? <Calm.NoApps view={view} /> : <Calm.AllWell {...props} />)}
            {body === 'all-snoozed' && <p class="popup-lead">{t('popup_all_snoozed')}</p>}
            {list}
          </>
        )}
      />
      {Notes && <Notes.PartialReads {...props} />}
      {newest.length > 0 && (
        <section class="popup-section" aria-labelledby="newest">
          <h2 id="newest">{t('popup_newest')}</h2>
          <ul class="popup-newest">
            {newest.map((line, index) => (
              // Two lines can say the same; their place is all that tells them apart.
              <li key={index}>{Line && <Line line={line} showAccount={several} />}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
