import { useMemo } from 'preact/hooks'
import { appsOf } from '../../storage/apps.ts'
import { marksOf } from '../../storage/marks.ts'
import type { App } from '../../storage/model/facts/assemble.ts'
import type { AccountId, Ref } from '../../storage/model/facts/refs.ts'
import type { Mark } from '../../storage/model/facts/rows.ts'
import type { AttentionItem } from '../../storage/model/issues/attention.ts'
import type { Item } from '../../storage/model/notices/rows.ts'
import type { Overview } from '../../storage/model/overview.ts'
import { tellingOf } from '../attention/telling.ts'
import { useLive } from '../useLive.ts'

/** A problem that a notice told of, as it stands now in Needs your attention. */
export interface OpenItem {
  readonly item: AttentionItem
  readonly acknowledged: boolean
}

/** What of a notice's items is still open; null for what is over, or happened once. */
export type OpenItemOf = (account: AccountId, item: Item) => OpenItem | null

interface Known {
  readonly account: AccountId
  readonly apps: readonly App[]
  readonly marks: readonly Mark[]
}

/** @param accounts those whose notices are shown */
export const useOpenItems = (accounts: readonly AccountId[], overviews: readonly Overview[]): OpenItemOf => {
  const known = useLive(
    () =>
      Promise.all(
        accounts.map(async (account): Promise<Known> => {
          const [apps, marks] = await Promise.all([appsOf(account), marksOf(account)])
          return { account, apps, marks }
        }),
      ),
    [accounts.join(' ')],
  )
  return useMemo(() => openItems(known ?? [], overviews), [known, overviews])
}

/** Finds the rows by any name of the app: the notice keeps the one that the problem was told under. */
export const openItems = (known: readonly Known[], overviews: readonly Overview[]): OpenItemOf => {
  const rows = new Map<string, AttentionItem>()
  for (const { account, apps } of known) {
    const items = overviews.find(({ id }) => id === account)?.items ?? []
    const refsOf = new Map<Ref, readonly Ref[]>(apps.map(app => [app.key, app.refs]))
    for (const item of items)
      for (const ref of refsOf.get(item.subject) ?? [item.subject]) rows.set(`${account} ${ref}`, item)
  }
  return (account, { subject, kind, what }) => {
    if (what === 'resolved' || what === 'happened') return null
    const item = rows.get(`${account} ${subject}`)
    const of = known.find(one => one.account === account)
    if (!item || !of || ![item.kind, ...item.also].some(one => one === kind)) return null
    const open = { kinds: [item.kind, ...item.also], firstSeen: item.firstSeen }
    return { item, acknowledged: tellingOf(item.subject, open, { ...of, rules: [] }).acknowledged }
  }
}
