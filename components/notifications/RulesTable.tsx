import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Translator } from '../../storage/i18n.ts'
import type { Route } from '../shell/route.ts'
import { useScreen } from '../shell/screen.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { Switch } from '../ui/Switch.tsx'
import { type Sort, sortRows } from '../ui/sortRows.ts'
import { COPY_PARAM, FOR_PARAM, notificationsHref } from './hrefs.ts'
import { QuietHoursNote } from './QuietHoursNote.tsx'
import { AppsCell, FiredCell, NameCell, nameId, RecipientsCell } from './ruleCells.tsx'
import type { RuleRow } from './ruleRow.ts'
import { EVERY_NAMES, TYPE_NAMES } from './ruleWords.ts'
import type { RuleDeeds } from './useRuleDeeds.ts'
import { noEditText } from './useRules.ts'

/** Each rule with whom it tells of what, and what can be done with it. */
export function RulesTable(props: {
  /** Undefined until the database has answered. */
  readonly rows: readonly RuleRow[] | undefined
  /** Rules of several accounts: each says its own. */
  readonly several: boolean
  readonly deeds: RuleDeeds
  readonly onDelete: (row: RuleRow) => void
  /** Undefined where none can be made. */
  readonly createHref: string | undefined
}): JSX.Element {
  const { rows, several, deeds, onDelete, createHref } = props
  const frame = useFrame()
  const { t } = frame
  const { route, settings } = useScreen()
  const { device } = settings
  const [sort, setSort] = useState<Sort>({ column: 'name', direction: 'ascending' })
  const shown = useMemo(
    () => sortRows(rows ?? [], row => sortValue(row, sort.column, t), sort.direction, t.lang),
    [rows, sort, t],
  )
  const columns = useMemo((): Column<RuleRow>[] => {
    const account: Column<RuleRow> = {
      id: 'account',
      header: t('term_account'),
      width: '11%',
      sortable: true,
      cell: ({ overview }) => overview.label,
    }
    return [
      {
        id: 'name',
        header: t('rules_name'),
        width: several ? '15%' : '17%',
        sortable: true,
        cell: row => <NameCell row={row} href={notificationsHref(route, row.rule.id)} device={device} />,
      },
      ...(several ? [account] : []),
      {
        id: 'type',
        header: t('rules_type'),
        width: '13%',
        sortable: true,
        cell: ({ rule }) => t(TYPE_NAMES[rule.type]),
      },
      { id: 'apps', header: t('rules_apps'), width: '12%', cell: row => <AppsCell row={row} /> },
      { id: 'to', header: t('rules_recipients'), cell: row => <RecipientsCell row={row} /> },
      {
        id: 'reminder',
        header: t('rules_reminder_short'),
        width: '10%',
        cell: ({ rule }) =>
          rule.reminder ? t(EVERY_NAMES[rule.reminder.every]) : <span class="pb-muted">{t('rules_every_none')}</span>,
      },
      {
        id: 'fired',
        header: t('rules_last_fired'),
        width: '10%',
        sortable: true,
        firstSort: 'descending',
        cell: row => <FiredCell row={row} frame={frame} />,
      },
      {
        id: 'on',
        header: t('rules_on'),
        width: '60px',
        cell: row => (
          <Switch
            label={row.rule.name}
            on={row.rule.on}
            onChange={on => deeds.setOn(row, on)}
            disabledReason={noEditText(row.of, t)}
          />
        ),
      },
      {
        id: 'actions',
        header: t('term_actions'),
        hideHeader: true,
        width: t.lang === 'ja' ? '172px' : '138px', // so that the words stand whole, also with a lock before them
        cell: row => (
          <div class="pb-row-actions">
            <MenuButton
              label={t('term_actions')}
              describedBy={nameId(row)}
              disabledReason={noEditText(row.of, t)}
              align="end"
              small
              items={[
                { id: 'manage', label: t('rules_manage'), href: notificationsHref(route, row.rule.id) },
                { id: 'duplicate', label: t('rules_duplicate'), href: copyHref(route, row) },
                {
                  id: 'pause',
                  label: t(row.rule.on ? 'rules_pause' : 'rules_resume'),
                  onSelect: () => deeds.setOn(row, !row.rule.on),
                },
                { id: 'test', label: t('rules_test'), onSelect: () => deeds.test(row) },
                {
                  id: 'delete',
                  label: t('rules_delete'),
                  danger: true,
                  separated: true,
                  onSelect: () => onDelete(row),
                },
              ]}
            />
          </div>
        ),
      },
    ]
  }, [frame, t, route, several, device, deeds, onDelete])
  return (
    <Card
      title={t('term_notifications')}
      count={rows?.length}
      body="flush"
      id="rules"
      actions={<QuietHoursNote quiet={settings.quietHours} />}
    >
      <DataTable
        columns={columns}
        rows={shown}
        rowKey={row => row.key}
        sort={sort}
        onSort={setSort}
        loading={rows === undefined}
        minWidth={several ? 1060 : 960}
        range={false}
        empty={
          <EmptyState
            kind="nothing"
            title={t('rules_none')}
            text={t('rules_none_text')}
            actions={createHref && <LinkButton href={createHref}>{t('rules_create')}</LinkButton>}
          />
        }
      />
    </Card>
  )
}

const copyHref = (route: Route, { rule }: RuleRow): string =>
  notificationsHref(route, 'new', { [COPY_PARAM]: rule.id, [FOR_PARAM]: rule.account })

const sortValue = (row: RuleRow, column: string, t: Translator): string | number | undefined => {
  switch (column) {
    case 'account':
      return row.overview.label
    case 'type':
      return t(TYPE_NAMES[row.rule.type])
    case 'fired':
      return row.of.fired.get(row.rule.id)
    default:
      return row.rule.name
  }
}
