import './home.css'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Overview } from '../../storage/model/overview.ts'
import type { ListReads } from '../apps/listReads.ts'
import { useAppQuery } from '../apps/useAppQuery.ts'
import { useLater } from '../attention/useLater.ts'
import { accountIn } from '../shell/route.ts'
import { SourceAges } from '../shell/Sources.tsx'
import { chosenOf, useScreen } from '../shell/screen.ts'
import { useT } from '../ui/I18n.tsx'
import { AppSummary } from './AppSummary.tsx'
import { CheckNowButton, CheckOutcome, useCheckNow } from './CheckNow.tsx'
import { DatabaseFailed } from './DatabaseFailed.tsx'
import { HomeStates } from './HomeStates.tsx'
import { homeCounts } from './homeCounts.ts'
import { NeedsAttention } from './NeedsAttention.tsx'

const loadLists = () => import('./AppLists.tsx')

/** Connections home: how the accounts stand, what needs attention, and every app. */
export default function Home(): JSX.Element {
  const t = useT()
  const { route, overviews: answer } = useScreen()
  const account = accountIn(route)
  const overviews = useMemo(() => (answer.state === 'ready' ? chosenOf(answer.value, account) : []), [answer, account])
  const check = useCheckNow()
  const failed = answer.state === 'failed'
  return (
    <>
      <header class="pb-page-head">
        <h1>{t('term_connections_home')}</h1>
        <div class="pb-page-actions">
          <SourceAges accounts={overviews} distance />
          <CheckNowButton state={check} />
        </div>
      </header>
      <div class="pb-stack">
        <CheckOutcome state={check} overviews={overviews} />
        {failed ? <DatabaseFailed /> : <Apps overviews={answer.state === 'ready' ? overviews : undefined} />}
      </div>
    </>
  )
}

function Apps(props: { readonly overviews: readonly Overview[] | undefined }): JSX.Element {
  const overviews = props.overviews ?? NONE
  const state = useAppQuery()
  const { reading } = useScreen()
  const [reads, setReads] = useState<ReadonlyMap<string, ListReads>>()
  const counts = useMemo(() => homeCounts(overviews), [overviews])
  const Lists = useLater(loadLists)?.default
  const isKnown = props.overviews !== undefined
  return (
    <>
      {isKnown && <HomeStates overviews={overviews} reads={reads} reading={reading} />}
      {isKnown && <AppSummary counts={counts} state={state} />}
      {isKnown && <NeedsAttention overviews={overviews} counts={counts} />}
      {Lists && <Lists overviews={overviews} isKnown={isKnown} state={state} onReads={setReads} />}
    </>
  )
}

const NONE: readonly Overview[] = []
