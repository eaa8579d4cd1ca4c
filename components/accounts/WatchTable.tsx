import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { activityPast } from '../../storage/activityPast.ts'
import { appsOf } from '../../storage/apps.ts'
import type { Translator } from '../../storage/i18n.ts'
import type { App } from '../../storage/model/facts/assemble.ts'
import type { Signal } from '../../storage/model/facts/capabilities.ts'
import type { Source } from '../../storage/model/facts/facts.ts'
import type { Sighting } from '../../storage/model/facts/sightings.ts'
import { isWatched } from '../../storage/model/issues/quiet.ts'
import { rhythmOf } from '../../storage/model/issues/rhythm.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { subjectId } from '../../storage/model/summary.ts'
import { useListReads } from '../apps/useListReads.ts'
import { SOURCE_KIND } from '../attention/issueWords.ts'
import { CoverageBar } from '../ui/bars.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useT } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StatusGlyph } from '../ui/StatusPill.tsx'
import { useLive } from '../useLive.ts'
import { type Coverage, coverageOf, type Rhythms } from './coverage.ts'

/** X7: which signals are known, for how many apps, from which source, and why the rest is not. */
export function WatchTable(props: { readonly overviews: readonly Overview[]; readonly note: string }): JSX.Element {
  const { overviews, note } = props
  const t = useT()
  const ids = overviews.map(overview => overview.id)
  const known = useLive(async () => {
    const apps = (await Promise.all(ids.map(id => appsOf(id)))).flat()
    return { apps, past: await activityPast(apps.filter(isWatched)) }
  }, [ids.join(' ')])
  const reads = useListReads(ids)
  const sources = useMemo(
    () => [...new Set(overviews.map((overview): Source => (overview.sample ? 'sample' : 'page')))],
    [overviews],
  )
  const rows = useMemo(() => {
    if (!known || !reads) return undefined
    const { apps, past } = known
    const read = new Set([...reads].filter(([, lists]) => isAttentionRead(lists)).map(([id]) => id as string))
    return coverageOf(apps, sources, read, rhythmsOf(apps, past))
  }, [known, reads, sources])
  const columns = useMemo(() => watchColumns(sources, t), [sources, t])
  return (
    <Card title={t('watch_title')} note={note} body="flush" id="watch">
      <DataTable
        columns={columns}
        rows={rows ?? []}
        rowKey={row => row.signal}
        loading={rows === undefined}
        minWidth={760}
        range={false}
        empty={<EmptyState kind="nothing" title={t('watch_none')} />}
      />
    </Card>
  )
}

const rhythmsOf = (apps: readonly App[], past: ReadonlyMap<string, readonly Sighting[]>): Rhythms =>
  new Map(
    apps.flatMap(app => {
      const id = subjectId(app.account, app.key)
      const sightings = past.get(id)
      return sightings && app.lastActivity ? [[id, rhythmOf(sightings, app.lastActivity.source)] as const] : []
    }),
  )

const isAttentionRead = ({ sections, emptyAt }: { sections: ReadonlyMap<string, unknown>; emptyAt: number | null }) =>
  sections.has('attention') || emptyAt !== null

const watchColumns = (sources: readonly Source[], t: Translator): Column<Coverage>[] => [
  { id: 'signal', header: t('watch_signal'), width: '20%', cell: row => t(SIGNAL_NAMES[row.signal]) },
  {
    id: 'covered',
    header: t('watch_covered'),
    width: '192px',
    cell: row => <CoverageBar covered={row.covered} total={row.apps} />,
  },
  ...sources.map(
    (source): Column<Coverage> => ({
      id: source,
      header: t(`source_${SOURCE_KIND[source]}`),
      width: '140px',
      cell: row => <FromSource row={row} source={source} />,
    }),
  ),
  {
    id: 'why',
    header: t('watch_why'),
    cell: row => <span class="pb-watch-why">{whyText(row, t)}</span>,
  },
]

const whyText = ({ covered, apps, signal, growing }: Coverage, t: Translator): string => {
  if (covered >= apps) return t('watch_why_all')
  const more = growing && growing.apps > 0 ? t('watch_why_growing', { count: growing.apps, gaps: growing.gaps }) : ''
  return [more, growing && covered + growing.apps >= apps ? '' : t(WHY[signal])].filter(Boolean).join(' · ')
}

/** Tick: the source has all of it; half: part; hatch: never. With how many apps it told it of. */
function FromSource(props: { readonly row: Coverage; readonly source: Source }): JSX.Element {
  const t = useT()
  const from = props.row.sources.find(({ source }) => source === props.source)
  if (!from || from.capability === 'never') {
    return (
      <span class="pb-watch-cell pb-muted">
        <StatusGlyph status="notReported" />
        {t('watch_not_offered')}
      </span>
    )
  }
  return (
    <span class="pb-watch-cell">
      <Icon name={from.capability === 'all' ? 'tick' : 'half'} class={`pb-watch-${from.capability}`} />
      {t('nav_apps', { count: from.covered })}
    </span>
  )
}

const SIGNAL_NAMES = {
  status: 'term_status',
  attention: 'term_needs_attention',
  permissions: 'watch_permissions',
  lastActivity: 'term_last_activity',
  rhythm: 'status_goneQuiet',
  installedBy: 'term_installed_by',
  recordsCreated: 'watch_records_created',
  recordsUpdated: 'watch_records_updated',
  deletesAndMerges: 'watch_deletes',
} as const satisfies Record<Signal, string>

const WHY = {
  status: 'watch_why_status',
  attention: 'watch_why_attention',
  permissions: 'watch_why_permissions',
  lastActivity: 'watch_why_activity',
  rhythm: 'watch_why_rhythm',
  installedBy: 'watch_why_installed_by',
  recordsCreated: 'watch_why_records',
  recordsUpdated: 'watch_why_records',
  deletesAndMerges: 'watch_why_records',
} as const satisfies Record<Signal, string>
