import type { JSX } from 'preact'
import { timeText } from '../../storage/formatTime.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import type { Reading } from '../../storage/model/glance.ts'
import { AttentionList } from '../attention/AttentionList.tsx'
import { useLater } from '../attention/useLater.ts'
import { CountBadge } from '../ui/CountBadge.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { matchesText } from '../ui/matchText.ts'
import { Strip } from '../ui/Strip.tsx'
import { FailedLooks, PartialReads } from './AccountNotes.tsx'
import { AllWell, NoApps } from './AllWell.tsx'
import { CannotSee } from './CannotSee.tsx'
import { FirstRead } from './FirstRead.tsx'
import { NewestActivity } from './NewestActivity.tsx'
import { NotSetUp } from './NotSetUp.tsx'
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

/** The popup's main region: one body, under one heading. */
export function PopupContent(props: ContentProps): JSX.Element {
  const { view, tab, reading, search } = props
  const { t } = useFrame()
  if (search !== null && search.trim() !== '') return <Found {...props} search={search} />
  switch (view.body) {
    case 'not-set-up':
      return (
        <>
          <Heading words={t('state_not_set_up_title')} large />
          <NotSetUp />
        </>
      )
    case 'first-read':
      return (
        <>
          <Heading words={t('state_first_read_title')} large />
          <FirstRead elsewhere={tab && reading?.tabId === tab.id ? null : reading} />
        </>
      )
    case 'cannot-see':
      return (
        <>
          <Heading words={t('term_needs_attention')} count="!" tone="blind" />
          <CannotSee {...props} />
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
  const worst = items.find(item => item.state === 'counted')
  const quiet = items.every(item => item.state === 'counted')
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
            <Heading
              words={t('term_needs_attention')}
              count={counted ?? '…'}
              tone={counted === 0 ? 'plain' : (worst?.severity ?? 'plain')}
              tools={quiet && counted === 0 ? <span class="pb-muted">{t('popup_nothing_snoozed')}</span> : tools}
            />
            {asOf !== null && (
              <Strip tone="warn" live>
                {t('popup_database', { time: timeText({ kind: 'instant', at: asOf }, frame) })}
              </Strip>
            )}
            <FailedLooks {...props} />
            {body === 'all-well' && <AllWell {...props} />}
            {body === 'no-apps' && <NoApps view={view} />}
            {body === 'all-snoozed' && <p class="popup-lead">{t('popup_all_snoozed')}</p>}
            {list}
          </>
        )}
      />
      <PartialReads {...props} />
      <NewestActivity lines={view.newest} showAccount={several} />
    </>
  )
}

const loadResults = () => import('./AppResults.tsx')

/** What a search finds: rows at once, and every app once the database is there. */
function Found(props: ContentProps & { readonly search: string }): JSX.Element {
  const { view, several, chosen, letterKeys, live, search } = props
  const { t } = useFrame()
  const Results = useLater(loadResults, live)?.default
  const items = view.items.filter(({ name, accountLabel, installer }) =>
    matchesText(`${name} ${accountLabel} ${installer ?? ''}`, search),
  )
  return (
    <>
      <AttentionList
        key="found"
        items={items}
        accounts={view.accounts}
        variant="popup"
        showAccount={several}
        letterKeys={letterKeys}
        layout={(tools, list) => (
          <>
            <Heading
              words={t('term_needs_attention')}
              count={items.filter(item => item.state === 'counted').length}
              tools={tools}
            />
            {list}
          </>
        )}
      />
      {Results && <Results search={search} chosen={chosen} showAccount={several} />}
    </>
  )
}

/** The one heading of the first level; the focus starts on it. */
function Heading(props: {
  readonly words: string
  readonly large?: boolean
  readonly count?: number | '!' | '…'
  readonly tone?: 'bad' | 'warn' | 'blind' | 'plain'
  readonly tools?: JSX.Element
}): JSX.Element {
  const { words, large, count, tone, tools } = props
  return (
    <div class={large ? 'popup-title popup-title-large' : 'popup-title'}>
      <h1 tabIndex={-1}>{words}</h1>
      {count !== undefined && <CountBadge value={count} tone={tone} />}
      <span class="popup-gap" />
      {tools}
    </div>
  )
}
