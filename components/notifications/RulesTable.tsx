import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { type TimeFrame, timeText } from '../../storage/formatTime.ts'
import type { Translator } from '../../storage/i18n.ts'
import { useScreen } from '../shell/screen.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/Link.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { Switch } from '../ui/Switch.tsx'
import { type Sort, sortRows } from '../ui/sortRows.ts'
import { COPY_PARAM, FOR_PARAM, notificationsHref } from './hrefs.ts'
import { QuietHoursNote } from './QuietHoursNote.tsx'
import type { RuleRow } from './ruleRow.ts'
import {
  audienceText,
  CHANNEL_NAMES,
  EVERY_NAMES,
  firstOf,
  listed,
  personName,
  REACH_WORDS,
  TYPE_NAMES,
} from './ruleWords.ts'
import type { RuleDeeds } from './useRuleDeeds.ts'
import { noEditKey } from './useRules.ts'

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
        width: several ? '15%' : '18%',
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
        id: 'channels',
        header: t('rules_channels'),
        width: '9%',
        cell: ({ rule }) =>
          listed(
            rule.channels.map(channel => t(CHANNEL_NAMES[channel])),
            t,
          ),
      },
      {
        id: 'reminder',
        header: t('rules_reminder_short'),
        width: '8%',
        cell: ({ rule }) =>
          rule.reminder ? t(EVERY_NAMES[rule.reminder.every]) : <span class="pb-muted">{t('rules_every_none')}</span>,
      },
      {
        id: 'fired',
        header: t('rules_last_fired'),
        width: '11%',
        sortable: true,
        firstSort: 'descending',
        cell: row => <FiredCell row={row} frame={frame} />,
      },
      {
        id: 'on',
        header: t('rules_on'),
        width: '64px',
        cell: row => (
          <Switch
            label={row.rule.name}
            on={row.rule.on}
            onChange={on => deeds.setOn(row, on)}
            disabledReason={reasonOf(row, t)}
          />
        ),
      },
      {
        id: 'actions',
        header: t('term_actions'),
        hideHeader: true,
        width: '124px',
        cell: row => (
          <div class="pb-row-actions">
            <MenuButton
              label={t('term_actions')}
              describedBy={nameId(row)}
              align="end"
              small
              items={[
                {
                  id: 'manage',
                  label: t('rules_manage'),
                  href: notificationsHref(route, row.rule.id),
                  disabledReason: reasonOf(row, t),
                },
                {
                  id: 'duplicate',
                  label: t('rules_duplicate'),
                  href: notificationsHref(route, 'new', {
                    [COPY_PARAM]: row.rule.id,
                    [FOR_PARAM]: row.rule.account,
                  }),
                  disabledReason: reasonOf(row, t),
                },
                {
                  id: 'pause',
                  label: t(row.rule.on ? 'rules_pause' : 'rules_resume'),
                  onSelect: () => deeds.setOn(row, !row.rule.on),
                  disabledReason: reasonOf(row, t),
                },
                {
                  id: 'test',
                  label: t('rules_test'),
                  onSelect: () => deeds.test(row),
                  disabledReason: reasonOf(row, t),
                },
                {
                  id: 'delete',
                  label: t('rules_delete'),
                  danger: true,
                  separated: true,
                  onSelect: () => onDelete(row),
                  disabledReason: reasonOf(row, t),
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
        minWidth={several ? 1040 : 940}
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

const nameId = (row: RuleRow): string => `rule ${row.key}`.replaceAll(/\s/g, '-')

/** Why nothing can be done with it; undefined where the person may. */
const reasonOf = ({ of }: RuleRow, t: Translator): string | undefined => {
  const key = noEditKey(of)
  return key && t(key, { name: of.me ? personName(of.me, of.people) : '' })
}

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

/** The name, which opens the form where the person may, and below it what is out of the ordinary. */
function NameCell(props: { readonly row: RuleRow; readonly href: string; readonly device: string }): JSX.Element {
  const { row, href, device } = props
  const { rule, of } = row
  const { t } = useFrame()
  const elsewhere = rule.channels.includes('email') && rule.sender !== null && rule.sender !== device
  const note = !rule.on ? t('rules_is_paused') : elsewhere ? t('rules_is_sent_elsewhere') : undefined
  return (
    <>
      <span id={nameId(row)} class="pb-rule-name" title={rule.name}>
        {of.may.ok ? <a href={href}>{rule.name}</a> : rule.name}
      </span>
      {note && <span class="pb-second">{note}</span>}
    </>
  )
}

function AppsCell(props: { readonly row: RuleRow }): JSX.Element {
  const { appNames, rule } = props.row
  const { t } = useFrame()
  if (rule.type === 'cannot-see') return <span class="pb-muted">{t('rules_apps_none')}</span>
  if (appNames === null)
    return (
      <>
        {t('rules_all')}
        <span class="pb-second">{t('rules_all_later')}</span>
      </>
    )
  const all = listed(appNames, t)
  return (
    <>
      {t('nav_apps', { count: appNames.length })}
      <span class="pb-second" title={all}>
        {firstOf(appNames, 2, t)}
      </span>
    </>
  )
}

/** Who, and how many they are; where nobody is reached, why. */
function RecipientsCell(props: { readonly row: RuleRow }): JSX.Element {
  const { rule, of, recipients, problem } = props.row
  const { t } = useFrame()
  return (
    <>
      {audienceText(rule.to, of.people, t)}
      {problem ? (
        <span class="pb-second pb-second-warn pb-rule-nobody" title={t(REACH_WORDS[problem])}>
          <Icon name="attention" size={14} /> {t('rules_nobody')}
          <span class="pb-hidden">. {t(REACH_WORDS[problem])}</span>
        </span>
      ) : (
        <span
          class="pb-second"
          title={listed(
            recipients.map(person => person.name),
            t,
          )}
        >
          {t('rules_people', { count: recipients.length })}
        </span>
      )}
    </>
  )
}

function FiredCell(props: { readonly row: RuleRow; readonly frame: TimeFrame }): JSX.Element {
  const { row, frame } = props
  const at = row.of.fired.get(row.rule.id)
  if (at === undefined) return <span class="pb-muted">{frame.t('rules_never_fired')}</span>
  return (
    <time dateTime={new Date(at).toISOString()} title={timeText({ kind: 'instant', at }, frame, 'weekday')}>
      {timeText({ kind: 'instant', at }, frame)}
    </time>
  )
}
