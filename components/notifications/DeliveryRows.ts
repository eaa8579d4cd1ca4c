import { deliveries, deliveriesOf } from '../../storage/deliveries.ts'
import type { AccountId } from '../../storage/model/facts/refs.ts'
import {
  CHANNELS,
  type Channel,
  DELIVERY_STATES,
  type Delivery,
  type DeliveryState,
  type Notice,
} from '../../storage/model/notices/rows.ts'
import { noticeOf } from '../../storage/notices.ts'
import { latestNotices } from '../../storage/rules.ts'

/** What the State filter offers: a delivery's states, and notices that had nobody to go to. */
export const STATE_FILTERS = [...DELIVERY_STATES, 'nobody'] as const
export type StateFilter = (typeof STATE_FILTERS)[number]

/** What the page's address says of the list. */
export interface DeliveryQuery {
  readonly states: readonly StateFilter[]
  readonly channels: readonly Channel[]
  /** Id of a rule; null: all. */
  readonly rule: string | null
  /** Key of the row whose details are open. */
  readonly open: string | null
}

/** The query in an address. Values it does not know are left out, never guessed at. */
export const parseQuery = (params: URLSearchParams): DeliveryQuery => ({
  states: STATE_FILTERS.filter(state => params.getAll('state').includes(state)),
  channels: CHANNELS.filter(channel => params.getAll('channel').includes(channel)),
  rule: params.get('rule'),
  open: params.get('open'),
})

/** The address parameters of a query; what others keep in there stays. */
export const writeQuery = (params: URLSearchParams, query: DeliveryQuery): URLSearchParams => {
  const next = new URLSearchParams(params)
  for (const name of ['state', 'channel', 'rule', 'open']) next.delete(name)
  for (const state of query.states) next.append('state', state)
  for (const channel of query.channels) next.append('channel', channel)
  if (query.rule !== null) next.set('rule', query.rule)
  if (query.open !== null) next.set('open', query.open)
  return next
}

export const isFiltered = ({ states, channels, rule }: DeliveryQuery): boolean =>
  states.length + channels.length > 0 || rule !== null

/** One line: a delivery with its notice while that is kept, or a notice that reached nobody. */
export interface DeliveryRow {
  readonly key: string
  readonly account: AccountId
  /** Epoch ms. */
  readonly at: number
  readonly rule: string
  readonly notice: Notice | null
  readonly delivery: Delivery | null
}

/** The newest rows of these accounts, at most `limit`, and whether there are older ones. */
export const deliveryRows = async (
  account: AccountId | null,
  accounts: readonly AccountId[],
  { states, channels, rule }: DeliveryQuery,
  limit: number,
): Promise<{ rows: DeliveryRow[]; more: boolean }> => {
  const wanted = states.filter((state): state is DeliveryState => state !== 'nobody')
  const sent =
    states.length > 0 && wanted.length === 0
      ? { rows: [], more: false }
      : await deliveries({
          account,
          ...(wanted.length > 0 ? { states: wanted } : {}),
          ...(channels.length > 0 ? { channels } : {}),
          ...(rule === null ? {} : { rule }),
          limit,
        })
  const notices = new Map<string, Promise<Notice | null>>()
  const noticeFor = (delivery: Delivery) => {
    const key = `${delivery.account} ${delivery.notice}`
    const known = notices.get(key) ?? noticeOf(delivery.account, delivery.notice)
    notices.set(key, known)
    return known
  }
  const rows = await Promise.all(
    sent.rows.map(async (delivery): Promise<DeliveryRow> => {
      const { account: of, id, at } = delivery
      return { key: `${of} ${id}`, account: of, at, rule: delivery.rule, notice: await noticeFor(delivery), delivery }
    }),
  )
  // A notice that reached nobody went by no channel.
  const lost =
    channels.length > 0 || (states.length > 0 && !states.includes('nobody'))
      ? { rows: [], more: false }
      : await reachedNobody(accounts, rule, limit)
  const oldest = Math.max(sent.more ? (rows.at(-1)?.at ?? 0) : 0, lost.more ? (lost.rows.at(-1)?.at ?? 0) : 0)
  const all = [...rows, ...lost.rows].filter(({ at }) => at >= oldest).sort((a, b) => b.at - a.at)
  return { rows: all.slice(0, limit), more: sent.more || lost.more || all.length > limit }
}

const reachedNobody = async (
  accounts: readonly AccountId[],
  rule: string | null,
  limit: number,
): Promise<{ rows: DeliveryRow[]; more: boolean }> => {
  const found = await Promise.all(
    accounts.map(async account => {
      const newest = await latestNotices(account, limit)
      const lost = await Promise.all(
        newest.map(async notice => ((await deliveriesOf(notice)).length === 0 ? notice : null)),
      )
      return {
        lost: lost.filter(notice => notice !== null),
        oldest: newest.length === limit ? newest.at(-1)?.at : null,
      }
    }),
  )
  // Beyond the oldest notice looked at of any account nothing is known of.
  const oldest = Math.max(0, ...found.map(one => one.oldest ?? 0))
  const rows = found
    .flatMap(({ lost }) => lost)
    .filter(notice => notice.at >= oldest && (rule === null || notice.rule === rule))
    .map(notice => ({
      key: `${notice.account} ${notice.id}`,
      account: notice.account,
      at: notice.at,
      rule: notice.rule,
      notice,
      delivery: null,
    }))
  return { rows, more: oldest > 0 }
}
