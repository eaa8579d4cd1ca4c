import type { JSX } from 'preact'
import { timeText } from '../../storage/formatTime.ts'
import type { Translator } from '../../storage/i18n.ts'
import type { Reading } from '../../storage/model/glance.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { type CutList, cutLists, isOnlyFiltered, LIST_NAMES, type ListReads } from '../apps/listReads.ts'
import { STATUS_OF_KIND } from '../attention/issueWords.ts'
import { lastReadText, mendUrl, readProblem, sentences } from '../attention/readProblem.ts'
import { CopyDiagnostics } from '../settings/CopyDiagnostics.tsx'
import { isStale } from '../shell/Sources.tsx'
import { useFrame, useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { Strip } from '../ui/Strip.tsx'
import { useOnline } from './useOnline.ts'

/**
 * What one should know of the accounts before believing the figures, worst first: at most one line for each account, with
 * its one next step.
 */
export function HomeStates(props: {
  readonly overviews: readonly Overview[]
  /** What the newest looks say of each account's lists; undefined until known. */
  readonly reads: ReadonlyMap<string, ListReads> | undefined
  readonly reading: Reading | null
}): JSX.Element | null {
  const { overviews, reads, reading } = props
  const { now } = useFrame()
  const online = useOnline()
  const several = overviews.length > 1
  const states = overviews.flatMap(overview => {
    const state = stateOf(overview, reads?.get(overview.id), now)
    return state ? [{ overview, several, state }] : []
  })
  states.sort((a, b) => ORDER.indexOf(a.state.kind) - ORDER.indexOf(b.state.kind))
  const newest = Math.max(...overviews.map(overview => overview.readAt ?? 0))
  const isOffline = !online && newest > 0
  if (!reading && !isOffline && states.length === 0) return null
  return (
    <div class="pb-states">
      {isOffline && <Offline at={newest} />}
      {reading && <ReadingStrip reading={reading} first={overviews.length === 0} />}
      {states.map(({ state, ...account }, index) => (
        <AccountLine key={account.overview.id} {...account} first={index === 0} state={state} />
      ))}
    </div>
  )
}

function AccountLine(props: AccountState & { readonly state: AccountSays }): JSX.Element {
  const { state, ...account } = props
  if (state.kind === 'blind') return <CannotSee {...account} />
  if (state.kind === 'failed') return <Failed {...account} />
  return state.kind === 'partial' ? <Partial {...account} lists={state.lists} /> : <Stale {...account} />
}

type AccountSays = { kind: 'blind' } | { kind: 'failed' } | { kind: 'partial'; lists: CutList[] } | { kind: 'stale' }
const ORDER: readonly AccountSays['kind'][] = ['blind', 'failed', 'partial', 'stale']

const stateOf = (overview: Overview, reads: ListReads | undefined, now: number): AccountSays | null => {
  if (overview.blindSince !== null) return { kind: 'blind' }
  if (overview.failed) return { kind: 'failed' }
  const lists = reads ? cutLists(reads) : []
  if (lists.length > 0) return { kind: 'partial', lists }
  const old = !overview.sample && overview.readAt !== null && isStale(overview.readAt, now)
  return old ? { kind: 'stale' } : null
}

/** No network: what is on screen stays, with its age. */
function Offline(props: { readonly at: number }): JSX.Element {
  const frame = useFrame()
  const { t } = frame
  return (
    <Strip tone="blind" icon="cannotSee" live>
      <strong>{t('home_offline_title')}</strong>{' '}
      {t('home_offline_text', { time: timeText({ kind: 'instant', at: props.at }, frame) })}
    </Strip>
  )
}

/** "First read running" without any account, else that a read goes on; the old figures stay on screen. */
export function ReadingStrip(props: { readonly reading: Reading; readonly first: boolean }): JSX.Element {
  const { reading, first } = props
  const t = useT()
  const rows =
    reading.stated === null
      ? t('home_reading_rows', { count: reading.rows })
      : t('home_reading_of', { rows: reading.rows, stated: reading.stated })
  return (
    <Strip tone="info" icon="refresh" live>
      <strong>{t(first ? 'state_first_read_title' : 'home_reading')}</strong> {rows}{' '}
      {first && t('home_first_read_note')}
    </Strip>
  )
}

interface AccountState {
  readonly overview: Overview
  /** The account's name goes before what is said of it. */
  readonly several: boolean
  /** The worst of them, which has the one primary button. */
  readonly first: boolean
}

const titleOf = (title: string, { overview, several }: AccountState, t: Translator) =>
  several ? t('home_account_title', { account: overview.label, title }) : title

/** The page was not read for so long that nothing is known of today: what was known is shown as that, and not counted. */
function CannotSee(props: AccountState): JSX.Element {
  const { overview } = props
  const frame = useFrame()
  const { t } = frame
  const problem = overview.failed ? readProblem(overview.failed.state, t) : null
  return (
    <section class="pb-blind" aria-labelledby={`blind ${overview.id}`.replace(/\W/g, '-')}>
      <div class="pb-blind-head">
        <div>
          <h2 id={`blind ${overview.id}`.replace(/\W/g, '-')}>
            <Icon name="cannotSee" size={18} />
            {titleOf(t('state_cannot_see_title'), props, t)}
          </h2>
          <p>
            {sentences(
              t,
              problem ? sentences(t, t('reason_titled', { title: problem.title }), problem.text) : '',
              lastReadText(overview.readAt, frame),
              t('home_blind_text'),
            )}
          </p>
        </div>
        <LinkButton href={mendUrl(overview.url)} kind={props.first ? 'primary' : 'default'} external>
          {problem?.action ?? t('state_cannot_see_open')}
        </LinkButton>
      </div>
      {overview.lastKnown.length > 0 && (
        <div class="pb-last-known">
          <div class="pb-hatch" />
          <h3>{t('home_last_known')}</h3>
          <ul>
            {overview.lastKnown.map(app => (
              <li key={app.name}>
                <bdi class="pb-name">{app.name}</bdi>{' '}
                <span class="pb-muted">
                  {t(`status_inline_${app.status === 'connected' ? 'connected' : STATUS_OF_KIND[app.status]}`)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

/** The newest look did not understand the page; what is on screen is from the look before it. */
function Failed(props: AccountState): JSX.Element {
  const { overview } = props
  const frame = useFrame()
  const { t } = frame
  const state = overview.failed?.state ?? 'not-recognised'
  const problem = readProblem(state, t)
  return (
    <Strip
      tone="blind"
      icon="cannotSee"
      actions={
        <>
          {state === 'not-recognised' && <CopyDiagnostics account={overview.id} small />}
          <LinkButton href={mendUrl(overview.url)} small external>
            {problem.action}
          </LinkButton>
        </>
      }
    >
      <strong>{titleOf(problem.title, props, t)}</strong>{' '}
      {sentences(t, problem.text, lastReadText(overview.readAt, frame))}
    </Strip>
  )
}

/** The lists that were not read to their end. Apps not seen are not counted as gone. */
function Partial(props: AccountState & { readonly lists: readonly CutList[] }): JSX.Element {
  const { overview, lists } = props
  const frame = useFrame()
  const { t, now } = frame
  const texts = lists.map(({ kind, seen, stated }) => {
    const list = t(LIST_NAMES[kind])
    return stated === null ? t('home_partial_seen', { list, seen }) : t('home_partial_of', { list, seen, stated })
  })
  const old = overview.readAt !== null && isStale(overview.readAt, now)
  return (
    <Strip
      tone="plain"
      icon="half"
      actions={
        <LinkButton href={mendUrl(overview.url)} small external>
          {t('state_partial_action')}
        </LinkButton>
      }
    >
      <strong>{titleOf(t('state_partial_title'), props, t)}</strong>{' '}
      {sentences(
        t,
        isOnlyFiltered(lists)
          ? t('proof_filtered')
          : t('home_partial_lists', { lists: texts.join(t.lang === 'ja' ? '、' : ', ') }),
        t('state_partial_note'),
        old ? lastReadText(overview.readAt, frame) : '',
      )}
    </Strip>
  )
}

/** Not looked at for a day, and still within what counts as seen. */
function Stale(props: AccountState): JSX.Element {
  const { overview } = props
  const frame = useFrame()
  const { t } = frame
  const time = timeText({ kind: 'instant', at: overview.readAt ?? 0 }, frame, 'weekday')
  return (
    <Strip
      tone="plain"
      icon="stale"
      actions={
        <LinkButton href={mendUrl(overview.url)} small external>
          {t('state_cannot_see_open')}
        </LinkButton>
      }
    >
      {titleOf(t('state_stale_text', { time }), props, t)}
    </Strip>
  )
}
