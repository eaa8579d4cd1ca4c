import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { appUrl } from '../../storage/model/links.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { SourceAges } from '../shell/Sources.tsx'
import { Button } from '../ui/Button.tsx'
import { NotReported } from '../ui/CapabilityNote.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFrame, useT } from '../ui/I18n.tsx'
import { ExternalLink } from '../ui/Link.tsx'
import { type Sort, sortRows } from '../ui/sortRows.ts'
import { AppDetails } from './AppDetails.tsx'
import { cleared, filterRows, isFiltered } from './appQuery.ts'
import type { AppRow } from './appRow.ts'
import { HubSpotLink, NameCell } from './cells.tsx'
import { EmptyList } from './EmptyList.tsx'
import { missingNote } from './notReported.tsx'
import { sameNameHints } from './sameName.ts'
import type { QueryState } from './useAppQuery.ts'
import { usersRead } from './usersRead.ts'

/** H4: apps that others connected. HubSpot lists a name and a number; who they are only where that list was opened and read. */
export function OtherApps(props: {
  /** Undefined until the database has answered. */
  readonly rows: readonly AppRow[] | undefined
  readonly overviews: readonly Overview[]
  readonly state: QueryState
}): JSX.Element {
  const { rows, overviews, state } = props
  const { query, change, toggle } = state
  const frame = useFrame()
  const { t, now, zone } = frame
  const [sort, setSort] = useState<Sort>({ column: 'connections', direction: 'descending' })
  const all = rows ?? []
  const several = overviews.length > 1
  const shown = useMemo(() => {
    const filtered = filterRows(all, query, now, zone)
    const byName = sortRows(filtered, row => row.app.name, 'ascending', t.lang)
    const value = (row: AppRow) => (sort.column === 'connections' ? row.app.connections?.value : row.app.name)
    return sortRows(byName, value, sort.direction, t.lang)
  }, [all, query, now, zone, sort, t])
  const hints = useMemo(() => sameNameHints(all, { t, now, zone }), [all, t, now, zone])
  const { open } = query
  const columns = useMemo(
    (): Column<AppRow>[] => [
      {
        id: 'name',
        header: t('term_app'),
        width: '38%',
        sortable: true,
        cell: row => (
          <NameCell
            row={row}
            open={open === keyOf(row)}
            onToggle={() => toggle(keyOf(row))}
            withAccount={several}
            hint={hints.get(row.key)}
          />
        ),
      },
      {
        id: 'connections',
        header: t('apps_connections'),
        width: '14%',
        align: 'end',
        sortable: true,
        firstSort: 'descending',
        cell: row => <Connections row={row} onOpen={() => toggle(keyOf(row))} />,
      },
      { id: 'users', header: t('apps_users'), cell: row => <Users row={row} /> },
      {
        id: 'hubspot',
        header: t('apps_in_hubspot'),
        hideHeader: true,
        width: '56px',
        cell: row => <HubSpotLink row={row} />,
      },
    ],
    [t, several, hints, open, toggle],
  )
  return (
    <Card
      title={t('term_other_apps')}
      count={rows?.length}
      body="flush"
      id="other-apps"
      actions={
        <>
          {isFiltered(query) && all.length > 0 && (
            <span class="pb-meta">{t('apps_filtered_above', { count: shown.length, total: all.length })}</span>
          )}
          <SourceAges accounts={overviews} />
        </>
      }
    >
      <DataTable
        columns={columns}
        rows={shown}
        rowKey={keyOf}
        rowState={row => (row.blind ? 'stale' : undefined)}
        rowDetail={row => (query.open === keyOf(row) ? <AppDetails row={row} /> : undefined)}
        sort={sort}
        onSort={setSort}
        loading={rows === undefined}
        minWidth={560}
        empty={
          isFiltered(query) && all.length > 0 ? (
            <EmptyState
              kind="noMatch"
              title={t('apps_no_match')}
              text={t('apps_hidden', { count: all.length })}
              actions={<Button onClick={() => change(cleared)}>{t('ui_clear_filters')}</Button>}
            />
          ) : (
            <EmptyList list="other-apps" overviews={overviews} />
          )
        }
      />
    </Card>
  )
}

/** An app in both lists is a row of its own here: opening one does not open the other. */
const keyOf = (row: AppRow) => `others ${row.key}`

/** How many connections HubSpot counts; pressed, it opens the row with its list of users. */
function Connections(props: { readonly row: AppRow; readonly onOpen: () => void }): JSX.Element {
  const t = useT()
  const count = props.row.app.connections?.value
  if (count === undefined) return <NotReported />
  return (
    <button
      type="button"
      class="pb-link-button"
      aria-label={t('apps_connections_of', { count, name: props.row.app.name })}
      onClick={props.onOpen}
    >
      {t.number(count)}
    </button>
  )
}

/**
 * The first of the users and how many more, with how many were read of how many where some were not; or that their list was
 * not read and where it is.
 */
function Users(props: { readonly row: AppRow }): JSX.Element {
  const { row } = props
  const t = useT()
  const users = row.app.users?.value
  if (!users) {
    const href = appUrl(row.account, row.app) ?? row.account.url
    return (
      <span class="pb-users-unread">
        <NotReported words={t('apps_users_unread')} note={missingNote('users', row, t)} />
        {href && <ExternalLink href={href}>{t('apps_users_open')}</ExternalLink>}
      </span>
    )
  }
  const names = users.people.map(user => user.person.name)
  const shown = names.slice(0, 2).join(t.lang === 'ja' ? '、' : ', ')
  const read = usersRead(row.app)
  return (
    <>
      <span class="pb-cut" title={names.join(t.lang === 'ja' ? '、' : ', ')}>
        {names.length > 2 ? t('apps_users_more', { names: shown, count: names.length - 2 }) : shown}
      </span>
      {read?.kind === 'part' && (
        <span class="pb-second">{t('apps_users_part', { seen: read.seen, total: read.total })}</span>
      )}
    </>
  )
}
