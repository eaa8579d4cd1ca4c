import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { appsOf } from '../../storage/apps.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { appRows, isMine, isOthers } from '../apps/appRow.ts'
import type { ListReads } from '../apps/listReads.ts'
import { MyApps } from '../apps/MyApps.tsx'
import { OtherApps } from '../apps/OtherApps.tsx'
import type { QueryState } from '../apps/useAppQuery.ts'
import { useListReads } from '../apps/useListReads.ts'
import { useAnswer } from '../useLive.ts'
import { DatabaseFailed } from './DatabaseFailed.tsx'
import { PageKind } from './PageKind.tsx'

/** Every app of the accounts, from the database. Loaded after the head of Connections home is painted: it brings the database. */
export default function AppLists(props: {
  readonly overviews: readonly Overview[]
  readonly isKnown: boolean
  readonly state: QueryState
  readonly onReads: (reads: ReadonlyMap<string, ListReads>) => void
}): JSX.Element {
  const { overviews, isKnown, state, onReads } = props
  const ids = overviews.map(overview => overview.id)
  const answer = useAnswer(async () => (await Promise.all(ids.map(id => appsOf(id)))).flat(), [ids.join(' ')])
  const reads = useListReads(ids)
  useEffect(() => {
    if (reads) onReads(reads)
  }, [reads, onReads])
  const rows = useMemo(
    () => (answer.state === 'ready' && isKnown ? appRows(answer.value, overviews) : undefined),
    [answer, overviews, isKnown],
  )
  const mine = useMemo(() => rows?.filter(isMine), [rows])
  const others = useMemo(() => rows?.filter(isOthers), [rows])
  if (answer.state === 'failed') return <DatabaseFailed />
  return (
    <>
      <MyApps rows={mine} overviews={overviews} state={state} />
      <OtherApps rows={others} overviews={overviews} state={state} />
      <PageKind overviews={overviews} reads={reads} />
    </>
  )
}
