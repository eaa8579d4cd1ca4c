import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { ageText } from '../../storage/formatTime.ts'
import { portalOf } from '../../storage/model/facts/refs.ts'
import type { Account, ReadWay } from '../../storage/model/facts/rows.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { CheckNowButton, type CheckNowState } from '../home/CheckNow.tsx'
import { routeHref } from '../shell/route.ts'
import { isStale } from '../shell/Sources.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFrame, useT } from '../ui/I18n.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { StatusPill } from '../ui/StatusPill.tsx'
import { Tag } from '../ui/Tag.tsx'
import { RenameForm } from './RenameForm.tsx'
import type { ReadLevelName } from './readLevel.ts'

/** One account as a row. */
export interface AccountRow {
  account: Account
  overview: Overview
  level: ReadLevelName
  /** How the newest read came about. */
  way: ReadWay | undefined
}

/** Every watched account: how and when its page was read, what needs attention there, and what can be done with it. */
export function AccountsTable(props: {
  readonly rows: readonly AccountRow[]
  /** Id of the account that the cards below are about. */
  readonly chosen: string | undefined
  readonly check: CheckNowState
  readonly onChoose: (account: Account) => void
  readonly onRemove: (account: Account) => void
}): JSX.Element {
  const { rows, chosen, check, onChoose, onRemove } = props
  const t = useT()
  const [renaming, setRenaming] = useState<string>()
  const columns = useMemo(
    (): Column<AccountRow>[] => [
      {
        id: 'account',
        header: t('term_account'),
        width: '32%',
        cell: ({ account, overview }) =>
          renaming === account.id ? (
            <RenameForm account={account} onDone={() => setRenaming(undefined)} />
          ) : (
            <>
              <button
                type="button"
                class="pb-account-name"
                aria-pressed={chosen === account.id}
                onClick={() => onChoose(account)}
              >
                <bdi>{account.label}</bdi>
              </button>{' '}
              {overview.sample && <Tag>{t('source_sample')}</Tag>}
              <span class="pb-second">
                {overview.sample
                  ? t('accounts_sample_note')
                  : t('accounts_portal', {
                      portal: portalOf(account.id) ?? '',
                      host: account.host ?? t('accounts_host_unknown'),
                    })}
              </span>
            </>
          ),
      },
      { id: 'page', header: t('source_page'), width: '26%', cell: row => <PageCell row={row} /> },
      { id: 'attention', header: t('accounts_attention'), width: '17%', cell: row => <AttentionCell row={row} /> },
      {
        id: 'actions',
        header: t('term_actions'),
        hideHeader: true,
        cell: ({ account }) => (
          <div class="pb-row-actions">
            <CheckNowButton state={check} small />
            <MenuButton
              icon="dots"
              label={t('ui_actions_for', { name: account.label })}
              align="end"
              small
              items={[
                { id: 'rename', label: t('accounts_rename'), onSelect: () => setRenaming(account.id) },
                {
                  id: 'mapping',
                  label: t('mapping_title'),
                  href: routeHref({ view: 'mapping', of: account.id, params: new URLSearchParams() }),
                },
                {
                  id: 'remove',
                  label: t('accounts_remove_menu'),
                  danger: true,
                  separated: true,
                  onSelect: () => onRemove(account),
                },
              ]}
            />
          </div>
        ),
      },
    ],
    [t, renaming, chosen, check, onChoose, onRemove],
  )
  return (
    <Card title={t('term_accounts')} count={rows.length} body="flush" id="accounts">
      <DataTable
        columns={columns}
        rows={rows}
        rowKey={row => row.account.id}
        rowState={row => (row.account.id === chosen ? 'selected' : undefined)}
        minWidth={640}
        range={false}
        empty={<EmptyState kind="notRead" title={t('state_not_set_up_title')} text={t('accounts_none')} />}
      />
    </Card>
  )
}

const LEVEL_NAMES = {
  paste: 'term_paste',
  click: 'term_read_this_page',
  automatic: 'accounts_automatic',
} as const satisfies Record<ReadLevelName, string>
const LEVEL_NUMBERS = { paste: 0, click: 1, automatic: 2 } as const satisfies Record<ReadLevelName, number>

/** How the page is read, and when it was. */
function PageCell(props: { readonly row: AccountRow }): JSX.Element {
  const { overview, level } = props.row
  const frame = useFrame()
  const { t } = frame
  const at = overview.readAt
  const stale = at !== null && isStale(at, frame.now)
  return (
    <>
      {overview.sample ? (
        t('accounts_sample_source')
      ) : (
        <>
          {t(LEVEL_NAMES[level])} <span class="pb-muted">{t('accounts_level', { level: LEVEL_NUMBERS[level] })}</span>
        </>
      )}
      <span class={stale ? 'pb-second pb-second-warn' : 'pb-second'}>
        {at === null
          ? t('accounts_never_read')
          : t('accounts_read', {
              age: ageText(at, frame),
              apps: t('nav_apps', { count: overview.summary.apps }),
            })}
      </span>
    </>
  )
}

/** What the badge counts of this account. */
function AttentionCell(props: { readonly row: AccountRow }): JSX.Element {
  const { items, blindSince } = props.row.overview
  const t = useT()
  const counted = items.filter(item => item.state === 'counted')
  const [worst] = counted
  if (blindSince !== null) return <StatusPill status="cannotSee" />
  if (!worst) return <span class="pb-muted">{t('accounts_nothing_open')}</span>
  return (
    <span class={`pb-pill pb-pill-ground pb-tone-${worst.severity}`}>
      {t('accounts_attention_count', { count: counted.length })}
    </span>
  )
}
