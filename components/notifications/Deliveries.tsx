import './Deliveries.css'
import type { JSX } from 'preact'
import { useCallback, useMemo, useState } from 'preact/hooks'
import type { Command } from '../../storage/model/commands.ts'
import type { Delivery } from '../../storage/model/notices/rows.ts'
import { rulesOf } from '../../storage/rules.ts'
import { DatabaseFailed } from '../home/DatabaseFailed.tsx'
import { refusalText } from '../home/refusals.ts'
import { send } from '../send.ts'
import { keptText } from '../settings/keptText.ts'
import { settingsHref } from '../settings/settingsHref.ts'
import { accountIn } from '../shell/route.ts'
import { chosenOf, useScreen } from '../shell/screen.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SelectField } from '../ui/Field.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { useToast } from '../ui/Toast.tsx'
import { useAnswer, useLive } from '../useLive.ts'
import { deliveryColumns } from './DeliveryCells.tsx'
import { deliveryChips } from './DeliveryChips.ts'
import { DeliveryDetails } from './DeliveryDetails.tsx'
import {
  type DeliveryQuery,
  type DeliveryRow,
  deliveryRows,
  isFiltered,
  parseQuery,
  writeQuery,
} from './DeliveryRows.ts'
import { DeliveryTrouble } from './DeliveryTrouble.tsx'

/** How many rows are shown before "Show older", and by how many it goes on. */
const PAGE = 100
const ALL = ''

/** What became of each notice on each channel, newest first: what was accepted by whom, what waits, what was given up and why. */
export default function Deliveries(): JSX.Element | null {
  const frame = useFrame()
  const { t } = frame
  const toast = useToast()
  const { route, go, overviews, settings } = useScreen()
  const all = overviews.state === 'ready' ? overviews.value : NONE
  const account = accountIn(route)
  const accounts = useMemo(() => chosenOf(all, account).map(({ id }) => id), [all, account])
  const query = useMemo(() => parseQuery(route.params), [route])
  const [limit, setLimit] = useState(PAGE)
  const { states, channels, rule } = query
  const look = [account, accounts.join(' '), states.join(' '), channels.join(' '), rule].join('|')
  const answer = useAnswer(() => deliveryRows(account, accounts, query, limit), [look, limit])
  const rules = useLive(async () => (await Promise.all(accounts.map(id => rulesOf(id)))).flat(), [accounts.join(' ')])
  const change = useCallback(
    (next: (old: DeliveryQuery) => DeliveryQuery, how: 'push' | 'replace' = 'push') =>
      go({ ...route, params: writeQuery(route.params, next(parseQuery(route.params))) }, how),
    [route, go],
  )

  const tell = useCallback(
    async (type: 'resend' | 'cancel-delivery', { account: of, id }: Delivery) => {
      const command = (which: typeof type): Command => ({ type: which, account: of, id })
      const result = await send(command(type))
      if (!result.ok) return toast({ text: refusalText(result.reason, t) })
      toast(
        type === 'resend'
          ? { text: t('delivery_resent'), undo: () => void send(command('cancel-delivery')) }
          : { text: t('delivery_cancel_done'), undo: () => void send(command('resend')) },
      )
    },
    [t, toast],
  )
  const columns = useMemo(
    () =>
      deliveryColumns({
        frame,
        open: query.open,
        labelOf: all.length > 1 ? id => all.find(overview => overview.id === id)?.label : undefined,
        onToggle: key => change(old => ({ ...old, open: old.open === key ? null : key }), 'replace'),
        onTell: (type, delivery) => void tell(type, delivery),
      }),
    [frame, query.open, all, change, tell],
  )
  const clear = () => change(old => ({ ...old, states: [], channels: [], rule: null }))
  if (answer.state === 'failed') return <DatabaseFailed />
  const { rows = NONE, more = false } = answer.state === 'ready' ? answer.value : {}
  return (
    <>
      <DeliveryTrouble />
      <Card title={t('term_deliveries')} body="flush" id="deliveries">
        <FilterBar
          chips={deliveryChips(query, change, t)}
          onClear={clear}
          result={t(more ? 'delivery_count_more' : 'delivery_count', { count: rows.length })}
          trailing={
            <SelectField
              label={t('delivery_rule')}
              hideLabel
              small
              value={rule ?? ALL}
              onChange={id => change(old => ({ ...old, rule: id === ALL ? null : id }))}
              options={[
                { value: ALL, label: t('delivery_all_rules') },
                ...ruleOptions(rules ?? NONE, rows, rule, t('delivery_rule_deleted')),
              ]}
            />
          }
        />
        <DataTable
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          rowDetail={row => (query.open === row.key ? <DeliveryDetails row={row} /> : undefined)}
          loading={answer.state === 'loading'}
          minWidth={880}
          place={look}
          empty={
            isFiltered(query) ? (
              <EmptyState
                kind="noMatch"
                title={t('delivery_no_match')}
                actions={<Button onClick={clear}>{t('ui_clear_filters')}</Button>}
              />
            ) : (
              <EmptyState kind="nothing" title={t('delivery_none')} text={t('delivery_none_text')} />
            )
          }
          footer={
            <>
              <span>
                {settings.retentionDays === null
                  ? t('delivery_kept_forever')
                  : t('delivery_kept', { time: keptText(settings.retentionDays, t) })}{' '}
                <a class="pb-link" href={settingsHref(route, 'retention')}>
                  {t('delivery_kept_change')}
                </a>
              </span>
              {more && (
                <span class="pb-foot-end">
                  <Button small onClick={() => setLimit(limit + PAGE)}>
                    {t('inbox_older')}
                  </Button>
                </span>
              )}
            </>
          }
        />
      </Card>
    </>
  )
}

const NONE: readonly never[] = []
const keyOf = (row: DeliveryRow) => row.key

/** The rules there are, and those of the rows that are not any more. */
const ruleOptions = (
  rules: readonly { readonly id: string; readonly name: string }[],
  rows: readonly DeliveryRow[],
  chosen: string | null,
  deleted: string,
): { value: string; label: string }[] => {
  const names = new Map(rules.map(({ id, name }) => [id, name]))
  for (const { rule, notice } of rows) if (!names.has(rule)) names.set(rule, notice?.ruleName ?? deleted)
  if (chosen !== null && !names.has(chosen)) names.set(chosen, deleted)
  return [...names].map(([value, label]) => ({ value, label }))
}
