import './home.css'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { appsOf } from '../../storage/apps.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { appRows, isMine, isOthers } from '../apps/appRow.ts'
import { useListReads } from '../apps/listReads.ts'
import { MyApps } from '../apps/MyApps.tsx'
import { OtherApps } from '../apps/OtherApps.tsx'
import { useAppQuery } from '../apps/useAppQuery.ts'
import { accountIn } from '../shell/route.ts'
import { SourceAges } from '../shell/Sources.tsx'
import { chosenOf, useScreen } from '../shell/screen.ts'
import { useT } from '../ui/I18n.tsx'
import { useAnswer } from '../useLive.ts'
import { AppSummary } from './AppSummary.tsx'
import { CheckNowButton, CheckOutcome, useCheckNow } from './CheckNow.tsx'
import { DatabaseFailed } from './DatabaseFailed.tsx'
import { HomeStates } from './HomeStates.tsx'
import { homeCounts } from './homeCounts.ts'
import { NeedsAttention } from './NeedsAttention.tsx'
import { PageKind } from './PageKind.tsx'

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
  const ids = overviews.map(overview => overview.id)
  const state = useAppQuery()
  const { reading } = useScreen()
  const answer = useAnswer(async () => (await Promise.all(ids.map(id => appsOf(id)))).flat(), [ids.join(' ')])
  const reads = useListReads(ids)
  const rows = useMemo(
    () => (answer.state === 'ready' && props.overviews ? appRows(answer.value, props.overviews) : undefined),
    [answer, props.overviews],
  )
  const mine = useMemo(() => rows?.filter(isMine), [rows])
  const others = useMemo(() => rows?.filter(isOthers), [rows])
  const counts = useMemo(() => homeCounts(overviews), [overviews])
  if (answer.state === 'failed') return <DatabaseFailed />
  const isKnown = props.overviews !== undefined && reads !== undefined
  return (
    <>
      {isKnown && <HomeStates overviews={overviews} reads={reads} reading={reading} />}
      {isKnown && <AppSummary counts={counts} state={state} />}
      {isKnown && <NeedsAttention overviews={overviews} counts={counts} />}
      <MyApps rows={mine} overviews={overviews} state={state} />
      <OtherApps rows={others} overviews={overviews} state={state} />
      <PageKind overviews={overviews} reads={reads} />
    </>
  )
}

const NONE: readonly Overview[] = []
