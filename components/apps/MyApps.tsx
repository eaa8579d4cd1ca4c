import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Overview } from '../../storage/model/overview.ts'
import { SourceAges } from '../shell/Sources.tsx'
import { useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { useFrame } from '../ui/I18n.tsx'
import type { Sort } from '../ui/sortRows.ts'
import { AppDetails } from './AppDetails.tsx'
import { appChips } from './appChips.ts'
import { cleared, filterRows, isFiltered, sortAppRows } from './appQuery.ts'
import type { AppColumn, AppRow } from './appRow.ts'
import { HubSpotLink, InstalledByCell, InstalledCell, LastActivityCell, NameCell, StatusCell } from './cells.tsx'
import { EmptyList } from './EmptyList.tsx'
import { sameNameHints } from './sameName.ts'
import type { QueryState } from './useAppQuery.ts'

/** H3: the account's own apps, searched, filtered and sorted as the address says. */
export function MyApps(props: {
  /** Undefined until the database has answered. */
  readonly rows: readonly AppRow[] | undefined
  readonly overviews: readonly Overview[]
  readonly state: QueryState
}): JSX.Element {
  const { rows, overviews, state } = props
  const { query, change, toggle } = state
  const frame = useFrame()
  const { t, now, zone } = frame
  const { settings } = useScreen()
  const all = rows ?? []
  const several = overviews.length > 1

  const shown = useMemo(
    () => sortAppRows(filterRows(all, query, now, zone), query.sort, zone, t.lang),
    [all, query, now, zone, t],
  )
  const hints = useMemo(() => sameNameHints(all, { t, now, zone }), [all, t, now, zone])
  const columns = useMemo((): Column<AppRow>[] => {
    const column = (id: AppColumn, header: string, width: string, cell: Column<AppRow>['cell']): Column<AppRow> => ({
      id,
      header,
      width,
      cell,
      sortable: true,
      ...(id === 'installed' || id === 'lastActivity' ? { firstSort: 'descending' } : {}),
    })
    return [
      column('name', t('term_app'), '22%', row => (
        <NameCell
          row={row}
          open={query.open === row.key}
          onToggle={() => toggle(row.key)}
          withAccount={several}
          hint={hints.get(row.key)}
        />
      )),
      column('status', t('term_status'), '21%', row => <StatusCell row={row} />),
      column('installed', t('term_installed'), '17%', row => <InstalledCell row={row} />),
      column('installedBy', t('term_installed_by'), '17%', row => <InstalledByCell row={row} />),
      column('lastActivity', t('term_last_activity'), '15%', row => <LastActivityCell row={row} />),
      {
        id: 'hubspot',
        header: t('apps_in_hubspot'),
        hideHeader: true,
        width: '56px',
        cell: row => <HubSpotLink row={row} />,
      },
    ]
  }, [t, several, hints, query.open, toggle])

  const clear = () => change(cleared)
  return (
    <Card title={t('term_my_apps')} count={rows?.length} body="flush" id="my-apps">
      <FilterBar
        search={{ value: query.q, onInput: q => change(old => ({ ...old, q }), 'replace'), label: t('apps_search') }}
        chips={appChips(all, state, frame)}
        onClear={clear}
        result={rows && t('ui_result_count', { count: shown.length, total: all.length })}
        trailing={<SourceAges accounts={overviews} />}
        slash={settings.letterKeys}
      />
      <DataTable
        columns={columns}
        minWidth={760}
        rows={shown}
        rowKey={keyOf}
        rowState={stateOf}
        rowDetail={row => (query.open === row.key ? <AppDetails row={row} /> : undefined)}
        sort={query.sort}
        onSort={sort => change(old => ({ ...old, sort: sort as Sort<AppColumn> }))}
        loading={rows === undefined}
        place={placeOf(query)}
        empty={
          isFiltered(query) && all.length > 0 ? (
            <EmptyState
              kind="noMatch"
              title={t('apps_no_match')}
              text={t('apps_hidden', { count: all.length })}
              actions={<Button onClick={clear}>{t('ui_clear_filters')}</Button>}
            />
          ) : (
            <EmptyList list="my-apps" overviews={overviews} />
          )
        }
        footer={all.some(row => !row.app.status?.value.word) && <span>{t('apps_foot_unreported')}</span>}
      />
    </Card>
  )
}

const keyOf = (row: AppRow) => row.key
const stateOf = (row: AppRow) => (row.blind ? 'stale' : undefined)
const placeOf = ({ q, status, by, activity }: QueryState['query']) => [q, status, by, activity].join('|')
