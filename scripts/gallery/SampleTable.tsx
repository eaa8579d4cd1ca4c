import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { Button } from '../../components/ui/Button.tsx'
import { NotReported } from '../../components/ui/CapabilityNote.tsx'
import { Card } from '../../components/ui/Card.tsx'
import { type Column, DataTable } from '../../components/ui/DataTable.tsx'
import { EmptyState } from '../../components/ui/EmptyState.tsx'
import { FilterBar } from '../../components/ui/FilterBar.tsx'
import { useFrame } from '../../components/ui/I18n.tsx'
import { IconLink } from '../../components/ui/Link.tsx'
import { MenuButton } from '../../components/ui/MenuButton.tsx'
import { matchesText } from '../../components/ui/matchText.ts'
import { SourceAge } from '../../components/ui/SourceAge.tsx'
import { StatusPill } from '../../components/ui/StatusPill.tsx'
import { type Sort, sortRows } from '../../components/ui/sortRows.ts'
import { tableDayText } from '../../storage/formatTime.ts'
import { NOW, type SampleApp, sampleApps } from './samples.ts'

const FILTERS = ['connected', 'expired', 'error', 'notReported', 'goneQuiet'] as const

/** My apps as UI.md draws it, with as many rows as wanted. */
export function SampleTable(props: { readonly count: number }): JSX.Element {
  const frame = useFrame()
  const { t } = frame
  const [sort, setSort] = useState<Sort>({ column: 'app', direction: 'ascending' })
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const all = useMemo(() => sampleApps(props.count), [props.count])

  const columns = useMemo<Column<SampleApp>[]>(
    () => [
      {
        id: 'app',
        header: t('term_app'),
        sortable: true,
        width: '24%',
        cell: app => (
          <>
            <a href={`#/apps/${app.id}`} class="pb-name">
              {app.name}
            </a>{' '}
            <span class="pb-aside">{app.account}</span>
          </>
        ),
      },
      {
        id: 'status',
        header: t('term_status'),
        sortable: true,
        cell: app =>
          app.status === 'goneQuiet' ? (
            <>
              <StatusPill status="notReported" plain /> <StatusPill status="goneQuiet" glyph={false} />
            </>
          ) : (
            <StatusPill status={app.status} plain />
          ),
      },
      {
        id: 'installed',
        header: t('term_installed'),
        sortable: true,
        firstSort: 'descending',
        width: '15%',
        cell: app => (
          <>
            {tableDayText({ kind: 'day', day: app.installed }, frame)}
            {app.connections > 1 && <span class="pb-second">First of {app.connections} connections</span>}
          </>
        ),
      },
      {
        id: 'installer',
        header: t('term_installed_by'),
        width: '14%',
        cell: app =>
          app.installer ?? <NotReported note={{ what: 'Installer not reported.', why: 'HubSpot names none.' }} />,
      },
      {
        id: 'activity',
        header: t('term_last_activity'),
        width: '15%',
        cell: app => (app.lastActivity ? tableDayText({ kind: 'day', day: app.lastActivity }, frame) : <NotReported />),
      },
      {
        id: 'actions',
        header: t('term_actions'),
        hideHeader: true,
        width: '92px',
        align: 'end',
        cell: app => (
          <div class="pb-row-actions">
            <IconLink href="#s" icon="external" small external label={`Settings of ${app.name} in HubSpot`} />
            <MenuButton
              label={t('ui_actions_for', { name: app.name })}
              icon="dots"
              kind="quiet"
              small
              align="end"
              items={[{ id: 'view', label: 'View connections' }]}
            />
          </div>
        ),
      },
    ],
    [frame, t],
  )

  const rows = useMemo(() => {
    const left = all.filter(
      app => matchesText(app.name, search) && (chosen.length === 0 || chosen.includes(app.status)),
    )
    const value = (app: SampleApp) =>
      sort.column === 'installed' ? app.installed : sort.column === 'status' ? app.status : app.name
    return sortRows(left, value, sort.direction, t.lang)
  }, [all, search, chosen, sort, t])

  const clear = () => {
    setSearch('')
    setChosen([])
  }
  const age = <SourceAge source="page" observedAt={NOW - 180_000} />
  return (
    <Card
      title={t('term_my_apps')}
      count={all.length}
      body="flush"
      actions={
        <Button kind="quiet" icon="download">
          {t('term_paste')}
        </Button>
      }
    >
      <FilterBar
        search={{ value: search, onInput: setSearch, label: 'Search apps' }}
        chips={[
          {
            id: 'status',
            name: t('term_status'),
            options: FILTERS.map(value => ({
              value,
              label: t(`status_${value}`),
              count: all.filter(app => app.status === value).length,
            })),
            chosen,
            onChange: setChosen,
          },
        ]}
        onClear={clear}
        result={t('ui_result_count', { count: rows.length, total: all.length })}
        trailing={age}
      />
      <DataTable
        columns={columns}
        rows={rows}
        rowKey={appKey}
        sort={sort}
        onSort={setSort}
        place={`${search} ${chosen}`}
        empty={
          <EmptyState
            kind="noMatch"
            title={`No app matches “${search}”`}
            text={`${all.length} apps are hidden by the filters.`}
            actions={<Button onClick={clear}>{t('ui_clear_filters')}</Button>}
          />
        }
        footer={<span>Not reported: HubSpot shows status for some of its own apps only.</span>}
      />
    </Card>
  )
}

const appKey = (app: SampleApp): string => app.id
