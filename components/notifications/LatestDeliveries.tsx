import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { deliveriesOf } from '../../storage/deliveries.ts'
import { timeText } from '../../storage/formatTime.ts'
import type { Translator } from '../../storage/i18n.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import { CHANNELS, type Channel, type Delivery, type Notice } from '../../storage/model/notices/rows.ts'
import { latestNotices } from '../../storage/rules.ts'
import { useScreen } from '../shell/screen.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFrame } from '../ui/I18n.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useLive } from '../useLive.ts'
import { notificationsHref } from './hrefs.ts'
import { aboutText } from './itemWords.ts'
import { CHANNEL_NAMES, listed } from './ruleWords.ts'

/** Lines of the list; the rest is in Deliveries. */
const SHOWN = 5

interface Told {
  readonly notice: Notice
  readonly deliveries: readonly Delivery[]
}

/** What the rules told last, to how many, and what came of it. */
export function LatestDeliveries(props: { readonly accounts: readonly AccountId[] }): JSX.Element {
  const { accounts } = props
  const frame = useFrame()
  const { t } = frame
  const { route } = useScreen()
  const told = useLive(() => latest(accounts), [accounts.join(' ')])
  const columns = useMemo(
    (): Column<Told>[] => [
      {
        id: 'time',
        header: t('rules_time'),
        width: '16%',
        cell: ({ notice }) => (
          <time dateTime={new Date(notice.at).toISOString()}>
            {timeText({ kind: 'instant', at: notice.at }, frame)}
          </time>
        ),
      },
      {
        id: 'rule',
        header: t('rules_notification'),
        width: '26%',
        cell: ({ notice }) => (
          <>
            <bdi>{notice.ruleName}</bdi> {notice.test && <Tag>{t('rules_test')}</Tag>}
          </>
        ),
      },
      {
        id: 'about',
        header: t('rules_about'),
        width: '26%',
        cell: ({ notice }) => (notice.items.length > 0 ? aboutText(notice.items, t) : t('notice_nothing')),
      },
      { id: 'result', header: t('rules_result'), cell: row => resultText(row, t) },
    ],
    [frame, t],
  )
  return (
    <Card
      title={t('rules_latest')}
      body="flush"
      id="latest"
      actions={<a href={notificationsHref(route, 'deliveries')}>{t('rules_all_deliveries')}</a>}
    >
      <DataTable
        columns={columns}
        rows={told ?? NONE}
        rowKey={({ notice }) => `${notice.account} ${notice.id}`}
        loading={told === undefined}
        minWidth={640}
        range={false}
        empty={<EmptyState kind="nothing" title={t('rules_latest_none')} text={t('rules_latest_none_text')} />}
      />
    </Card>
  )
}

const NONE: readonly Told[] = []

const latest = async (accounts: readonly AccountId[]): Promise<Told[]> => {
  const notices = (await Promise.all(accounts.map(account => latestNotices(account, SHOWN)))).flat()
  const newest = notices.sort((a, b) => b.at - a.at).slice(0, SHOWN)
  return Promise.all(newest.map(async notice => ({ notice, deliveries: await deliveriesOf(notice) })))
}

/** For each channel how many of its deliveries were accepted, are still under way, or came to nothing. */
const resultText = ({ deliveries }: Told, t: Translator): string => {
  if (deliveries.length === 0) return t('rules_reached_nobody')
  const byChannel = CHANNELS.map(channel => [channel, deliveries.filter(each => each.channel === channel)] as const)
  return byChannel
    .filter(([, of]) => of.length > 0)
    .map(([channel, of]) =>
      t('rules_said', { head: t(CHANNEL_NAMES[channel]), names: listed(countsOf(channel, of, t), t) }),
    )
    .join(' · ')
}

const countsOf = (channel: Channel, of: readonly Delivery[], t: Translator): string[] => {
  const accepted = of.filter(({ state }) => state === 'accepted').length
  const ended = of.filter(({ state }) => state === 'dead' || state === 'skipped').length
  const waiting = of.length - accepted - ended
  return [
    ...(accepted > 0 ? [t('rules_result_accepted', { count: accepted })] : []),
    ...(waiting > 0 ? [t('rules_result_waiting', { count: waiting })] : []),
    // What the browser did not show still stands in the inbox.
    ...(ended === 0
      ? []
      : [channel === 'in-app' ? t('delivery_inbox_only') : t('rules_result_not_sent', { count: ended })]),
  ]
}
